#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "journal/base/random.h"
#include "journal/base/result.h"
#include "journal/crypto/secret.h"

namespace journal::crypto {

/// What `seal` adds: a random 24-byte nonce before and a 16-byte tag after the ciphertext.
inline constexpr std::size_t kEnvelopeOverhead = 40;

/// XChaCha20-Poly1305. `context` is not stored: `open` must be given the same (what the value is,
/// whose it is), so a sealed value cannot be moved to another place. Two seals of one text differ.
std::vector<std::uint8_t> seal(const Secret& key, std::span<const std::uint8_t> plain,
                               std::span<const std::uint8_t> context);

/// The same with the nonce from `random`, which must be the operating system's generator outside
/// tests.
std::vector<std::uint8_t> seal(const Secret& key, std::span<const std::uint8_t> plain,
                               std::span<const std::uint8_t> context, Random& random);

/// Corrupt when the bytes, the key or the context are not the ones sealed with. Any bytes may be
/// given.
Result<std::vector<std::uint8_t>> open(const Secret& key, std::span<const std::uint8_t> sealed,
                                       std::span<const std::uint8_t> context);

}  // namespace journal::crypto
