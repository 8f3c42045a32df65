#include "journal/crypto/hash.h"

#include <new>

#include <sodium.h>

namespace journal::crypto {
namespace {

using State = crypto_generichash_state;

State* stateIn(std::span<std::uint8_t> memory) {
  return reinterpret_cast<State*>(memory.data());
}

}  // namespace

Digest hash(std::span<const std::uint8_t> bytes) {
  ready();
  Digest digest;
  crypto_generichash(digest.data(), digest.size(), bytes.data(), bytes.size(), nullptr, 0);
  return digest;
}

Digest sha256(std::span<const std::uint8_t> bytes) {
  ready();
  Digest digest;
  static_assert(crypto_hash_sha256_BYTES == std::tuple_size_v<Digest>);
  crypto_hash_sha256(digest.data(), bytes.data(), bytes.size());
  return digest;
}

Digest keyedHash(const Secret& key, std::span<const std::uint8_t> bytes) {
  Digest digest;
  crypto_generichash(digest.data(), digest.size(), bytes.data(), bytes.size(), key.bytes().data(),
                     Secret::kSize);
  return digest;
}

bool equal(const Digest& a, const Digest& b) {
  return sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

Hasher::Hasher() {
  static_assert(sizeof(State) == kStateSize && alignof(State) <= 64);
  ready();
  crypto_generichash_init(stateIn(state_), nullptr, 0, Digest{}.size());
}

Hasher::Hasher(const Secret& key) {
  crypto_generichash_init(stateIn(state_), key.bytes().data(), Secret::kSize, Digest{}.size());
}

Hasher::~Hasher() {
  wipe(state_);
}

void Hasher::update(std::span<const std::uint8_t> bytes) {
  crypto_generichash_update(stateIn(state_), bytes.data(), bytes.size());
}

Digest Hasher::finish() {
  Digest digest;
  crypto_generichash_final(stateIn(state_), digest.data(), digest.size());
  return digest;
}

}  // namespace journal::crypto
