#include "sync/replica/recovery.h"

#include <algorithm>
#include <string>
#include <utility>

#include "journal/crypto/hash.h"
#include "journal/crypto/sealed_box.h"

namespace syncing {
namespace {

using journal::Error;
using journal::ErrorCode;
using journal::Result;
using journal::crypto::bytesOf;
using journal::crypto::keyedHash;

std::string_view viewOfShare(const SecretMemory& share) {
  return {reinterpret_cast<const char*>(share.bytes().data()), share.size()};
}

}  // namespace

RecoveryDevice recoveryDevice(const journal::crypto::RecoveryBytes& bytes, wire::VaultId vault) {
  const Secret master = journal::crypto::deriveFromRecovery(bytes, vault.bytes());
  const auto named = keyedHash(master, bytesOf("afternote recovery device"));
  wire::DeviceId::Bytes id{};
  std::copy_n(named.begin(), id.size(), id.begin());
  const Secret signSeed = Secret::copyOf(keyedHash(master, bytesOf("afternote recovery signing")));
  Secret boxSeed = Secret::copyOf(keyedHash(master, bytesOf("afternote recovery box")));
  return {KeySigner(wire::DeviceId::fromBytes(id), journal::crypto::SigningKey::fromSeed(signSeed)),
          std::move(boxSeed)};
}

Newcomer RecoveryDevice::newcomer(std::string_view name) const {
  Newcomer newcomer;
  newcomer.device = signer.device();
  newcomer.signKey = signer.publicKey();
  newcomer.boxKey = journal::crypto::BoxKey::fromSeed(boxSeed).publicKey();
  newcomer.name = std::string(name);
  newcomer.isRecoveryKey = true;
  return newcomer;
}

Result<Keyring> openWithRecovery(const DeviceList& list, RecoveryDevice device) {
  const wire::DeviceId id = device.signer.device();
  const ListedDevice* listed = list.find(id);
  if (listed == nullptr || listed->signKey != device.signer.publicKey()) {
    return Error{ErrorCode::NotFound, "recovery key is not on the device list"};
  }
  if (!listed->isIn) return Error{ErrorCode::Locked, "recovery key was changed since"};
  const auto boxKey = journal::crypto::BoxKey::fromSeed(device.boxSeed);
  for (const JudgedStatement& judged : list.statements()) {
    if (judged.digest != listed->added) continue;
    for (const wire::KeyBox& box : judged.statement.boxes) {
      if (box.device != id) continue;
      J_TRY(const SecretMemory share, boxKey.open(bytesOf(box.sealed)));
      J_TRY(Keyring keyring,
            Keyring::join(id, std::move(device.boxSeed), list.vault(), viewOfShare(share)));
      if (keyring.founding() != list.foundingEpoch()) break;
      openBoxes(list, keyring);
      return keyring;
    }
  }
  return Error{ErrorCode::Corrupt, "recovery key was given no keys"};
}

}  // namespace syncing
