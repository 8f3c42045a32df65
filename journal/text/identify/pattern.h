#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "journal/text/identify/word_classes.h"
#include "journal/text/identify/words.h"

namespace journal::text {

/// One place in a pattern: any of some words, beginnings of words or classes.
struct PatternPlace {
  std::vector<std::string> words;
  std::vector<std::string> beginnings;
  WordClasses classes;
  bool any = false;
  bool optional = false;
  bool restOfClause = false;  ///< up to eight more words of the same clause
};

/// A turn of phrase, for example "the? only one/girl in .."; see assets/gazetteers.
struct Pattern {
  std::vector<PatternPlace> places;
  std::size_t wording = 0;  ///< which of PatternSet::wordings() it may be blurred to
};

/// Words by number, first and past the last.
struct WordRange {
  std::size_t first = 0;
  std::size_t end = 0;
  friend bool operator==(const WordRange&, const WordRange&) = default;
};

struct PatternMatch {
  WordRange range;
  std::size_t wording = 0;
};

/// Turns of phrase, found by the word they begin with. Matching never backs further than one
/// pattern's length, so a text costs its length.
class PatternSet {
 public:
  /// False when `line` is not a pattern.
  bool add(std::string_view line, std::size_t wording);
  std::size_t addWording(std::string_view text);
  const std::string& wording(std::size_t which) const { return wordings_[which]; }
  /// The longest match that begins at `at`; an empty range when there is none. `classes` are those
  /// of each word.
  PatternMatch matchAt(const std::vector<Word>& words, const std::vector<WordClasses>& classes,
                       std::size_t at) const;

 private:
  using PatternNumbers = std::vector<std::uint32_t>;
  void index(std::uint32_t number);
  void tryEach(const PatternNumbers& numbers, const std::vector<Word>& words,
               const std::vector<WordClasses>& classes, PatternMatch& best) const;

  std::vector<Pattern> patterns_;
  std::vector<std::string> wordings_;
  std::unordered_map<std::string_view, PatternNumbers> byWord_;
  std::unordered_map<std::string_view, PatternNumbers> byBeginning_;  ///< its first three letters
  std::array<PatternNumbers, static_cast<std::size_t>(WordClass::Count)> byClass_;
  std::deque<std::string> kept_;
};

}  // namespace journal::text
