#pragma once

#include <string>
#include <string_view>

#include "journal/base/random.h"
#include "sync/replica/device_list.h"
#include "sync/replica/keyring.h"
#include "sync/replica/signer.h"

namespace syncing {

/// Who makes a statement, out of what it knows: `list` must be read from all of that.
struct Maker {
  const DeviceList& list;
  Keyring& keyring;
  Signer& signer;
  std::int64_t nowMs = 0;
  journal::Random& random;  ///< the operating system's outside tests
};

struct Founding {
  Keyring keyring;
  wire::DeviceStatement statement;
};
/// Begins the device list of a journal, which from then on is known by the statement's vault id.
/// `names` is the key that real names are sealed under. Keep the keyring before the statement is
/// sent.
Founding foundJournal(Signer& signer, Secret boxSeed, Secret names, std::string_view name,
                      std::int64_t nowMs, journal::Random& random);

/// A device that is to be added, or a recovery key that is to stand as one.
struct Newcomer {
  wire::DeviceId device;
  wire::PublicKey signKey{};
  wire::PublicKey boxKey{};
  std::string name;
  bool isRecoveryKey = false;
};
/// Makes `newcomer` a device and gives it every key that the maker was given. Locked when the
/// signer is not one itself; Conflict when a device of that id was added with other keys or was
/// removed (one that is in with the same keys is only given everything again); InvalidInput when a
/// key of it is none.
journal::Result<wire::DeviceStatement> addDevice(const Maker& maker, const Newcomer& newcomer);

/// Removes a device for ever and begins an epoch whose key everybody else is given. The keyring
/// keeps that key and seals with it: keep the keyring before the statement is sent. What the device
/// already holds stays readable to it. NotFound when it is none of the journal's; else as
/// addDevice.
journal::Result<wire::DeviceStatement> removeDevice(const Maker& maker, wire::DeviceId device);

/// Begins an epoch and gives every device every key. Errors and keyring as removeDevice.
journal::Result<wire::DeviceStatement> beginEpoch(const Maker& maker);

/// The keyring of a device that is on the list and has none: its program ended between being added
/// and keeping it, or it is the recovery key. NotFound when it was never added under these keys;
/// Locked when it has been removed; Corrupt when nothing it was given opens.
journal::Result<Keyring> keyringFromList(const DeviceList& list, wire::DeviceId device,
                                         const wire::PublicKey& signKey, const Secret& boxSeed);

/// Takes the keys that statements give to the keyring's device; true when any was new. Boxes that
/// do not open or hold something else are passed over: their makers are at fault, and a key that is
/// missing after all shows as such when something is sealed with it.
bool openBoxes(const DeviceList& list, Keyring& keyring);

/// What people call a device, as it stands in a statement:
///   sealed-name := epoch 16, sealed under its key: u8 length, name, zeros; 168 bytes in all
/// Names longer than kMostNameText bytes are cut at a letter.
std::string sealName(const Keyring& keyring, wire::DeviceId device, std::string_view name,
                     journal::Random& random);
/// NotFound when the epoch's key is not here; Corrupt when nobody who had it wrote this.
journal::Result<std::string> openName(const Keyring& keyring, const ListedDevice& device);

inline constexpr std::size_t kMostNameText = 100;
std::string_view cutName(std::string_view name);

}  // namespace syncing
