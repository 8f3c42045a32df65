#include "journal/base/utf8.h"

namespace journal {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

std::uint8_t byteAt(std::string_view text, std::size_t at) {
  return static_cast<std::uint8_t>(text[at]);
}

struct Lead {
  std::size_t length;
  char32_t bits;
  std::uint8_t secondMin;
  std::uint8_t secondMax;
};

/// What a lead byte promises, with the range of its second byte (Unicode 15, table 3-7). length 0:
/// never a lead.
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

CodePoint decodeUtf8Before(std::string_view text, std::size_t at) {
  if (at == 0) return {0, 0, true};
  for (std::size_t length = 1; length <= 4 && length <= at; ++length) {
    if (!isBoundary(text, at - length)) continue;
    const CodePoint c = decodeUtf8(text.substr(0, at), at - length);
    if (c.length == length) return c;
    break;
  }
  return {kReplacement, 1, false};
}

void appendUtf8(std::string& out, char32_t c) {
  if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) c = kReplacement;
  const auto put = [&out](char32_t byte) {
    out.push_back(static_cast<char>(static_cast<std::uint8_t>(byte)));
  };
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

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kAround = " \t\n\r";
  const std::size_t first = text.find_first_not_of(kAround);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kAround) - first + 1);
}

std::size_t countCodePoints(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count) at += decodeUtf8(text, at).length;
  return count;
}

std::size_t byteOffsetOf(std::string_view text, std::size_t codePointIndex) {
  std::size_t at = 0;
  for (; codePointIndex > 0 && at < text.size(); --codePointIndex)
    at += decodeUtf8(text, at).length;
  return at;
}

bool isBoundary(std::string_view text, std::size_t at) {
  if (at == 0 || at == text.size()) return true;
  return at < text.size() && (byteAt(text, at) & 0xC0) != 0x80;
}

namespace {

bool isEven(char32_t c) {
  return c % 2 == 0;
}

/// True for the first of each pair in the blocks where upper and lower case alternate.
bool isUpperOfPair(char32_t c) {
  if (c >= 0x0100 && c <= 0x012F) return isEven(c);
  if (c >= 0x0132 && c <= 0x0137) return isEven(c);
  if (c >= 0x0139 && c <= 0x0148) return !isEven(c);
  if (c >= 0x014A && c <= 0x0177) return isEven(c);
  if (c >= 0x0179 && c <= 0x017E) return !isEven(c);
  if (c >= 0x1E00 && c <= 0x1E95) return isEven(c);
  return c >= 0x1EA0 && c <= 0x1EFF && isEven(c);
}

char32_t foldGreekOrCyrillic(char32_t c) {
  if (c == 0x0386) return 0x03AC;
  if (c >= 0x0388 && c <= 0x038A) return c + 37;
  if (c == 0x038C) return 0x03CC;
  if (c == 0x038E || c == 0x038F) return c + 63;
  if (c >= 0x0391 && c <= 0x03AB && c != 0x03A2) return c + 32;
  if (c == 0x03C2) return 0x03C3;
  if (c >= 0x0400 && c <= 0x040F) return c + 80;
  if (c >= 0x0410 && c <= 0x042F) return c + 32;
  return c;
}

}  // namespace

char32_t foldCase(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + 32 : c;
  if (c >= 0xC0 && c <= 0xDE && c != 0xD7) return c + 32;
  if (isUpperOfPair(c)) return c + 1;
  if (c == 0xB5) return 0x03BC;
  if (c == 0x0178) return 0xFF;
  if (c == 0x017F) return 's';
  if (c == 0x1E9B) return 0x1E61;
  if (c == 0x1E9E) return 0xDF;
  if (c >= 0x0386 && c <= 0x042F) return foldGreekOrCyrillic(c);
  return c;
}

std::string foldCase(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      out.push_back(static_cast<char>(foldCase(static_cast<char32_t>(text[at++]))));
      continue;
    }
    const CodePoint c = decodeUtf8(text, at);
    appendUtf8(out, foldCase(c.value));
    at += c.length;
  }
  return out;
}

bool isWordPart(char32_t c) {
  if (c < 0x80) return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  if (c < 0xC0) return c == 0xAA || c == 0xB5 || c == 0xBA;
  if (c == 0xD7 || c == 0xF7) return false;
  if (c >= 0x2000 && c <= 0x206F) return c == 0x200C || c == 0x200D;  // joiners stay inside words
  if (c >= 0x20A0 && c <= 0x20CF) return false;                       // currency
  if (c >= 0x2190 && c <= 0x2BFF) return false;  // arrows, mathematics, boxes, symbols
  if (c >= 0x2E00 && c <= 0x2E7F) return false;
  if (c >= 0x3000 && c <= 0x303F) return false;
  if (c >= 0xE000 && c <= 0xF8FF) return false;  // private use, our token marks among it
  if (c >= 0xFE00 && c <= 0xFE0F) return false;
  if (c >= 0xFF00 && c <= 0xFF0F) return false;
  if (c >= 0xFFF0 && c <= 0xFFFF) return false;
  return c < 0x1F000 || (c >= 0x20000 && c < 0xE0000);
}

bool isInsideWord(std::string_view text, std::size_t at) {
  return at > 0 && at < text.size() && isWordPart(decodeUtf8Before(text, at).value) &&
         isWordPart(decodeUtf8(text, at).value);
}

}  // namespace journal
