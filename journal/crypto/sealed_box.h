#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "journal/base/random.h"
#include "journal/base/result.h"
#include "journal/crypto/secret.h"

namespace journal::crypto {

/// X25519 (RFC 7748): where others seal what only its owner opens.
using BoxPublicKey = std::array<std::uint8_t, 32>;

/// What `sealTo` adds: the public key made for this one box, and a tag.
inline constexpr std::size_t kSealedBoxOverhead = 48;

/// A key that opens sealed boxes. What is stored is the seed it was made from.
class BoxKey {
 public:
  static BoxKey fromSeed(const Secret& seed);

  const BoxPublicKey& publicKey() const { return publicKey_; }
  /// What somebody put in a box for this key; who it was, it does not say. Corrupt for anything
  /// else. Any bytes may be given.
  Result<SecretMemory> open(std::span<const std::uint8_t> sealed) const;

 private:
  BoxKey() = default;
  Secret key_;
  BoxPublicKey publicKey_{};
};

/// libsodium's sealed box (crypto_box_seal): only the owner of `to` can open it, its maker not.
/// `random` must be the operating system's generator outside tests. InvalidInput when `to` is no
/// key that anybody could have.
Result<std::vector<std::uint8_t>> sealTo(const BoxPublicKey& to,
                                         std::span<const std::uint8_t> plain, Random& random);

}  // namespace journal::crypto
