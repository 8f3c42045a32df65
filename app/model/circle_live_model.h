#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/model/circle_model.h"
#include "journal/domain/ids.h"

// What the screens of a running session show: everything that one person may see, already worded.

namespace app::model {

/// A clock as everybody sees it.
struct LiveClock {
  bool shown = false;
  float gone = 0;      ///< 0 to 1
  std::string words;   ///< "3:01 of quiet left"
  std::string spoken;  ///< "3 minutes 1 second left"
  bool stands = false;
  std::string news;  ///< said once, at half time, one minute and the end
};

struct LiveCard {
  session::CardId id;
  session::CardKind kind = session::CardKind::Moment;
  std::string text;
  std::string by;            ///< "Imani"; empty where no name stands
  std::string sign;          ///< "speaking", "kept"
  std::vector<int> domains;  ///< note-heads, in the framework's order
  std::string tags;          ///< "Own choices", read with the note-heads
  bool speaking = false;
  bool kept = false;
  bool leaves = false;
  bool opposed = false;
  bool mine = false;     ///< may be taken back
  bool mayTake = false;  ///< a facilitator may remove it
  bool mayKeep = false;  ///< asked of this person
  bool mayTick = false;  ///< it could leave the room, by a facilitator
  bool mayOppose = false;
};
/// Where somebody has nothing on the table yet.
struct LiveSeat {
  std::string title;  ///< "Aoife is choosing"
  std::string body;
};

/// One card at a time by keyboard, any by mouse.
struct ThemeColumn {
  session::CardId id;
  std::string title;
  std::vector<LiveCard> cards;
  int yours = 0;   ///< dots of this person
  int others = 0;  ///< once they are counted
  std::string count;
  std::string spoken;  ///< "Your dots on this theme, 2 of 3"
  bool mayAdd = false;
  bool mayTake = false;
};
struct ActionLine {
  session::CardId id;
  std::string text;
  std::string owner;
  std::string initials;
  std::string due;  ///< "Thu 29 Jan"
  bool mayTake = false;
  bool mine = false;
};
struct AirtimeLine {
  session::Member number = 0;
  std::string name;
  float share = 0;
  bool speaking = false;
};
/// Something that can be put on the table in this round, with a field of its own.
struct ShareField {
  session::CardKind kind = session::CardKind::Pattern;
  std::string label;
  std::string button;
  std::string notYet;
};
/// Something a facilitator may say (domain.md 2.4).
struct FacilitatorMove {
  std::string moment;
  std::string say;
};

/// A choice of one's own words, and what of it others would see.
struct ChooseWordsModel {
  bool open = false;
  std::string preview;  ///< exactly what others will see
  std::string by;
  std::vector<int> domains;
  std::string tags;
  std::string notYet;  ///< why it cannot be shown yet
  std::string check;   ///< what to look at once more before it is shown: a name that is not coded
};

/// Silent writing.
struct SilentModel {
  std::string saved;  ///< "Saved in your journal, just now"
  std::string words;  ///< "61"
  bool nothingYet = true;
  std::uint64_t labelsRevision = 0;
  std::vector<std::pair<std::string, std::string>> labels;  ///< hex id of a name, code name
};

struct MomentEntry {
  journal::ReflectionId id;
  std::string title;  ///< "Brass group, 22 January"
};
/// Bring a moment (mock-up 23).
struct MomentModel {
  bool open = false;
  std::vector<MomentEntry> entries;
  std::string entry;   ///< hex id of the one shown
  std::string title;   ///< "Brass group"
  std::string detail;  ///< "Thursday 22 January"
  bool loading = false;
  std::vector<std::pair<std::string, std::string>> labels;  ///< hex id of a name, code name
  ChooseWordsModel choice;
  std::vector<std::string> who;  ///< who will see it, how, what else, how long
  std::vector<LiveCard> brought;
};

struct PauseModel {
  bool paused = false;
  bool safeguarding = false;
  bool facilitatorGone = false;
  std::string title;
  std::vector<std::string> lines;
  bool mayResume = false;
};

struct VoteModel {
  int left = 0;
  std::string words;  ///< "Two dots left"
  bool mayHandIn = false;
  bool handedIn = false;
  bool counted = false;
  std::string outcome;  ///< "Votes are in: 24 dots from 8 people."
  std::string waiting;  ///< "5 of 8 have handed in."
};

struct SpeakerModel {
  std::string name;  ///< "Sheila is speaking"; empty: nobody has the floor
  std::string initials;
  std::string then;  ///< "Then Imani, then Callum"
  bool you = false;
  bool mayPass = false;
  bool mayGive = false;
  std::vector<CircleChoice> others;  ///< to whom the floor can be given
  std::string hands;                 ///< "Imani and Joss would like to speak"
};

struct LiveAsk {
  bool open = false;  ///< the panel stands beside the cards
  std::string of;     ///< "for Sheila"
  std::string back;   ///< where the questions go
  std::vector<LiveCard> asked;
  bool mayAsk = false;
  bool hint = false;  ///< a line reads like advice; only its writer sees this
};

struct CircleLiveModel {
  std::string title;
  std::vector<std::string> stages;
  std::size_t stage = 0;
  session::RoundKind kind = session::RoundKind::Talk;
  std::string roundName;
  std::vector<std::string> prompts;
  bool finished = false;
  bool facilitates = false;
  bool projector = false;  ///< what everybody may see, large, and nothing of one's own
  std::string link;        ///< that the connection is away; empty: it is here
  PauseModel pause;
  LiveClock clock;
  LiveClock turn;

  std::string note;    ///< at the foot
  std::string onward;  ///< "Go to themes"; empty: not this person's to do
  std::string onwardNotYet;
  std::string back;
  bool mayPause = false;
  bool mayLengthen = false;
  bool mayRaise = false;
  bool handUp = false;

  std::vector<CirclePerson> people;
  std::string peopleLine;  ///< "6 writing, 2 ready"
  session::Activity activity = session::Activity::Thinking;
  SpeakerModel speaker;
  std::vector<AirtimeLine> airtime;
  std::string notHeard;                ///< facilitators: who has not spoken
  std::vector<CircleChoice> mayLead;   ///< who may be asked to lead too; key: the number
  std::vector<CircleChoice> mayGo;     ///< who may be asked to leave the room
  std::vector<FacilitatorMove> moves;  ///< empty: put away

  std::vector<std::string> agreement;
  std::vector<OldActionRow> lastTime;
  bool agreed = false;
  bool mayAgree = false;

  SilentModel silent;
  ChooseWordsModel choose;
  bool mayHandInWords = false;
  bool handedIn = false;
  bool mayOpenBox = false;
  std::string boxNotYet;
  std::vector<LiveCard> cards;
  std::vector<LiveSeat> seats;
  LiveAsk ask;
  std::vector<ShareField> fields;
  std::vector<std::string> pairs;  ///< "Imani with Joss"
  bool mayDrawPairs = false;

  std::vector<ThemeColumn> themes;
  std::vector<LiveCard> ungrouped;
  bool maySort = false;
  bool mayAddTheme = false;
  VoteModel vote;
  std::vector<ActionLine> actions;
  bool mayAct = false;
  std::string actionNotYet;
  std::vector<CircleChoice> owners;
  bool intends = false;  ///< one's own intention is asked for
  std::string intentionNotYet;
  std::vector<std::string> intentions;  ///< of this person, kept in the journal
  std::vector<LiveCard> leaving;        ///< what could leave the room
  std::vector<std::string> afterwards;  ///< once it is over: what went where
};

}  // namespace app::model
