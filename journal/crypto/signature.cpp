#include "journal/crypto/signature.h"

#include <sodium.h>

namespace journal::crypto {

SigningKey SigningKey::fromSeed(const Secret& seed) {
  SigningKey key;
  crypto_sign_seed_keypair(key.publicKey_.data(), key.key_.writable().data(), seed.bytes().data());
  return key;
}

Secret SigningKey::seed() const {
  Secret seed;
  crypto_sign_ed25519_sk_to_seed(seed.writable().data(), key_.bytes().data());
  return seed;
}

Signature SigningKey::sign(std::span<const std::uint8_t> message) const {
  Signature signature;
  crypto_sign_detached(signature.data(), nullptr, message.data(), message.size(),
                       key_.bytes().data());
  return signature;
}

bool verify(const PublicKey& key, std::span<const std::uint8_t> message,
            const Signature& signature) {
  ready();
  return crypto_sign_verify_detached(signature.data(), message.data(), message.size(),
                                     key.data()) == 0;
}

}  // namespace journal::crypto
