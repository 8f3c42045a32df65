#include "sync/replica/recovery.h"

#include <algorithm>
#include <string>
#include <utility>

#include "journal/crypto/hash.h"
#include "journal/crypto/sealed_box.h"

namespace syncing {
namespace {

using journal::Result;
using journal::crypto::bytesOf;
using journal::crypto::keyedHash;

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

Result<Keyring> openWithRecovery(const DeviceList& list, const RecoveryDevice& device) {
  return keyringFromList(list, device.signer.device(), device.signer.publicKey(), device.boxSeed);
}

}  // namespace syncing
