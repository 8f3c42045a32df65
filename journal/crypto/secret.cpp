#include "journal/crypto/secret.h"

#include <algorithm>
#include <utility>

#include <sodium.h>

#include "journal/base/result.h"

namespace journal::crypto {

void ready() {
  static const int started = sodium_init();
  J_ASSERT(started >= 0);
}

void wipe(std::span<std::uint8_t> bytes) {
  sodium_memzero(bytes.data(), bytes.size());
}

void wipe(std::string& text) {
  sodium_memzero(text.data(), text.size());
  text.clear();
}

SecretMemory::SecretMemory(std::size_t size) : data_(nullptr), size_(size) {
  ready();
  data_ = static_cast<std::uint8_t*>(sodium_malloc(std::max<std::size_t>(size, 1)));
  J_ASSERT(data_ != nullptr);
  std::fill_n(data_, size, std::uint8_t{0});
}

SecretMemory::~SecretMemory() {
  sodium_free(data_);
}

SecretMemory::SecretMemory(SecretMemory&& other) noexcept
    : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)) {}

SecretMemory& SecretMemory::operator=(SecretMemory&& other) noexcept {
  std::swap(data_, other.data_);
  std::swap(size_, other.size_);
  return *this;
}

Secret randomSecret() {
  Secret secret;
  randombytes_buf(secret.writable().data(), Secret::kSize);
  return secret;
}

bool equal(const Secret& a, const Secret& b) {
  return sodium_memcmp(a.bytes().data(), b.bytes().data(), Secret::kSize) == 0;
}

SecretString::SecretString(std::string_view text) : memory_(text.size()) {
  std::copy(text.begin(), text.end(), memory_.bytes().begin());
}

}  // namespace journal::crypto
