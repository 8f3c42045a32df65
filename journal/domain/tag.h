#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "journal/domain/framework.h"
#include "journal/domain/ids.h"
#include "journal/domain/passage.h"

namespace journal {

enum class Direction : std::uint8_t { Baseline, Change, NoChange, SetBack };
enum class Voice : std::uint8_t { Tutor, YoungPerson, ThirdParty };

/// Stable names for files and the command line: "baseline", "change", "no_change", "set_back";
/// "tutor", "young_person", "third_party".
std::string_view name(Direction direction);
std::string_view name(Voice voice);
std::optional<Direction> parseDirection(std::string_view text);
std::optional<Voice> parseVoice(std::string_view text);

/// A passage tied to an indicator: what was seen, how far, whose words.
struct Tag {
  TagId id;
  ReflectionId reflection;
  Passage passage;
  std::string quote;  ///< the stored text of the passage as it is now; empty once collapsed
  IndicatorCode indicator;
  std::optional<Level> level;  ///< nullopt: no chance to see it
  Direction direction = Direction::Change;
  Voice voice = Voice::Tutor;
  std::optional<NameId> youngPerson;  ///< nullopt: the whole group
  int frameworkVersion = 1;
  std::string note;  ///< the tutor's own short label, e.g. the phrase an import gave; may be empty
  friend bool operator==(const Tag&, const Tag&) = default;
};

}  // namespace journal
