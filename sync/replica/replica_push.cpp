// What goes to the other side.
#include <algorithm>

#include "sync/replica/replica_round.h"

namespace syncing {

using journal::Error;
using journal::ErrorCode;
using journal::OpId;
using journal::Result;

namespace {

/// A run is about this long: small enough to be sent in one go, long enough that sealing, signing
/// and storing it cost little an entry.
constexpr std::size_t kRunEntries = 500;
constexpr std::size_t kRunBytes = 192 * 1024;
constexpr std::size_t kPushBytes = 768 * 1024;

wire::Head headOf(const wire::Standing& standing, const wire::DeviceId& device) {
  for (const wire::Head& head : standing.heads) {
    if (head.device == device) return head;
  }
  return {device, 0, {}};
}

}  // namespace

Result<void> Replica::push(Round& round) {
  const auto self = around_.port.self().device;
  J_TRY(const auto ends, around_.port.ends());
  for (const LogEnd& end : ends) {
    const wire::Head theirs = headOf(round.standing, end.device);
    if (end.device != self && (theirs.seq >= end.seq || !round.list.find(end.device))) continue;
    J_CHECK(pushLog(round, end.device, theirs));
    if (round.isCopy) return {};
  }
  return {};
}

Result<void> Replica::pushLog(Round& round, const wire::DeviceId& author,
                              const wire::Head& theirs) {
  wire::Head head = theirs;
  while (true) {
    J_CHECK(round.checkStop());
    if (head.seq > 0) {
      J_TRY(const auto here, around_.port.hashOf(OpId{author, head.seq}));
      if (!here || round.keyring.mark(*here) != head.mark) {
        round.held[author] = 0;  // of another log
        round.isCopy = author == around_.port.self().device;
        if (!round.isCopy) round.outcome.suspicions.insert(Suspicion::Forked);
        return {};
      }
    }
    std::vector<wire::Segment> batch;
    std::size_t bytes = 0;
    std::uint64_t next = head.seq + 1;
    while (bytes < kPushBytes) {
      auto segment = sealed(round, author, next);
      if (!segment.ok() && segment.error().code == ErrorCode::NotFound) break;
      if (!segment.ok()) return segment.error();
      bytes += segment->sealed.size();
      next = segment->last + 1;
      batch.push_back(std::move(segment.value()));
    }
    if (batch.empty()) return {};
    J_TRY(const auto pushed, around_.link.push(batch));
    if (pushed.forked && author == around_.port.self().device) {
      round.isCopy = true;
      return {};
    }
    if (pushed.forked || pushed.head.seq <= head.seq) {
      round.outcome.suspicions.insert(Suspicion::Forked);
      return {};
    }
    // Another device's entries that it had and lost: everybody who has them gives them again.
    if (author != around_.port.self().device && !round.isNewPlace) {
      round.outcome.suspicions.insert(Suspicion::Behind);
    }
    round.outcome.sent += pushed.head.seq - head.seq;
    round.held[author] = pushed.head.seq;
    round.report();
    head = pushed.head;
  }
}

/// The next run of a log; NotFound at its end.
Result<wire::Segment> Replica::sealed(Round& round, const wire::DeviceId& author,
                                      std::uint64_t first) {
  J_TRY(const auto entries, around_.port.entries(author, first, kRunEntries, kRunBytes));
  if (entries.empty()) return Error{ErrorCode::NotFound, "no more entries"};
  return sealedRun(round, author, first, entries);
}

Result<wire::Segment> Replica::sealedRun(
    Round& round, const wire::DeviceId& author, std::uint64_t first,
    const std::vector<journal::service::TravellingEntry>& entries) {
  EntryRun run;
  run.author = author;
  run.first = first;
  if (first > 1) {
    J_TRY(const auto before, around_.port.hashOf(OpId{author, first - 1}));
    if (!before) return Error{ErrorCode::Corrupt, "a log with a gap"};
    run.before = *before;
  }
  run.entries = entries;
  J_TRY(auto heads, around_.port.ends());
  // Ours may still be written over until it is sent.
  const auto self = around_.port.self().device;
  std::erase_if(heads, [&](const LogEnd& end) {
    return end.device == author || end.device == self || end.seq == 0;
  });
  std::sort(heads.begin(), heads.end(),
            [](const LogEnd& a, const LogEnd& b) { return a.device < b.device; });
  run.heads = heads;
  return seal(round.keyring, signer_, run, around_.random);
}

/// Runs that hold what was erased since are sent again without it, and the other side destroys the
/// old ones. Every device that knows of the erasure does so; the first is enough.
Result<void> Replica::leaveErasedOut(Round& round) {
  J_TRY(const std::uint64_t erasures, around_.port.erasures());
  if (erasures == round.cursor.erasures) return {};
  std::uint64_t after = 0;
  while (true) {
    J_CHECK(round.checkStop());
    J_TRY(const auto pulled, around_.link.pull(after, kPushBytes));
    for (const wire::Numbered& numbered : pulled.segments) {
      const wire::Segment& old = numbered.segment;
      J_TRY(const auto erased, around_.port.erasedIn(old.author, old.first, old.last));
      if (erased <= old.erased) continue;
      const std::size_t most = static_cast<std::size_t>(old.last - old.first + 1);
      J_TRY(const auto entries,
            around_.port.entries(old.author, old.first, most, wire::kMostSealedBytes));
      if (entries.size() != most) continue;
      J_TRY(const auto segment, sealedRun(round, old.author, old.first, entries));
      const auto replaced = around_.link.replace(segment);
      // Somebody else may have been first.
      if (!replaced.ok() && replaced.error().code != ErrorCode::Conflict) return replaced.error();
    }
    after = pulled.next;
    if (!pulled.more) break;
  }
  round.cursor.erasures = erasures;
  return state_.keep(around_.place, round.cursor);
}

}  // namespace syncing
