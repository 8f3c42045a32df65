#include "journal/text/fold.h"

#include <array>

#include <utf8proc.h>

#include "journal/base/utf8.h"

namespace journal::text {
namespace {

/// FTS5's `sqlite3Fts5UnicodeIsdiacritic` covers U+0300..U+0331; later marks of the block are rare
/// and dropped here too, which only makes more words alike.
bool isDiacritic(char32_t c) {
  return c >= 0x0300 && c <= 0x036F;
}

bool isAsciiLetter(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// The ASCII letter under `c`'s diacritics, or `c`: FTS5 strips them from Latin letters only.
char32_t withoutDiacritics(char32_t c) {
  std::array<utf8proc_int32_t, 8> parts{};
  int boundClass = 0;
  const utf8proc_ssize_t count = utf8proc_decompose_char(
      static_cast<utf8proc_int32_t>(c), parts.data(), static_cast<utf8proc_ssize_t>(parts.size()),
      static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE), &boundClass);
  if (count < 2 || count > static_cast<utf8proc_ssize_t>(parts.size())) return c;
  const auto base = static_cast<char32_t>(parts[0]);
  return isAsciiLetter(base) ? base : c;
}

char32_t foldOne(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + 32 : c;
  if (c == 0x17F) return 's';  // long s folds, though it is lower case already
  return withoutDiacritics(
      static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(c))));
}

/// Calls `keep(folded code point, offset it came from)` for each one that stays.
template <class Keep>
void foldEach(std::string_view text, Keep keep) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decodeUtf8(text, at);
    if (!isDiacritic(c.value)) keep(foldOne(c.value), at);
    at += c.length;
  }
}

}  // namespace

FoldedText fold(std::string_view text) {
  FoldedText result;
  result.text.reserve(text.size());
  result.origin.reserve(text.size() + 1);
  foldEach(text, [&](char32_t c, std::size_t from) {
    appendUtf8(result.text, c);
    result.origin.resize(result.text.size(), from);
  });
  result.origin.push_back(text.size());
  return result;
}

std::string folded(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  foldEach(text, [&](char32_t c, std::size_t) { appendUtf8(result, c); });
  return result;
}

}  // namespace journal::text
