#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "app/model/aside_model.h"
#include "app/model/attached_model.h"
#include "app/model/circle_intent.h"
#include "app/model/devices_model.h"
#include "app/model/differences_model.h"
#include "app/model/keeping_model.h"
#include "app/model/place.h"
#include "app/model/seen_model.h"
#include "app/model/worried_model.h"
#include "journal/domain/case_study.h"
#include "journal/domain/framework.h"
#include "journal/domain/ids.h"
#include "journal/domain/lesson.h"
#include "journal/domain/passage.h"
#include "journal/domain/tag.h"

// What a person asked for. Views push these; the Controller handles them after drawing. Words being
// typed stay in the ui state (app_state.h): an intent says that they changed.

namespace app::model {

// Everywhere
// ---------------------------------------------------------------------------------------
struct GoTo {
  Place place = Place::Write;
};
struct LockNow {};
struct Stirred {};  ///< somebody is there: a key or the pointer moved
struct ChooseTheme {
  ThemeChoice theme = ThemeChoice::Light;
};
struct NextTheme {};
struct ChooseTextSize {
  int percent = 100;
};
struct KeepStill {
  bool still = false;
};
struct UseEasyLetters {
  bool on = false;
};
struct UseThickFocus {
  bool on = false;
};
struct ShowEntryPlaces {
  bool on = false;
};
struct SpeakFocus {
  bool on = false;
};
struct UseSpelling {
  bool on = true;
};
struct LearnWord {
  std::string word;  ///< for the spelling to know from now on
};
struct LockAfter {
  int minutes = 10;  ///< 0: never by itself
};
struct DismissMessage {};
struct CancelWork {};
using ShellIntent =
    std::variant<GoTo, LockNow, Stirred, ChooseTheme, NextTheme, ChooseTextSize, KeepStill,
                 UseEasyLetters, UseThickFocus, SpeakFocus, ShowEntryPlaces, UseSpelling, LearnWord,
                 LockAfter, DismissMessage, CancelWork>;

// Unlock and first run
// -----------------------------------------------------------------------------
struct Unlock {};
struct OpenAs {
  std::size_t who = 0;  ///< of the people who use this laptop
};
struct UseRecoveryKey {
  bool use = true;
};
struct Recover {};
struct FirstRunNext {};
struct FirstRunBack {};
using UnlockIntent =
    std::variant<Unlock, OpenAs, UseRecoveryKey, Recover, FirstRunNext, FirstRunBack>;

// Write
// --------------------------------------------------------------------------------------------
struct NewReflection {
  std::string promptSet = "Q1";
  std::optional<journal::NameId> about = {};  ///< who was in the lesson
};
struct ChoosePromptSet {
  std::string code;
};
struct EditLesson {};
struct KeepLesson {};
struct CloseLesson {};
struct ToggleLessonPerson {
  journal::NameId name;
};
struct TextChanged {};
struct PasteRefused {};  ///< more than a reflection holds
struct FinishReflection {};
struct ReopenReflection {};
struct StartTag {
  std::size_t begin = 0;  ///< the selection; equal to `end`: the sentence there
  std::size_t end = 0;
};
struct EditTag {
  journal::TagId tag;
};
struct RemoveTag {
  journal::TagId tag;
};
struct PickOutcome {
  std::string outcome;
};
struct PickIndicator {
  journal::IndicatorCode indicator;
};
struct PickLevel {
  std::optional<journal::Level> level;  ///< nullopt: no chance to see it
};
struct PickDirection {
  journal::Direction direction = journal::Direction::Change;
};
struct PickVoice {
  journal::Voice voice = journal::Voice::Tutor;
};
struct PickTagPerson {
  std::optional<journal::NameId> name;  ///< nullopt: the whole group
};
struct SaveTag {};
struct CancelTag {};
struct StartAddingPerson {};
struct AddPerson {};
struct CancelAddingPerson {};
using WriteIntent =
    std::variant<NewReflection, ChoosePromptSet, EditLesson, KeepLesson, CloseLesson,
                 ToggleLessonPerson, TextChanged, PasteRefused, FinishReflection, ReopenReflection,
                 StartTag, EditTag, RemoveTag, PickOutcome, PickIndicator, PickLevel, PickDirection,
                 PickVoice, PickTagPerson, SaveTag, CancelTag, StartAddingPerson, AddPerson,
                 CancelAddingPerson>;

// Journal
// ------------------------------------------------------------------------------------------
struct SearchChanged {};
struct ChooseWeek {
  std::optional<std::int32_t> monday;  ///< day number of its Monday; nullopt: all weeks
};
struct OpenReflection {
  journal::ReflectionId reflection;
};
struct ShowMore {};
struct ShowPersonInJournal {
  journal::NameId name;
};
struct ShowOutcomeInJournal {
  std::string outcome;
};
struct OpenBeside {
  journal::ReflectionId reflection;  ///< to read next to the list
};
struct CloseBeside {};
struct ShowVersions {
  bool show = true;
};
struct ChooseVersion {
  std::size_t index = 0;  ///< 0 is the present one
};
struct RestoreVersion {};
struct MoveToBin {};  ///< the reflection beside
struct PutBack {
  journal::ReflectionId reflection;
};
struct ShowBin {
  bool show = true;
};
struct PutReturnAway {
  bool untilHalfTerm = false;  ///< no more until the next half term
};
using JournalIntent =
    std::variant<SearchChanged, ChooseWeek, OpenReflection, ShowMore, ShowPersonInJournal,
                 ShowOutcomeInJournal, OpenBeside, CloseBeside, ShowVersions, ChooseVersion,
                 RestoreVersion, MoveToBin, PutBack, ShowBin, PutReturnAway>;

// Young people
// --------------------------------------------------------------------------------------
struct OpenPerson {
  journal::NameId name;
};
struct ClosePerson {};
struct ChooseSeries {
  std::size_t domain = 0;
  std::string outcome;
};
struct ChooseNote {
  int stave = 0;
  int note = 0;
};
struct ShowRealName {
  bool show = true;
};
struct EditPerson {};
struct KeepPerson {};
struct CancelPerson {};
struct SettleIntention {
  journal::IntentionId intention;
  bool kept = true;  ///< done; otherwise let go
};
struct PlanTogether {};  ///< the learning plan of the one shown, to write in
struct PlanChanged {};
struct ClosePlan {};  ///< what was written stays
struct ShowEarlierPlans {
  bool show = true;
};
struct RestorePlan {
  std::size_t index = 0;  ///< of PlanModel::versions
};
struct StudyThem {};      ///< a case study about the one shown
struct AskPermission {};  ///< the form for an answer about the one shown
struct KeepPermission {};
struct CancelPermission {};
using PeopleIntent =
    std::variant<OpenPerson, ClosePerson, ChooseSeries, ChooseNote, ShowRealName, EditPerson,
                 KeepPerson, CancelPerson, SettleIntention, PlanTogether, PlanChanged, ClosePlan,
                 ShowEarlierPlans, RestorePlan, StudyThem, AskPermission, KeepPermission,
                 CancelPermission>;

// Settings
// -----------------------------------------------------------------------------------------
enum class SettingsSection : std::uint8_t {
  Looks,
  Locking,
  RecoveryKey,
  Data,
  Outcomes,
  Prompts,
  Devices,
  Spelling,
  Timetable,
  Safety
};
struct ChooseSection {
  SettingsSection section = SettingsSection::Looks;
};
struct ChangePassphrase {};
struct MakeRecoveryKey {};
struct RecoveryKeyWritten {};
struct MakeBackup {};
struct DrillBackup {};
struct CheckJournal {};
struct ChooseOutcomePage {
  std::string outcome;
};
struct EditSlot {
  std::optional<journal::SlotId> slot;  ///< nullopt: a new one
};
struct KeepSlot {};
struct CancelSlot {};
struct DropSlot {
  journal::SlotId slot;
};
struct ForgetWord {
  journal::WordId word;
};
struct LookOutside {};  ///< at the file or folder that was typed
struct BringIn {};      ///< what was looked at
struct LeaveOutside {};
struct DropFile {
  std::string path;  ///< onto the window
};
struct PreviewCopy {};
struct WriteCopy {};  ///< what was previewed
struct LeaveCopy {};
struct CopyPromptSet {
  std::string code;  ///< of ours
};
struct EditPromptSet {
  std::string code;  ///< of one's own
};
struct OfferPrompts {
  std::string code;
  bool on = true;
};
struct OfferAllOurs {};
struct ShowEarlierPrompts {
  std::string code;
  bool show = true;
};
struct AddQuestion {};
struct RemoveQuestion {
  std::size_t index = 0;
};
struct MoveQuestion {
  std::size_t index = 0;
  bool up = false;
};
struct KeepPromptSet {};
struct CancelPromptSet {};
using PromptIntent =
    std::variant<CopyPromptSet, EditPromptSet, OfferPrompts, OfferAllOurs, ShowEarlierPrompts,
                 AddQuestion, RemoveQuestion, MoveQuestion, KeepPromptSet, CancelPromptSet>;
struct ChangeFramework {};  ///< the version being read, as the next one
struct CancelFramework {};
struct KeepFramework {};
struct ReadFramework {
  int version = 0;  ///< 0: the one in force
};
struct ShowFrameworkVersions {
  bool show = true;
};
struct AddIndicator {
  std::string outcome;
};
struct DropIndicator {
  std::string code;  ///< one that no kept version has
};
struct OutcomeAsItCame {
  std::string outcome;
};
struct LevelNamesAsTheyCame {};
struct FrameworkAsItCame {};
using FrameworkIntent = std::variant<ChangeFramework, CancelFramework, KeepFramework, ReadFramework,
                                     ShowFrameworkVersions, AddIndicator, DropIndicator,
                                     OutcomeAsItCame, LevelNamesAsTheyCame, FrameworkAsItCame>;
using ExchangeIntent =
    std::variant<LookOutside, BringIn, LeaveOutside, PreviewCopy, WriteCopy, LeaveCopy>;
using TimetableIntent = std::variant<EditSlot, KeepSlot, CancelSlot, DropSlot>;
using SettingsIntent =
    std::variant<ChooseSection, ChangePassphrase, MakeRecoveryKey, RecoveryKeyWritten, MakeBackup,
                 DrillBackup, CheckJournal, ChooseOutcomePage, ForgetWord, DropFile,
                 TimetableIntent, ExchangeIntent, PromptIntent, FrameworkIntent, KeepingIntent>;

// Case studies
// -------------------------------------------------------------------------------------
/// Asks for a title and who it is about.
struct NewCaseStudy {
  std::optional<journal::NameId> about = {};  ///< chosen already
};
struct BeginCaseStudy {};  ///< with what was typed
struct CancelNewCaseStudy {};
struct OpenCaseStudy {
  journal::CaseStudyId study;
};
struct CloseCaseStudy {};
struct CaseStudyTextChanged {};  ///< title or a claim; saved after a pause
struct AddClaim {};
struct RemoveClaim {
  journal::ClaimId claim;
};
struct ChooseClaim {
  journal::ClaimId claim;
};
struct TogglePassage {
  journal::TagId tag;
};
struct KeepAgreement {};
struct PreviewCaseStudy {};
struct ChooseUndecided {
  std::string words;
};
/// About the chosen words: what was typed stands there, or nothing, or they stay.
struct DecideWords {
  enum class What : std::uint8_t { Instead, LeaveOut, Stay };
  What what = What::Instead;
};
struct UndoDecision {
  std::string words;
};
struct BackToEditing {};
struct SendForReview {};
struct RefreshOutcomes {};
using CaseStudyIntent =
    std::variant<NewCaseStudy, BeginCaseStudy, CancelNewCaseStudy, OpenCaseStudy, CloseCaseStudy,
                 CaseStudyTextChanged, AddClaim, RemoveClaim, ChooseClaim, TogglePassage,
                 KeepAgreement, PreviewCaseStudy, ChooseUndecided, DecideWords, UndoDecision,
                 BackToEditing, SendForReview, RefreshOutcomes>;

// Review and evidence
// ------------------------------------------------------------------------------
struct OpenReview {
  journal::CaseStudyId study;
};
struct Decide {
  journal::ReviewAction action = journal::ReviewAction::Approve;
};
struct OpenFigure {
  std::string outcome;
};
struct CloseFigure {};
struct WriteReport {};
using EvidenceIntent = std::variant<OpenReview, Decide, OpenFigure, CloseFigure, WriteReport>;

// Find anything, the sheet of shortcuts, and the reading copy of a screen
// ----------------------------------------------------------------
struct OpenFind {};
struct CloseFind {};
struct FindChanged {};
struct RunFound {
  std::size_t index = 0;  ///< of FindModel::items
  bool beside = false;    ///< a reflection: next to the list, not on the writing page
};
struct OpenShortcuts {};
struct CloseShortcuts {};
struct OpenReadingCopy {};
struct SaveReadingCopy {
  std::string page;  ///< HTML, of the screen as it is drawn
};
struct CloseReadingCopy {};
using FindIntent = std::variant<OpenFind, CloseFind, FindChanged, RunFound, OpenShortcuts,
                                CloseShortcuts, OpenReadingCopy, SaveReadingCopy, CloseReadingCopy>;

using Intent = std::variant<ShellIntent, UnlockIntent, WriteIntent, JournalIntent, CaseStudyIntent,
                            EvidenceIntent, FindIntent, PeopleIntent, SettingsIntent, WorriedIntent,
                            AsideIntent, AttachedIntent, DevicesIntent, DifferencesIntent,
                            SeenIntent, CircleIntent>;

}  // namespace app::model
