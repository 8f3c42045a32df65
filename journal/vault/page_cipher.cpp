#include "journal/vault/page_cipher.h"

#include <algorithm>
#include <utility>

#include <sodium.h>

namespace journal::vault {
namespace {

static_assert(crypto_aead_xchacha20poly1305_ietf_NPUBBYTES == kNonceSize);
static_assert(crypto_aead_xchacha20poly1305_ietf_ABYTES == kTagSize);

using Associated = std::array<std::uint8_t, 9>;

Associated associated(Spot spot, bool bind) {
  Associated data{};
  if (!bind) return data;
  data[0] = static_cast<std::uint8_t>(spot.place);
  for (std::size_t i = 0; i < 8; ++i)
    data[1 + i] = static_cast<std::uint8_t>(spot.index >> (8 * i));
  return data;
}

}  // namespace

PageCipher::PageCipher(crypto::Secret databaseKey, crypto::Secret walKey, VfsRules rules)
    : databaseKey_(std::move(databaseKey)), walKey_(std::move(walKey)), rules_(rules) {}

void Nonces::next(std::span<std::uint8_t> out) {
  if (!rules_->freshNonces) used_ = 0;
  if (used_ == bytes_.size()) {
    randombytes_buf(bytes_.data(), bytes_.size());
    used_ = 0;
  }
  std::copy_n(bytes_.begin() + static_cast<std::ptrdiff_t>(used_), out.size(), out.begin());
  used_ += kNonceSize;
}

void PageCipher::sealPage(Nonces& nonces, Spot spot, std::span<const std::uint8_t, kPageSize> plain,
                          std::span<std::uint8_t, kPageSize> sealed) const {
  const auto nonce = sealed.subspan(kPageBody, kNonceSize);
  nonces.next(nonce);
  const Associated data = associated(spot, rules_->bindPlaces);
  crypto_aead_xchacha20poly1305_ietf_encrypt_detached(
      sealed.data(), sealed.data() + kPageBody + kNonceSize, nullptr, plain.data(), kPageBody,
      data.data(), data.size(), nullptr, nonce.data(), keyFor(spot.place).bytes().data());
}

bool PageCipher::openPage(Spot spot, std::span<std::uint8_t, kPageSize> page) const {
  const Associated data = associated(spot, rules_->bindPlaces);
  const int rc = crypto_aead_xchacha20poly1305_ietf_decrypt_detached(
      page.data(), nullptr, page.data(), kPageBody, page.data() + kPageBody + kNonceSize,
      data.data(), data.size(), page.data() + kPageBody, keyFor(spot.place).bytes().data());
  const auto unused = rc == 0 ? page.subspan(kPageBody) : std::span<std::uint8_t>(page);
  std::fill(unused.begin(), unused.end(), std::uint8_t{0});
  return rc == 0;
}

void PageCipher::sealHeader(Nonces& nonces, std::uint64_t index,
                            std::span<const std::uint8_t> plain,
                            std::span<std::uint8_t> sealed) const {
  const auto nonce = sealed.first(kNonceSize);
  nonces.next(nonce);
  const auto body = sealed.subspan(kReserve);
  if (!rules_->sealFrameHeaders) {
    std::copy(plain.begin(), plain.end(), body.begin());
    return;
  }
  const Associated data = associated({Place::WalHeader, index}, rules_->bindPlaces);
  crypto_aead_xchacha20poly1305_ietf_encrypt_detached(
      body.data(), sealed.data() + kNonceSize, nullptr, plain.data(), plain.size(), data.data(),
      data.size(), nullptr, nonce.data(), walKey_.bytes().data());
}

bool PageCipher::openHeader(std::uint64_t index, std::span<const std::uint8_t> sealed,
                            std::span<std::uint8_t> plain) const {
  const auto body = sealed.subspan(kReserve);
  if (!rules_->sealFrameHeaders) {
    std::copy(body.begin(), body.end(), plain.begin());
    return true;
  }
  const Associated data = associated({Place::WalHeader, index}, rules_->bindPlaces);
  return crypto_aead_xchacha20poly1305_ietf_decrypt_detached(
             plain.data(), nullptr, body.data(), body.size(), sealed.data() + kNonceSize,
             data.data(), data.size(), sealed.data(), walKey_.bytes().data()) == 0;
}

}  // namespace journal::vault
