#include "journal/crypto/crockford.h"

#include <string_view>

namespace journal::crypto {
namespace {

constexpr std::string_view kCrockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

}  // namespace

int crockfordDigit(char c) {
  if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  if (c == 'O') c = '0';
  if (c == 'I' || c == 'L') c = '1';
  const auto at = kCrockford.find(c);
  return at == std::string_view::npos ? -1 : static_cast<int>(at);
}

char crockfordLetter(std::uint8_t digit) {
  return kCrockford[digit];
}

bool isBetweenGroups(char c) {
  return c == '-' || c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

void crockfordDigits(std::span<const std::uint8_t> bytes, std::span<std::uint8_t> digits) {
  for (std::size_t i = 0; i < digits.size(); ++i) {
    unsigned value = 0;
    for (std::size_t b = 5 * i; b < 5 * i + 5; ++b) {
      value = value << 1 | (bytes[b / 8] >> (7 - b % 8) & 1U);
    }
    digits[i] = static_cast<std::uint8_t>(value);
  }
}

void crockfordBytes(std::span<const std::uint8_t> digits, std::span<std::uint8_t> bytes) {
  for (std::uint8_t& byte : bytes) byte = 0;
  for (std::size_t b = 0; b < bytes.size() * 8; ++b) {
    const unsigned bit = digits[b / 5] >> (4 - b % 5) & 1U;
    bytes[b / 8] = static_cast<std::uint8_t>(bytes[b / 8] | bit << (7 - b % 8));
  }
}

}  // namespace journal::crypto
