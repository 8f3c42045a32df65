// One exchange from its beginning to its end, and the device list.
#include "sync/replica/replica.h"

#include <algorithm>

#include "sync/replica/replica_round.h"

namespace syncing {
namespace {

std::int64_t nowMs(const journal::Clock& clock) {
  return clock.now().time_since_epoch().count();
}

/// Tells of each statement; one whose maker the other side does not know yet is told once it does.
/// What it refuses to the end is left.
template <class Tell>
journal::Result<void> tellEach(std::vector<const wire::DeviceStatement*> untold, Tell tell) {
  for (bool progress = true; progress && !untold.empty();) {
    progress = false;
    std::vector<const wire::DeviceStatement*> later;
    for (const auto* statement : untold) {
      const auto told = tell(*statement);
      if (!told.ok() && told.error().code == journal::ErrorCode::Network) return told.error();
      if (!told.ok()) later.push_back(statement);
      progress = progress || told.ok();
    }
    untold = std::move(later);
  }
  return {};
}

}  // namespace

using journal::Error;
using journal::ErrorCode;
using journal::Result;

Result<void> beginHere(SyncPort& port, const journal::Clock& clock, journal::Random& random,
                       std::string_view name) {
  ReplicaState state(port);
  J_TRY(const auto known, state.keyring());
  if (known) return {};
  PortSigner signer(port);
  const auto names = port.namesKey();
  const Founding founding = foundJournal(signer, journal::crypto::randomSecret(),
                                         Secret::copyOf(std::span<const std::uint8_t, 32>(names)),
                                         name, nowMs(clock), random);
  J_CHECK(state.keep(founding.keyring));
  return state.keep({founding.statement});
}

Result<void> Replica::begin(std::string_view name) {
  J_CHECK(beginHere(around_.port, around_.clock, around_.random, name));
  J_TRY(const auto statements, state_.statements());
  for (const auto& statement : statements) J_CHECK(around_.link.state(statement));
  return {};
}

Result<SyncOutcome> Replica::sync(std::stop_token stop, const Progress& progress) {
  J_TRY(auto keyring, state_.keyring());
  if (!keyring) return Error{ErrorCode::NotFound, "a journal of one device"};
  J_TRY(auto list, readList(*keyring));
  Round round{*keyring, std::move(list), {}, {}, {}, stop, progress};
  if (!round.list.isIn(around_.port.self().device)) {
    round.outcome.isRemoved = true;
    return round.outcome;
  }
  if (round.list.isIncomplete()) round.outcome.suspicions.insert(Suspicion::ListCut);
  J_CHECK(noteDevices(round));
  J_CHECK(beginEpochIfNeeded(round));
  J_CHECK(exchange(round));
  if (round.isCopy) {
    J_CHECK(becomeAnew(round));
    round.isCopy = false;
    J_CHECK(exchange(round));
  }
  return round.outcome;
}

Result<void> Replica::exchange(Round& round) {
  J_TRY(round.standing, around_.link.standing());
  J_TRY(round.cursor, state_.cursor(around_.place));
  if (round.standing.nowMs != 0) {
    round.outcome.clockOffMs = nowMs(around_.clock) - round.standing.nowMs;
  }
  round.isNewPlace = round.cursor.epoch.isNil();
  if (round.cursor.epoch != round.standing.epoch) {
    if (!round.cursor.epoch.isNil()) round.outcome.suspicions.insert(Suspicion::Behind);
    round.cursor = Cursor{round.standing.epoch, 0, 0};
  }
  if (round.standing.newest < round.cursor.after) {
    round.outcome.suspicions.insert(Suspicion::Behind);
    round.cursor.after = 0;
  }
  // Before anything is taken in: an entry of another device that follows one of ours must not be
  // taken to follow what stands here in its place.
  J_TRY(round.isCopy, otherHasMoreOfUs(round));
  if (round.isCopy) return {};
  J_CHECK(expect(round));
  J_CHECK(pull(round));
  if (round.isCopy) return {};
  J_CHECK(push(round));
  if (round.isCopy) return {};
  round.outcome.ownHeld = round.held[around_.port.self().device];
  return leaveErasedOut(round);
}

Result<void> Replica::expect(Round& round) {
  round.held.clear();
  round.expected = round.outcome.received + round.outcome.sent;
  J_TRY(const auto ends, around_.port.ends());
  std::map<wire::DeviceId, std::uint64_t> here;
  for (const LogEnd& end : ends) here[end.device] = end.seq;
  for (const wire::Head& head : round.standing.heads) {
    if (round.list.find(head.device) == nullptr) continue;
    const std::uint64_t seq = here[head.device];
    round.expected += std::max(seq, head.seq) - std::min(seq, head.seq);
    round.held[head.device] = head.seq;
    here.erase(head.device);
  }
  for (const auto& [device, seq] : here) {
    if (round.list.find(device) != nullptr) round.expected += seq;
  }
  return {};
}

Result<bool> Replica::otherHasMoreOfUs(const Round& round) {
  const auto self = around_.port.self().device;
  for (const wire::Head& head : round.standing.heads) {
    if (head.device != self || head.seq == 0) continue;
    J_TRY(const auto here, around_.port.hashOf({self, head.seq}));
    return !here || round.keyring.mark(*here) != head.mark;
  }
  return false;
}

// The device list --------------------------------------------------------------------------------

Result<DeviceList> Replica::readList(Keyring& keyring) {
  J_TRY(const auto theirs, theirStatements());
  J_TRY(auto all, state_.statements());
  const std::size_t ours = all.size();
  std::set<wire::Digest> known;
  for (const auto& statement : all) known.insert(digestOf(statement));
  for (const auto& statement : theirs) {
    if (statement.vault == keyring.vault() && known.insert(digestOf(statement)).second) {
      all.push_back(statement);
    }
  }
  J_TRY(auto list, DeviceList::read(keyring.vault(), all, checked_));
  if (openBoxes(list, keyring)) J_CHECK(state_.keep(keyring));
  if (const auto epoch = list.sealWith(); epoch && keyring.has(*epoch)) {
    if (keyring.sealing() != *epoch) {
      J_CHECK(keyring.sealWith(*epoch));
      J_CHECK(state_.keep(keyring));
    }
  }
  if (all.size() > ours) {
    // Only what a device of the journal signed: a hub must not fill the vault with its own.
    std::vector<wire::DeviceStatement> kept;
    for (const JudgedStatement& judged : list.statements()) {
      const bool signedByUs = judged.verdict != Verdict::OtherJournal &&
                              judged.verdict != Verdict::Misshapen &&
                              judged.verdict != Verdict::Unsigned;
      if (signedByUs) kept.push_back(judged.statement);
    }
    if (kept.size() != ours) J_CHECK(state_.keep(kept));
  }
  J_CHECK(tellMissing(list, theirs));
  return list;
}

Result<std::vector<wire::DeviceStatement>> Replica::theirStatements() {
  auto theirs = around_.link.statements();
  if (theirs.ok() || theirs.error().code != ErrorCode::Locked) return theirs;
  // It may have been put back from a copy that is older than this device.
  J_CHECK(introduceOurselves());
  return around_.link.statements();
}

/// From a device it knows on to this one. One that adds a device may follow any other, and counts
/// only once what it follows is there.
Result<void> Replica::introduceOurselves() {
  J_TRY(const auto ours, state_.statements());
  std::vector<const wire::DeviceStatement*> unknown;
  for (const auto& statement : ours) {
    if (statement.kind != wire::StatementKind::Found) unknown.push_back(&statement);
  }
  return tellEach(std::move(unknown),
                  [&](const auto& statement) { return around_.link.introduce(statement); });
}

Result<void> Replica::tellMissing(const DeviceList& list,
                                  const std::vector<wire::DeviceStatement>& theirs) {
  std::set<wire::Digest> told;
  for (const auto& statement : theirs) told.insert(digestOf(statement));
  std::vector<const wire::DeviceStatement*> untold;
  for (const JudgedStatement& judged : list.statements()) {
    if (judged.verdict == Verdict::Counts && !told.contains(judged.digest)) {
      untold.push_back(&judged.statement);
    }
  }
  return tellEach(std::move(untold),
                  [&](const auto& statement) { return around_.link.state(statement); });
}

Result<void> Replica::noteDevices(Round& round) {
  J_TRY(auto news, state_.newDevices());
  const std::string before = news.encode();
  news.note(round.list, nowMs(around_.clock));
  if (news.encode() != before) J_CHECK(state_.keep(news));
  round.outcome.newDevices =
      news.recent(round.list, around_.port.self().device, nowMs(around_.clock));
  return {};
}

Result<void> Replica::beginEpochIfNeeded(Round& round) {
  if (round.list.whoBeginsEpoch() != around_.port.self().device) return {};
  const Maker maker{round.list, round.keyring, signer_, nowMs(around_.clock), around_.random};
  J_TRY(const auto statement, beginEpoch(maker));
  J_CHECK(state_.keep(round.keyring));
  J_TRY(auto statements, state_.statements());
  statements.push_back(statement);
  J_CHECK(state_.keep(statements));
  J_CHECK(around_.link.state(statement));
  J_TRY(round.list, DeviceList::read(round.keyring.vault(), statements, checked_));
  return {};
}

}  // namespace syncing
