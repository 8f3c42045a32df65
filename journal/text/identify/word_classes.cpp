#include "journal/text/identify/word_classes.h"

#include <array>
#include <cstddef>

namespace journal::text {
namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(WordClass::PhraseStart)> kNames{
    "word",       "given",        "surname",     "place",      "month",        "weekday",
    "number",     "ordinal",      "known",       "determiner", "pronoun",      "preposition",
    "modalverb",  "verb",         "takesperson", "kin",        "role",         "title",
    "staffTitle", "familyWord",   "people",      "language",   "rarelanguage", "instrument",
    "music",      "piece",        "placeending", "placestart", "streethead",   "placehead",
    "schoolhead", "schoolending", "schoolname",  "orghead"};

}  // namespace

std::optional<WordClass> parseWordClass(std::string_view name) {
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    if (kNames[i] == name) return static_cast<WordClass>(i);
  }
  return std::nullopt;
}

}  // namespace journal::text
