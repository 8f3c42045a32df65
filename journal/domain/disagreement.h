#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "journal/base/time.h"
#include "journal/domain/ids.h"
#include "journal/domain/lesson.h"

namespace journal {

/// What of a reflection two devices may have said differently.
enum class DisputedField : std::uint8_t {
  Text,    ///< both changed the same sentences; both stand in the text
  Lesson,  ///< the later one is shown
  State,
  Bin,  ///< put in the bin on one, written on on another: it is back
};

/// One side of it.
struct DisagreementSide {
  OpId op;
  UtcTime at{};      ///< by that device's clock
  std::string text;  ///< Text: stored text, the whole of it
  Lesson lesson;     ///< Lesson
};

/// Where devices said different things, until a person has decided. Nothing is lost meanwhile.
struct Disagreement {
  ReflectionId reflection;
  DisputedField field = DisputedField::Text;
  std::vector<OpId> heads;              ///< ascending; names this disagreement
  std::vector<DisagreementSide> sides;  ///< oldest first
};

}  // namespace journal
