#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/model/case_models.h"
#include "app/model/circle_model.h"
#include "app/model/find_model.h"
#include "app/model/intent.h"
#include "app/model/people_model.h"
#include "app/model/read_model.h"
#include "app/model/seen_model.h"
#include "app/model/settings_model.h"
#include "app/model/worried_model.h"
#include "app/model/write_model.h"

// What the screens show: plain, already worded, immutable while drawn (architecture.md 5.1). Built
// by pure functions (build_*.h) from domain values.

namespace app::model {

/// The frame around every screen.
struct ShellModel {
  bool unlocked = false;
  bool firstRun = false;
  Place place = Place::Write;
  std::vector<Place> places;  ///< those this person may visit, in the sidebar's order
  std::string personName;
  std::string personStatus;  ///< "Saved on this laptop"
  std::size_t waitingReviews = 0;
  std::string message;  ///< a sentence at the foot of the window; empty: none
  bool messageNeedsCare = false;
  /// What the spelling was told to know; `wordsRevision` changes with them.
  std::vector<std::string> keptWords;
  std::uint64_t wordsRevision = 0;
  std::size_t differences = 0;  ///< reflections that two devices said differently
  std::vector<NewDeviceNotice> newDevices;
  bool dslReminder = false;  ///< "Have you spoken to the DSL yet?"
};

struct UnlockModel {
  std::string greeting;  ///< "Good afternoon, Imani"
  std::string problem;   ///< under the field; empty: none
  std::string unlockNotYet;
  std::string recoverNotYet;
  std::string demoHint;             ///< the passphrase of the demo service, said on screen
  std::vector<std::string> people;  ///< who use this laptop, when more than one
  std::size_t who = 0;
  bool byRecoveryKey = false;
  bool working = false;
};

enum class FirstRunStep : std::uint8_t { Welcome, Passphrase, RecoveryKey, Confirm, Promise };
struct FirstRunModel {
  FirstRunStep step = FirstRunStep::Welcome;
  std::vector<std::string> steps;  ///< names under the stave
  std::size_t currentStep = 0;     ///< of `steps`
  std::string strength;            ///< "A guess would take years"
  std::string problem;
  std::string nextNotYet;
  std::vector<std::string> keyGroups;        ///< of the recovery key, on RecoveryKey only
  std::array<std::size_t, 2> askedGroups{};  ///< numbers, from 1, on Confirm
  bool working = false;
};

/// One week of the journal: its own little line of note-heads.
struct WeekRow {
  std::int32_t monday = 0;  ///< day number
  std::string label;        ///< "19 Jan"
  std::string halfTerm;     ///< heading above it when it is the first of its half term
  std::vector<int> heads;   ///< domain index of each tag, at most eight
  std::string trailing;     ///< "2 found"
  bool chosen = false;
};
struct ResultChip {
  int domain = -1;  ///< -1: a young person
  std::string label;
};
struct ResultRow {
  journal::ReflectionId id;
  std::string day;
  std::string dayDetail;
  std::string title;
  std::string detail;
  std::vector<ResultRun> words;
  std::vector<ResultChip> chips;
  bool differs = false;   ///< two devices said something differently about it
  bool attached = false;  ///< pictures or recordings are kept with it
};
struct VersionRow {
  std::string when;   ///< "22 January, 16:05"
  std::string words;  ///< "48 words"
  bool chosen = false;
};
/// A reflection to read next to the list.
struct BesideModel {
  journal::ReflectionId id;
  std::string title;
  std::string detail;
  std::string writtenWith;  ///< "Written with Three steps"; empty: a blank page
  std::vector<ResultChip> chips;
  std::vector<std::string> wordedThen;  ///< of tags whose level has been reworded since
  std::vector<BesideBlock> blocks;
  bool showVersions = false;
  std::vector<VersionRow> versions;
  bool older = false;  ///< the words shown are not the present ones
  bool binned = false;
  std::string attached;  ///< "set-list.png (picture, 240 KB); ..."; empty: nothing
  std::string heldLine;  ///< why it cannot be changed; empty: it can
  bool differs = false;  ///< two devices said something differently about it
};
/// An earlier reflection, brought back once a week (domain.md 1.4).
struct ReturnModel {
  std::string heading;  ///< "Then and now" or "Two weeks ago"
  std::vector<ResultRow> rows;
};

struct Choice {
  std::string key;
  std::string label;
};
struct JournalModel {
  std::vector<WeekRow> weeks;
  std::vector<ResultRow> rows;
  std::string heading;  ///< "7 reflections with these words"
  bool more = false;
  bool searching = false;   ///< words or filters are set
  bool nothingYet = false;  ///< the journal is empty
  std::string nothingFound;
  std::vector<Choice> youngPeople;  ///< keys: hex ids; "" any
  std::vector<Choice> outcomes;     ///< keys: outcome codes; "" any
  std::vector<Choice> settings;     ///< keys: name(Setting); "" any
  std::vector<Choice> dates;        ///< keys: JournalUi::dates
  std::vector<Choice> voices;       ///< keys: name(Voice); "" any
  std::optional<BesideModel> beside;
  std::optional<ReturnModel> returned;
  bool bin = false;       ///< the rows are those in the bin
  bool binEmpty = false;  ///< nothing in it
};

struct Models {
  ShellModel shell;
  UnlockModel unlock;
  FirstRunModel firstRun;
  WriteModel write;
  JournalModel journal;
  FindModel find;
  ShortcutsModel shortcuts;
  ReadingCopyModel readingCopy;
  YoungPeopleModel youngPeople;
  SettingsModel settings;
  CaseStudyModel caseStudy;
  ReviewModel review;
  EvidenceModel evidence;
  WorriedModel worried;
  DifferencesModel differences;
  SeenModel seen;
  CircleModel circle;
};

}  // namespace app::model
