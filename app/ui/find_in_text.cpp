#include "app/ui/find_in_text.h"

#include <utf8proc.h>

#include <algorithm>
#include <cstdint>
#include <string>

#include "journal/base/utf8.h"

namespace app::ui {
namespace {

char32_t plainQuote(char32_t c) {
  switch (c) {
    case 0x2018:
    case 0x2019:
      return U'\'';
    case 0x201C:
    case 0x201D:
      return U'"';
    case 0xA0:
    case U'\t':
    case U'\n':
      return U' ';
    default:
      return c;
  }
}

/// What a code point reads as when case and accents do not matter; nothing for a mark on the letter
/// before it.
void appendFolded(std::u32string& out, char32_t c) {
  if (c < 0x80) {
    const bool upper = c >= U'A' && c <= U'Z';
    out.push_back(upper ? c + (U'a' - U'A') : plainQuote(c));
    return;
  }
  utf8proc_int32_t parts[8];
  const auto options = static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD |
                                                      UTF8PROC_STRIPMARK | UTF8PROC_IGNORE);
  int boundary = 0;
  const utf8proc_ssize_t count =
      utf8proc_decompose_char(static_cast<utf8proc_int32_t>(c), parts, 8, options, &boundary);
  for (utf8proc_ssize_t i = 0; i < std::min<utf8proc_ssize_t>(count, 8); ++i)
    out.push_back(plainQuote(static_cast<char32_t>(parts[i])));
}

std::u32string folded(std::string_view text) {
  std::u32string out;
  for (std::size_t at = 0; at < text.size();) {
    const journal::CodePoint point = journal::decodeUtf8(text, at);
    appendFolded(out, point.value);
    at += point.length;
  }
  return out;
}

}  // namespace

void SearchableText::grow(ByteRange from) {
  begin_.resize(points_.size(), static_cast<std::uint32_t>(from.begin));
  end_.resize(points_.size(), static_cast<std::uint32_t>(from.end));
}

/// One code point or mention; returns where the next begins.
std::size_t SearchableText::add(std::string_view text, std::size_t at, const MentionLabel& label) {
  if (const std::size_t mention = mentionAt(text, at)) {
    points_ += folded(label ? label(mentionId(text, at)) : "someone");
    grow({at, at + mention});
    return at + mention;
  }
  const journal::CodePoint point = journal::decodeUtf8(text, at);
  const std::size_t before = points_.size();
  appendFolded(points_, point.value);
  const bool onlyMark = points_.size() == before;
  if (onlyMark && !end_.empty() && end_.back() == at)
    end_.back() = static_cast<std::uint32_t>(at + point.length);  // belongs to its letter
  grow({at, at + point.length});
  return at + point.length;
}

void SearchableText::read(std::string_view stored, const MentionLabel& label) {
  clear();
  points_.reserve(stored.size());
  begin_.reserve(stored.size());
  end_.reserve(stored.size());
  bool lineStart = true;
  for (std::size_t at = 0; at < stored.size();) {
    if (lineStart && isPrompt(stored.substr(at))) {
      const std::size_t newline = stored.find('\n', at);
      at = newline == std::string_view::npos ? stored.size() : newline + 1;
      continue;
    }
    lineStart = stored[at] == '\n';
    at = add(stored, at, label);
  }
}

std::vector<ByteRange> SearchableText::find(std::string_view words) const {
  std::vector<ByteRange> found;
  const std::u32string wanted = folded(words);
  if (wanted.empty()) return found;
  for (std::size_t at = points_.find(wanted);
       at != std::u32string::npos && found.size() < kMostFound;
       at = points_.find(wanted, at + wanted.size())) {
    const ByteRange range{begin_[at], end_[at + wanted.size() - 1]};
    // Two places inside one mention are one place.
    if (found.empty() || range.begin >= found.back().end) found.push_back(range);
  }
  return found;
}

std::vector<ByteRange> findInText(std::string_view stored, std::string_view words,
                                  const MentionLabel& label) {
  SearchableText text;
  text.read(stored, label);
  return text.find(words);
}

}  // namespace app::ui
