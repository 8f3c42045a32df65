#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace journal::text {

class Gazetteers;
class KnownPeople;

enum class IdentifierKind : std::uint8_t {
  Person,
  School,  ///< or another setting: a music centre, a youth club, a place of worship
  Place,
  Date,
  Age,
  Contact,
  Id,
  Organisation,
  Circumstance,  ///< rare or sensitive; may lie over the others
};
/// As files and scripts write it: PERSON SCHOOL PLACE DATE AGE CONTACT ID ORG QUASI.
std::string_view name(IdentifierKind kind);

/// A part of a text that could identify somebody, and what could stand in its place.
struct Identifier {
  std::size_t begin = 0;  ///< bytes
  std::size_t end = 0;    ///< exclusive
  IdentifierKind kind = IdentifierKind::Person;
  float confidence = 0;    ///< 0..1: about how often such a find is one
  std::string suggestion;  ///< a blur: "a young person", "spring term"
  friend bool operator==(const Identifier&, const Identifier&) = default;
};

/// Everything in `text` that could identify a young person, in order of begin, never inside a code
/// point. Circumstances may overlap the others; otherwise no two overlap. A person decides about
/// each: this is a memory aid that will miss some and mark too much. The same for the same text.
/// Linear; about 1 ms for two pages. Any thread.
std::vector<Identifier> findIdentifiers(std::string_view text, const KnownPeople& people,
                                        const Gazetteers& gazetteers);

/// How much of the finding is done; the lesser ones are what a measurement sets it beside.
enum class Finding : std::uint8_t { PatternsOnly, ListsOnly, Whole };
std::vector<Identifier> findIdentifiers(std::string_view text, const KnownPeople& people,
                                        const Gazetteers& gazetteers, Finding finding);

}  // namespace journal::text
