// The vault header. Integers are little-endian.
//
//   header     = magic version generation vault-id count 1*8(slot) mac checksum
//   magic      = "AFTRVLT" %x00   ; 8 bytes
//   version    = u16              ; 1
//   generation = u64
//   vault-id   = 16 bytes         ; random
//   count      = u8               ; how many slots follow, 1 to 8
//   slot       = kind salt passes memory wrapped
//   kind       = u8               ; 1 passphrase, 2 recovery key
//   salt       = 16 bytes         ; random at each wrapping
//   passes     = u32              ; Argon2id t; 0 in a recovery slot
//   memory     = u32              ; Argon2id m in KiB; 0 in a recovery slot
//   wrapped    = nonce ciphertext tag
//                                 ; 24 + 32 + 16 bytes: XChaCha20-Poly1305 of the vault key, with
//                                 ; context = this header up to mac, with generation 0, this slot
//                                 ; alone, and zeros for its wrapped
//   mac        = 32 bytes         ; BLAKE2b-256 of all before it, keyed by sub-key 6
//   checksum   = 32 bytes         ; BLAKE2b-256 of all before it
//
// Every version keeps magic and version first and checksum last, so that an older program can tell
// "newer" from "damaged". The checksum finds damage without a key; the mac finds changes by
// somebody without the key, in any field: settings cannot be weakened nor slots put back. (A slot's
// own context cannot include the other slots: the recovery slot could then not stay as it is when
// the passphrase changes.)

#include "journal/crypto/vault_header.h"

#include <algorithm>

#include <fmt/format.h>

namespace journal::crypto {
namespace {

constexpr std::array<std::uint8_t, 8> kMagic = {'A', 'F', 'T', 'R', 'V', 'L', 'T', 0};
constexpr std::size_t kPrefix = kMagic.size() + 2;

template <class Unsigned>
void putInteger(std::vector<std::uint8_t>& out, Unsigned value) {
  for (std::size_t i = 0; i < sizeof value; ++i) {
    out.push_back(static_cast<std::uint8_t>(value >> (8 * i)));
  }
}

void putBytes(std::vector<std::uint8_t>& out, std::span<const std::uint8_t> bytes) {
  out.insert(out.end(), bytes.begin(), bytes.end());
}

/// Reads on; once it runs short everything reads as zero and `whole()` is false.
class Reader {
 public:
  explicit Reader(std::span<const std::uint8_t> bytes) : rest_(bytes) {}

  template <class Unsigned>
  Unsigned integer() {
    std::array<std::uint8_t, sizeof(Unsigned)> raw{};
    bytes(raw);
    Unsigned value = 0;
    for (std::size_t i = sizeof value; i-- > 0;) {
      value = static_cast<Unsigned>(static_cast<std::uint64_t>(value) << 8 | raw[i]);
    }
    return value;
  }

  void bytes(std::span<std::uint8_t> out) {
    if (rest_.size() < out.size()) {
      short_ = true;
      rest_ = {};
      return;
    }
    std::copy_n(rest_.begin(), out.size(), out.begin());
    rest_ = rest_.subspan(out.size());
  }

  bool whole() const { return !short_ && rest_.empty(); }

 private:
  std::span<const std::uint8_t> rest_;
  bool short_ = false;
};

bool sensible(const KeySlot& slot) {
  if (slot.kind == SlotKind::Recovery) return slot.kdf == KdfParams{};
  return slot.kind == SlotKind::Passphrase && acceptable(slot.kdf);
}

Error damaged(std::string_view what) {
  return Error{ErrorCode::Corrupt, fmt::format("vault header: {}", what)};
}

/// Everything between the prefix and the checksum.
Result<VaultHeader> decodeBody(std::span<const std::uint8_t> body) {
  Reader reader(body);
  VaultHeader header;
  header.generation = reader.integer<std::uint64_t>();
  reader.bytes(header.vaultId);
  const std::size_t count = reader.integer<std::uint8_t>();
  if (count < 1 || count > kMaxSlots) return damaged("number of slots");
  for (std::size_t i = 0; i < count; ++i) {
    KeySlot slot;
    slot.kind = static_cast<SlotKind>(reader.integer<std::uint8_t>());
    reader.bytes(slot.salt);
    slot.kdf.passes = reader.integer<std::uint32_t>();
    slot.kdf.memoryKib = reader.integer<std::uint32_t>();
    reader.bytes(slot.wrapped);
    if (!sensible(slot)) return damaged("slot");
    header.slots.push_back(slot);
  }
  reader.bytes(header.mac);
  if (!reader.whole()) return damaged("length");
  return header;
}

}  // namespace

std::vector<std::uint8_t> encodeAuthenticated(const VaultHeader& header) {
  J_ASSERT(!header.slots.empty() && header.slots.size() <= kMaxSlots);
  std::vector<std::uint8_t> out(kMagic.begin(), kMagic.end());
  putInteger(out, kHeaderVersion);
  putInteger(out, header.generation);
  putBytes(out, header.vaultId);
  putInteger(out, static_cast<std::uint8_t>(header.slots.size()));
  for (const KeySlot& slot : header.slots) {
    putInteger(out, static_cast<std::uint8_t>(slot.kind));
    putBytes(out, slot.salt);
    putInteger(out, slot.kdf.passes);
    putInteger(out, slot.kdf.memoryKib);
    putBytes(out, slot.wrapped);
  }
  return out;
}

std::vector<std::uint8_t> encodeHeader(const VaultHeader& header) {
  std::vector<std::uint8_t> out = encodeAuthenticated(header);
  putBytes(out, header.mac);
  putBytes(out, hash(out));
  return out;
}

Result<VaultHeader> decodeHeader(std::span<const std::uint8_t> bytes) {
  if (bytes.size() < kPrefix + Digest{}.size() || bytes.size() > kMaxHeaderSize) {
    return damaged("length");
  }
  if (!std::equal(kMagic.begin(), kMagic.end(), bytes.begin())) return damaged("magic");
  const auto covered = bytes.first(bytes.size() - Digest{}.size());
  const Digest checksum = hash(covered);
  const auto stored = bytes.last(checksum.size());
  if (!std::equal(checksum.begin(), checksum.end(), stored.begin())) {
    return damaged("checksum");
  }
  const unsigned version = bytes[kMagic.size()] | unsigned{bytes[kMagic.size() + 1]} << 8;
  if (version > kHeaderVersion) {
    return Error{ErrorCode::TooNew, fmt::format("vault header version {}", version)};
  }
  if (version != kHeaderVersion) return damaged("version");
  return decodeBody(covered.subspan(kPrefix));
}

}  // namespace journal::crypto
