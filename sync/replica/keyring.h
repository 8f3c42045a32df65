#pragma once

#include <map>
#include <string>
#include <string_view>

#include "journal/base/random.h"
#include "journal/base/result.h"
#include "journal/crypto/hash.h"
#include "journal/crypto/sealed_box.h"
#include "journal/crypto/secret.h"
#include "sync/wire/ids.h"
#include "sync/wire/segment.h"

namespace syncing {

using journal::crypto::Secret;
using journal::crypto::SecretMemory;

/// An epoch is named by its key (the first half of a keyed hash), so nobody can give two devices
/// two keys under one name. The name tells nothing of the key.
wire::EpochId epochIdOf(const Secret& epochKey);
Secret randomEpochKey(journal::Random& random);

/// What a device must keep secret to take part in synchronising its journal; not its signing key,
/// which the journal's log keeps. Move-only: its keys are in locked memory.
class Keyring {
 public:
  /// `founding` is the first epoch's key, `names` the one that real names are sealed under.
  Keyring(wire::DeviceId device, Secret boxSeed, wire::VaultId vault, Secret founding,
          Secret names);

  wire::DeviceId device() const { return device_; }
  wire::VaultId vault() const { return vault_; }
  const journal::crypto::BoxKey& boxKey() const { return boxKey_; }
  const Secret& names() const { return names_; }

  wire::EpochId founding() const { return founding_; }
  /// What is sealed now is sealed under this one. The founding epoch at first.
  wire::EpochId sealing() const { return sealing_; }
  /// InvalidInput when its key is not here.
  journal::Result<void> sealWith(wire::EpochId epoch);
  bool has(wire::EpochId epoch) const { return epochs_.contains(epoch); }
  std::size_t epochCount() const { return epochs_.size(); }
  /// Null when it is not here. Valid as long as the keyring.
  const Secret* epochKey(wire::EpochId epoch) const;
  /// Keeps the key of an epoch; here already: nothing changes.
  wire::EpochId keep(Secret epochKey);

  /// What stands for an entry where nobody may know it. The same on every device and for ever: its
  /// key comes from the founding epoch's.
  wire::Mark mark(const journal::crypto::Digest& entryHash) const;

  /// Everything another device of the journal needs: for a box that only it can open.
  ///   share   := u8 format (1), names 32, founding key 32, u16 n, epoch key 32 *n
  /// the others ascending by their ids.
  SecretMemory share() const;
  /// Keeps the epoch keys of a share. Corrupt when it is of another journal, would make more than
  /// kMostEpochs, or is no share at all; TooNew for a later format. Any bytes may be given.
  journal::Result<void> take(std::string_view share);
  /// The keyring of a device that was given `share`. Errors as take's.
  static journal::Result<Keyring> join(wire::DeviceId device, Secret boxSeed, wire::VaultId vault,
                                       std::string_view share);

  /// For the vault, which seals it; the caller wipes it.
  ///   keyring := u8 format (1), device 16, box seed 32, vault 16, sealing 16, share
  std::string encode() const;
  /// Total: a keyring that encodes to these bytes again, or Corrupt; TooNew for a later format.
  static journal::Result<Keyring> decode(std::string_view bytes);

 private:
  std::string encodeShare(std::string out) const;

  wire::DeviceId device_;
  Secret boxSeed_;
  journal::crypto::BoxKey boxKey_;
  wire::VaultId vault_;
  Secret names_;
  wire::EpochId founding_;
  wire::EpochId sealing_;
  Secret marks_;
  std::map<wire::EpochId, Secret> epochs_;
};

/// More epochs than a journal can have: one begins with each removal of a device.
inline constexpr std::size_t kMostEpochs = 1024;

}  // namespace syncing
