#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "journal/base/time.h"
#include "journal/domain/session/event.h"

namespace syncing::room {

namespace session = journal::session;

// What people write in a room, before it is sealed and after it is opened: the JSON texts of
// room_messages.h. Total: what comes out of a sealed text was written by somebody in the room,
// whose program may be another or worse. Unknown fields are passed over; texts that are too long
// for the screen are cut.

struct RoundWords {
  std::string name;
  std::vector<std::string> prompts;
  std::string who;
  friend bool operator==(const RoundWords&, const RoundWords&) = default;
};
/// Something that was to be done, from last time.
struct ActionWords {
  std::string text;
  std::string owner;
  std::string due;  ///< ISO date, or ""
  friend bool operator==(const ActionWords&, const ActionWords&) = default;
};
/// Somebody to speak to when a session is stopped for somebody's safety.
struct ContactWords {
  std::string role;
  std::string name;
  std::string number;
  friend bool operator==(const ContactWords&, const ContactWords&) = default;
};
struct PlanWords {
  std::string title;
  std::string format;
  std::string when;
  std::vector<std::string> agreement;
  std::vector<RoundWords> rounds;
  std::vector<ActionWords> actions;
  std::vector<ContactWords> contacts = {};
  friend bool operator==(const PlanWords&, const PlanWords&) = default;
};
/// A passage's outcome, as a word and not as a level.
struct TagWords {
  std::string domain;
  std::string outcome;
  friend bool operator==(const TagWords&, const TagWords&) = default;
};
struct CardWords {
  std::string text;
  std::vector<TagWords> tags = {};
  session::Member owner = 0;  ///< of an action
  std::string due = {};
  friend bool operator==(const CardWords&, const CardWords&) = default;
};
/// Dots by theme.
struct Ballot {
  std::map<session::CardId, int> dots;
  friend bool operator==(const Ballot&, const Ballot&) = default;
};

inline constexpr std::size_t kMostCardText = 6000;  ///< bytes; fits a sealed card in any script

std::string toJson(const PlanWords& words);
std::optional<PlanWords> readPlanWords(std::string_view json);
std::string nameJson(std::string_view name);
std::optional<std::string> readName(std::string_view json);
std::string toJson(const CardWords& words);
/// Also for an empty slot: its text is "".
std::optional<CardWords> readCardWords(std::string_view json);
std::string toJson(const Ballot& ballot);
/// Nullopt for what is no ballot, and for one with a negative number of dots.
std::optional<Ballot> readBallot(std::string_view json);

/// All its dots together.
int dotsOf(const Ballot& ballot);

}  // namespace syncing::room
