#include <limits>
#include <utility>

#include "journal/crypto/hash.h"
#include "journal/crypto/signature.h"
#include "sync/hub/audit.h"
#include "sync/hub/core_impl.h"

// Sealed segments: taken in order, numbered as they are committed, never opened.

namespace syncing::hub {

using journal::Error;
using journal::ErrorCode;
using journal::Result;
using wire::Head;
using wire::Mark;
using wire::Segment;

namespace {

std::int64_t column(std::uint64_t value) {
  return static_cast<std::int64_t>(value);
}

Error segmentRefused(const char* why) {
  return {ErrorCode::InvalidInput, std::string("segment: ") + why};
}

/// Takes `count` numbers of a vault. The row stays locked until the transaction ends, so numbers
/// become visible in their order (security.md 3.3: never a sequence). The number before the first.
Result<std::int64_t> takeNumbers(const HubCore::Impl& hub, const VaultId& vault, std::size_t count,
                                 std::int64_t bytes) {
  J_TRY(auto update, hub.prepare(R"sql(
    UPDATE hub_vault
    SET newest = newest + :count, bytes = bytes + :bytes
    WHERE service_id = :service AND vault_id = :vault
    RETURNING newest, bytes)sql"));
  update.bindBytes(":vault", blob(vault)).bind(":count", static_cast<std::int64_t>(count));
  J_TRY(const bool there, update.bind(":bytes", bytes).step());
  if (!there) return refused();
  if (bytes > 0 && update.integer(1) > hub.limits.bytesAVault)
    return Error{ErrorCode::InvalidInput, "vault is full",
                 "This journal has reached the size that the service keeps for one person."};
  return update.integer(0) - static_cast<std::int64_t>(count);
}

Result<Head> headOf(const HubCore::Impl& hub, const VaultId& vault, const DeviceId& author) {
  J_TRY(auto select, hub.prepare(R"sql(
    SELECT seq, mark
    FROM hub_head
    WHERE service_id = :service AND vault_id = :vault AND author = :author)sql"));
  select.bindBytes(":vault", blob(vault)).bindBytes(":author", blob(author));
  J_TRY(const bool there, select.step());
  if (!there) return Head{author, 0, {}};
  return Head{author, static_cast<std::uint64_t>(select.integer(0)), arrayAt<32>(select, 1)};
}

Result<void> keepHead(const HubCore::Impl& hub, const VaultId& vault, const Head& head) {
  J_TRY(auto upsert, hub.prepare(R"sql(
    INSERT INTO hub_head (service_id, vault_id, author, seq, mark)
    VALUES (:service, :vault, :author, :seq, :mark)
    ON CONFLICT (service_id, vault_id, author) DO UPDATE SET seq = :seq, mark = :mark)sql"));
  upsert.bindBytes(":vault", blob(vault)).bindBytes(":author", blob(head.device));
  return upsert.bind(":seq", column(head.seq)).bindBytes(":mark", blob(head.mark)).run();
}

/// The mark of entry `seq`, where the hub knows it: at the ends of segments.
Result<std::optional<Mark>> markAt(const HubCore::Impl& hub, const VaultId& vault,
                                   const DeviceId& author, std::uint64_t seq) {
  if (seq == 0) return std::optional<Mark>{Mark{}};
  J_TRY(auto select, hub.prepare(R"sql(
    SELECT after_mark
    FROM hub_segment
    WHERE service_id = :service AND vault_id = :vault AND author = :author AND last_seq = :seq)sql"));
  select.bindBytes(":vault", blob(vault)).bindBytes(":author", blob(author));
  J_TRY(const bool there, select.bind(":seq", column(seq)).step());
  if (!there) return std::optional<Mark>{};
  return std::optional<Mark>{arrayAt<32>(select, 0)};
}

/// Signed by a device that is or was on the journal's list: what a removed one sealed while it was
/// one of them may still be handed on by the others.
Result<void> checkSigned(const HubCore::Impl& hub, const VaultId& vault, const Segment& segment) {
  J_TRY(auto select, hub.prepare(R"sql(
    SELECT sign_key, (SELECT count(*) FROM hub_device o
                      WHERE o.service_id = :service AND o.vault_id = :vault
                        AND o.device_id = :author)
    FROM hub_device
    WHERE service_id = :service AND vault_id = :vault AND device_id = :by)sql"));
  select.bindBytes(":vault", blob(vault)).bindBytes(":by", blob(segment.sealedBy));
  select.bindBytes(":author", blob(segment.author));
  J_TRY(const bool there, select.step());
  if (!there || select.integer(1) == 0) return segmentRefused("signer or author not on the list");
  const auto key = arrayAt<32>(select, 0);
  if (!journal::crypto::verify(key, journal::crypto::bytesOf(signedPart(segment)),
                               segment.signature))
    return segmentRefused("signature");
  return {};
}

Result<void> insertSegment(const HubCore::Impl& hub, std::int64_t number, const Segment& segment) {
  const std::string bytes = encodeSegment(segment);
  J_TRY(auto insert, hub.prepare(R"sql(
    INSERT INTO hub_segment (service_id, vault_id, number, author, first_seq, last_seq, after_mark,
                             erased, size, bytes)
    VALUES (:service, :vault, :number, :author, :first, :last, :after, :erased, :size, :bytes))sql"));
  insert.bindBytes(":vault", blob(segment.vault)).bind(":number", number);
  insert.bindBytes(":author", blob(segment.author)).bind(":first", column(segment.first));
  insert.bind(":last", column(segment.last)).bindBytes(":after", blob(segment.after));
  insert.bind(":erased", std::int64_t{segment.erased});
  insert.bind(":size", static_cast<std::int64_t>(bytes.size()));
  return insert.bindBytes(":bytes", bytes).run();
}

/// What of a push continues what is there.
struct PushPlan {
  Head stored;  ///< before
  Head head;    ///< once `fresh` is taken
  std::vector<const Segment*> fresh;
  std::int64_t bytes = 0;
  bool forked = false;
};

Result<bool> contradicts(const HubCore::Impl& hub, const VaultId& vault, const Segment& segment,
                         const Head& stored) {
  J_TRY(const auto before, markAt(hub, vault, segment.author, segment.first - 1));
  if (before && *before != segment.before) return true;
  if (segment.last > stored.seq) return false;
  J_TRY(const auto after, markAt(hub, vault, segment.author, segment.last));
  return after && *after != segment.after;
}

Result<PushPlan> planPush(const HubCore::Impl& hub, const VaultId& vault,
                          const std::vector<Segment>& segments) {
  PushPlan plan;
  J_TRY(plan.stored, headOf(hub, vault, segments.front().author));
  plan.head = plan.stored;
  for (const Segment& segment : segments) {
    if (segment.first <= plan.stored.seq) {  // there already, or across the end of what is there
      J_TRY(plan.forked, contradicts(hub, vault, segment, plan.stored));
      if (plan.forked || segment.last > plan.stored.seq) return plan;
      continue;
    }
    if (segment.first != plan.head.seq + 1) return plan;  // a gap: they ask from the head on
    if (segment.before != plan.head.mark) {
      plan.forked = plan.fresh.empty();
      if (!plan.forked) return segmentRefused("does not continue the one before");
      return plan;
    }
    if (plan.fresh.size() == hub.limits.segmentsAPush) return plan;
    J_CHECK(checkSigned(hub, vault, segment));
    plan.fresh.push_back(&segment);
    plan.bytes += static_cast<std::int64_t>(segment.sealed.size());
    plan.head = {segment.author, segment.last, segment.after};
  }
  return plan;
}

Result<void> checkShape(const VaultId& vault, const std::vector<Segment>& segments) {
  if (segments.empty()) return segmentRefused("none");
  for (const Segment& segment : segments) {
    if (segment.vault != vault) return segmentRefused("of another journal");
    if (segment.author != segments.front().author) return segmentRefused("several authors");
    if (segment.last > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()) ||
        segment.first == 0 || segment.last < segment.first)
      return segmentRefused("numbers");
  }
  return {};
}

struct StoredSegment {
  std::int64_t number = 0;
  Segment segment;
  std::int64_t size = 0;
};

Result<std::optional<StoredSegment>> segmentEndingAt(const HubCore::Impl& hub, const VaultId& vault,
                                                     const DeviceId& author, std::uint64_t last) {
  J_TRY(auto select, hub.prepare(R"sql(
    SELECT number, size, bytes
    FROM hub_segment
    WHERE service_id = :service AND vault_id = :vault AND author = :author AND last_seq = :last)sql"));
  select.bindBytes(":vault", blob(vault)).bindBytes(":author", blob(author));
  J_TRY(const bool there, select.bind(":last", column(last)).step());
  if (!there) return std::optional<StoredSegment>{};
  J_TRY(auto segment, wire::decodeSegment(select.bytes(2)));
  return std::optional<StoredSegment>{
      StoredSegment{select.integer(0), std::move(segment), select.integer(1)}};
}

/// The last number that fits into `bytes`, one at least, and whether more follow.
struct Reach {
  std::int64_t upTo = 0;
  bool more = false;
};

Result<Reach> reachOf(const HubCore::Impl& hub, const VaultId& vault, std::int64_t after,
                      std::size_t bytes) {
  constexpr std::int64_t kMostAtOnce = 2000;
  J_TRY(auto select, hub.prepare(R"sql(
    SELECT number, size
    FROM hub_segment
    WHERE service_id = :service AND vault_id = :vault AND number > :after
    ORDER BY number
    LIMIT :most)sql"));
  select.bindBytes(":vault", blob(vault)).bind(":after", after).bind(":most", kMostAtOnce);
  Reach reach{after, false};
  std::size_t total = 0;
  for (std::int64_t rows = 0;; ++rows) {
    J_TRY(const bool row, select.step());
    if (!row) {
      reach.more = rows == kMostAtOnce;
      return reach;
    }
    total += static_cast<std::size_t>(select.integer(1));
    if (total > bytes && reach.upTo != after) {
      reach.more = true;
      return reach;
    }
    reach.upTo = select.integer(0);
  }
}

}  // namespace

Result<wire::Pushed> HubCore::push(const Caller& caller, const VaultId& vault,
                                   const std::vector<Segment>& segments) {
  J_CHECK(impl_->permitVault(caller, Endpoint::Push, vault));
  J_CHECK(checkShape(vault, segments));
  wire::Pushed pushed;
  const auto done = impl_->database.transaction([&]() -> Result<void> {
    J_CHECK(takeNumbers(*impl_, vault, 0, 0));  // locks
    J_TRY(const PushPlan plan, planPush(*impl_, vault, segments));
    pushed = {plan.forked ? plan.stored : plan.head, plan.forked};
    if (plan.forked || plan.fresh.empty()) return {};
    J_TRY(std::int64_t number, takeNumbers(*impl_, vault, plan.fresh.size(), plan.bytes));
    for (const Segment* segment : plan.fresh) J_CHECK(insertSegment(*impl_, ++number, *segment));
    return keepHead(*impl_, vault, plan.head);
  });
  if (!done.ok()) return done.error();
  return pushed;
}

Result<void> HubCore::replace(const Caller& caller, const VaultId& vault, const Segment& segment) {
  J_CHECK(impl_->permitVault(caller, Endpoint::Replace, vault));
  J_CHECK(checkShape(vault, {segment}));
  return impl_->database.transaction([&]() -> Result<void> {
    J_CHECK(takeNumbers(*impl_, vault, 0, 0));  // locks
    J_TRY(const auto there, segmentEndingAt(*impl_, vault, segment.author, segment.last));
    if (!there || there->segment.first != segment.first ||
        there->segment.before != segment.before || there->segment.after != segment.after)
      return Error{ErrorCode::Conflict, "no segment of these entries"};
    if (there->segment == segment) return {};
    // Less than what is left out already would bring words back.
    if (segment.erased <= there->segment.erased)
      return Error{ErrorCode::Conflict, "as much is erased already"};
    J_CHECK(checkSigned(*impl_, vault, segment));
    J_TRY(auto drop, impl_->prepare(R"sql(
      DELETE FROM hub_segment
      WHERE service_id = :service AND vault_id = :vault AND number = :number)sql"));
    J_CHECK(drop.bindBytes(":vault", blob(vault)).bind(":number", there->number).run());
    J_TRY(const std::int64_t number,
          takeNumbers(*impl_, vault, 1,
                      static_cast<std::int64_t>(segment.sealed.size()) -
                          static_cast<std::int64_t>(there->segment.sealed.size())));
    J_CHECK(insertSegment(*impl_, number + 1, segment));
    return appendAudit(
        *impl_, entryOf(caller, "erase", segment.author.hex(),
                        std::to_string(segment.first) + " to " + std::to_string(segment.last)));
  });
}

Result<wire::Pulled> HubCore::pull(const Caller& caller, const VaultId& vault, std::uint64_t after,
                                   std::size_t bytes) {
  J_CHECK(impl_->permitVault(caller, Endpoint::Pull, vault));
  wire::Pulled pulled;
  J_TRY(pulled.epoch, epoch());
  constexpr auto kMost = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
  pulled.next = after;
  if (after > kMost) return pulled;
  J_TRY(const Reach reach,
        reachOf(*impl_, vault, column(after), std::min(bytes, impl_->limits.pullBytes)));
  J_TRY(auto select, impl_->prepare(R"sql(
    SELECT number, bytes
    FROM hub_segment
    WHERE service_id = :service AND vault_id = :vault AND number > :after AND number <= :upto
    ORDER BY number)sql"));
  select.bindBytes(":vault", blob(vault)).bind(":after", column(after)).bind(":upto", reach.upTo);
  while (true) {
    J_TRY(const bool row, select.step());
    if (!row) break;
    J_TRY(auto segment, wire::decodeSegment(select.bytes(1)));
    pulled.next = static_cast<std::uint64_t>(select.integer(0));
    pulled.segments.push_back({pulled.next, std::move(segment)});
  }
  pulled.more = reach.more;
  return pulled;
}

Result<wire::Standing> HubCore::standing(const Caller& caller, const VaultId& vault) {
  J_CHECK(impl_->permitVault(caller, Endpoint::Standing, vault));
  wire::Standing standing;
  standing.nowMs = nowMs();
  J_TRY(standing.epoch, epoch());
  J_TRY(auto newest, impl_->prepare(R"sql(
    SELECT newest
    FROM hub_vault
    WHERE service_id = :service AND vault_id = :vault)sql"));
  J_TRY(const bool there, newest.bindBytes(":vault", blob(vault)).step());
  if (!there) return refused();
  standing.newest = static_cast<std::uint64_t>(newest.integer(0));
  J_TRY(auto heads, impl_->prepare(R"sql(
    SELECT author, seq, mark
    FROM hub_head
    WHERE service_id = :service AND vault_id = :vault
    ORDER BY author)sql"));
  heads.bindBytes(":vault", blob(vault));
  while (true) {
    J_TRY(const bool row, heads.step());
    if (!row) return standing;
    standing.heads.push_back({idAt<DeviceId>(heads, 0),
                              static_cast<std::uint64_t>(heads.integer(1)), arrayAt<32>(heads, 2)});
  }
}

}  // namespace syncing::hub
