#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "journal/domain/ids.h"

// Young people: the list, and the page of one with the three staves (mock-up 04).

namespace app::model {

struct PersonRow {
  journal::NameId id;
  std::string codeName;
  std::string detail;  ///< "upper primary, brass"
};

/// A note on a stave.
struct JourneyNote {
  float x = 0;  ///< 0 to 1 along the time shared by all three staves
  int level = 1;
  std::string spoken;      ///< "15 January, prompted"
  std::string date;        ///< "15 January"
  std::string setting;     ///< "Small group"
  std::string words;       ///< the passage with code names
  std::string detail;      ///< "Tutor, sign of change"
  std::string levelName;   ///< "Prompted"
  std::string wordedThen;  ///< wordedThenLine()
  journal::ReflectionId reflection;
};
struct SeriesChoice {
  std::string outcome;  ///< "P4"
  std::string name;     ///< "Own choices"
};
/// One domain's stave: one outcome at a time.
struct JourneyStaveModel {
  int domain = 0;
  std::string name;                   ///< "Personal"
  std::vector<SeriesChoice> choices;  ///< outcomes with tags, the fullest first
  std::string outcome;                ///< shown; empty: nothing written yet
  std::string outcomeName;
  std::string summary;  ///< "Own choices: not yet to mostly"
  std::vector<JourneyNote> notes;
  std::string nothing;  ///< when there are none
  std::string rests;    ///< "1 time with no chance to see it"; empty: none
};
struct AxisMonth {
  float x = 0;
  std::string name;
};
struct IntentionRow {
  journal::IntentionId id;
  std::string words;
  std::string detail;
};
/// Outcomes of one domain and whether this term says anything about them.
struct SilentDomain {
  int domain = 0;
  std::string name;
  std::vector<std::string> silent;
  std::vector<std::string> heard;
};
struct ConsentRow {
  std::string title;
  std::string detail;  ///< "Partners and funders, until 31 August 2027, agreed by ..."
};
struct ThenAndNow {
  std::string outcomeName;
  int domain = 0;
  JourneyNote then;
  JourneyNote now;
};

/// A learning plan, made with the young person.
struct GoalRow {
  std::string words;
  std::string detail;  ///< "Reached, in their own words"; empty: open
};
struct PlanTerm {
  std::string term;
  std::vector<GoalRow> goals;
};
struct PlanVersionRow {
  std::string when;     ///< "22 January, 16:05"
  std::string summary;  ///< "2 goals"
};
struct PlanModel {
  bool nothingYet = true;
  std::string interests;
  std::string whatHelps;
  std::string term;  ///< "spring term 2026"
  std::vector<GoalRow> goals;
  std::vector<PlanTerm> earlier;  ///< the latest first
  bool showVersions = false;
  std::vector<PlanVersionRow> versions;  ///< newest first, the present one included
};

struct PersonPage {
  journal::NameId id;
  std::string codeName;
  std::string realName;  ///< only while it is shown
  std::string detail;
  std::vector<JourneyStaveModel> staves;  ///< the framework's three domains, in order
  std::vector<AxisMonth> months;
  int chosenStave = -1;  ///< whose passages stand at the right
  int chosenNote = -1;
  std::string passagesTitle;  ///< "From not yet to mostly"
  std::string ownWords;       ///< the latest passage in their own voice
  std::string ownWordsDetail;
  std::optional<ThenAndNow> thenAndNow;
  std::vector<IntentionRow> intentions;
  PlanModel plan;
  std::string term;  ///< "spring term 2026"
  std::vector<SilentDomain> silence;
  std::vector<ConsentRow> consents;
  std::string standing;             ///< how far notes about them may go, and why no further
  std::vector<ConsentRow> answers;  ///< newest first
  bool nothingYet = false;
};

struct YoungPeopleModel {
  std::vector<PersonRow> rows;
  std::optional<PersonPage> page;
  std::string editProblem;
  bool editing = false;
  bool planning = false;
  bool askingPermission = false;
  std::string permissionNotYet;               ///< why the answer cannot be kept
  std::string planSaved;                      ///< "Saved on this laptop"
  std::map<std::string, std::string> labels;  ///< code names by hex id, while planning
};

}  // namespace app::model
