#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "app/model/edited_text.h"
#include "app/model/read_model.h"
#include "journal/domain/ids.h"

// Settings, Your data: what is kept and for how long, legal holds, finding and erasing what is
// about somebody, leaving (domain.md 5.3 to 5.5). What the pages show, what is typed into them,
// what is asked of them.

namespace app::model {

enum class DataPage : std::uint8_t { Overview, PastTime, LegalHolds, About, Erasing, Leaving };

// What is past its time
// -------------------------------------------------------------------------------
struct PastTimeRow {
  std::size_t index = 0;  ///< of ReadPastTime
  std::string title;      ///< "Lesson of 12 June 2024"
  std::string detail;     ///< "Was to be kept until 31 August 2025"
};
struct PastTimeGroup {
  std::string name;  ///< "Reflections only you have read, 3"
  std::string rule;  ///< how long such things are kept
  std::vector<PastTimeRow> rows;
  std::string more;  ///< "And 34 more, one after another."
};
enum class PastTimeChoice : std::uint8_t { None, KeepLearning, LetGo, Renew };
/// One thing, open to decide about.
struct PastTimePage {
  std::string position;  ///< "1 of 3"
  std::string title;
  std::string detail;
  std::vector<BesideBlock> blocks;
  std::optional<journal::ReflectionId> entry;  ///< to open
  std::optional<journal::NameId> person;       ///< whose record it is
  bool canKeepLearning = false;
  bool canLetGo = false;
  bool canRenew = false;
  PastTimeChoice choice = PastTimeChoice::None;
  std::string whatGoes;               ///< said before the last answer
  std::vector<std::string> learning;  ///< paragraphs of what would stay; empty: not read yet
  std::string learningDetail;         ///< what stays beside the words
  std::string learningProblem;        ///< why these words cannot stay
  bool ownWords = false;              ///< the tutor's own wording is being typed
  std::string renewNotYet;
};
struct PastTimeModel {
  bool looking = false;
  bool looked = false;
  std::vector<PastTimeGroup> groups;
  std::vector<std::string> soon;     ///< "12 reflections, kept until 31 August 2026"
  std::vector<PastTimeRow> quoting;  ///< case studies that still quote what was erased
  std::string underHold;             ///< what stays because of a legal hold; empty: nothing
  std::optional<PastTimePage> page;
};
struct RenewalUi {
  std::string by;
  std::string how;
  std::string until;  ///< "2028-01-22"
};

// Legal holds
// ---------------------------------------------------------------------------------------
struct LegalHoldRow {
  journal::LegalHoldId id;
  std::string title;   ///< "What is about Wren" or "The whole journal"
  std::string detail;  ///< since when and why; when lifted, until when and why
  bool stands = false;
  bool lifting = false;  ///< its end is being asked about
};
struct LegalHoldsModel {
  std::vector<LegalHoldRow> rows;  ///< those that stand first
  bool adding = false;
  bool working = false;
  std::string putNotYet;
  std::string liftNotYet;
};
struct LegalHoldUi {
  std::string about;  ///< hex id; "" the whole journal
  std::string reason;
  std::string since;  ///< "2026-01-22"
  std::string liftReason;
  std::string liftedOn;
};

// A copy that is read before it leaves
// --------------------------------------------------------------
struct CopyPart {
  bool passage = false;  ///< set off from what stands around it
  std::string text;
};
struct CopyItem {
  std::string heading;
  std::string facts;
  std::vector<CopyPart> parts;
};
/// A stretch of it, in its order and in its words.
struct CopyToRead {
  std::string title;
  std::string preface;
  std::vector<CopyItem> items;
  std::string position;  ///< "1 to 25 of 80"; empty: it is all here
  std::optional<std::size_t> earlier;
  std::optional<std::size_t> later;  ///< where the next stretch begins
  std::string writeNotYet;
};
struct CopyUi {
  bool read = false;  ///< "I have read it through"
  std::string to;     ///< a path
};

// Everything about somebody
// ------------------------------------------------------------------------
struct WhoChoice {
  std::string key;  ///< hex id
  std::string label;
};
/// Somebody, and why they are asked about.
struct WhoUi {
  std::string chosen;  ///< hex id
  std::string typed;   ///< a name instead
  std::string reason;
};
struct FoundRow {
  std::string title;
  std::string detail;
  std::optional<journal::ReflectionId> entry;  ///< to open
};
struct FoundGroup {
  std::string name;
  std::vector<FoundRow> rows;
  std::string more;
};
struct AccessLine {
  std::string title;   ///< "22 January, 16:05: a copy about Wren"
  std::string detail;  ///< why, and how much
};
struct AboutModel {
  bool working = false;
  std::string findNotYet;
  std::string problem;
  std::string found;  ///< "About Wren: 3 entries, 2 tags."
  std::vector<FoundGroup> groups;
  std::vector<std::string> leftOut;  ///< words that are left out too
  std::optional<CopyToRead> copy;
  std::string said;  ///< where the copy is
  std::vector<AccessLine> log;
};
struct AboutUi {
  WhoUi who;
  std::string leaveOut;
  CopyUi copy;
};

// Erasing somebody
// ----------------------------------------------------------------------------------
struct ErasureGroup {
  std::string name;  ///< "Goes for good, 3"
  std::vector<std::string> lines;
};
struct ErasingModel {
  bool working = false;
  std::string lookNotYet;
  std::string problem;  ///< why it cannot be, a legal hold for one
  std::string who;      ///< code name of the one whose erasure is shown
  std::vector<ErasureGroup> groups;
  std::string held;
  std::string eraseNotYet;
  std::string said;  ///< what was done
};
struct ErasingUi {
  WhoUi who;
  bool keepLearning = false;
  std::string codeName;  ///< typed to be sure
};

// Leaving
// -------------------------------------------------------------------------------------------
struct LeavingModel {
  bool working = false;
  std::string problem;
  std::optional<CopyToRead> copy;
  std::string said;
};

struct KeepingModel {
  DataPage page = DataPage::Overview;
  std::string pastTimeLine;  ///< under each way in, what it holds
  std::string legalHoldLine;
  std::vector<WhoChoice> people;  ///< young people first, then colleagues
  PastTimeModel pastTime;
  LegalHoldsModel legalHolds;
  AboutModel about;
  ErasingModel erasing;
  LeavingModel leaving;
};
struct KeepingUi {
  EditedText ownWords;
  RenewalUi renewal;
  LegalHoldUi legalHold;
  AboutUi about;
  ErasingUi erasing;
  CopyUi leaving;
};
/// Overwrites what was typed.
void wipe(KeepingUi& ui);

struct ShowDataPage {
  DataPage page = DataPage::Overview;
};
struct ReadPastTime {
  std::size_t index = 0;
};
struct ClosePastTime {};
struct NextPastTime {};  ///< leaves this one as it is
struct ChoosePastTime {
  PastTimeChoice choice = PastTimeChoice::None;
};
struct WriteOwnLearning {
  bool own = true;  ///< in the tutor's own words
};
struct SeeOwnLearning {};  ///< what would stay, of the words typed
struct KeepOnlyLearning {};
struct LetPastTimeGo {};
struct RenewPastTime {};
struct RequoteStudy {
  std::size_t index = 0;  ///< of PastTimeModel::quoting
};
using PastTimeIntent =
    std::variant<ReadPastTime, ClosePastTime, NextPastTime, ChoosePastTime, WriteOwnLearning,
                 SeeOwnLearning, KeepOnlyLearning, LetPastTimeGo, RenewPastTime, RequoteStudy>;

struct AddLegalHold {};
struct PutLegalHoldOn {};
struct AskToLift {
  journal::LegalHoldId hold;
};
struct LiftIt {};
struct LeaveLegalHold {};  ///< neither put on nor lifted
using LegalHoldIntent =
    std::variant<AddLegalHold, PutLegalHoldOn, AskToLift, LiftIt, LeaveLegalHold>;

struct FindAboutThem {};
struct FindAnew {};  ///< somebody else
struct LeaveOutWords {};
struct PutWordsBack {
  std::size_t index = 0;  ///< of AboutModel::leftOut
};
struct MakeLeaversCopy {};
struct TurnCopy {
  std::size_t from = 0;
};
struct WriteReadCopy {};  ///< the one being read
using CopyIntent = std::variant<FindAboutThem, FindAnew, LeaveOutWords, PutWordsBack,
                                MakeLeaversCopy, TurnCopy, WriteReadCopy>;

struct EraseSomebody {  ///< opens the page
  journal::NameId person;
};
struct SeeErasure {};
struct EraseForGood {};
struct LeaveErasure {};
using ErasingIntent = std::variant<EraseSomebody, SeeErasure, EraseForGood, LeaveErasure>;

using KeepingIntent =
    std::variant<ShowDataPage, PastTimeIntent, LegalHoldIntent, CopyIntent, ErasingIntent>;

}  // namespace app::model
