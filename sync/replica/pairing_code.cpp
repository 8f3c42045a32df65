#include "sync/replica/pairing_code.h"

#include <string>
#include <utility>

#include "journal/crypto/crockford.h"
#include "journal/crypto/hash.h"
#include "sync/replica/pairing_words.h"

namespace syncing {
namespace {

using journal::Error;
using journal::ErrorCode;
using journal::crypto::bytesOf;
using journal::crypto::SecretBytes;
using journal::crypto::SecretString;

constexpr std::size_t kCodeCharacters = 16;
constexpr std::size_t kCodeGroup = 4;

Error noCode(std::string_view what) {
  return Error{ErrorCode::InvalidInput, "pairing code: " + std::string(what),
               "That is not a whole code. It has four groups of four letters and digits; please "
               "type it again from the other screen."};
}

journal::crypto::Secret keyOf(std::span<const std::uint8_t> bytes) {
  journal::crypto::Hasher hasher;
  hasher.update(bytesOf("afternote pairing code"));
  hasher.update(bytes);
  return journal::crypto::Secret::copyOf(hasher.finish());
}

}  // namespace

PairingCode::PairingCode(Bytes bytes) : bytes_(std::move(bytes)), key_(keyOf(bytes_.bytes())) {}

PairingCode PairingCode::random(journal::Random& random) {
  Bytes bytes;
  random.fill(bytes.writable());
  return PairingCode(std::move(bytes));
}

journal::Result<PairingCode> PairingCode::parse(const SecretString& typed) {
  SecretBytes<kCodeCharacters> digits;
  std::size_t count = 0;
  for (const char c : typed.view()) {
    if (journal::crypto::isBetweenGroups(c)) continue;
    const int digit = journal::crypto::crockfordDigit(c);
    if (digit < 0) return noCode("a character outside the alphabet");
    if (count == kCodeCharacters) return noCode("too long");
    digits.writable()[count++] = static_cast<std::uint8_t>(digit);
  }
  if (count != kCodeCharacters) return noCode("too short");
  Bytes bytes;
  journal::crypto::crockfordBytes(digits.bytes(), bytes.writable());
  return PairingCode(std::move(bytes));
}

SecretString PairingCode::text() const {
  SecretBytes<kCodeCharacters> digits;
  journal::crypto::crockfordDigits(bytes_.bytes(), digits.writable());
  SecretBytes<kCodeCharacters + kCodeCharacters / kCodeGroup - 1> text;
  std::size_t at = 0;
  for (std::size_t i = 0; i < kCodeCharacters; ++i) {
    if (i > 0 && i % kCodeGroup == 0) text.writable()[at++] = '-';
    text.writable()[at++] =
        static_cast<std::uint8_t>(journal::crypto::crockfordLetter(digits.bytes()[i]));
  }
  return SecretString({reinterpret_cast<const char*>(text.bytes().data()), text.bytes().size()});
}

std::array<std::uint8_t, 32> PairingCode::derive(std::string_view purpose) const {
  return journal::crypto::keyedHash(key_, bytesOf(purpose));
}

SixWords sixWords(const wire::Digest& digest) {
  constexpr std::size_t kBitsAWord = 11;
  static_assert(kPairingWords == 1U << kBitsAWord);
  SixWords words{};
  for (std::size_t i = 0; i < words.size(); ++i) {
    std::size_t index = 0;
    for (std::size_t b = kBitsAWord * i; b < kBitsAWord * (i + 1); ++b) {
      index = index << 1 | (digest[b / 8] >> (7 - b % 8) & 1U);
    }
    words[i] = pairingWords()[index];
  }
  return words;
}

}  // namespace syncing
