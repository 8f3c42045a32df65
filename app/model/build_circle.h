#pragma once

#include <string>
#include <vector>

#include "app/model/circle_model.h"
#include "app/model/circle_plan.h"

// What the screens of the groups show before a session runs, from plans and rooms. Pure.

namespace app::model {

/// "75 minutes, seven rounds"
std::string lengthWords(int minutes, std::size_t rounds);
bool hasTurns(session::RoundKind kind);
/// "GR" of "Gethin Rees"; "?" when there is no name.
std::string initialsOf(const std::string& name);
/// Rounds as a plan or a lobby lists them; `ofMinutes`: how long the bar is.
std::vector<PlanRoundRow> roundRows(const std::vector<session::RoundPlan>& rounds,
                                    const std::vector<CircleRoundWords>& words, int ofMinutes);
std::vector<OldActionRow> oldActionRows(const std::vector<CircleOldAction>& actions);
/// Formats, hosts and what is being edited are the caller's to add.
CirclePlanModel buildPlan(const PlannedSession& plan);

struct LobbyParts {
  const CircleSeen& seen;
  const std::vector<std::string>& expected;  ///< by the plan, on the facilitator's laptop
  bool large = false;
};
CircleLobbyModel buildLobby(const LobbyParts& parts);
/// Everybody in the room in seat order; screens on the wall left out.
std::vector<CirclePerson> peopleIn(const CircleSeen& seen);
bool mayDo(const session::SessionView& view, session::Deed deed);
/// The code with blanks between its words, as it is read out.
std::string spokenCode(std::string code);

}  // namespace app::model
