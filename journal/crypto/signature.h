#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "journal/crypto/secret.h"

namespace journal::crypto {

/// Ed25519 (RFC 8032).
using PublicKey = std::array<std::uint8_t, 32>;
using Signature = std::array<std::uint8_t, 64>;

/// A device's signing key. What is stored is `seed()`, sealed under the DeviceSecrets sub-key.
class SigningKey {
 public:
  static SigningKey generate() { return fromSeed(randomSecret()); }
  static SigningKey fromSeed(const Secret& seed);

  const PublicKey& publicKey() const { return publicKey_; }
  Secret seed() const;
  Signature sign(std::span<const std::uint8_t> message) const;

 private:
  SigningKey() = default;
  SecretBytes<64> key_;
  PublicKey publicKey_{};
};

/// False for any wrong or malformed input; never fails otherwise.
bool verify(const PublicKey& key, std::span<const std::uint8_t> message,
            const Signature& signature);

}  // namespace journal::crypto
