#include <algorithm>
#include <array>
#include <string>

#include <utf8proc.h>

#include "journal/base/utf8.h"
#include "journal/text/identify/words.h"

namespace journal::text {
namespace {

struct LookAlike {
  char32_t from;
  std::string_view to;
};

/// Letters that no decomposition makes Latin, in order. Greek and Cyrillic ones are those that a
/// reader takes for the Latin letter: a name written with one of them must still be found.
constexpr std::array<LookAlike, 74> kLookAlikes{{
    {0xC6, "ae"}, {0xD0, "d"},  {0xD8, "o"},  {0xDE, "th"}, {0xDF, "ss"},  {0xE6, "ae"},
    {0xF0, "d"},  {0xF8, "o"},  {0xFE, "th"}, {0x110, "d"}, {0x111, "d"},  {0x126, "h"},
    {0x127, "h"}, {0x131, "i"}, {0x141, "l"}, {0x142, "l"}, {0x152, "oe"}, {0x153, "oe"},
    {0x181, "b"}, {0x18A, "d"}, {0x18F, "e"}, {0x198, "k"}, {0x199, "k"},  {0x253, "b"},
    {0x257, "d"}, {0x259, "e"}, {0x391, "a"}, {0x392, "b"}, {0x395, "e"},  {0x396, "z"},
    {0x397, "h"}, {0x399, "i"}, {0x39A, "k"}, {0x39C, "m"}, {0x39D, "n"},  {0x39F, "o"},
    {0x3A1, "p"}, {0x3A4, "t"}, {0x3A5, "y"}, {0x3A7, "x"}, {0x3B1, "a"},  {0x3B5, "e"},
    {0x3B9, "i"}, {0x3BA, "k"}, {0x3BD, "v"}, {0x3BF, "o"}, {0x3C1, "p"},  {0x3C4, "t"},
    {0x3C5, "u"}, {0x3C7, "x"}, {0x405, "s"}, {0x406, "i"}, {0x408, "j"},  {0x410, "a"},
    {0x412, "b"}, {0x415, "e"}, {0x41A, "k"}, {0x41C, "m"}, {0x41D, "h"},  {0x41E, "o"},
    {0x420, "p"}, {0x421, "c"}, {0x422, "t"}, {0x425, "x"}, {0x430, "a"},  {0x435, "e"},
    {0x43E, "o"}, {0x440, "p"}, {0x441, "c"}, {0x443, "y"}, {0x445, "x"},  {0x455, "s"},
    {0x456, "i"}, {0x458, "j"},
}};

void append(std::vector<char>& out, std::string_view bytes) {
  out.insert(out.end(), bytes.begin(), bytes.end());
}

void appendPlain(std::vector<char>& out, char32_t c) {
  if (c < 0x80) {
    out.push_back(static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c));
    return;
  }
  const auto* found = std::lower_bound(kLookAlikes.begin(), kLookAlikes.end(), c,
                                       [](const LookAlike& a, char32_t b) { return a.from < b; });
  if (found != kLookAlikes.end() && found->from == c) return append(out, found->to);
  const utf8proc_category_t kind = utf8proc_category(static_cast<utf8proc_int32_t>(c));
  if (kind == UTF8PROC_CATEGORY_MN || kind == UTF8PROC_CATEGORY_ME) return;
  std::string bytes;
  appendUtf8(bytes, static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(c))));
  append(out, bytes);
}

}  // namespace

void appendKey(std::vector<char>& out, char32_t c) {
  if (c < 0x80) return appendPlain(out, c);
  std::array<utf8proc_int32_t, 8> parts{};
  int boundClass = 0;
  const utf8proc_ssize_t count = utf8proc_decompose_char(
      static_cast<utf8proc_int32_t>(c), parts.data(), static_cast<utf8proc_ssize_t>(parts.size()),
      static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT), &boundClass);
  if (count < 1 || count > 4) return appendPlain(out, c);
  for (std::size_t i = 0; i < static_cast<std::size_t>(count); ++i)
    appendPlain(out, static_cast<char32_t>(parts[i]));
}

}  // namespace journal::text
