#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace journal::crypto {

/// Starts libsodium once; every other function here does it for you. Ends the program if it cannot
/// start.
void ready();

/// Overwrites in a way the compiler keeps.
void wipe(std::span<std::uint8_t> bytes);
void wipe(std::string& text);

/// Pages from sodium_malloc: locked in memory where the system's limit allows, fenced by guard
/// pages, left out of core files, wiped when freed. Move-only; moved-from is empty. Ends the
/// program when memory runs out.
class SecretMemory {
 public:
  explicit SecretMemory(std::size_t size);
  ~SecretMemory();
  SecretMemory(SecretMemory&& other) noexcept;
  SecretMemory& operator=(SecretMemory&& other) noexcept;
  SecretMemory(const SecretMemory&) = delete;
  SecretMemory& operator=(const SecretMemory&) = delete;

  std::size_t size() const { return size_; }
  std::span<std::uint8_t> bytes() { return {data_, size_}; }
  std::span<const std::uint8_t> bytes() const { return {data_, size_}; }

 private:
  std::uint8_t* data_;
  std::size_t size_;
};

/// Exactly N secret bytes. Each costs a few pages of address space: for keys, not for texts by the
/// thousand.
template <std::size_t N>
class SecretBytes {
 public:
  static constexpr std::size_t kSize = N;

  SecretBytes() : memory_(N) {}  ///< zeros
  static SecretBytes copyOf(std::span<const std::uint8_t, N> bytes) {
    SecretBytes secret;
    for (std::size_t i = 0; i < N; ++i) secret.memory_.bytes()[i] = bytes[i];
    return secret;
  }
  SecretBytes clone() const { return copyOf(bytes()); }

  std::span<const std::uint8_t, N> bytes() const {
    return std::span<const std::uint8_t, N>(memory_.bytes().data(), N);
  }
  /// To fill it in; nothing is kept of what was there.
  std::span<std::uint8_t, N> writable() {
    return std::span<std::uint8_t, N>(memory_.bytes().data(), N);
  }

 private:
  SecretMemory memory_;
};

/// A 256-bit key.
using Secret = SecretBytes<32>;

/// A fresh random key from the operating system.
Secret randomSecret();
/// Constant time.
bool equal(const Secret& a, const Secret& b);

/// A passphrase or a recovery key as somebody typed it. The caller wipes the buffer it was read
/// into.
class SecretString {
 public:
  explicit SecretString(std::string_view text);
  std::string_view view() const {
    return {reinterpret_cast<const char*>(memory_.bytes().data()), memory_.size()};
  }
  bool empty() const { return memory_.size() == 0; }

 private:
  SecretMemory memory_;
};

}  // namespace journal::crypto
