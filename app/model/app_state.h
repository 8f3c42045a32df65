#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/model/circle_ui.h"
#include "app/model/edited_text.h"
#include "app/model/models.h"
#include "app/model/place.h"
#include "journal/domain/framework.h"
#include "journal/domain/profile.h"

namespace app::model {

// Ui state: what is being typed and what is unfolded. The only thing a view may write. Buffers hold
// private words; wipe() empties them before the vault closes.

struct UnlockUi {
  std::string passphrase;
  bool shown = false;
  std::string recoveryKey;
  std::string newPassphrase;
};

struct FirstRunUi {
  std::string name;
  std::string service;
  std::string passphrase;
  std::string again;
  bool shown = false;
  std::array<std::string, 2> groups;
  bool joining = false;  ///< "I already write on another computer"
  bool promised = false;
};

struct LessonUi {
  journal::Setting setting = journal::Setting::SmallGroup;
  std::string date;    ///< "2026-01-22"
  std::string starts;  ///< "15:15"; may be empty
  std::string ends;    ///< "16:00"; may be empty
  std::string group;
  std::string instrument;
  std::string place;  ///< hex id of a place; "" not said
};
struct NewPersonUi {
  journal::NameKind kind = journal::NameKind::YoungPerson;
  std::string realName;
  std::string codeName;
};
struct AttachedUi {
  std::string path;    ///< of the file to add
  std::string saveTo;  ///< where a copy goes
};
struct WriteUi {
  EditedText words;
  LessonUi lesson;
  NewPersonUi person;
  AttachedUi attached;
};

struct JournalUi {
  std::string typed;
  std::string youngPerson;  ///< hex id; "" any
  std::string outcome;      ///< code; "" any
  bool thisSchoolYear = false;
  std::string dates;    ///< "term", "last-year", "older" (past their time, retention.h); "" any
  std::string setting;  ///< from name(Setting); "" any
  std::string voice;    ///< from name(Voice); "" any
  bool bestFirst = false;
  bool moreFilters = false;  ///< the second row of filters is shown
};

struct GoalUi {
  EditedText words;
  journal::GoalState state = journal::GoalState::Open;
  bool theirWords = false;
};
/// A learning plan while it is written in: one term's goals.
struct PlanUi {
  EditedText interests;
  EditedText whatHelps;
  std::array<GoalUi, journal::kGoalsATerm> goals;
};
/// An answer while it is recorded.
struct PermissionUi {
  std::string answerer = "young_person";  ///< or "carer"
  std::string level = "1";                ///< "0" to "3", or "no"
  std::string askedBy;
  std::string howAsked;
  std::string on;     ///< "2026-01-22"
  std::string until;  ///< the same, of a yes
};
struct PeopleUi {
  std::string typed;                    ///< narrows the list
  std::array<std::string, 3> outcomes;  ///< shown on each stave; "" the fullest
  int stave = -1;                       ///< whose passages are shown; -1 the first with any
  int note = -1;                        ///< -1 the latest
  bool asTable = false;
  bool showName = false;
  std::string realName;  ///< while details are edited
  std::string codeName;
  std::string ageBand;
  std::string instrument;
  PlanUi plan;
  PermissionUi permission;
};

/// A lesson of the timetable while it is edited.
struct SlotUi {
  bool weekly = true;
  std::string weekday = "1";  ///< 1 Monday to 7 Sunday
  std::string date;           ///< "2026-01-22", when not weekly
  std::string starts;         ///< "15:15"
  std::string minutes;        ///< may be empty
  std::string setting = "small_group";
  std::string title;
  std::string instrument;
  std::string place;
};
/// A prompt set while it is edited.
struct QuestionUi {
  std::string text;
  bool optional = false;
};
struct PromptSetUi {
  std::string name;
  std::vector<QuestionUi> questions;
};
/// A version of the framework while it is edited.
struct FrameworkUi {
  journal::Framework draft;  ///< no domains while none is edited
  std::string from;          ///< "2026-01-22"
};
struct SettingsUi {
  std::string passphrase;
  std::string nextPassphrase;
  std::string again;
  bool shown = false;
  std::string backupFolder;
  std::string drillFolder;
  std::string drillPassphrase;
  std::string outside;  ///< file or folder to bring in
  std::string copyKind = "markdown";
  bool copyRealNames = false;
  std::string copyPath;
  DevicesUi devices;
  bool speechMissing = false;  ///< said by the window: there is no speech service here
  SlotUi slot;
  PromptSetUi prompts;
  FrameworkUi framework;
  KeepingUi keeping;
};

struct FindUi {
  std::string typed;
  std::size_t chosen = 0;  ///< of FindModel::items
};

struct ReadingCopyUi {
  std::string saveTo;  ///< a path
};

struct ClaimUi {
  journal::ClaimId id;
  EditedText words;
};
struct CaseStudyUi {
  std::string newTitle;
  std::string newAbout;  ///< hex id
  std::string title;
  std::vector<ClaimUi> claims;
  int useLevel = 2;
  std::string agreedBy;
  std::string howAsked;
  std::string deciding;      ///< the words that are being decided about
  std::string instead;       ///< what is to stand there
  bool showSettled = false;  ///< what was decided is listed
};

struct ReviewUi {
  std::string reason;
};

struct UiState {
  UnlockUi unlock;
  FirstRunUi firstRun;
  WriteUi write;
  JournalUi journal;
  FindUi find;
  ReadingCopyUi readingCopy;
  PeopleUi people;
  SettingsUi settings;
  CaseStudyUi caseStudy;
  ReviewUi review;
  WorriedUi worried;
  CircleUi circle;
  Preferences preferences;
};

struct AppState {
  Models models;
  UiState ui;
};

/// Overwrites every private word of the ui state and forgets every model but the preferences.
void wipeAll(AppState& state);

}  // namespace app::model
