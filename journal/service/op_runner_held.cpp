// The end of a safeguarding hold: two recorded steps, and only then a removal.

#include "journal/crypto/hash.h"
#include "journal/service/op_runner.h"

namespace journal::service {

using store::entityOf;
using store::Field;

Result<store::StoredReflection> OpRunner::onHold(ReflectionId id) {
  J_TRY(auto stored, parts_.stored(id));
  if (!stored.reflection.held) {
    return Error{ErrorCode::Conflict, "reflection " + id.hex() + " is not on hold",
                 "This is only for an entry on hold."};
  }
  if (isConcernLine(stored.excerpt)) {
    return Error{ErrorCode::Conflict, "the line kept of a concern",
                 "This line stays: it has no detail, and it says that the concern was passed on."};
  }
  return stored;
}

Result<void> OpRunner::operator()(const RecordReceipt& op) {
  J_TRY(const auto stored, onHold(op.reflection));
  Receipt receipt = op.receipt;
  receipt.role = cleanLabel(receipt.role);
  constexpr std::size_t kLongest = 500;
  if (receipt.role.empty() || receipt.role.size() > kLongest) {
    return Error{ErrorCode::InvalidInput, "a receipt of nobody",
                 "Say who has received it, by their role."};
  }
  J_CHECK(requireDate(receipt.on));
  const UtcTime local = now_ + parts_.clock.utcOffset(now_);
  const UtcTime said = std::chrono::sys_days(receipt.on) + receipt.at;
  constexpr std::chrono::minutes kDay{24 * 60};
  if (receipt.at.count() < 0 || receipt.at >= kDay || said > local) {
    return Error{ErrorCode::InvalidInput, "a receipt to come",
                 "Record it once they have it: that time has not come yet."};
  }
  result_.changes.reflections = true;
  return record({entityOf(op.reflection), Field::Receipt, stored.madeOp},
                store::ReceiptRecorded{std::move(receipt)});
}

Result<void> OpRunner::operator()(const RecordWish& op) {
  J_TRY(const auto stored, onHold(op.reflection));
  J_TRY(const HeldEntry entry, parts_.heldEntry(stored));
  if (!entry.steps.received) return requireRemovable(entry.steps);
  if (entry.steps.wish == op.wish) return {};
  result_.changes.reflections = true;
  return record({entityOf(op.reflection), Field::Wish, stored.madeOp},
                store::WishRecorded{op.wish});
}

Result<void> OpRunner::operator()(const RemoveHeld& op) {
  J_TRY(const auto stored, onHold(op.reflection));
  J_TRY(const HeldEntry entry, parts_.heldEntry(stored));
  J_CHECK(requireRemovable(entry.steps));
  J_CHECK(requireNoLegalHold({entityOf(op.reflection)}));
  result_.changes.reflections = result_.changes.tags = result_.changes.intentions = true;
  result_.changes.caseStudies = true;
  return record({entityOf(op.reflection), Field::Whole, stored.madeOp},
                store::HeldRemoved{*entry.steps.received});
}

Result<void> OpRunner::operator()(const BringRemoval& op) {
  Removal removal = op.removal;
  J_CHECK(requireId(removal.reflection.isNil()));
  J_CHECK(requireDate(removal.received.on));
  removal.received.role = cleanLabel(removal.received.role);
  J_CHECK(requireLength(removal.received.role.size()));
  crypto::Digest digest{};
  constexpr std::chrono::minutes kDay{24 * 60};
  const bool sound = removal.received.at.count() >= 0 && removal.received.at < kDay &&
                     (removal.source.empty() || fromHex(removal.source, digest));
  if (!sound) return Error{ErrorCode::InvalidInput, "a removal that cannot be read"};
  J_TRY(const auto here, parts_.projections.reflections.find(removal.reflection));
  J_TRY(const bool known, parts_.projections.removals.knows(removal.reflection, removal.source));
  if (here || known) {
    ++result_.skipped;
    return {};
  }
  result_.changes.reflections = true;
  return record({entityOf(removal.reflection), Field::Whole, std::nullopt},
                store::RemovalBrought{std::move(removal)});
}

}  // namespace journal::service
