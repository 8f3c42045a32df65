#include "journal/crypto/sealed_box.h"

#include <algorithm>

#include <sodium.h>

namespace journal::crypto {
namespace {

static_assert(kSealedBoxOverhead == crypto_box_SEALBYTES);
static_assert(crypto_box_PUBLICKEYBYTES == BoxPublicKey{}.size() &&
              crypto_box_SEEDBYTES == Secret::kSize && crypto_box_SECRETKEYBYTES == Secret::kSize);

}  // namespace

BoxKey BoxKey::fromSeed(const Secret& seed) {
  BoxKey key;
  crypto_box_seed_keypair(key.publicKey_.data(), key.key_.writable().data(), seed.bytes().data());
  return key;
}

Result<SecretMemory> BoxKey::open(std::span<const std::uint8_t> sealed) const {
  if (sealed.size() < kSealedBoxOverhead) return Error{ErrorCode::Corrupt, "box too short"};
  SecretMemory plain(sealed.size() - kSealedBoxOverhead);
  if (crypto_box_seal_open(plain.bytes().data(), sealed.data(), sealed.size(), publicKey_.data(),
                           key_.bytes().data()) != 0) {
    return Error{ErrorCode::Corrupt, "box does not open"};
  }
  return plain;
}

// crypto_box_seal takes its random bytes from the system itself; this is the same with ours.
Result<std::vector<std::uint8_t>> sealTo(const BoxPublicKey& to,
                                         std::span<const std::uint8_t> plain, Random& random) {
  ready();
  Secret seed;
  random.fill(seed.writable());
  Secret oneTimeKey;
  std::vector<std::uint8_t> sealed(plain.size() + kSealedBoxOverhead);
  crypto_box_seed_keypair(sealed.data(), oneTimeKey.writable().data(), seed.bytes().data());

  std::array<std::uint8_t, 2 * crypto_box_PUBLICKEYBYTES> both{};
  std::copy_n(sealed.begin(), crypto_box_PUBLICKEYBYTES, both.begin());
  std::copy(to.begin(), to.end(), both.begin() + crypto_box_PUBLICKEYBYTES);
  std::array<std::uint8_t, crypto_box_NONCEBYTES> nonce{};
  crypto_generichash(nonce.data(), nonce.size(), both.data(), both.size(), nullptr, 0);

  if (crypto_box_easy(sealed.data() + crypto_box_PUBLICKEYBYTES, plain.data(), plain.size(),
                      nonce.data(), to.data(), oneTimeKey.bytes().data()) != 0) {
    return Error{ErrorCode::InvalidInput, "not a key to seal to"};
  }
  return sealed;
}

}  // namespace journal::crypto
