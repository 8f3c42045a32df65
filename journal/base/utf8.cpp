#include "journal/base/utf8.h"

namespace journal {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

std::uint8_t byteAt(std::string_view text, std::size_t at) { return static_cast<std::uint8_t>(text[at]); }

struct Lead {
  std::size_t length;
  char32_t bits;
  std::uint8_t secondMin;
  std::uint8_t secondMax;
};

/// What a lead byte promises, with the range of its second byte (Unicode 15, table 3-7). length 0: never a lead.
Lead leadOf(std::uint8_t lead) {
  if (lead >= 0xC2 && lead <= 0xDF) return {2, lead & 0x1FU, 0x80, 0xBF};
  if (lead == 0xE0) return {3, 0, 0xA0, 0xBF};
  if (lead == 0xED) return {3, 0x0D, 0x80, 0x9F};
  if (lead >= 0xE1 && lead <= 0xEF) return {3, lead & 0x0FU, 0x80, 0xBF};
  if (lead == 0xF0) return {4, 0, 0x90, 0xBF};
  if (lead >= 0xF1 && lead <= 0xF3) return {4, lead & 0x07U, 0x80, 0xBF};
  if (lead == 0xF4) return {4, 4, 0x80, 0x8F};
  return {0, 0, 0, 0};
}

}  // namespace

CodePoint decodeUtf8(std::string_view text, std::size_t at) {
  const std::uint8_t first = byteAt(text, at);
  if (first < 0x80) return {first, 1, true};
  const Lead lead = leadOf(first);
  if (lead.length == 0) return {kReplacement, 1, false};
  char32_t value = lead.bits;
  for (std::size_t i = 1; i < lead.length; ++i) {
    const bool past = at + i >= text.size();
    const std::uint8_t byte = past ? 0 : byteAt(text, at + i);
    const std::uint8_t low = i == 1 ? lead.secondMin : 0x80;
    const std::uint8_t high = i == 1 ? lead.secondMax : 0xBF;
    if (past || byte < low || byte > high) return {kReplacement, i, false};
    value = (value << 6) | (byte & 0x3FU);
  }
  return {value, lead.length, true};
}

void appendUtf8(std::string& out, char32_t c) {
  if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) c = kReplacement;
  const auto put = [&out](char32_t byte) { out.push_back(static_cast<char>(static_cast<std::uint8_t>(byte))); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | (c >> 6));
    put(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    put(0xE0 | (c >> 12));
    put(0x80 | ((c >> 6) & 0x3F));
    put(0x80 | (c & 0x3F));
  } else {
    put(0xF0 | (c >> 18));
    put(0x80 | ((c >> 12) & 0x3F));
    put(0x80 | ((c >> 6) & 0x3F));
    put(0x80 | (c & 0x3F));
  }
}

bool isValidUtf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decodeUtf8(text, at);
    if (!c.valid) return false;
    at += c.length;
  }
  return true;
}

std::string repairUtf8(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decodeUtf8(text, at);
    if (c.valid) {
      out.append(text.substr(at, c.length));
    } else {
      appendUtf8(out, kReplacement);
    }
    at += c.length;
  }
  return out;
}

std::size_t countCodePoints(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count) at += decodeUtf8(text, at).length;
  return count;
}

std::size_t byteOffsetOf(std::string_view text, std::size_t codePointIndex) {
  std::size_t at = 0;
  for (; codePointIndex > 0 && at < text.size(); --codePointIndex) at += decodeUtf8(text, at).length;
  return at;
}

bool isBoundary(std::string_view text, std::size_t at) {
  if (at == 0 || at == text.size()) return true;
  return at < text.size() && (byteAt(text, at) & 0xC0) != 0x80;
}

}  // namespace journal
