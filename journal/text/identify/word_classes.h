#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace journal::text {

/// What a word can be; a word is often several things ("May" is a month, a name and a verb).
enum class WordClass : std::uint8_t {
  Word,     ///< in the dictionary, in lower case
  Given,    ///< a given name
  Surname,  ///< a family name
  Place,    ///< a town, country or region
  Month,
  Weekday,
  Number,      ///< "nine"
  Ordinal,     ///< "ninth"
  Known,       ///< has a capital and names nobody: "Grade", "Christmas", "SENCO"
  Determiner,  ///< makes what follows an ordinary noun
  Pronoun,
  Preposition,  ///< of place
  ModalVerb,    ///< what may follow "will" or "may"
  Verb,         ///< what people do
  TakesPerson,  ///< what stands before a person
  Kin,
  Role,
  Title,       ///< "Mrs", "Auntie"
  StaffTitle,  ///< "Mrs"
  FamilyWord,  ///< makes the surname before it people: "the Eze twins"
  People,      ///< "Somali", of a person
  Language,
  RareLanguage,
  Instrument,
  Music,  ///< a composer, band, work, maker, program
  Piece,  ///< makes what stands before it music: "sonata"
  PlaceEnding,
  PlaceStart,
  StreetHead,
  PlaceHead,
  SchoolHead,
  SchoolEnding,
  SchoolName,  ///< the whole of a school's name: "Holy Family"
  OrgHead,
  PhraseStart,  ///< several entries of more than one word begin so
  Count
};

/// A set of word classes.
class WordClasses {
 public:
  constexpr WordClasses() = default;
  constexpr void add(WordClass one) { bits_ |= bit(one); }
  constexpr void add(WordClasses more) { bits_ |= more.bits_; }
  constexpr bool has(WordClass one) const { return (bits_ & bit(one)) != 0; }
  constexpr bool none() const { return bits_ == 0; }
  friend constexpr bool operator==(WordClasses, WordClasses) = default;

 private:
  static constexpr std::uint64_t bit(WordClass one) {
    return std::uint64_t{1} << static_cast<unsigned>(one);
  }
  std::uint64_t bits_ = 0;
};

/// As the word lists write it: "given", "staffTitle". nullopt for anything else.
std::optional<WordClass> parseWordClass(std::string_view name);

}  // namespace journal::text
