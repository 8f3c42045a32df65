#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/model/devices_model.h"
#include "app/model/intent.h"
#include "app/model/keeping_model.h"

namespace app::model {

struct IndicatorPage {
  std::string name;
  std::string detail;               ///< "Your own. Switched off"; may be empty
  std::vector<std::string> levels;  ///< "2 Glimpsed: ..."
};
struct OutcomeLine {
  std::string code;
  std::string name;
  std::string detail;  ///< "Switched off"; mostly empty
  bool chosen = false;
};
struct OutcomeDomain {
  int domain = 0;
  std::string name;
  std::vector<OutcomeLine> outcomes;
};
struct FrameworkVersionRow {
  int version = 1;
  std::string title;                 ///< "Version 2, from 22 January 2026"
  std::string detail;                ///< "In force", "Comes into force by itself", ..
  std::vector<std::string> changes;  ///< against the version before, one thing a line
  bool chosen = false;               ///< the one being read
};
/// The framework as it is read, and while it is edited.
struct FrameworkModel {
  std::string name;  ///< "Changing Tracks outcomes, version 1"
  std::string when;  ///< of a version that is not in force: why not
  std::vector<OutcomeDomain> domains;
  std::string outcome;                    ///< code of the chosen outcome
  std::string outcomeName;                ///< of the one being read
  std::string outcomeDetail;              ///< its short name, and the young person's line
  std::vector<IndicatorPage> indicators;  ///< of the chosen outcome, to read
  bool hasVersions = false;
  std::vector<FrameworkVersionRow> versions;  ///< newest first, when they are shown
  // While it is edited
  bool editing = false;
  bool editingLevels = false;        ///< the names of the levels, not an outcome
  int version = 0;                   ///< what it would be kept as
  std::string notYet;                ///< why it cannot be kept
  std::vector<std::string> changes;  ///< so far
  std::string addNotYet;             ///< why no indicator can be added here
  std::vector<std::string> fresh;    ///< codes that no kept version has
};
struct PromptVersionPage {
  std::string name;  ///< "Our steps, version 1, from 22 January 2026"
  std::vector<std::string> prompts;
};
struct PromptSetPage {
  std::string code;    ///< "Q1", or what stands for every version of one's own
  std::string name;    ///< "Three steps"
  std::string detail;  ///< "Q1, 5 minutes: default weekly entry"
  std::vector<std::string> prompts;
  bool own = false;
  bool offered = true;
  bool hasEarlier = false;
  bool showEarlier = false;
  std::vector<PromptVersionPage> earlier;  ///< newest first
};

/// What was found outside, came in, or would leave.
struct ExchangeSheet {
  std::string heading;
  std::vector<std::string> lines;
  std::string remarksHeading;
  std::vector<std::string> remarks;  ///< one sentence each
  std::string more;                  ///< "And 34 more."
};
enum class ExchangeWork : std::uint8_t { None, Looking, BringingIn, Counting, Copying };

struct ExchangeModel {
  ExchangeWork work = ExchangeWork::None;
  float fraction = -1;  ///< of the work; -1: not known
  // In
  std::string lookNotYet;
  std::optional<ExchangeSheet> found;
  std::string bringNotYet;
  std::optional<ExchangeSheet> came;
  std::string inProblem;
  // Out
  std::string previewNotYet;
  std::optional<ExchangeSheet> leaving;
  std::string warning;  ///< that a copy has no lock
  std::string copySaid;
  bool copyProblem = false;  ///< `copySaid` needs a look
};

struct SlotRow {
  journal::SlotId id;
  std::string title;
  std::string detail;  ///< "15:15 to 16:00, small group, Millbrook Primary"
};
struct TimetableDay {
  std::string name;  ///< "Thursdays", or "Only once"
  std::vector<SlotRow> slots;
};
struct WordRow {
  journal::WordId id;
  std::string word;
};

struct SettingsModel {
  DevicesModel devices;
  SettingsSection section = SettingsSection::Looks;
  bool working = false;
  // Locking
  std::string passphraseStrength;
  std::string passphraseNotYet;  ///< why it cannot be changed yet
  std::string passphraseSaid;    ///< what came of the last try
  // Recovery key
  std::vector<std::string> keyGroups;  ///< of a new key, until it is written down
  // Data
  KeepingModel keeping;
  std::string holds;  ///< "212 reflections, 340 tags, 18 names"
  std::string backupNotYet;
  std::string backupSaid;
  std::string drillNotYet;
  std::string drillSaid;
  std::string checkSaid;
  ExchangeModel exchange;
  // Spelling
  std::vector<WordRow> words;
  // Timetable
  std::vector<TimetableDay> timetable;
  bool editingSlot = false;
  std::string slotNotYet;  ///< why it cannot be kept
  bool slotIsNew = false;
  // Outcomes and prompts
  FrameworkModel framework;
  std::vector<PromptSetPage> promptSets;
  bool oursWithheld = false;  ///< some of ours are not offered
  bool editingPrompts = false;
  int promptsVersion = 1;     ///< what it would be kept as
  std::string promptsNotYet;  ///< why it cannot be kept
  std::string addQuestionNotYet;
};

}  // namespace app::model
