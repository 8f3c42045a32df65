#include "journal/crypto/envelope.h"

#include <sodium.h>

#include "journal/crypto/system_random.h"

namespace journal::crypto {
namespace {

constexpr std::size_t kNonce = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
static_assert(kNonce + crypto_aead_xchacha20poly1305_ietf_ABYTES == kEnvelopeOverhead);

}  // namespace

std::vector<std::uint8_t> seal(const Secret& key, std::span<const std::uint8_t> plain,
                               std::span<const std::uint8_t> context) {
  SystemRandom random;
  return seal(key, plain, context, random);
}

std::vector<std::uint8_t> seal(const Secret& key, std::span<const std::uint8_t> plain,
                               std::span<const std::uint8_t> context, Random& random) {
  std::vector<std::uint8_t> sealed(plain.size() + kEnvelopeOverhead);
  random.fill(std::span(sealed).first(kNonce));
  crypto_aead_xchacha20poly1305_ietf_encrypt(sealed.data() + kNonce, nullptr, plain.data(),
                                             plain.size(), context.data(), context.size(), nullptr,
                                             sealed.data(), key.bytes().data());
  return sealed;
}

Result<std::vector<std::uint8_t>> open(const Secret& key, std::span<const std::uint8_t> sealed,
                                       std::span<const std::uint8_t> context) {
  if (sealed.size() < kEnvelopeOverhead) return Error{ErrorCode::Corrupt, "envelope too short"};
  std::vector<std::uint8_t> plain(sealed.size() - kEnvelopeOverhead);
  const int rc = crypto_aead_xchacha20poly1305_ietf_decrypt(
      plain.data(), nullptr, nullptr, sealed.data() + kNonce, sealed.size() - kNonce,
      context.data(), context.size(), sealed.data(), key.bytes().data());
  if (rc != 0) return Error{ErrorCode::Corrupt, "envelope does not open"};
  return plain;
}

}  // namespace journal::crypto
