#pragma once

#include "sync/replica/device_statements.h"
#include "sync/replica/replica_state.h"

namespace tests {

/// Makes the journal behind `next`, still empty, a device of the one behind `old`: what pairing
/// comes to, without the letters. `link` is `old`'s.
inline journal::Result<void> addWithoutLetters(syncing::SyncPort& old, syncing::SyncPort& next,
                                               syncing::wire::HubLink& link,
                                               journal::Random& random) {
  syncing::ReplicaState state(old);
  J_TRY(auto keyring, state.keyring());
  if (!keyring) return journal::Error{journal::ErrorCode::NotFound, "no journal of devices"};
  J_TRY(auto statements, state.statements());
  J_TRY(const auto list, syncing::DeviceList::read(keyring->vault(), statements));
  syncing::PortSigner signer(old);
  journal::crypto::Secret seed = journal::crypto::randomSecret();
  const auto box = journal::crypto::BoxKey::fromSeed(seed);
  const auto self = next.self();
  J_TRY(const auto statement,
        syncing::addDevice({list, *keyring, signer, 0, random},
                           {self.device, self.signKey, box.publicKey(), "Another", false}));
  statements.push_back(statement);
  J_CHECK(state.keep(statements));
  J_CHECK(link.state(statement));
  const auto share = keyring->share();
  J_TRY(
      const auto joined,
      syncing::Keyring::join(self.device, std::move(seed), keyring->vault(),
                             {reinterpret_cast<const char*>(share.bytes().data()), share.size()}));
  J_CHECK(next.adoptNamesKey(old.namesKey()));
  syncing::ReplicaState theirs(next);
  J_CHECK(theirs.keep(joined));
  return theirs.keep(statements);
}

}  // namespace tests
