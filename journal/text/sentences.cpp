#include "journal/text/sentences.h"

#include <algorithm>
#include <array>

#include <utf8proc.h>

#include "journal/base/utf8.h"

namespace journal::text {
namespace {

constexpr std::array<std::string_view, 16> kAbbreviations{
    "mr", "mrs", "ms",  "mx",  "dr", "st",     "prof", "rev",
    "fr", "eg",  "e.g", "i.e", "ie", "approx", "vs",   "no"};

constexpr std::size_t kLongestAbbreviation = 6;

bool isBlank(char32_t c) {
  return c == ' ' || c == '\t' || c == 0xA0 || c == 0x202F;
}
bool isTerminator(char32_t c) {
  return c == '.' || c == '!' || c == '?' || c == 0x2026;
}
bool isCloser(char32_t c) {
  return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0x2019 || c == 0x201D || c == 0xBB;
}
bool isLower(char32_t c) {
  if (c < 0x80) return c >= 'a' && c <= 'z';
  return utf8proc_category(static_cast<utf8proc_int32_t>(c)) == UTF8PROC_CATEGORY_LL;
}

/// Whether a line or a sentence may end at a byte: line ends, terminators, and how the ellipsis
/// begins. A search of a page reads twenty texts, and most of their bytes are none of these.
bool mayEnd(char c) {
  return c == '\n' || c == '.' || c == '!' || c == '?' || c == '\xE2';
}

char32_t valueAt(std::string_view text, std::size_t at) {
  return at < text.size() ? decodeUtf8(text, at).value : 0;
}

/// A full stop at `dot` that shortens a word rather than ends a sentence. A lone capital is an
/// initial, except A to G, which in these texts are notes: "a clean low E."
bool isAbbreviation(std::string_view text, std::size_t dot) {
  std::size_t begin = dot;
  while (begin > 0 &&
         (isWordPart(static_cast<unsigned char>(text[begin - 1])) || text[begin - 1] == '.'))
    --begin;
  if (begin > 0 && static_cast<unsigned char>(text[begin - 1]) >= 0x80) return false;
  const std::string_view word = text.substr(begin, dot - begin);
  if (word.size() == 1) return word[0] > 'G' && word[0] <= 'Z' && word[0] != 'I';
  if (word.size() > kLongestAbbreviation) return false;
  const std::string lower = foldCase(word);
  // "No." ends more sentences than it numbers things.
  if (lower == "no") return valueAt(text, dot + 2) >= '0' && valueAt(text, dot + 2) <= '9';
  return std::find(kAbbreviations.begin(), kAbbreviations.end(), lower) != kAbbreviations.end();
}

/// Past the terminators and closers at `at`, if a sentence ends there; otherwise `at`.
std::size_t sentenceEnd(std::string_view text, std::size_t at) {
  if (text[at] == '.' && isAbbreviation(text, at)) return at;
  std::size_t end = at;
  while (end < text.size() && isTerminator(valueAt(text, end))) end += decodeUtf8(text, end).length;
  while (end < text.size() && isCloser(valueAt(text, end))) end += decodeUtf8(text, end).length;
  std::size_t next = end;
  while (next < text.size() && isBlank(valueAt(text, next))) next += decodeUtf8(text, next).length;
  const bool atBorder = end == text.size() || text[end] == '\n' || next > end;
  return atBorder && !isLower(valueAt(text, next)) ? end : at;
}

/// Adds begin..end without its outer blanks, unless nothing is left.
void add(std::vector<Sentence>& found, std::string_view text, std::size_t begin, std::size_t end) {
  while (begin < end && (isBlank(valueAt(text, begin)) || text[begin] == '\r'))
    begin += decodeUtf8(text, begin).length;
  while (end > begin && (text[end - 1] == ' ' || text[end - 1] == '\t' || text[end - 1] == '\r'))
    --end;
  if (end > begin) found.push_back({begin, end});
}

}  // namespace

std::vector<Sentence> sentences(std::string_view text) {
  std::vector<Sentence> found;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (!mayEnd(text[at])) {
      ++at;
      continue;
    }
    const CodePoint c = decodeUtf8(text, at);
    if (c.value == '\n') {
      add(found, text, begin, at);
      begin = ++at;
      continue;
    }
    const std::size_t end = isTerminator(c.value) ? sentenceEnd(text, at) : at;
    if (end == at) {
      at += c.length;
      continue;
    }
    add(found, text, begin, end);
    begin = at = end;
  }
  add(found, text, begin, text.size());
  return found;
}

}  // namespace journal::text
