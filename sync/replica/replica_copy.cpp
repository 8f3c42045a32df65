// When the journal turns out to be a copy of one that was written on elsewhere (security.md 3.3).
#include <algorithm>

#include "sync/replica/replica_round.h"

namespace syncing {

using journal::OpId;
using journal::Result;
using journal::service::LogOwner;

namespace {

/// What is known of where two copies parted: entries that both have, and the first that they have
/// not.
struct Parting {
  std::uint64_t alike = 0;
  std::uint64_t unlike = ~std::uint64_t{0};
  void see(std::uint64_t seq, bool same) {
    if (same) alike = std::max(alike, seq);
    if (!same) unlike = std::min(unlike, seq);
  }
};

}  // namespace

/// The last entry of this device that is the same here and there. Where only other devices tell of
/// the other copy, and not the other side, what they have seen of both is sure, and the rest is
/// written again, which says everything twice and changes nothing.
Result<std::uint64_t> Replica::lastShared(Round& round) {
  const auto self = around_.port.self().device;
  Parting kept;
  Parting seen;
  std::uint64_t after = 0;
  while (true) {
    J_CHECK(round.checkStop());
    J_TRY(const auto pulled, around_.link.pull(after, kPullBytes));
    for (const wire::Numbered& numbered : pulled.segments) {
      const wire::Segment& segment = numbered.segment;
      const ListedDevice* sealer = round.list.find(segment.sealedBy);
      if (sealer == nullptr) continue;
      const auto payload = open(round.keyring, sealer->signKey, segment);
      if (!payload.ok()) continue;
      for (std::size_t i = 0; segment.author == self && i < payload->entries.size(); ++i) {
        J_TRY(const auto here, around_.port.hashOf(OpId{self, segment.first + i}));
        kept.see(segment.first + i, here && *here == payload->entries[i].hash);
      }
      for (const LogEnd& head : payload->heads) {
        if (head.device != self || head.seq == 0) continue;
        J_TRY(const auto here, around_.port.hashOf(OpId{self, head.seq}));
        seen.see(head.seq, here && *here == head.hash);
      }
    }
    after = pulled.next;
    if (!pulled.more) break;
  }
  const bool otherSideTells = kept.unlike <= seen.unlike;
  return otherSideTells ? std::min(kept.alike, kept.unlike - 1) : seen.alike;
}

Result<void> Replica::becomeAnew(Round& round) {
  J_TRY(const std::uint64_t shared, lastShared(round));
  Secret boxSeed = journal::crypto::randomSecret();
  std::optional<wire::DeviceStatement> added;
  // Nobody is asked meanwhile: it may be a thread that people's words are saved on.
  const auto endorse = [&](const LogOwner& next) -> Result<void> {
    const auto box = journal::crypto::BoxKey::fromSeed(boxSeed);
    const auto share = round.keyring.share();
    J_TRY(const Keyring keyring,
          Keyring::join(next.device, boxSeed.clone(), round.keyring.vault(),
                        {reinterpret_cast<const char*>(share.bytes().data()), share.size()}));
    J_CHECK(state_.keepNext(keyring));
    const ListedDevice* before = round.list.find(around_.port.self().device);
    const auto name = openName(round.keyring, *before);
    const Maker maker{round.list, round.keyring, signer_,
                      around_.clock.now().time_since_epoch().count(), around_.random};
    const Newcomer newcomer{next.device, next.signKey, box.publicKey(),
                            name.ok() ? name.value() : std::string(), false};
    J_TRY(const auto statement, addDevice(maker, newcomer));
    J_TRY(auto statements, state_.statements());
    statements.push_back(statement);
    added = statement;
    return state_.keep(statements);
  };
  J_CHECK(around_.port.becomeAnew(shared, endorse));
  J_TRY(auto keyring, state_.keyring());
  if (!keyring) return journal::Error{journal::ErrorCode::Corrupt, "no keyring"};
  round.keyring = std::move(*keyring);
  J_CHECK(state_.keep(round.keyring));
  J_CHECK(state_.keep(around_.place, Cursor{}));  // the old device's entries are another's now
  round.outcome.becameAnew = true;
  // By the device it is now, for whom the statement speaks. Broken off here, the next exchange does
  // it when it is not known.
  J_CHECK(around_.link.introduce(*added));
  J_TRY(round.list, readList(round.keyring));
  return {};
}

}  // namespace syncing
