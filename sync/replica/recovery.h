#pragma once

#include <string_view>

#include "journal/crypto/recovery_key.h"
#include "sync/replica/known_devices.h"
#include "sync/wire/hub_link.h"

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
/// The signer's, for who signs requests with it.
journal::crypto::SigningKey recoverySigningKey(const journal::crypto::RecoveryBytes& bytes,
                                               wire::VaultId vault);

/// The keyring of the recovery key, out of what the list gave it. NotFound when this recovery key
/// was never on the list (another journal, or another key); Locked when it has been removed
/// (somebody changed the recovery key since); Corrupt when what it was given does not open.
journal::Result<Keyring> openWithRecovery(const DeviceList& list, const RecoveryDevice& device);

/// Puts the recovery key on the journal's list, for `comeBack`. The other sides hear of it when
/// they are next synchronised with. On it already: nothing changes. NotFound, with advice, for a
/// journal of one device; Locked when this recovery key was removed, or this device is none of the
/// journal's any more.
journal::Result<void> listRecoveryKey(const OwnJournal& own,
                                      const journal::crypto::RecoveryBytes& bytes,
                                      std::string_view name);
/// When a new recovery key was made: takes the one that this journal listed last off, for ever, and
/// puts the new one on. One that was not on the list has no successor there; a journal of one
/// device has no list.
journal::Result<void> replaceListedRecoveryKey(const OwnJournal& own,
                                               const journal::crypto::RecoveryBytes& now,
                                               std::string_view name);
/// Whether the recovery key of the journal on this device is on the list.
journal::Result<bool> hasListedRecoveryKey(SyncPort& port, const DeviceList& list);

/// Makes the new, empty journal on this device one of the devices of `vault`, by its recovery key.
/// `asPaper` must be asked as the recovery key's device. What it holds comes with the next
/// synchronising. Done half, it can be done again. Conflict when this journal has devices already;
/// NotFound and Locked as openWithRecovery.
journal::Result<void> comeBack(const OwnJournal& own, wire::HubLink& asPaper, RecoveryDevice& paper,
                               wire::VaultId vault, std::string_view name);

}  // namespace syncing
