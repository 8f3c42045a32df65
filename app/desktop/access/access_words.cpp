#include "app/desktop/access/access_words.h"

#include <algorithm>

namespace app::desktop {
namespace {

constexpr char32_t kUnknown = 0xFFFD;

bool isContinuationByte(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

/// Length that a first byte promises, and what of the code point it holds.
std::size_t lengthOf(unsigned char first, char32_t& value) {
  if (first < 0x80) return value = first, 1;
  if (first >= 0xC2 && first < 0xE0) return value = first & 0x1FU, 2;
  if (first >= 0xE0 && first < 0xF0) return value = first & 0x0FU, 3;
  if (first >= 0xF0 && first < 0xF5) return value = first & 0x07U, 4;
  return 0;
}

bool isSpace(char32_t c) {
  return c == U' ' || c == U'\n' || c == U'\t' || c == 0xA0;
}
bool endsSentence(char32_t c) {
  return c == U'.' || c == U'!' || c == U'?' || c == 0x2026;
}

/// Whether a unit begins at `at`, which is inside the text and not its start.
bool begins(std::u32string_view text, std::size_t at, TextUnit unit,
            const std::vector<std::size_t>& lines) {
  const char32_t before = text[at - 1];
  switch (unit) {
    case TextUnit::Character:
      return true;
    case TextUnit::Word:
      return !isSpace(text[at]) && isSpace(before);
    case TextUnit::Sentence: {
      if (before == U'\n') return true;
      if (isSpace(text[at]) || !isSpace(before)) return false;
      std::size_t end = at;
      while (end > 0 && isSpace(text[end - 1])) --end;
      return end > 0 && endsSentence(text[end - 1]);
    }
    case TextUnit::Line:
      return before == U'\n' || std::binary_search(lines.begin(), lines.end(), at);
    case TextUnit::Paragraph:
      return before == U'\n';
  }
  return false;
}

}  // namespace

std::u32string codePointsOf(std::string_view utf8) {
  std::u32string out;
  for (std::size_t at = 0; at < utf8.size();) {
    char32_t value = 0;
    const std::size_t length = lengthOf(static_cast<unsigned char>(utf8[at]), value);
    std::size_t took = length == 0 ? 0 : 1;
    while (took > 0 && took < length && at + took < utf8.size() &&
           isContinuationByte(utf8[at + took])) {
      value = (value << 6U) | (static_cast<unsigned char>(utf8[at + took]) & 0x3FU);
      ++took;
    }
    out.push_back(took == length && length > 0 ? value : kUnknown);
    at += std::max<std::size_t>(1, took);
  }
  return out;
}

std::string utf8Of(std::u32string_view text) {
  std::string out;
  for (const char32_t c : text) {
    const auto put = [&](char32_t bits) { out.push_back(static_cast<char>(bits)); };
    if (c < 0x80) {
      put(c);
    } else if (c < 0x800) {
      put(0xC0U | (c >> 6U));
    } else if (c < 0x10000) {
      put(0xE0U | (c >> 12U));
      put(0x80U | ((c >> 6U) & 0x3FU));
    } else {
      put(0xF0U | (c >> 18U));
      put(0x80U | ((c >> 12U) & 0x3FU));
      put(0x80U | ((c >> 6U) & 0x3FU));
    }
    if (c >= 0x80) put(0x80U | (c & 0x3FU));
  }
  return out;
}

std::size_t codePointAt(std::string_view utf8, std::size_t at) {
  const std::string_view before = utf8.substr(0, std::min(at, utf8.size()));
  return static_cast<std::size_t>(
      std::count_if(before.begin(), before.end(), [](char c) { return !isContinuationByte(c); }));
}

ui::ByteRange unitAround(std::u32string_view text, std::size_t at, TextUnit unit,
                         const std::vector<std::size_t>& lines) {
  if (at >= text.size()) {
    // On an empty last line there is nothing to read; after the last letter, its line is read.
    const bool line = unit == TextUnit::Line || unit == TextUnit::Paragraph;
    if (!line || text.empty() || text.back() == U'\n') return {text.size(), text.size()};
    at = text.size() - 1;
  }
  std::size_t begin = at;
  while (begin > 0 && !begins(text, begin, unit, lines)) --begin;
  std::size_t end = at + 1;
  while (end < text.size() && !begins(text, end, unit, lines)) ++end;
  return {begin, end};
}

}  // namespace app::desktop
