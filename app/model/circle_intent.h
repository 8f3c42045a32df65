#pragma once

#include <cstdint>
#include <string>
#include <variant>

#include "app/model/circle_ports.h"

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
using CircleLobbyIntent = std::variant<JoinRoom, LeaveRoom, AgreeToIt, SetDoor, SayPresenter,
                                       ShowCodeLarge, BeginSession>;

using CircleIntent = std::variant<CirclePlanIntent, CircleLobbyIntent>;

}  // namespace app::model
