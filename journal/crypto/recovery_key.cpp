#include "journal/crypto/recovery_key.h"

#include <string_view>

#include <fmt/format.h>
#include <sodium.h>

#include "journal/crypto/crockford.h"
#include "journal/crypto/hash.h"

namespace journal::crypto {
namespace {

constexpr std::size_t kDataCharacters = 32;  // 160 bits
constexpr std::size_t kCharacters = kDataCharacters + 4;
constexpr std::size_t kGroup = 4;

using Digits = SecretBytes<kCharacters>;

Digits digitsWithCheck(const RecoveryBytes& bytes) {
  Digits digits;
  crockfordDigits(bytes.bytes(), digits.writable().first<kDataCharacters>());
  const Digest check = hash(bytes.bytes());
  crockfordDigits(check, digits.writable().last<kCharacters - kDataCharacters>());
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
    text.writable()[at++] = static_cast<std::uint8_t>(crockfordLetter(digits.bytes()[i]));
  }
  return SecretString({reinterpret_cast<const char*>(text.bytes().data()), text.bytes().size()});
}

Result<RecoveryBytes> parseRecoveryKey(const SecretString& typed) {
  Digits digits;
  std::size_t count = 0;
  for (const char c : typed.view()) {
    if (isBetweenGroups(c)) continue;
    const int digit = crockfordDigit(c);
    if (digit < 0) return mistyped("a character outside the alphabet");
    if (count == kCharacters) return mistyped("too long");
    digits.writable()[count++] = static_cast<std::uint8_t>(digit);
  }
  if (count != kCharacters) return mistyped("too short");
  RecoveryBytes bytes;
  crockfordBytes(digits.bytes().first<kDataCharacters>(), bytes.writable());
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
