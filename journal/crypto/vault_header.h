#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "journal/base/result.h"
#include "journal/crypto/hash.h"
#include "journal/crypto/kdf.h"

namespace journal::crypto {

/// What opens a slot. The numbers are part of the file format.
enum class SlotKind : std::uint8_t { Passphrase = 1, Recovery = 2 };

/// The vault key, wrapped under one key-encryption key.
struct KeySlot {
  SlotKind kind = SlotKind::Passphrase;
  KdfSalt salt{};
  KdfParams kdf{};  ///< zero in a recovery slot
  std::array<std::uint8_t, 72> wrapped{};
  friend bool operator==(const KeySlot&, const KeySlot&) = default;
};

/// The header of a vault, as stored twice beside its database (security.md 2.3). Nothing in it is
/// secret; losing both copies loses the vault.
struct VaultHeader {
  std::uint64_t generation =
      0;  ///< one more at each rewriting; the higher of two whole copies counts
  std::array<std::uint8_t, 16> vaultId{};
  std::vector<KeySlot> slots;  ///< 1 to 8
  Digest mac{};                ///< over all of the above, under the HeaderMac sub-key
  friend bool operator==(const VaultHeader&, const VaultHeader&) = default;
};

inline constexpr std::uint16_t kHeaderVersion = 1;
inline constexpr std::size_t kMaxSlots = 8;
/// Longer files are not headers.
inline constexpr std::size_t kMaxHeaderSize = 4096;

/// The grammar stands at the top of vault_header.cpp.
std::vector<std::uint8_t> encodeHeader(const VaultHeader& header);
/// The part of the encoding that `mac` covers.
std::vector<std::uint8_t> encodeAuthenticated(const VaultHeader& header);

/// Any bytes: a header; TooNew for a whole one (its checksum holds) of a later version; Corrupt for
/// all else. Says nothing of `mac`, which needs the vault key.
Result<VaultHeader> decodeHeader(std::span<const std::uint8_t> bytes);

}  // namespace journal::crypto
