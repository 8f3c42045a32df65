#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "journal/domain/disagreement.h"

// What two devices said differently, side by side, until the tutor has decided (picture 17).

namespace app::model {

/// A run of words of one side.
struct DifferenceRun {
  std::string text;
  bool differs = false;  ///< the other sides do not say this
  bool mention = false;
};

/// Paragraphs that all sides have, folded; or what each made of one place.
struct DifferencePart {
  bool same = false;
  std::string words;  ///< of the first paragraph that is the same
  std::string note;   ///< "the same on both", "4 paragraphs, the same on both"
  std::vector<std::vector<DifferenceRun>> sides;  ///< in the order of DifferencesModel::heads
  std::vector<std::string> chosen;  ///< per side: said when this one is kept, else empty
  std::string both;                 ///< how it reads when both are kept
};

struct DifferenceHead {
  std::string device;  ///< "This computer", "Music office desktop"
  std::string when;    ///< "22 January 16:42"
};

/// Something else than words that was said differently.
struct DifferenceLine {
  journal::DisputedField field = journal::DisputedField::Lesson;
  std::string what;
  std::vector<std::string> sides;  ///< "Music office desktop, 16:42: Thursday 22 January, ..."
  bool canKeepOne = false;         ///< each side can be kept
};

struct DifferencesModel {
  bool open = false;
  std::size_t waiting = 0;  ///< reflections, this one too
  std::string title;
  std::string detail;                 ///< what is safe, and how much differs
  std::string entry;                  ///< "Brass group, Thursday 22 January"
  std::vector<DifferenceHead> heads;  ///< of the words; empty: they agree
  std::vector<DifferencePart> parts;
  std::size_t current = 0;  ///< of `parts`: what the keyboard chooses for
  std::size_t side = 0;     ///< under the arrows
  std::string place;        ///< "Paragraph 2 of 4"
  std::vector<DifferenceLine> lines;
  bool working = false;
  std::string problem;
};

struct OpenDifferences {
  std::optional<journal::ReflectionId> reflection = {};  ///< nullopt: the first
};
struct DecideLater {};
/// Moves the edge; chooses nothing.
struct LookAtSide {
  std::size_t part = 0;
  std::size_t side = 0;
};
struct KeepSide {
  std::size_t part = 0;
  std::size_t side = 0;
};
struct KeepBoth {};  ///< wherever nothing else was chosen
struct KeepLessonOf {
  std::size_t side = 0;
};
struct RightAsItIs {
  journal::DisputedField field = journal::DisputedField::Lesson;
};
using DifferencesIntent = std::variant<OpenDifferences, DecideLater, LookAtSide, KeepSide, KeepBoth,
                                       KeepLessonOf, RightAsItIs>;

}  // namespace app::model
