#pragma once

#include <cstdint>
#include <span>

namespace journal::crypto {

// Crockford's base32, for codes that people type: digits and capitals without I, L, O and U.

/// Value of one character as somebody typed it: any case, O as 0, I and L as 1. -1 for others.
int crockfordDigit(char c);
/// Precondition: digit < 32.
char crockfordLetter(std::uint8_t digit);
/// What people write between the groups of a code: dashes and blanks.
bool isBetweenGroups(char c);

/// The 5-bit digits at the front of `bytes`, most significant first. Precondition: enough bits.
void crockfordDigits(std::span<const std::uint8_t> bytes, std::span<std::uint8_t> digits);
/// The bytes that `digits` stand for. Precondition: enough digits.
void crockfordBytes(std::span<const std::uint8_t> digits, std::span<std::uint8_t> bytes);

}  // namespace journal::crypto
