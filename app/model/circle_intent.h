#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <variant>

#include "app/model/circle_held_model.h"
#include "app/model/circle_ports.h"
#include "journal/domain/ids.h"

// What a person asks for in the groups.

namespace app::model {

struct PlanGroup {
  std::string format;  ///< code; "" goes on with the plan there is
};
struct LeavePlan {};  ///< to the home of the groups; the plan stays
struct DropPlan {};
struct PlanWordsChanged {};  ///< title, day, time or question were typed
struct ChangeRoundMinutes {
  std::uint64_t round = 0;
  int by = 1;
};
struct MoveRound {
  std::uint64_t round = 0;
  bool earlier = true;
};
struct RemoveRound {
  std::uint64_t round = 0;
};
struct AddRound {
  session::RoundKind kind = session::RoundKind::Talk;
};
struct EditRound {
  std::uint64_t round = 0;
};
struct KeepRound {};
struct CancelRound {};
struct EditQuestion {};
struct KeepQuestion {};
struct ChooseQuestion {
  std::string words;
};
struct ChangePlannedMinutes {
  int by = 5;
};
struct ChooseNaming {
  session::Naming naming = session::Naming::Named;
};
struct ChoosePresenters {
  int count = 0;
};
struct AddCirclePerson {};
struct RemoveCirclePerson {
  std::size_t index = 0;
};
struct OpenRoom {};
using CirclePlanIntent =
    std::variant<PlanGroup, LeavePlan, DropPlan, PlanWordsChanged, ChangeRoundMinutes, MoveRound,
                 RemoveRound, AddRound, EditRound, KeepRound, CancelRound, EditQuestion,
                 KeepQuestion, ChooseQuestion, ChangePlannedMinutes, ChooseNaming, ChoosePresenters,
                 AddCirclePerson, RemoveCirclePerson, OpenRoom>;

struct JoinRoom {
  bool wall = false;  ///< a screen that everybody sees
};
struct LeaveRoom {};
struct GoBackIn {};  ///< into the room that was not left
struct StayOut {};   ///< and forget it
struct AgreeToIt {};
struct SetDoor {
  bool open = true;
};
struct SayPresenter {
  session::Member member = 0;
  int place = 1;
};
struct ShowCodeLarge {
  bool large = true;
};
struct BeginSession {};
using CircleLobbyIntent = std::variant<JoinRoom, LeaveRoom, GoBackIn, StayOut, AgreeToIt, SetDoor,
                                       SayPresenter, ShowCodeLarge, BeginSession>;

// While a session runs: its course
// ------------------------------------------------------------------------
struct MoveOn {};  ///< to the next round, or the end; opens a closed box of dots on the way
struct MoveBack {};
struct PauseSession {
  session::PauseCause cause = session::PauseCause::Asked;
};
struct ResumeSession {};
struct AddMinute {
  bool turn = false;  ///< to whoever speaks, not to the round
};
struct GiveFloor {
  session::Member member = 0;  ///< 0: to nobody
};
struct PassFloor {};
struct RaiseHand {
  bool up = true;
};
struct SayActivity {
  session::Activity activity = session::Activity::Writing;
};
struct DrawPairs {};  ///< others than before
struct ShowMoves {
  bool show = true;  ///< the facilitator's cards
};
struct ShowAsOnWall {
  bool on = true;
};
struct PutSomebodyOut {
  session::Member member = 0;
};
struct MakeCoFacilitator {
  session::Member member = 0;
};
struct CloseSession {};  ///< it is over; back to the groups
using CircleCourseIntent =
    std::variant<MoveOn, MoveBack, PauseSession, ResumeSession, AddMinute, GiveFloor, PassFloor,
                 RaiseHand, SayActivity, DrawPairs, ShowMoves, ShowAsOnWall, PutSomebodyOut,
                 MakeCoFacilitator, CloseSession>;

// While a session runs: words. What is typed is in CircleUi::typed.
// --------------------------------------------------------------------------
struct SilentTextChanged {};
struct ChooseOwnWords {  ///< of the words in CircleUi::words
  std::size_t begin = 0;
  std::size_t end = 0;
};
struct AllowWord {};        ///< what looks like a name in the chosen words may be seen
struct ShowChosenWords {};  ///< or hands them in, where words come out of a box
struct PutCard {
  session::CardKind kind = session::CardKind::Pattern;
};
struct RewordCard {
  session::CardId card;  ///< a theme or an action, with what is typed for it
};
struct QuestionTyped {};
struct KeepForLater {};  ///< what was typed as a question, for the round of ideas
struct KeepAsked {
  session::CardId card;
  bool keep = true;
};
struct WithdrawCard {
  session::CardId card;
};
struct TakeCard {
  session::CardId card;  ///< off every screen, whoever brought it
};
struct PutUnder {
  session::CardId card;
  session::CardId theme;  ///< nil: under none
  int place = 0;
};
struct PutDot {
  session::CardId theme;
  int by = 1;
};
struct HandInDots {};
struct OpenBox {};
struct TickLeave {
  session::CardId card;
  bool leaves = true;
};
struct OpposeLeave {
  session::CardId card;
};
struct KeepMyIntention {};
using CircleWordsIntent =
    std::variant<SilentTextChanged, ChooseOwnWords, AllowWord, ShowChosenWords, PutCard, RewordCard,
                 QuestionTyped, KeepForLater, KeepAsked, WithdrawCard, TakeCard, PutUnder, PutDot,
                 HandInDots, OpenBox, TickLeave, OpposeLeave, KeepMyIntention>;

// Bring a moment
// -------------------------------------------------------------------------------------
struct BringMoment {};
struct ChooseMomentEntry {
  journal::ReflectionId reflection;
};
struct ChooseMoment {  ///< of the words of the entry
  std::size_t begin = 0;
  std::size_t end = 0;
};
struct SendMoment {};
struct LeaveMoment {};
using CircleMomentIntent =
    std::variant<BringMoment, ChooseMomentEntry, ChooseMoment, SendMoment, LeaveMoment>;

// Formats. What is typed is in CircleUi::formats; `key`: FormatListRow.
// -------------------------------------------------------------------------------------
struct OpenFormats {};
struct LeaveFormats {};  ///< to where they were opened from
struct ReadFormat {
  std::string key;  ///< empty: none
};
struct SetFormatAside {
  std::string key;
};
struct BringFormatBack {
  std::string key;
};
struct MakeFormat {};  ///< a new one, from rounds
struct CopyFormat {
  std::string key;
};
struct ChangeFormat {
  std::string key;
};
struct KeepAsFormat {};  ///< the rounds of the plan
struct FormatChanged {};
struct FormatDone {};
struct ChangeFormatMinutes {
  std::uint64_t round = 0;
  int by = 1;
};
struct MoveFormatRound {
  std::uint64_t round = 0;
  bool earlier = true;
};
struct RemoveFormatRound {
  std::uint64_t round = 0;
};
struct PutRoundBack {};
struct AddFormatRound {
  session::RoundKind kind = session::RoundKind::Talk;
};
struct OpenFormatRound {
  std::uint64_t round = 0;  ///< 0: folds up the one that is open
};
struct ChangeFormatKind {
  std::uint64_t round = 0;
  session::RoundKind kind = session::RoundKind::Talk;
};
struct BeginPassingOn {};  ///< the format that is read
struct WriteFormat {};
struct LeavePassingOn {};
struct BeginTakingIn {};
struct LookAtFormat {};
struct TakeFormatIn {};
struct LeaveTakingIn {};
using CircleFormatIntent =
    std::variant<OpenFormats, LeaveFormats, ReadFormat, SetFormatAside, BringFormatBack, MakeFormat,
                 CopyFormat, ChangeFormat, KeepAsFormat, FormatChanged, FormatDone,
                 ChangeFormatMinutes, MoveFormatRound, RemoveFormatRound, PutRoundBack,
                 AddFormatRound, OpenFormatRound, ChangeFormatKind, BeginPassingOn, WriteFormat,
                 LeavePassingOn, BeginTakingIn, LookAtFormat, TakeFormatIn, LeaveTakingIn>;

using CircleIntent =
    std::variant<CirclePlanIntent, CircleLobbyIntent, CircleCourseIntent, CircleWordsIntent,
                 CircleMomentIntent, CircleHeldIntent, CircleFormatIntent>;

}  // namespace app::model
