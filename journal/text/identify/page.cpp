#include "journal/text/identify/page.h"

#include <algorithm>
#include <tuple>

namespace journal::text {

const Word Page::kNothing{};

Page::Page(std::string_view text, const Gazetteers& gazetteers)
    : gazetteers_(gazetteers), words_(text) {
  classes_.reserve(size());
  for (const Word& word : words_.all())
    classes_.push_back(word.isWord ? gazetteers.classesOf(word.key) : WordClasses());
  state_.assign(size(), State::Free);
}

bool Page::follows(std::size_t at) const {
  if (at + 1 >= size()) return false;
  const std::size_t end = word(at).end;
  return text().substr(end, word(at + 1).begin - end).find('\n') == std::string_view::npos;
}

bool Page::couldBeName(std::size_t at) const {
  return at < size() && word(at).isWord && !word(at).hasDigit && (word(at).capital || caseless());
}

bool Page::add(WordRange range, IdentifierKind kind, float confidence, std::string suggestion) {
  if (range.first >= range.end || range.end > size()) return false;
  if (kind != IdentifierKind::Circumstance) {
    for (std::size_t at = range.first; at < range.end; ++at) {
      if (state_[at] == State::Taken || state_[at] == State::Person) return false;
    }
    const State state = kind == IdentifierKind::Person ? State::Person : State::Taken;
    std::fill(state_.begin() + static_cast<std::ptrdiff_t>(range.first),
              state_.begin() + static_cast<std::ptrdiff_t>(range.end), state);
  }
  found_.push_back(
      {word(range.first).begin, word(range.end - 1).end, kind, confidence, std::move(suggestion)});
  return true;
}

void Page::addBytes(std::size_t begin, std::size_t end, IdentifierKind kind, float confidence,
                    std::string suggestion) {
  const auto from = std::lower_bound(words().begin(), words().end(), begin,
                                     [](const Word& a, std::size_t b) { return a.end <= b; });
  for (auto at = static_cast<std::size_t>(from - words().begin());
       at < size() && word(at).begin < end; ++at)
    state_[at] = State::Taken;
  found_.push_back({begin, end, kind, confidence, std::move(suggestion)});
}

void Page::leaveAlone(WordRange range, bool listed) {
  for (std::size_t at = range.first; at < range.end && at < size(); ++at) {
    if (state_[at] == State::Free) state_[at] = listed ? State::Work : State::Music;
  }
}

WordRange Page::wordsOf(const Identifier& one) const {
  const auto before = [](const Word& a, std::size_t b) { return a.begin < b; };
  const auto first = std::lower_bound(words().begin(), words().end(), one.begin, before);
  const auto end = std::lower_bound(words().begin(), words().end(), one.end, before);
  return {static_cast<std::size_t>(first - words().begin()),
          static_cast<std::size_t>(end - words().begin())};
}

std::vector<Identifier> Page::takeFound() {
  std::stable_sort(found_.begin(), found_.end(), [](const Identifier& a, const Identifier& b) {
    return std::tie(a.begin, a.end, a.kind) < std::tie(b.begin, b.end, b.kind);
  });
  return std::move(found_);
}

}  // namespace journal::text
