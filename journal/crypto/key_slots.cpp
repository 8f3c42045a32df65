#include "journal/crypto/key_slots.h"

#include <algorithm>

#include <sodium.h>

#include "journal/crypto/envelope.h"
#include "journal/crypto/sub_key.h"

namespace journal::crypto {
namespace {

/// What a slot's wrapping is bound to: the header with this slot alone, emptied, and no generation.
/// The encoding is the header's own, so every field that governs the slot is in it.
std::vector<std::uint8_t> contextOf(const VaultHeader& header, const KeySlot& slot) {
  VaultHeader bound;
  bound.vaultId = header.vaultId;
  bound.slots = {slot};
  bound.slots.front().wrapped.fill(0);
  return encodeAuthenticated(bound);
}

void wrap(VaultHeader& header, KeySlot slot, const Secret& key, const Secret& vaultKey) {
  const auto sealed = seal(key, vaultKey.bytes(), contextOf(header, slot));
  J_ASSERT(sealed.size() == slot.wrapped.size());
  std::copy(sealed.begin(), sealed.end(), slot.wrapped.begin());
  const auto old = std::find_if(header.slots.begin(), header.slots.end(),
                                [&slot](const KeySlot& other) { return other.kind == slot.kind; });
  if (old != header.slots.end()) {
    *old = slot;
  } else {
    header.slots.push_back(slot);
  }
}

KeySlot newSlot(SlotKind kind, KdfParams kdf) {
  KeySlot slot;
  slot.kind = kind;
  slot.kdf = kdf;
  randombytes_buf(slot.salt.data(), slot.salt.size());
  return slot;
}

Result<Secret> unwrap(const VaultHeader& header, const KeySlot& slot, const Secret& key) {
  auto opened = open(key, slot.wrapped, contextOf(header, slot));
  if (!opened.ok()) return Error{ErrorCode::WrongPassphrase, "slot does not open"};
  Secret vaultKey = Secret::copyOf(std::span(*opened).first<Secret::kSize>());
  wipe(*opened);
  const Digest expected =
      keyedHash(deriveSubKey(vaultKey, SubKey::HeaderMac), encodeAuthenticated(header));
  if (!equal(expected, header.mac)) {
    return Error{ErrorCode::Corrupt, "vault header: changed by somebody without the key"};
  }
  return vaultKey;
}

/// Tries every slot of one kind. `keyOf(slot)` gives its key-encryption key.
template <class KeyOf>
Result<Secret> unwrapAny(const VaultHeader& header, SlotKind kind, const KeyOf& keyOf) {
  for (const KeySlot& slot : header.slots) {
    if (slot.kind != kind) continue;
    J_TRY(const Secret key, keyOf(slot));
    auto vaultKey = unwrap(header, slot, key);
    if (vaultKey.ok() || vaultKey.error().code != ErrorCode::WrongPassphrase) return vaultKey;
  }
  return Error{ErrorCode::WrongPassphrase, "no slot opens"};
}

}  // namespace

VaultHeader newHeader() {
  ready();
  VaultHeader header;
  header.generation = 1;
  randombytes_buf(header.vaultId.data(), header.vaultId.size());
  return header;
}

Result<void> wrapForPassphrase(VaultHeader& header, const Secret& vaultKey,
                               const SecretString& passphrase, KdfParams kdf) {
  const KeySlot slot = newSlot(SlotKind::Passphrase, kdf);
  J_TRY(const Secret key, deriveFromPassphrase(passphrase, slot.salt, kdf));
  wrap(header, slot, key, vaultKey);
  return {};
}

void wrapForRecovery(VaultHeader& header, const Secret& vaultKey, const RecoveryBytes& recovery) {
  const KeySlot slot = newSlot(SlotKind::Recovery, {});
  wrap(header, slot, deriveFromRecovery(recovery, slot.salt), vaultKey);
}

void sign(VaultHeader& header, const Secret& vaultKey) {
  header.mac = keyedHash(deriveSubKey(vaultKey, SubKey::HeaderMac), encodeAuthenticated(header));
}

Result<Secret> unwrapWithPassphrase(const VaultHeader& header, const SecretString& passphrase) {
  return unwrapAny(header, SlotKind::Passphrase, [&passphrase](const KeySlot& slot) {
    return deriveFromPassphrase(passphrase, slot.salt, slot.kdf);
  });
}

Result<Secret> unwrapWithRecovery(const VaultHeader& header, const RecoveryBytes& recovery) {
  return unwrapAny(header, SlotKind::Recovery, [&recovery](const KeySlot& slot) -> Result<Secret> {
    return deriveFromRecovery(recovery, slot.salt);
  });
}

}  // namespace journal::crypto
