// What comes from the other side.
#include <algorithm>

#include "sync/replica/replica_round.h"

namespace syncing {

using journal::ErrorCode;
using journal::OpId;
using journal::Result;
using journal::service::LogOwner;

Result<void> Replica::pull(Round& round) {
  J_CHECK(pullOn(round));
  J_TRY(const bool missed, missesSomething(round));
  if (!missed || round.isCopy || round.keyMissing) return {};
  // Its numbers are not those that were read before: it was put back from a copy and did not say
  // so.
  round.outcome.suspicions.insert(Suspicion::Behind);
  round.cursor.after = 0;
  return pullOn(round);
}

/// Whether the other side says it holds more of somebody's log than is here after everything was
/// read.
Result<bool> Replica::missesSomething(const Round& round) {
  J_TRY(const auto ends, around_.port.ends());
  for (const wire::Head& head : round.standing.heads) {
    if (round.list.find(head.device) == nullptr) continue;
    const auto end = std::find_if(ends.begin(), ends.end(),
                                  [&](const LogEnd& one) { return one.device == head.device; });
    if (end == ends.end() || end->seq < head.seq) return true;
  }
  return false;
}

/// Runs come in the order in which the other side took them. One that was sent again without what
/// was erased comes after those that follow it: then everything from the first that had to wait is
/// read once more.
Result<void> Replica::pullOn(Round& round) {
  while (true) {
    const std::uint64_t before = round.outcome.received;
    round.firstGap.reset();
    J_CHECK(pullOnce(round));
    if (!round.firstGap || round.isCopy) return {};
    if (round.outcome.received == before) {
      round.outcome.suspicions.insert(Suspicion::Behind);
      return {};
    }
  }
}

Result<void> Replica::pullOnce(Round& round) {
  std::uint64_t after = round.cursor.after;
  round.keyMissing = false;
  while (true) {
    J_CHECK(round.checkStop());
    J_TRY(const auto pulled, around_.link.pull(after, kPullBytes));
    for (const wire::Numbered& numbered : pulled.segments) {
      J_TRY(const Taken taken, take(round, numbered.segment));
      if (round.isCopy) return {};
      if (taken == Taken::KeyMissing) round.keyMissing = true;
      if (round.keyMissing) break;
      if (taken == Taken::GapBefore && !round.firstGap) round.firstGap = numbered.number;
      after = numbered.number;
      round.report();
    }
    if (!round.keyMissing) after = std::max(after, pulled.next);
    round.cursor.after = round.firstGap ? *round.firstGap - 1 : after;
    J_CHECK(state_.keep(around_.place, round.cursor));
    // What cannot be read yet is asked for again next time, when its key may be here.
    if (round.keyMissing || !pulled.more) return {};
  }
}

Result<Replica::Taken> Replica::take(Round& round, const wire::Segment& segment) {
  if (segment.author == around_.port.self().device) return Taken::Done;  // standing() told of it
  const ListedDevice* author = round.list.find(segment.author);
  const ListedDevice* sealer = round.list.find(segment.sealedBy);
  if (author == nullptr || sealer == nullptr) {
    round.outcome.suspicions.insert(Suspicion::Damaged);
    return Taken::Done;
  }
  const auto payload = open(round.keyring, sealer->signKey, segment);
  if (!payload.ok()) {
    if (payload.error().code == ErrorCode::NotFound) return Taken::KeyMissing;
    if (payload.error().code == ErrorCode::TooNew) return payload.error();
    round.outcome.suspicions.insert(Suspicion::Damaged);
    return Taken::Done;
  }
  J_CHECK(compareHeads(round, payload.value()));
  if (round.isCopy) return Taken::Done;
  const auto received = around_.port.receive(LogOwner{segment.author, author->signKey},
                                             segment.first, payload->entries);
  if (received.ok()) {
    round.outcome.received += received->taken;
    round.outcome.waiting = received->waiting;
    round.outcome.changes.add(received->changes);
    return Taken::Done;
  }
  switch (received.error().code) {
    case ErrorCode::Conflict:
      round.outcome.suspicions.insert(Suspicion::Forked);
      break;
    case ErrorCode::Corrupt:
      round.outcome.suspicions.insert(Suspicion::Damaged);
      break;
    case ErrorCode::InvalidInput:
      return Taken::GapBefore;
    default:
      return received.error();
  }
  return Taken::Done;
}

Result<void> Replica::compareHeads(Round& round, const SegmentPayload& payload) {
  for (const LogEnd& head : payload.heads) {
    if (head.seq == 0) continue;
    J_TRY(const auto here, around_.port.hashOf(OpId{head.device, head.seq}));
    if (head.device == around_.port.self().device) {
      // Somebody saw entries of this device that are not here: they were written by another copy of
      // it.
      round.isCopy = round.isCopy || !here || *here != head.hash;
    } else if (here && *here != head.hash) {
      round.outcome.suspicions.insert(Suspicion::Forked);
    }
  }
  return {};
}

}  // namespace syncing
