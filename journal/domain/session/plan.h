#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

namespace journal::session {

/// How a round runs: the state machine knows no other difference between one format and another.
enum class RoundKind : std::uint8_t {
  Arrive,     ///< the agreement is read aloud and confirmed; who is here
  QuietRead,  ///< nobody speaks: each looks for a moment, or reads what was brought
  Turns,      ///< each in turn has the floor, in seat order
  Telling,    ///< the presenter of the round alone has the floor
  Questions,  ///< the others ask, questions only; the presenter, or whoever has the floor, answers
  SilentWriting,  ///< everybody writes, on their own device; nothing is sent
  Reveal,         ///< each chooses what of it to show
  Talk,           ///< everybody, short turns
  Pairs,          ///< two by two
  Themes,         ///< cards are sorted
  Votes,          ///< dots, hidden until the round is closed
  Actions,        ///< what we will try, with an owner and a date
  Intentions,     ///< each says one thing; it stays with who says it
  Breath,         ///< silence, or a break
  Close,          ///< what leaves the room
};

/// For whom what is captured in a round is kept (domain.md 2.5, 2.7).
enum class Keep : std::uint8_t {
  Nothing,
  Self,       ///< in the journal of whoever wrote it
  Presenter,  ///< in the journal of the round's presenter
  Group,      ///< in the group's record
  Themes,     ///< in the record; what is ticked goes to the theme list for managers
};

/// Whether names stand beside what is shown. Chosen with the plan, before anybody can write, and
/// never changed (product.md B5).
enum class Naming : std::uint8_t { Named, Anonymous };

/// What a card is. Which kinds a round takes: mayShare() of visible.h.
enum class CardKind : std::uint8_t {
  Moment,    ///< a passage brought to the group, or words chosen at the reveal
  Title,     ///< of a moment, typed by whoever tells it
  Question,  ///< to `to`; goes back to their entry
  Idea,      ///< wanted or not is the presenter's to say
  Pattern,   ///< "what are we noticing?"
  Barrier,   ///< outside our control; for managers, if ticked
  Theme,     ///< others are sorted under it
  Action,    ///< sealed with owner and date
  Comment,   ///< on a draft (format D)
  Learning,  ///< one point for other tutors
  Word,      ///< how somebody arrives or leaves
};

struct RoundPlan {
  RoundKind kind = RoundKind::Talk;
  std::chrono::seconds length{0};
  /// For one speaker; 0 where turns are not timed.
  std::chrono::seconds turn{0};
  /// Which of the plan's presenters has the floor, from 1; 0: nobody in particular.
  std::uint8_t presenter = 0;
  Keep keep = Keep::Group;
  std::uint8_t dots = 0;  ///< a member's in a round of votes
  friend bool operator==(const RoundPlan&, const RoundPlan&) = default;
};

/// What a session is to be, as far as whoever relays it may know. Everything in words (title,
/// rounds' names, prompts, agreement) is in `sealedWords`, which only those in the room can read.
struct Plan {
  std::vector<RoundPlan> rounds;
  Naming naming = Naming::Named;
  std::uint8_t presenters = 0;  ///< how many present in turn; 0 when nobody does
  std::string sealedWords;
  friend bool operator==(const Plan&, const Plan&) = default;
};

inline constexpr std::size_t kMostRounds = 40;
inline constexpr std::chrono::seconds kLongestRound{4 * 60 * 60};
inline constexpr std::uint8_t kMostDots = 9;
inline constexpr std::uint8_t kMostPresenters = 12;
inline constexpr std::size_t kMostPlanWords = 64 * 1024;  ///< bytes, sealed

}  // namespace journal::session
