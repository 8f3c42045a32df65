#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "journal/text/identify/gazetteers.h"
#include "journal/text/identify/identifiers.h"
#include "journal/text/identify/pattern.h"
#include "journal/text/identify/words.h"

namespace journal::text {

/// A text while it is being searched: its words, what each can be, and what has been found. What is
/// found first keeps its words, so the surest searches run first.
class Page {
 public:
  Page(std::string_view text, const Gazetteers& gazetteers);

  const Gazetteers& gazetteers() const { return gazetteers_; }
  std::string_view text() const { return words_.text(); }
  bool caseless() const { return words_.caseless(); }
  std::size_t size() const { return words_.all().size(); }
  const std::vector<Word>& words() const { return words_.all(); }
  const std::vector<WordClasses>& classes() const { return classes_; }
  /// Words beyond either end are empty marks, so that neighbours may be asked about freely.
  const Word& word(std::size_t at) const { return at < size() ? words_.all()[at] : kNothing; }
  std::string_view key(std::size_t at) const { return word(at).key; }
  bool is(std::size_t at, WordClass what) const { return at < size() && classes_[at].has(what); }
  bool isMark(std::size_t at, std::string_view mark) const {
    return at < size() && !word(at).isWord && key(at) == mark;
  }
  /// The `at + 1`th word or mark follows with nothing but blanks between, on the same line.
  bool follows(std::size_t at) const;
  /// Nothing has been found in it and it is not known to be music.
  bool free(std::size_t at) const { return at < size() && state_[at] == State::Free; }
  bool isPerson(std::size_t at) const { return at < size() && state_[at] == State::Person; }
  bool isMusic(std::size_t at) const {
    return at < size() && (state_[at] == State::Music || state_[at] == State::Work);
  }
  /// Part of a listed work of several words: "Für Elise" is not Elise.
  bool isWork(std::size_t at) const { return at < size() && state_[at] == State::Work; }
  /// Written as names are: with a capital, or where nothing has one.
  bool couldBeName(std::size_t at) const;

  /// Keeps words `range` for a find, unless one of them is taken; circumstances lie over anything.
  bool add(WordRange range, IdentifierKind kind, float confidence, std::string suggestion);
  /// As add, by bytes; takes every word that begins there.
  void addBytes(std::size_t begin, std::size_t end, IdentifierKind kind, float confidence,
                std::string suggestion);
  /// Known to be music; `listed` when a list has it as a work of several words.
  void leaveAlone(WordRange range, bool listed);
  /// In order of begin. Leaves none.
  std::vector<Identifier> takeFound();
  const std::vector<Identifier>& found() const { return found_; }
  /// The words of a find.
  WordRange wordsOf(const Identifier& one) const;

 private:
  enum class State : std::uint8_t { Free, Music, Work, Taken, Person };
  static const Word kNothing;

  const Gazetteers& gazetteers_;
  Words words_;
  std::vector<WordClasses> classes_;
  std::vector<State> state_;
  std::vector<Identifier> found_;
};

}  // namespace journal::text
