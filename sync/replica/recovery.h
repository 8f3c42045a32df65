#pragma once

#include <string_view>

#include "journal/crypto/recovery_key.h"
#include "sync/replica/device_statements.h"

namespace syncing {

/// The recovery key as a device of the journal: its id and keys come from the 160 bits on the paper
/// and the journal's id, so a new machine that has the paper and finds the journal on a hub can
/// become that device, take every key and add itself. A hub cannot make up a journal that this
/// device is on: it does not know the keys.
struct RecoveryDevice {
  KeySigner signer;
  Secret boxSeed;

  /// For addDevice. `name` is what the list of devices calls it.
  Newcomer newcomer(std::string_view name) const;
};
RecoveryDevice recoveryDevice(const journal::crypto::RecoveryBytes& bytes, wire::VaultId vault);

/// The keyring of the recovery key, out of what the list gave it. NotFound when this recovery key
/// was never on the list (another journal, or another key); Locked when it has been removed
/// (somebody changed the recovery key since); Corrupt when what it was given does not open.
journal::Result<Keyring> openWithRecovery(const DeviceList& list, const RecoveryDevice& device);

}  // namespace syncing
