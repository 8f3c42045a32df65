#include "journal/crypto/recovery_key.h"

#include <string_view>

#include <fmt/format.h>
#include <sodium.h>

#include "journal/crypto/hash.h"

namespace journal::crypto {
namespace {

constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t kDataCharacters = 32;  // 160 bits
constexpr std::size_t kCharacters = kDataCharacters + 4;
constexpr std::size_t kGroup = 4;

using Digits = SecretBytes<kCharacters>;

/// Value of one character as typed, or -1.
int digitOf(char c) {
  if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  if (c == 'O') c = '0';
  if (c == 'I' || c == 'L') c = '1';
  const auto at = kAlphabet.find(c);
  return at == std::string_view::npos ? -1 : static_cast<int>(at);
}

/// 5-bit digits of `bits`, most significant first.
void toDigits(std::span<const std::uint8_t> bits, std::span<std::uint8_t> digits) {
  for (std::size_t i = 0; i < digits.size(); ++i) {
    unsigned value = 0;
    for (std::size_t b = 5 * i; b < 5 * i + 5; ++b) {
      value = value << 1 | (bits[b / 8] >> (7 - b % 8) & 1U);
    }
    digits[i] = static_cast<std::uint8_t>(value);
  }
}

void fromDigits(std::span<const std::uint8_t> digits, std::span<std::uint8_t> bits) {
  for (std::uint8_t& byte : bits) byte = 0;
  for (std::size_t b = 0; b < bits.size() * 8; ++b) {
    const unsigned bit = digits[b / 5] >> (4 - b % 5) & 1U;
    bits[b / 8] = static_cast<std::uint8_t>(bits[b / 8] | bit << (7 - b % 8));
  }
}

Digits digitsWithCheck(const RecoveryBytes& bytes) {
  Digits digits;
  toDigits(bytes.bytes(), digits.writable().first<kDataCharacters>());
  const Digest check = hash(bytes.bytes());
  toDigits(check, digits.writable().last<kCharacters - kDataCharacters>());
  return digits;
}

Error mistyped(std::string_view what) {
  return Error{ErrorCode::InvalidInput, fmt::format("recovery key: {}", what),
               "That recovery key has a slip in it somewhere. It has nine groups of four letters "
               "and digits; please check each group against the paper."};
}

}  // namespace

RecoveryBytes randomRecoveryBytes() {
  RecoveryBytes bytes;
  randombytes_buf(bytes.writable().data(), RecoveryBytes::kSize);
  return bytes;
}

SecretString formatRecoveryKey(const RecoveryBytes& bytes) {
  const Digits digits = digitsWithCheck(bytes);
  SecretBytes<kCharacters + kCharacters / kGroup - 1> text;
  std::size_t at = 0;
  for (std::size_t i = 0; i < kCharacters; ++i) {
    if (i > 0 && i % kGroup == 0) text.writable()[at++] = '-';
    text.writable()[at++] = static_cast<std::uint8_t>(kAlphabet[digits.bytes()[i]]);
  }
  return SecretString({reinterpret_cast<const char*>(text.bytes().data()), text.bytes().size()});
}

Result<RecoveryBytes> parseRecoveryKey(const SecretString& typed) {
  Digits digits;
  std::size_t count = 0;
  for (const char c : typed.view()) {
    if (c == '-' || c == ' ' || c == '\t' || c == '\r' || c == '\n') continue;
    const int digit = digitOf(c);
    if (digit < 0) return mistyped("a character outside the alphabet");
    if (count == kCharacters) return mistyped("too long");
    digits.writable()[count++] = static_cast<std::uint8_t>(digit);
  }
  if (count != kCharacters) return mistyped("too short");
  RecoveryBytes bytes;
  fromDigits(digits.bytes().first<kDataCharacters>(), bytes.writable());
  const Digits expected = digitsWithCheck(bytes);
  if (sodium_memcmp(expected.bytes().data(), digits.bytes().data(), kCharacters) != 0) {
    return mistyped("check group");
  }
  return bytes;
}

Secret deriveFromRecovery(const RecoveryBytes& bytes, const std::array<std::uint8_t, 16>& salt) {
  Secret key;
  constexpr std::array<std::uint8_t, 16> kPurpose = {'a', 'f', 't', 'r', 'n', 'o', 't', 'e',
                                                     '-', 'r', 'e', 'c', 'o', 'v', 'e', 'r'};
  crypto_generichash_blake2b_salt_personal(key.writable().data(), Secret::kSize, nullptr, 0,
                                           bytes.bytes().data(), RecoveryBytes::kSize, salt.data(),
                                           kPurpose.data());
  return key;
}

}  // namespace journal::crypto
