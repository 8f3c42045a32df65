#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "journal/base/random.h"
#include "journal/exchange/imported.h"

namespace journal::exchange {

/// Invented reflections for benchmarks and trials: one at a time, in constant memory, the same for
/// the same seed on every machine. They read like a tutor's notes, span eight school years, and
/// carry names, tags, settings and intentions in about the proportions of the sample data.
class CorpusGenerator {
 public:
  /// `framework` must outlive the generator and have at least one indicator.
  CorpusGenerator(const Framework& framework, std::uint64_t count, std::uint64_t seed);

  /// Everyone the corpus mentions: to be stored first. Sixty young people, twelve colleagues, eight
  /// places.
  const std::vector<KnownName>& names() const { return names_; }
  /// nullopt after `count`. Dates do not go backwards.
  std::optional<ImportedReflection> next();

 private:
  void makeNames();
  void fillLesson(Lesson& lesson);
  void fillText(ImportedReflection& item);
  void addSentence(ImportedReflection& item, bool taggable);
  template <class Array>
  const char* pick(const Array& words) {
    return words[random_.below(words.size())];
  }

  const Framework& framework_;
  std::uint64_t count_;
  std::uint64_t made_ = 0;
  SeededRandom random_;
  IdSource ids_;
  std::vector<KnownName> names_;
  std::vector<const Indicator*> indicators_;
};

}  // namespace journal::exchange
