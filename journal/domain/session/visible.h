#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "journal/domain/session/session.h"

namespace journal::session {

/// What a person may do now, so that a screen offers nothing that would be refused.
enum class Deed : std::uint8_t {
  Begin,
  MoveOn,
  MoveBack,
  Pause,
  Resume,
  Lengthen,
  GiveFloor,
  PassFloor,
  RaiseHand,
  Agree,
  Share,
  HandIn,
  OpenBox,
  Sort,
  TickLeave,
  OpposeLeave,
  TakeCard,
  PutOut,
  Promote,
  Finish,
  kCount,
};

struct SeenPerson {
  Member number = 0;
  Standing standing = Standing::Participant;
  DeviceKind device = DeviceKind::Laptop;
  std::string sealedName;
  bool away = false;
  bool agreed = false;
  bool hand = false;
  Activity activity = Activity::Thinking;
  bool hasFloor = false;
  int presents = 0;       ///< from 1; 0: does not
  Member pairedWith = 0;  ///< in a round of pairs; the third of three is paired with the first
  bool handedIn = false;  ///< in a round with a box
  /// Share of the longest airtime, 0 to 100; only while the session runs.
  int airtime = 0;
  friend bool operator==(const SeenPerson&, const SeenPerson&) = default;
};

struct SeenCard {
  CardId id;
  CardKind kind = CardKind::Moment;
  Member by = 0;
  Member to = 0;
  int round = -1;
  std::string sealed;
  CardId under;
  int place = 0;
  bool kept = false;
  bool leaves = false;   ///< ticked, and nobody is against it
  bool opposed = false;  ///< somebody is
  friend bool operator==(const SeenCard&, const SeenCard&) = default;
};

struct SeenClock {
  std::int64_t leftMs = 0;
  std::int64_t lengthMs = 0;
  bool stands = false;
  friend bool operator==(const SeenClock&, const SeenClock&) = default;
};

/// Everything that one person's screen may show, and nothing else. The only source of a screen of
/// a session, in the window, on a phone and on a wall.
struct SessionView {
  Phase phase = Phase::Lobby;
  int round = -1;
  std::optional<PauseCause> pause;
  bool doorOpen = true;
  Member you = 0;
  Member floor = 0;
  std::vector<Member> next;  ///< who has the floor after that
  SeenClock roundClock;
  SeenClock turnClock;             ///< lengthMs 0: none
  std::vector<SeenPerson> people;  ///< in seat order; those who left are not in it
  std::vector<SeenCard> cards;     ///< themes first, then by place and order
  /// What came out of a box of votes, sealed, once it is open; whoever can read them counts.
  std::vector<std::string> ballots;
  bool boxOpen = false;
  std::vector<Deed> may;  ///< ascending
  friend bool operator==(const SessionView&, const SessionView&) = default;
};

/// What `person` may see. For somebody who is not in the room, a view with nothing in it.
SessionView visibleTo(Member person, const Session& session, std::int64_t nowMs);

bool may(const Session& session, Member person, Deed deed);
/// The kinds of card that this person may share now.
std::vector<CardKind> mayShare(const Session& session, Member person);

}  // namespace journal::session
