#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/model/write_model.h"
#include "journal/domain/framework.h"
#include "journal/domain/known_name.h"
#include "journal/domain/lesson.h"
#include "journal/domain/tag.h"
#include "journal/service/journal.h"

namespace app::model {

/// A tag that is being made or changed.
struct TagDraft {
  journal::Passage passage;  ///< against the words as shown
  std::optional<journal::TagId> editing;
  std::string outcome;
  std::optional<journal::IndicatorCode> indicator;
  bool levelChosen = false;
  std::optional<journal::Level> level;
  journal::Direction direction = journal::Direction::Change;
  bool directionChosen = false;  ///< by the person: no longer offered anew
  journal::Voice voice = journal::Voice::Tutor;
  std::optional<journal::NameId> youngPerson;
  std::string wordedThen;  ///< of the tag being edited, TagPanelModel::wordedThen
  std::vector<journal::service::JourneyPoint> journey;  ///< of `youngPerson`, oldest first
};

/// Pure.
TagPanelModel buildTagPanel(const TagDraft& draft, const journal::Framework& framework,
                            const std::vector<journal::KnownName>& names);

/// The last time this young person was tagged with this indicator, other than by `except`.
const journal::service::JourneyPoint* lastTimeOf(const TagDraft& draft);

/// Who a passage is most likely about: mentioned in it, or last mentioned before it in its
/// paragraph, or the only young person of the lesson.
std::optional<journal::NameId> likelyPerson(std::string_view stored, journal::Passage passage,
                                            const journal::Lesson& lesson,
                                            const std::vector<journal::KnownName>& names);

/// Choosing an indicator offers Baseline for a first tag and Change later (ADDENDUM, 02).
void offerDirection(TagDraft& draft);

/// Tags as they lie in `shown`, when they were placed in `stored`. Collapsed ones are left out.
std::vector<TagMark> buildMarks(const std::vector<journal::Tag>& tags, std::string_view stored,
                                std::string_view shown, const journal::Framework& framework);

}  // namespace app::model
