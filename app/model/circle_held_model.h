#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "app/model/keeping_model.h"
#include "journal/domain/ids.h"

// Sessions of groups that were held: their records, what becomes of them, and what of them goes to
// the theme list for managers. What the pages show, what is typed into them, what is asked of them.

namespace app::model {

struct HeldSessionRow {
  journal::GroupSessionId id;
  std::string title;
  std::string detail;    ///< "22 January 2026, Half-term round"
  std::string trailing;  ///< "74 minutes"
};
struct HeldListModel {
  std::vector<HeldSessionRow> rows;  ///< newest first
  std::string minutes;               ///< of this school year, for whoever claims them
};

/// One thing that stands in a record.
struct HeldCardRow {
  std::size_t index = 0;  ///< of the session's cards
  std::string text;
  std::string detail;  ///< "Priti, by 6 March. 3 dots"; may be empty
  bool action = false;
  bool done = false;
  bool leaves = false;  ///< agreed at the close
  bool strikable = false;
  bool striking = false;  ///< it is being asked whether to take it out
};
struct HeldCardGroup {
  std::string heading;
  std::vector<HeldCardRow> rows;
};
enum class HeldPart : std::uint8_t { Record, Copy, Themes, Deleting };

struct ThemeMarkRow {
  std::size_t index = 0;
  std::string words;       ///< "Year 5"
  std::string suggestion;  ///< "a year group"
  bool decided = false;
  bool stays = false;
};
/// A theme exactly as it would leave, or as it did.
struct LeavingThemeRow {
  std::size_t index = 0;
  std::string kind;   ///< "Pattern"
  std::string words;  ///< what leaves
  std::string term;   ///< "spring term 2026"
  std::vector<ThemeMarkRow> marks;
  bool goes = true;
  bool listed = false;
  std::string standing;  ///< "On the managers’ list."; empty: it has not left
};
struct LeavingThemesModel {
  std::string problem;  ///< why there is nothing to show
  bool working = false;
  std::vector<LeavingThemeRow> themes;
  std::string sendNotYet;
  std::string sendLabel;  ///< "Let 2 themes leave"; empty: nothing waits
};
struct HeldRecordModel {
  std::string title;
  std::string detail;     ///< "Thursday 22 January 2026. Half-term round, 74 minutes, 7 people."
  std::string locking;    ///< until when the group's part can be struck from
  std::string keeping;    ///< until when the record is kept
  bool pastTime = false;  ///< that day is over
  bool led = false;
  std::vector<HeldCardGroup> groups;  ///< what the group keeps
  std::vector<HeldCardRow> own;       ///< one's own words
  std::vector<std::string> agreement;
  bool hasThemes = false;  ///< something was ticked to leave
  HeldPart part = HeldPart::Record;
  std::optional<CopyToRead> copy;
  std::string copySaid;  ///< where the copy is
  bool working = false;
  LeavingThemesModel themes;
};

/// What is typed and chosen.
struct GroupRecordUi {
  std::string kind = "html";  ///< of a copy: "html", "pdf" or "csv"
  CopyUi copy;
};

struct OpenGroupRecord {
  journal::GroupSessionId id;
};
struct CloseGroupRecord {};
struct ShowHeldPart {
  HeldPart part = HeldPart::Record;
};
struct AskToStrike {
  std::size_t index = 0;
};
struct LeaveItIn {};
struct StrikeIt {};
struct TickDone {
  std::size_t index = 0;
  bool done = true;
};
struct WriteHeldCopy {};
struct DeleteHeld {};
struct DecideMark {
  std::size_t theme = 0;
  std::size_t mark = 0;
  bool stays = false;
};
struct LetThemeGo {
  std::size_t theme = 0;
  bool goes = true;
};
struct SendThemes {};
struct TakeThemeBack {
  std::size_t theme = 0;
};
using CircleHeldIntent = std::variant<OpenGroupRecord, CloseGroupRecord, ShowHeldPart, AskToStrike,
                                      LeaveItIn, StrikeIt, TickDone, WriteHeldCopy, DeleteHeld,
                                      DecideMark, LetThemeGo, SendThemes, TakeThemeBack>;

}  // namespace app::model
