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
using journal::crypto::RecoveryBytes;

/// What is on the list already is left.
Result<void> put(KnownDevices& known, const OwnJournal& own, const Newcomer& newcomer) {
  const ListedDevice* listed = known.list.find(newcomer.device);
  if (listed != nullptr && listed->isIn) return {};
  if (listed != nullptr) {
    return Error{ErrorCode::Locked, "recovery key was removed",
                 "This recovery key was taken off the list, and stays off. Make a new one."};
  }
  return known.state(own, [&](const Maker& maker) { return addDevice(maker, newcomer); });
}

}  // namespace

journal::crypto::SigningKey recoverySigningKey(const RecoveryBytes& bytes, wire::VaultId vault) {
  const Secret master = journal::crypto::deriveFromRecovery(bytes, vault.bytes());
  return journal::crypto::SigningKey::fromSeed(
      Secret::copyOf(keyedHash(master, bytesOf("afternote recovery signing"))));
}

RecoveryDevice recoveryDevice(const RecoveryBytes& bytes, wire::VaultId vault) {
  const Secret master = journal::crypto::deriveFromRecovery(bytes, vault.bytes());
  const auto named = keyedHash(master, bytesOf("afternote recovery device"));
  wire::DeviceId::Bytes id{};
  std::copy_n(named.begin(), id.size(), id.begin());
  Secret boxSeed = Secret::copyOf(keyedHash(master, bytesOf("afternote recovery box")));
  return {KeySigner(wire::DeviceId::fromBytes(id), recoverySigningKey(bytes, vault)),
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

Result<void> listRecoveryKey(const OwnJournal& own, const RecoveryBytes& bytes,
                             std::string_view name) {
  J_TRY(auto known, KnownDevices::of(own.port));
  const Newcomer paper = recoveryDevice(bytes, known.keyring.vault()).newcomer(name);
  J_CHECK(put(known, own, paper));
  J_CHECK(ReplicaState(own.port).keepPaper(paper.device));
  return known.keep(own.port);
}

Result<bool> hasListedRecoveryKey(SyncPort& port, const DeviceList& list) {
  J_TRY(const auto paper, ReplicaState(port).paper());
  return paper.has_value() && list.isIn(*paper);
}

Result<void> replaceListedRecoveryKey(const OwnJournal& own, const RecoveryBytes& now,
                                      std::string_view name) {
  auto known = KnownDevices::of(own.port);
  if (!known.ok() && known.error().code == ErrorCode::NotFound) return {};  // no list
  if (!known.ok()) return known.error();
  ReplicaState state(own.port);
  J_TRY(const auto old, state.paper());
  if (!old || !known->list.isIn(*old)) return {};
  // The new one first: the epoch that begins with the removal is for it too.
  const Newcomer paper = recoveryDevice(now, known->keyring.vault()).newcomer(name);
  J_CHECK(put(*known, own, paper));
  J_CHECK(known->state(own, [&](const Maker& maker) { return removeDevice(maker, *old); }));
  J_CHECK(known->keep(own.port));
  return state.keepPaper(paper.device);
}

Result<void> comeBack(const OwnJournal& own, wire::HubLink& asPaper, RecoveryDevice& paper,
                      wire::VaultId vault, std::string_view name) {
  ReplicaState state(own.port);
  J_TRY(const auto before, state.keyring());
  if (before) return Error{ErrorCode::Conflict, "has devices already"};
  J_TRY(auto statements, asPaper.statements());
  J_TRY(const auto list, DeviceList::read(vault, statements));
  J_TRY(auto papers, openWithRecovery(list, paper));

  J_TRY(const Secret seed, state.joiningSeed());
  const auto self = own.port.self();
  const Newcomer machine{self.device, self.signKey,
                         journal::crypto::BoxKey::fromSeed(seed).publicKey(), std::string(name)};
  const Maker maker{list, papers, paper.signer, own.nowMs(), own.random};
  J_TRY(auto added, addDevice(maker, machine));
  J_CHECK(asPaper.state(added));

  statements.push_back(std::move(added));
  J_TRY(const auto since, DeviceList::read(vault, statements));
  J_TRY(const auto keyring, keyringFromList(since, self.device, self.signKey, seed));
  return state.adopt(keyring, statements);
}

}  // namespace syncing
