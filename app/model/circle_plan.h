#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/model/circle_ports.h"
#include "journal/domain/session_format.h"

// A session while it is planned. Pure.

namespace app::model {

struct PlannedRound {
  std::uint64_t key = 0;  ///< stays with the round while it moves
  session::RoundPlan plan;
  CircleRoundWords words;
  // Said by its format; nobody in the room is told.
  std::string captured = {};
  std::string keptFor = {};
};

struct PlannedSession {
  std::string title;
  std::string format;                 ///< code; "" composed
  std::string formatName;             ///< "Half-term round"
  journal::SessionFormat about = {};  ///< what else its format says; without rounds
  int minutes = 0;                    ///< there is time for
  std::vector<PlannedRound> rounds;
  session::Naming naming = session::Naming::Named;
  std::uint8_t presenters = 0;
  std::string question;  ///< the one that everybody writes or speaks to; may be empty
  std::vector<std::string> agreement;
  std::vector<std::string> people;  ///< expected, besides whoever plans
  std::vector<CircleOldAction> actions;
  std::string when;
  std::uint64_t nextKey = 1;
};

inline constexpr int kMostRoundMinutes = 120;

int plannedMinutes(const PlannedSession& plan);
/// Within 1 and kMostRoundMinutes; the turns of a round are never longer than it.
void changeMinutes(PlannedRound& round, int by);
/// One place earlier or later; nothing at the ends.
void moveRound(PlannedSession& plan, std::size_t index, bool earlier);
void removeRound(PlannedSession& plan, std::size_t index);
/// A round of this kind before the last one, or at the end when that is no close. Its index.
std::size_t addRound(PlannedSession& plan, session::RoundKind kind);
/// Why no room can be opened with it, in a sentence; empty: it can.
std::string planProblem(const PlannedSession& plan);
/// Rounds with a shared question show it first, where they write or speak to one.
CirclePlan roomPlan(const PlannedSession& plan);
/// Whether this kind of round puts the session's question to everybody.
bool asksTheQuestion(session::RoundKind kind);

}  // namespace app::model
