#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "journal/text/identify/identifiers.h"

namespace journal::text {

/// Ten digits whose last one is the check digit of the NHS Data Dictionary (modulus 11).
bool isNhsNumber(std::string_view digits);

/// Thirteen characters whose first letter is the check letter of a unique pupil number (modulus
/// 23; DfE, "Unique Pupil Numbers"); a temporary one ends in a letter. Any case.
bool isPupilNumber(std::string_view text);

/// A British or Irish number, or an international one after "+": by its length and how it begins.
bool looksLikePhone(std::string_view digits, bool international);

/// A form of letters and digits. `end` is past it when it begins at a byte, otherwise that byte.
struct CodeForm {
  std::size_t (*end)(std::string_view text, std::size_t at);
  IdentifierKind kind;
  float confidence;
};
/// Surest first.
std::span<const CodeForm> codeForms();

}  // namespace journal::text
