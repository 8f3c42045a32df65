#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "journal/base/result.h"
#include "journal/domain/session/event.h"
#include "journal/domain/session/plan.h"

namespace journal::session {

/// Time that can stand still: of a round, or of somebody's turn.
struct Stopwatch {
  std::int64_t startedMs = 0;
  std::int64_t stoodMs = 0;                   ///< how long it has stood still so far
  std::optional<std::int64_t> standsSinceMs;  ///< while it stands
  std::int64_t lengthMs = 0;                  ///< with what was added
  /// Below 0 once it is over.
  std::int64_t leftMs(std::int64_t nowMs) const;
  friend bool operator==(const Stopwatch&, const Stopwatch&) = default;
};

struct Person {
  Member number = 0;
  Standing standing = Standing::Participant;
  DeviceKind device = DeviceKind::Laptop;
  std::string sealedName;
  bool away = false;
  bool gone = false;    ///< left, or put out
  bool putOut = false;  ///< and may not come back
  bool agreed = false;
  bool hand = false;
  Activity activity = Activity::Thinking;  ///< in this round
  std::int64_t airtimeMs = 0;              ///< of past turns; live only (ADDENDUM 9)
  friend bool operator==(const Person&, const Person&) = default;
};

/// Words on the table. An anonymous one has no author anywhere, here neither.
struct Card {
  CardId id;
  CardKind kind = CardKind::Moment;
  Member by = 0;  ///< 0: anonymous
  Member to = 0;
  std::int16_t round = -1;
  std::uint64_t order = 0;  ///< number of the event that brought it, for anonymous ones the place
  std::string sealed;
  CardId under;
  std::int32_t place = 0;
  bool kept = false;
  bool leaves = false;
  friend bool operator==(const Card&, const Card&) = default;
};

enum class Phase : std::uint8_t { Lobby, Running, Finished };

/// A reflection group's session at one moment: what a log of events adds up to. A value; the same
/// code in the client, on the hub and in the tests. No clock: time is what the events say.
struct Session {
  Plan plan;
  Phase phase = Phase::Lobby;
  std::uint64_t newest = 0;  ///< number of the last event
  std::int64_t newestMs = 0;
  int round = -1;  ///< -1 in the lobby
  Stopwatch roundClock;
  Stopwatch turnClock;
  std::optional<PauseCause> pause;
  std::int64_t pausedMs = 0;  ///< since when
  bool doorOpen = true;
  Member floor = 0;
  std::set<Member> spoken;  ///< had the floor in this round
  std::map<Member, Person> people;
  std::vector<Member> presenters;  ///< by their number in the plan from 1; 0: not said yet
  int pairsTurned = 0;
  std::map<CardId, Card> cards;
  std::set<CardId> gone;     ///< withdrawn or taken away: never again
  std::set<CardId> opposed;  ///< somebody wants it to stay in the room
  std::set<EventId> seen;
  /// Rounds whose box was opened, with what was in it, in the order in which it came out.
  std::map<int, std::vector<std::string>> opened;
  /// What was handed in and is not open yet, by whom; on clients without the slots.
  std::map<Member, std::vector<std::string>> box;
  friend bool operator==(const Session&, const Session&) = default;
};

/// A session that nobody has joined yet. InvalidInput for a plan that cannot be run.
Result<Session> open(const Plan& plan);

/// What the hub makes of an event that `asked.by` sends, as it goes into the log: checked against
/// what they may do now, without `by` where that is nobody's business (LeaveOpposed; in a session
/// without names also whatever brings or changes cards), and with the box's slots in BoxOpened.
/// Errors, each with a sentence for whoever sent it: Conflict (not now, or not any more),
/// InvalidInput (nothing that can happen), NotFound (no such card or person), Locked (not theirs to
/// do). An event whose id the session has seen is Conflict too: ask alreadyHas() before.
Result<Event> admit(const Session& session, Event asked);
inline bool alreadyHas(const Session& session, const EventId& id) {
  return session.seen.count(id) != 0;
}

/// Makes it so. For events of the log in their order: `number` must follow `newest`. What a log
/// says of somebody (by != 0) is checked once more, so that a hub cannot make a member do what is
/// not theirs. A number that was applied already, with the same id, changes nothing and is no
/// failure; Conflict for a gap. On an error nothing has changed. Microseconds, whatever the session
/// holds.
Result<void> apply(Session& session, const Event& event);
/// As apply(), for whoever wants the old one too (architecture.md 7).
Result<Session> step(Session session, const Event& event);

/// What others are sent of an event in the log: without the slots of HandedIn. A client that
/// applies what it is sent shows the same as the hub (visible.h).
Event forwarded(Event event);

/// Whether this round gathers what everybody hands in, to be opened at once: votes, and the reveal
/// of a session without names.
bool hasBox(const Session& session, int round);
/// An anonymous reveal is not opened for fewer: two would know each other's words.
inline constexpr std::size_t kFewestInABox = 3;

}  // namespace journal::session
