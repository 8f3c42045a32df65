#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/model/aside_model.h"
#include "app/model/attached_model.h"
#include "journal/domain/framework.h"
#include "journal/domain/ids.h"
#include "journal/domain/lesson.h"
#include "journal/domain/passage.h"
#include "journal/domain/tag.h"

namespace app::model {

/// A tagged passage in the text being shown.
struct TagMark {
  journal::TagId id;
  journal::Passage passage;
  int domain = 0;    ///< index in the framework's order
  std::string mark;  ///< beside the margin mark: "3", or empty for no chance to see it
  std::string name;  ///< read out: "Edit tag: Belonging, Mostly"
};

struct PickerRow {
  std::string key;    ///< outcome or indicator code; empty: its place stays free
  std::string label;  ///< short name
  std::string fullName;
};
struct PickerColumn {
  std::string name;
  std::vector<PickerRow> outcomes;
};

/// The panel beside the text while a passage is being tagged (picture 02).
struct TagPanelModel {
  journal::Passage passage;
  bool editing = false;  ///< an existing tag
  std::vector<PickerColumn> domains;
  std::string outcome;                ///< chosen; empty: none
  std::vector<PickerRow> indicators;  ///< of the chosen outcome
  std::string indicator;              ///< chosen; empty: none
  int domain = 0;                     ///< index of the chosen outcome's domain
  std::array<std::string, 5> levelNames;
  std::array<std::string, 5> levelSentences;
  std::string restName;
  bool levelChosen = false;
  std::optional<journal::Level> level;  ///< when chosen: nullopt is the rest
  std::optional<int> lastTime;          ///< level of the last tag of this indicator and person
  std::string lastTimeWords;            ///< "Last time: Prompted, 15 January"
  std::string levelWord;                ///< "Mostly:"
  std::string levelSentence;
  std::string wordedThen;  ///< of an existing tag whose level has been reworded since
  journal::Direction direction = journal::Direction::Change;
  journal::Voice voice = journal::Voice::Tutor;
  std::string about;       ///< code name, or empty for the whole group
  std::string saveNotYet;  ///< why it cannot be saved; empty: it can
};

/// Somebody the tutor can mention or tag.
struct NameChoice {
  journal::NameId id;
  std::string codeName;
  bool chosen = false;
};

struct LessonFormModel {
  std::array<std::string, journal::kSettingCount> settings;
  std::vector<NameChoice> youngPeople;  ///< chosen: in this lesson
  std::string problem;                  ///< "Write the date like 2026-01-22."
  std::vector<LessonChoice> choices;    ///< to take over in one press
  std::vector<NameChoice> places;
  int paidMinutes = 0;    ///< 0: none
  std::string paidTotal;  ///< "Counted in January 2026: 42 minutes"; empty: nothing
};

struct WriteModel {
  std::string title;   ///< "Brass group"
  std::string detail;  ///< "Thursday 22 January, 15:15 to 16:00, 6 young people"
  std::string words;   ///< "131"
  std::string saved;   ///< true at the moment it is shown: "Saved on this laptop, 3 seconds ago"
  bool savedTick = false;
  bool unsavedCare = false;  ///< the disk did not take it: draws attention
  bool finished = false;
  bool held = false;  ///< read-only
  bool blank = true;  ///< nothing of the tutor's own is written yet
  std::string finishNotYet;
  std::string heldLine;
  std::vector<TagMark> tags;
  std::map<std::string, std::string> labels;  ///< hex id of a name to what its chip reads
  std::uint64_t labelsRevision = 0;
  std::vector<NameChoice> youngPeople;
  std::vector<NameChoice> mentionable;  ///< young people, colleagues and places
  std::vector<std::string> promptSetCodes;
  std::vector<std::string> promptSetNames;
  std::string promptSet;
  std::optional<TagPanelModel> tagPanel;
  std::optional<LessonFormModel> lessonForm;
  bool addingPerson = false;
  std::string addPersonNotYet;
  AsideModel aside;
  AttachedModel attached;
};

}  // namespace app::model
