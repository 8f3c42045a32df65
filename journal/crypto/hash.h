#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "journal/crypto/secret.h"

namespace journal::crypto {

/// A BLAKE2b-256 digest.
using Digest = std::array<std::uint8_t, 32>;

Digest hash(std::span<const std::uint8_t> bytes);
/// SHA-256, for what a browser has to compute too.
Digest sha256(std::span<const std::uint8_t> bytes);
/// A message authentication code: only who has `key` can make or check it.
Digest keyedHash(const Secret& key, std::span<const std::uint8_t> bytes);
/// Constant time; for codes that an attacker could guess byte by byte.
bool equal(const Digest& a, const Digest& b);

/// BLAKE2b-256 over bytes that arrive in pieces. `finish` once, at the end.
class Hasher {
 public:
  Hasher();
  explicit Hasher(const Secret& key);
  ~Hasher();
  Hasher(const Hasher&) = delete;
  Hasher& operator=(const Hasher&) = delete;

  void update(std::span<const std::uint8_t> bytes);
  Digest finish();

 private:
  static constexpr std::size_t kStateSize = 384;  // checked against libsodium's in hash.cpp
  alignas(64) std::array<std::uint8_t, kStateSize> state_;
};

/// The bytes of a text, without copying. Valid as long as the text is.
inline std::span<const std::uint8_t> bytesOf(std::string_view text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

}  // namespace journal::crypto
