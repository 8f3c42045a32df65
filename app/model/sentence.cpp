#include "app/model/sentence.h"

#include <algorithm>

namespace app::model {
namespace {

bool isBlank(char c) {
  return c == ' ' || c == '\n' || c == '\t';
}

/// A full stop, question mark or exclamation mark that a space or the end follows.
bool endsSentence(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (c != '.' && c != '?' && c != '!') return false;
  return at + 1 >= text.size() || isBlank(text[at + 1]) || text[at + 1] == '"' ||
         text.substr(at + 1).starts_with("\xE2\x80\x9D");  // closing curly quote
}

}  // namespace

journal::Passage trimmed(std::string_view stored, journal::Passage passage) {
  while (passage.begin < passage.end && isBlank(stored[passage.begin])) ++passage.begin;
  while (passage.end > passage.begin && isBlank(stored[passage.end - 1])) --passage.end;
  return passage;
}

journal::Passage sentenceAround(std::string_view stored, std::size_t at) {
  at = std::min(at, stored.size());
  // Behind a sentence and its space, the sentence that was just written is meant.
  while (at > 0 && stored[at - 1] == ' ' && (at == stored.size() || stored[at] == '\n')) --at;
  std::size_t begin = at;
  while (begin > 0 && stored[begin - 1] != '\n' &&
         !(begin < at && endsSentence(stored, begin - 1))) {
    --begin;
  }
  std::size_t end = std::max(begin, at);
  while (end < stored.size() && stored[end] != '\n') {
    const bool last = endsSentence(stored, end);
    ++end;
    if (last) break;
  }
  const journal::Passage found = trimmed(stored, {begin, end});
  if (stored.substr(found.begin).starts_with("\xEF\xA3\xB2")) return {at, at};  // U+F8F2: a prompt
  return found;
}

}  // namespace app::model
