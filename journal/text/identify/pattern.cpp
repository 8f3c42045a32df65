#include "journal/text/identify/pattern.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace journal::text {
namespace {

constexpr std::size_t kRestOfClause = 8;
constexpr std::size_t kIndexedLetters = 3;

/// Texts are split at hyphens and before "'s": a pattern's words must be too.
std::string_view withoutTail(std::string_view word) {
  for (const std::string_view tail : {"'s", "'re"}) {
    if (word.size() > tail.size() && word.substr(word.size() - tail.size()) == tail)
      return word.substr(0, word.size() - tail.size());
  }
  return word;
}

bool addAlternative(PatternPlace& place, std::string_view word) {
  if (word == "_") {
    place.any = true;
  } else if (word.front() == '@') {
    const std::optional<WordClass> known = parseWordClass(word.substr(1));
    if (!known) return false;
    place.classes.add(*known);
  } else if (word.back() == '*') {
    if (word.size() <= kIndexedLetters) return false;
    place.beginnings.emplace_back(word.substr(0, word.size() - 1));
  } else {
    place.words.emplace_back(withoutTail(word));
  }
  return true;
}

bool readPlace(std::string_view written, PatternPlace& place) {
  if (written == ".." || written == "..?") {
    place.restOfClause = true;
    return true;
  }
  if (written.size() > 1 && written.back() == '?') {
    place.optional = true;
    written.remove_suffix(1);
  }
  while (!written.empty()) {
    const std::size_t slash = written.find('/');
    const std::string_view one = written.substr(0, slash);
    if (one.empty() || !addAlternative(place, one)) return false;
    written = slash == std::string_view::npos ? std::string_view() : written.substr(slash + 1);
  }
  return true;
}

bool begins(std::string_view key, const std::string& beginning) {
  return key.size() >= beginning.size() && key.compare(0, beginning.size(), beginning) == 0;
}

bool fits(const PatternPlace& place, const Word& word, WordClasses classes) {
  if (!word.isWord) return false;
  if (place.any) return true;
  for (std::size_t i = 0; i < static_cast<std::size_t>(WordClass::Count); ++i) {
    const auto one = static_cast<WordClass>(i);
    if (!place.classes.none() && place.classes.has(one) && classes.has(one)) return true;
  }
  return std::any_of(place.words.begin(), place.words.end(),
                     [&](const std::string& one) { return word.key == one; }) ||
         std::any_of(place.beginnings.begin(), place.beginnings.end(),
                     [&](const std::string& one) { return begins(word.key, one); });
}

/// Where a clause that goes on at `at` ends: before a mark, a word that begins another, or too far.
std::size_t clauseEnd(const std::vector<Word>& words, std::size_t at) {
  static constexpr std::array<std::string_view, 14> kBreaks{
      "and",  "but",    "so",    "which", "who", "because",    "then",
      "when", "though", "while", "or",    "if",  "apparently", "i"};
  const std::size_t most = std::min(words.size(), at + kRestOfClause);
  std::size_t end = at;
  while (end < most) {
    const Word& word = words[end];
    if (!word.isWord && word.key != "-" && word.key != "'") break;
    if (end > at && std::find(kBreaks.begin(), kBreaks.end(), word.key) != kBreaks.end()) break;
    ++end;
  }
  return end;
}

/// The two lines that one with a hyphened word among others stands for: without it, and with its
/// parts in the place of all of them.
std::optional<std::pair<std::string, std::string>> splitAtHyphen(std::string_view line) {
  const std::size_t hyphen = line.find('-');
  if (hyphen == std::string_view::npos) return std::nullopt;
  const std::size_t first = line.rfind(' ', hyphen) + 1;
  const std::size_t end = std::min(line.find(' ', hyphen), line.size());
  const std::size_t begin = std::max(first, line.rfind('/', hyphen) + 1);
  const std::size_t slash = std::min(line.find('/', hyphen), end);
  const bool optional = line[end - 1] == '?';
  std::string word(line.substr(begin, slash - begin));
  if (word.back() == '?') word.pop_back();
  std::replace(word.begin(), word.end(), '-', ' ');
  const std::string before(line.substr(0, first));
  const std::string after(line.substr(end));
  std::string others(line.substr(first, begin - first));
  others += line.substr(std::min(slash + 1, end), end - std::min(slash + 1, end));
  if (!others.empty() && others.back() == '/') others.pop_back();
  if (optional && !others.empty() && others.back() != '?') others += '?';
  std::string without = others.empty() ? (optional ? before + after : "") : before + others + after;
  return std::pair{without, before + word + after};
}

/// A hyphen between two words of a pattern, or a possessive's tail, is read over.
std::size_t pastJoin(const std::vector<Word>& words, std::size_t at) {
  while (at + 1 < words.size() && !words[at].isWord && !words[at].blankBefore &&
         (words[at].key == "-" || words[at].key == "'")) {
    const bool tail = words[at].key == "'" && !words[at + 1].blankBefore &&
                      (words[at + 1].key == "s" || words[at + 1].key == "re");
    at += tail ? 2 : 1;
    if (tail) break;
  }
  return at;
}

/// How far `places` go from `place` on at word `at`; nullopt when they do not fit there.
std::optional<std::size_t> endOfPlaces(const std::vector<PatternPlace>& places, std::size_t place,
                                       const std::vector<Word>& words,
                                       const std::vector<WordClasses>& classes, std::size_t at) {
  if (place == places.size()) return at;
  const PatternPlace& here = places[place];
  if (here.restOfClause) return std::max(at, clauseEnd(words, at));
  const std::size_t next = at > 0 ? pastJoin(words, at) : at;
  if (next < words.size() && fits(here, words[next], classes[next])) {
    const auto end = endOfPlaces(places, place + 1, words, classes, next + 1);
    if (end) return end;
  }
  if (!here.optional) return std::nullopt;
  return endOfPlaces(places, place + 1, words, classes, at);
}

}  // namespace

std::size_t PatternSet::addWording(std::string_view text) {
  wordings_.emplace_back(text);
  return wordings_.size() - 1;
}

bool PatternSet::add(std::string_view line, std::size_t wording) {
  const auto split = splitAtHyphen(line);
  if (split)
    return (split->first.empty() || add(split->first, wording)) && add(split->second, wording);
  Pattern pattern;
  pattern.wording = wording;
  while (!line.empty()) {
    const std::size_t blank = line.find(' ');
    const std::string_view word = line.substr(0, blank);
    line = blank == std::string_view::npos ? std::string_view() : line.substr(blank + 1);
    if (word.empty()) continue;
    PatternPlace place;
    if (!readPlace(word, place)) return false;
    pattern.places.push_back(std::move(place));
  }
  const auto fixed =
      std::find_if(pattern.places.begin(), pattern.places.end(),
                   [](const auto& one) { return !one.optional && !one.any && !one.restOfClause; });
  if (fixed == pattern.places.end() || pattern.places.front().any) return false;
  patterns_.push_back(std::move(pattern));
  index(static_cast<std::uint32_t>(patterns_.size() - 1));
  return true;
}

void PatternSet::index(std::uint32_t number) {
  for (const PatternPlace& place : patterns_[number].places) {
    for (const std::string& word : place.words) byWord_[kept_.emplace_back(word)].push_back(number);
    for (const std::string& beginning : place.beginnings)
      byBeginning_[kept_.emplace_back(beginning.substr(0, kIndexedLetters))].push_back(number);
    for (std::size_t i = 0; i < byClass_.size(); ++i) {
      if (place.classes.has(static_cast<WordClass>(i))) byClass_[i].push_back(number);
    }
    if (!place.optional) return;
  }
}

void PatternSet::tryEach(const PatternNumbers& numbers, const std::vector<Word>& words,
                         const std::vector<WordClasses>& classes, PatternMatch& best) const {
  const std::size_t at = best.range.first;
  for (const std::uint32_t number : numbers) {
    const Pattern& pattern = patterns_[number];
    const auto end = endOfPlaces(pattern.places, 0, words, classes, at);
    if (!end || *end <= best.range.end) continue;
    best.range.end = *end;
    best.wording = pattern.wording;
  }
}

PatternMatch PatternSet::matchAt(const std::vector<Word>& words,
                                 const std::vector<WordClasses>& classes, std::size_t at) const {
  PatternMatch best{{at, at}, 0};
  if (!words[at].isWord) return best;
  const std::string_view key = words[at].key;
  if (const auto found = byWord_.find(key); found != byWord_.end())
    tryEach(found->second, words, classes, best);
  if (key.size() >= kIndexedLetters) {
    const auto found = byBeginning_.find(key.substr(0, kIndexedLetters));
    if (found != byBeginning_.end()) tryEach(found->second, words, classes, best);
  }
  for (std::size_t i = 0; i < byClass_.size(); ++i) {
    if (!byClass_[i].empty() && classes[at].has(static_cast<WordClass>(i)))
      tryEach(byClass_[i], words, classes, best);
  }
  return best;
}

}  // namespace journal::text
