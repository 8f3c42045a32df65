#include <utf8proc.h>

#include <algorithm>

#include "app/ui/text_layout.h"
#include "journal/base/result.h"
#include "journal/base/utf8.h"

namespace app::ui {
namespace {

constexpr std::string_view kOpenMark = "\xEF\xA3\xB0";    // U+F8F0
constexpr std::string_view kCloseMark = "\xEF\xA3\xB1";   // U+F8F1
constexpr std::string_view kPromptMark = "\xEF\xA3\xB2";  // U+F8F2
constexpr std::string_view kPromptEnd = "\xEF\xA3\xB3";   // U+F8F3
constexpr std::size_t kHexDigits = 32;
/// How far back a cluster boundary is looked for. Longer unbroken runs of non-ASCII are cut there:
/// a choice of speed over exactness that only a paragraph of emoji without one space could notice.
constexpr std::size_t kLookBack = 4096;

bool isAscii(char c) {
  return static_cast<unsigned char>(c) < 0x80;
}
bool isHex(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
}

/// A place at or before `at` where a cluster certainly begins.
std::size_t certainBoundary(std::string_view text, std::size_t at) {
  std::size_t i = std::min(at, text.size());
  const std::size_t stop = i > kLookBack ? i - kLookBack : 0;
  while (i > stop) {
    if (text[i - 1] == '\n') return i;
    if (i < text.size() && isAscii(text[i]) && isAscii(text[i - 1])) return i;
    --i;
  }
  while (i > 0 && !journal::isBoundary(text, i)) --i;
  return i;
}

enum class Class : std::uint8_t { Word, Space, Break, Mark, Mention };

Class classAt(std::string_view text, std::size_t at) {
  if (text[at] == '\n') return Class::Break;
  if (mentionAt(text, at) != 0) return Class::Mention;
  const auto c = static_cast<utf8proc_int32_t>(journal::decodeUtf8(text, at).value);
  switch (utf8proc_category(c)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
      return Class::Word;
    case UTF8PROC_CATEGORY_ZS:
      return Class::Space;
    default:
      return c == '\t' ? Class::Space : Class::Mark;
  }
}

bool isApostrophe(std::string_view text, std::size_t at) {
  return text[at] == '\'' || text.substr(at).starts_with("\xE2\x80\x99");
}

/// As classAt, but an apostrophe between two letters belongs to the word ("don't").
Class wordClass(std::string_view text, std::size_t at) {
  const Class own = classAt(text, at);
  if (own != Class::Mark || !isApostrophe(text, at) || at == 0) return own;
  const std::size_t next = nextAtom(text, at);
  if (next >= text.size() || classAt(text, next) != Class::Word) return own;
  return classAt(text, previousAtom(text, at)) == Class::Word ? Class::Word : own;
}

}  // namespace

std::string mentionToken(std::string_view hexId) {
  J_ASSERT(hexId.size() == kHexDigits && std::all_of(hexId.begin(), hexId.end(), isHex));
  return std::string(kOpenMark).append(hexId).append(kCloseMark);
}

std::string promptParagraph(std::string_view words) {
  return std::string(kPromptMark).append(words).append(kPromptEnd);
}

std::size_t mentionAt(std::string_view text, std::size_t at) {
  if (at + kMentionBytes > text.size() || text.substr(at, kMarkBytes) != kOpenMark) return 0;
  const std::string_view hex = text.substr(at + kMarkBytes, kHexDigits);
  if (!std::all_of(hex.begin(), hex.end(), isHex)) return 0;
  return text.substr(at + kMarkBytes + kHexDigits, kMarkBytes) == kCloseMark ? kMentionBytes : 0;
}

std::string_view mentionId(std::string_view text, std::size_t at) {
  return text.substr(at + kMarkBytes, kHexDigits);
}

bool isPrompt(std::string_view paragraph) {
  return paragraph.starts_with(kPromptMark);
}

std::string_view promptWords(std::string_view paragraph) {
  if (!isPrompt(paragraph)) return paragraph;
  paragraph.remove_prefix(kMarkBytes);
  if (paragraph.ends_with('\n')) paragraph.remove_suffix(1);
  if (paragraph.ends_with(kPromptEnd)) paragraph.remove_suffix(kMarkBytes);
  return paragraph;
}

std::size_t nextAtom(std::string_view text, std::size_t at) {
  if (at >= text.size()) return text.size();
  if (isAscii(text[at]) && (at + 1 == text.size() || isAscii(text[at + 1]) || text[at] == '\n'))
    return at + 1;
  if (const std::size_t mention = mentionAt(text, at)) return at + mention;
  journal::CodePoint point = journal::decodeUtf8(text, at);
  utf8proc_int32_t state = 0;
  std::size_t end = at + point.length;
  while (end < text.size() && text[end] != '\n' && mentionAt(text, end) == 0) {
    const journal::CodePoint next = journal::decodeUtf8(text, end);
    if (utf8proc_grapheme_break_stateful(static_cast<utf8proc_int32_t>(point.value),
                                         static_cast<utf8proc_int32_t>(next.value), &state)) {
      break;
    }
    end += next.length;
    point = next;
  }
  return end;
}

std::size_t snapToAtom(std::string_view text, std::size_t at) {
  if (at >= text.size()) return text.size();
  const std::size_t first = at >= kMentionBytes - 1 ? at - (kMentionBytes - 1) : 0;
  for (std::size_t i = first; i < at; ++i) {
    if (text[i] == kOpenMark[0] && mentionAt(text, i) != 0) return i;
  }
  std::size_t start = certainBoundary(text, at);
  for (std::size_t next = nextAtom(text, start); next <= at && next > start;
       next = nextAtom(text, start)) {
    start = next;
  }
  return start;
}

std::size_t previousAtom(std::string_view text, std::size_t at) {
  at = std::min(at, text.size());
  return at == 0 ? 0 : snapToAtom(text, at - 1);
}

std::size_t nextWord(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const Class c = wordClass(text, at);
    if (c == Class::Mention) return nextAtom(text, at);
    if (c == Class::Word) break;
    at = nextAtom(text, at);
  }
  while (at < text.size() && wordClass(text, at) == Class::Word) at = nextAtom(text, at);
  return at;
}

std::size_t previousWord(std::string_view text, std::size_t at) {
  while (at > 0) {
    const std::size_t before = previousAtom(text, at);
    const Class c = wordClass(text, before);
    if (c == Class::Mention) return before;
    if (c == Class::Word) break;
    at = before;
  }
  while (at > 0) {
    const std::size_t before = previousAtom(text, at);
    if (wordClass(text, before) != Class::Word) break;
    at = before;
  }
  return at;
}

ByteRange wordAround(std::string_view text, std::size_t at) {
  if (text.empty()) return {};
  at = snapToAtom(text, at);
  if (at == text.size() || text[at] == '\n') {
    if (at == 0 || text[at - 1] == '\n') return {at, at};
    at = previousAtom(text, at);
  }
  const Class own = wordClass(text, at);
  ByteRange range{at, nextAtom(text, at)};
  if (own == Class::Mention || own == Class::Mark) return range;
  while (range.end < text.size() && wordClass(text, range.end) == own)
    range.end = nextAtom(text, range.end);
  while (range.begin > 0) {
    const std::size_t before = previousAtom(text, range.begin);
    if (wordClass(text, before) != own) break;
    range.begin = before;
  }
  return range;
}

ByteRange paragraphAround(std::string_view text, std::size_t at) {
  at = std::min(at, text.size());
  const std::size_t before = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
  const std::size_t after = text.find('\n', at);
  return {before == std::string_view::npos ? 0 : before + 1,
          after == std::string_view::npos ? text.size() : after};
}

}  // namespace app::ui
