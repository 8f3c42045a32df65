#include "sync/replica/device_statements.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "journal/base/bytes.h"
#include "journal/base/utf8.h"
#include "journal/crypto/envelope.h"

namespace syncing {
namespace {

using journal::ByteReader;
using journal::ByteWriter;
using journal::Error;
using journal::ErrorCode;
using journal::Result;
using journal::crypto::bytesOf;
using wire::DeviceStatement;
using wire::StatementKind;

constexpr std::size_t kNameBlock = 112;
static_assert(kMostNameText < kNameBlock && kNameBlock < 256);

std::string nameContext(wire::VaultId vault, wire::DeviceId device) {
  std::string context = "afternote device name";
  ByteWriter(context).put(vault.bytes()).put(device.bytes());
  return context;
}

std::string_view textOf(std::span<const std::uint8_t> bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

void signAs(Signer& signer, DeviceStatement& statement) {
  statement.signer = signer.device();
  statement.signature = signer.sign(wire::signedPart(statement));
}

/// Whether this maker may state anything. Its keyring then holds all that it must pass on.
Result<void> mayState(const Maker& maker) {
  const ListedDevice* self = maker.list.find(maker.signer.device());
  if (self == nullptr || !self->isIn || self->signKey != maker.signer.publicKey()) {
    return Error{ErrorCode::Locked, "this device is not one of the journal's"};
  }
  openBoxes(maker.list, maker.keyring);
  return {};
}

DeviceStatement blank(const Maker& maker, StatementKind kind, wire::DeviceId device) {
  DeviceStatement statement;
  statement.kind = kind;
  statement.vault = maker.keyring.vault();
  statement.device = device;
  statement.atMs = maker.nowMs;
  statement.after = maker.list.newest();
  return statement;
}

Result<void> giveKeys(const Maker& maker, wire::DeviceId device, const wire::PublicKey& boxKey,
                      DeviceStatement& statement) {
  const SecretMemory share = maker.keyring.share();
  J_TRY(const std::vector<std::uint8_t> box,
        journal::crypto::sealTo(boxKey, share.bytes(), maker.random));
  statement.boxes.push_back({device, std::string(textOf(box))});
  return {};
}

/// Begins an epoch in `statement` for every device but `without`.
Result<void> giveNewEpoch(const Maker& maker, wire::DeviceId without, DeviceStatement& statement) {
  statement.epoch = maker.keyring.keep(randomEpochKey(maker.random));
  J_CHECK(maker.keyring.sealWith(statement.epoch));
  for (const ListedDevice& device : maker.list.devices()) {  // by id, as boxes must be
    if (!device.isIn || device.id == without) continue;
    J_CHECK(giveKeys(maker, device.id, device.boxKey, statement));
  }
  return {};
}

/// A statement that no longer counts was honest once: what was sealed then needs its key.
bool wasSigned(Verdict verdict) {
  return verdict == Verdict::Counts || verdict == Verdict::ByRemoved ||
         verdict == Verdict::ByNobody || verdict == Verdict::Overruled;
}

/// Opening a box takes 0.1 ms: not at every synchronisation.
bool hasAllItWasGiven(const DeviceList& list, const Keyring& keyring) {
  return std::all_of(list.epochs().begin(), list.epochs().end(), [&](const ListedEpoch& epoch) {
    return keyring.has(epoch.id) ||
           !std::binary_search(epoch.holders.begin(), epoch.holders.end(), keyring.device());
  });
}

void takeFrom(const wire::KeyBox& box, Keyring& keyring) {
  const auto share = keyring.boxKey().open(bytesOf(box.sealed));
  if (share.ok()) static_cast<void>(keyring.take(textOf(share->bytes())));
}

}  // namespace

Founding foundJournal(Signer& signer, Secret boxSeed, Secret names, std::string_view name,
                      std::int64_t nowMs, journal::Random& random) {
  Secret epochKey = randomEpochKey(random);
  DeviceStatement statement;
  statement.kind = StatementKind::Found;
  statement.device = signer.device();
  statement.signKey = signer.publicKey();
  statement.boxKey = journal::crypto::BoxKey::fromSeed(boxSeed).publicKey();
  statement.atMs = nowMs;
  statement.epoch = epochIdOf(epochKey);
  statement.vault = vaultIdOf(statement);
  Keyring keyring(signer.device(), std::move(boxSeed), statement.vault, std::move(epochKey),
                  std::move(names));
  statement.sealedName = sealName(keyring, signer.device(), name, random);
  signAs(signer, statement);
  return {std::move(keyring), std::move(statement)};
}

Result<DeviceStatement> addDevice(const Maker& maker, const Newcomer& newcomer) {
  J_CHECK(mayState(maker));
  const ListedDevice* known = maker.list.find(newcomer.device);
  if (known != nullptr &&
      (!known->isIn || known->signKey != newcomer.signKey || known->boxKey != newcomer.boxKey)) {
    return Error{ErrorCode::Conflict, "another device of this id was added before"};
  }
  DeviceStatement statement = blank(maker, StatementKind::Add, newcomer.device);
  statement.signKey = newcomer.signKey;
  statement.boxKey = newcomer.boxKey;
  statement.recovery = newcomer.isRecoveryKey ? 1 : 0;
  statement.sealedName = sealName(maker.keyring, newcomer.device, newcomer.name, maker.random);
  J_CHECK(giveKeys(maker, newcomer.device, newcomer.boxKey, statement));
  signAs(maker.signer, statement);
  return statement;
}

Result<DeviceStatement> removeDevice(const Maker& maker, wire::DeviceId device) {
  J_CHECK(mayState(maker));
  if (!maker.list.isIn(device)) return Error{ErrorCode::NotFound, "no such device"};
  DeviceStatement statement = blank(maker, StatementKind::Remove, device);
  J_CHECK(giveNewEpoch(maker, device, statement));
  signAs(maker.signer, statement);
  return statement;
}

Result<DeviceStatement> beginEpoch(const Maker& maker) {
  J_CHECK(mayState(maker));
  DeviceStatement statement = blank(maker, StatementKind::Epoch, maker.signer.device());
  J_CHECK(giveNewEpoch(maker, {}, statement));
  signAs(maker.signer, statement);
  return statement;
}

Result<Keyring> keyringFromList(const DeviceList& list, wire::DeviceId device,
                                const wire::PublicKey& signKey, const Secret& boxSeed) {
  const auto boxKey = journal::crypto::BoxKey::fromSeed(boxSeed);
  const ListedDevice* listed = list.find(device);
  if (listed == nullptr || listed->signKey != signKey || listed->boxKey != boxKey.publicKey()) {
    return Error{ErrorCode::NotFound, "not on the device list"};
  }
  if (!listed->isIn) return Error{ErrorCode::Locked, "removed from the device list"};
  for (const JudgedStatement& judged : list.statements()) {
    if (!wasSigned(judged.verdict)) continue;
    for (const wire::KeyBox& box : judged.statement.boxes) {
      if (box.device != device) continue;
      const auto share = boxKey.open(bytesOf(box.sealed));
      if (!share.ok()) continue;
      auto keyring = Keyring::join(device, boxSeed.clone(), list.vault(), textOf(share->bytes()));
      if (!keyring.ok() || keyring->founding() != list.foundingEpoch()) continue;
      openBoxes(list, *keyring);
      return keyring;
    }
  }
  return Error{ErrorCode::Corrupt, "given no keys that open"};
}

bool openBoxes(const DeviceList& list, Keyring& keyring) {
  if (hasAllItWasGiven(list, keyring)) return false;
  const std::size_t before = keyring.epochCount();
  for (const JudgedStatement& judged : list.statements()) {
    if (!wasSigned(judged.verdict)) continue;
    for (const wire::KeyBox& box : judged.statement.boxes) {
      if (box.device == keyring.device()) takeFrom(box, keyring);
    }
  }
  return keyring.epochCount() != before;
}

std::string_view cutName(std::string_view name) {
  std::size_t size = std::min(name.size(), kMostNameText);
  while (!journal::isBoundary(name, size)) --size;
  return name.substr(0, size);
}

std::string sealName(const Keyring& keyring, wire::DeviceId device, std::string_view name,
                     journal::Random& random) {
  const std::string_view kept = cutName(name);
  std::string block;
  ByteWriter(block).put(static_cast<std::uint8_t>(kept.size())).putRaw(kept);
  block.resize(kNameBlock);
  const auto sealed = journal::crypto::seal(*keyring.epochKey(keyring.sealing()), bytesOf(block),
                                            bytesOf(nameContext(keyring.vault(), device)), random);
  std::string out;
  ByteWriter(out).put(keyring.sealing().bytes()).putRaw(textOf(sealed));
  return out;
}

Result<std::string> openName(const Keyring& keyring, const ListedDevice& device) {
  ByteReader in(device.sealedName);
  const auto epoch = in.id<wire::EpochId>();
  const Secret* key = keyring.epochKey(epoch);
  if (in.isShort()) return Error{ErrorCode::Corrupt, "device name"};
  if (key == nullptr) return Error{ErrorCode::NotFound, "epoch " + epoch.hex()};
  const std::string context = nameContext(keyring.vault(), device.id);
  J_TRY(const std::vector<std::uint8_t> block,
        journal::crypto::open(*key, bytesOf(in.raw(in.left())), bytesOf(context)));
  ByteReader content(textOf(block));
  const std::string_view name = content.raw(content.integer<std::uint8_t>());
  if (content.isShort() || !journal::isValidUtf8(name)) {
    return Error{ErrorCode::Corrupt, "device name"};
  }
  return std::string(name);
}

}  // namespace syncing
