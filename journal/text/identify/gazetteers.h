#pragma once

#include <array>
#include <cstddef>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "journal/base/result.h"
#include "journal/text/identify/pattern.h"
#include "journal/text/identify/word_classes.h"
#include "journal/text/identify/words.h"

namespace journal::text {

/// An entry of more than one word, as the keys of its words and marks.
struct Phrase {
  std::vector<std::string_view> keys;
  WordClasses classes;
};

/// The words, names, places and turns of phrase that finding rests on. Read once from the files in
/// assets/gazetteers, then only read: one may serve several threads.
class Gazetteers {
 public:
  Gazetteers() : table_(1024) {}
  Gazetteers(const Gazetteers&) = delete;
  Gazetteers& operator=(const Gazetteers&) = delete;

  /// Entries between commas and line ends; "[class]" on a line of its own says what follows it is;
  /// "#" begins a line of remarks. InvalidInput names the line that is neither.
  Result<void> addWords(std::string_view file);
  /// "name: short short": forms that mean the same person.
  Result<void> addNicknames(std::string_view file);
  /// "= wording", then the patterns (pattern.h) it stands for.
  Result<void> addCircumstances(std::string_view file);

  WordClasses classesOf(std::string_view key) const;
  /// Those that begin with `key`, longest first; empty for most words.
  const std::vector<Phrase>& phrasesOf(std::string_view key) const;
  /// The short forms of a given name, and the given names a short form may stand for.
  const std::vector<std::string_view>& nicknamesOf(std::string_view key) const;
  const PatternSet& circumstances() const { return circumstances_; }
  /// True when `key` ends or begins as names of villages do ("larkbeck").
  bool looksLikePlace(std::string_view key) const;

 private:
  struct Slot {
    std::string_view key;
    WordClasses classes;
  };
  std::string_view keep(std::string_view text);
  void addEntry(std::string_view entry, WordClass what);
  void addClass(std::string_view key, WordClasses classes);
  std::size_t slotOf(std::string_view key) const;
  void grow();

  std::deque<std::string> kept_;
  std::vector<Slot> table_;
  std::size_t used_ = 0;
  std::unordered_map<std::string_view, std::vector<Phrase>> phrases_;
  std::unordered_map<std::string_view, std::vector<std::string_view>> nicknames_;
  std::vector<std::string_view> placeEndings_;
  std::vector<std::string_view> placeStarts_;
  PatternSet circumstances_;
};

/// The files of assets/gazetteers, and what each is read by.
struct GazetteerFile {
  const char* name;
  Result<void> (Gazetteers::*add)(std::string_view file);
};
inline constexpr std::array kGazetteerFiles{
    GazetteerFile{"words.txt", &Gazetteers::addWords},
    GazetteerFile{"given_names_faker.txt", &Gazetteers::addWords},
    GazetteerFile{"given_names_fake_factory.txt", &Gazetteers::addWords},
    GazetteerFile{"surnames_faker.txt", &Gazetteers::addWords},
    GazetteerFile{"names.txt", &Gazetteers::addWords},
    GazetteerFile{"towns_geonames.txt", &Gazetteers::addWords},
    GazetteerFile{"places.txt", &Gazetteers::addWords},
    GazetteerFile{"music.txt", &Gazetteers::addWords},
    GazetteerFile{"everyday.txt", &Gazetteers::addWords},
    GazetteerFile{"nicknames.txt", &Gazetteers::addNicknames},
    GazetteerFile{"circumstances.txt", &Gazetteers::addCircumstances}};

}  // namespace journal::text
