// The end of a safeguarding hold: two recorded steps, and only then a removal.

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
  result_.changes.reflections = result_.changes.tags = result_.changes.intentions = true;
  result_.changes.caseStudies = true;
  return record({entityOf(op.reflection), Field::Whole, stored.madeOp},
                store::HeldRemoved{*entry.steps.received});
}

}  // namespace journal::service
