#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "journal/base/time.h"
#include "journal/domain/session/event.h"
#include "journal/domain/session/plan.h"
#include "journal/domain/session/visible.h"

// The room of a group's session as an interface: wired by app/desktop to a hub (the service's, or
// one inside this program), and by tests to a room in the same process. Everything sealed is opened
// and sealed behind it: nothing here holds a key.

namespace app::model {

namespace session = journal::session;

/// What only those in the room can read of a round.
struct CircleRoundWords {
  std::string name;
  std::vector<std::string> prompts;
  std::string who;
  friend bool operator==(const CircleRoundWords&, const CircleRoundWords&) = default;
};
/// What somebody said, at the session before, that they would do.
struct CircleOldAction {
  std::string text;
  std::string owner;
  std::string due;  ///< "2026-01-29"; may be empty
  friend bool operator==(const CircleOldAction&, const CircleOldAction&) = default;
};
/// Somebody to speak to when a session is stopped for somebody's safety.
struct CircleContact {
  std::string role;
  std::string name;
  std::string number;
  friend bool operator==(const CircleContact&, const CircleContact&) = default;
};
/// The words of a plan, as everybody in the room reads them.
struct CircleWords {
  std::string title;
  std::string format;  ///< "Half-term round"
  std::string when;    ///< "Thursday 22 January, 12:30"
  std::vector<std::string> agreement;
  std::vector<CircleRoundWords> rounds;      ///< one for each round of the plan
  std::vector<CircleOldAction> actions;      ///< of last time; they come first
  std::vector<CircleContact> contacts = {};  ///< of the facilitator's service
  friend bool operator==(const CircleWords&, const CircleWords&) = default;
};
struct CirclePlan {
  session::Plan plan;  ///< without `sealedWords`
  CircleWords words;
};

struct CardTag {
  std::string domain;   ///< "P"
  std::string outcome;  ///< "Own choices"
  friend bool operator==(const CardTag&, const CardTag&) = default;
};
/// What is sealed in a card. Plain words: mentions are code names by now.
struct CardWords {
  std::string text;
  std::vector<CardTag> tags = {};  ///< of moments
  session::Member owner = 0;       ///< of actions
  std::string due = {};            ///< of actions: "2026-12-08"
  friend bool operator==(const CardWords&, const CardWords&) = default;
};
/// How many dots somebody put on each theme.
using CircleBallot = std::map<session::CardId, int>;

/// Where a room may be opened.
struct CircleHost {
  std::string key;     ///< "hub", "here"
  std::string label;   ///< "Your service's hub"
  std::string detail;  ///< what that means, in a sentence
};

enum class RoomLink : std::uint8_t {
  Closed,        ///< in no room
  Entering,      ///< on the way in
  Here,          ///< what is seen is what the others see
  Reconnecting,  ///< was in; what is sent waits, and nothing is lost
  Ended,         ///< the room is over, or this person was asked to leave it
};

/// A QR code for a phone: `side` times `side` modules, row by row. Empty: there is none.
struct QrModules {
  std::size_t side = 0;
  std::vector<bool> dark;
};

/// A room as it is seen by the person at this laptop, opened.
struct CircleSeen {
  RoomLink link = RoomLink::Closed;
  std::string code;     ///< four words joined by "-"
  std::string address;  ///< for a phone's browser; empty: none can join
  QrModules qr;
  CirclePlan plan;
  session::SessionView view;
  /// The kinds of card that this person may share now: mayShare() of visible.h.
  std::vector<session::CardKind> shares;
  /// When, by this laptop's clock, the times left in `view` are right; the clock runs on from
  /// there. How far the hub's clock is ahead has been taken off.
  journal::UtcTime asOf{};
  std::map<session::Member, std::string> names;
  std::map<session::CardId, CardWords> cards;  ///< those that could be opened
  std::vector<CircleBallot> ballots;           ///< once the box is open
  /// Cards that this person brought, also those that stand without a name. Known on this laptop
  /// alone.
  std::set<session::CardId> mine;
  /// Of those, the ones that nobody else has been in the room to see yet.
  std::set<session::CardId> unopened;
  CircleBallot dots;  ///< of this person, as handed in, in this round
};

/// What the window knows of its own stay in a room, kept with the room so that it goes on from
/// there after the program ended or the journal was locked.
struct CircleNotes {
  std::string paper;         ///< hex id of the entry that is written in silence; "" none
  std::string question;      ///< that heads it
  std::string brought;       ///< hex id of the entry a moment was brought from; "" none
  std::string record;        ///< hex id of what the journal will keep of the session
  bool ours = false;         ///< it was opened with the plan in this journal
  std::int64_t beganMs = 0;  ///< by this laptop's clock; 0: not yet
  int dotsRound = -1;
  CircleBallot dots;  ///< put down, handed in or not
  std::map<std::string, std::string> typed;
  std::vector<std::string> intentions;
  int pairsDrawn = 0;
  friend bool operator==(const CircleNotes&, const CircleNotes&) = default;
};
/// A room that this person was in and did not leave.
struct CircleLeft {
  std::string title;   ///< "Thursday reflection group"
  bool fresh = false;  ///< so short a time ago that they will want to be in it again
  CircleNotes notes;
};

/// Why something asked for did not happen.
struct CircleRefusal {
  std::string sentence;
  std::string words = {};  ///< what was to be shared, given back; "" none
  session::CardKind kind = session::CardKind::Moment;
};

/// UI thread; nothing here blocks. What waits for a hub or for a key to be stretched happens on a
/// thread of the port's own, which wakes the window when poll() has something to say.
class CircleRoom {
 public:
  virtual ~CircleRoom() = default;

  /// Where a room can be opened from here; none: only others' rooms can be joined.
  virtual std::vector<CircleHost> hosts() = 0;
  /// Opens a room and goes in as its facilitator. Leaves the room before.
  virtual void open(const CirclePlan& plan, const std::string& yourName,
                    const std::string& host) = 0;
  /// `code`: four words, however they were typed. Only a screen on the wall joins as
  /// Standing::Projector.
  virtual void join(const std::string& code, const std::string& yourName,
                    session::Standing standing) = 0;

  /// Says an event. `number`, `atMs`, `by`, `id`, `sealed` and, when Shared, `card` are the port's
  /// to fill in; `words` are sealed where the kind has any. Kept and said again until the hub has
  /// it.
  virtual void send(session::Event event, const CardWords& words) = 0;
  void send(session::Event event) { send(std::move(event), {}); }
  /// Everything that this person puts into the closed box of a round; again: instead.
  virtual void handIn(int round, const std::vector<CardWords>& moments) = 0;
  virtual void handIn(int round, const CircleBallot& dots) = 0;
  /// Takes back an own card of a session without names, which nobody can see to be one's own.
  virtual void recall(session::CardId card) = 0;
  /// Says so to the others, and forgets the room.
  virtual void leave() = 0;
  /// Forgets the room without a word: the journal is locked. The others see somebody away. The
  /// journal keeps what it takes to go back in.
  virtual void drop() = 0;

  /// Looks in the journal, which is open now, for a room that was not left.
  virtual void look() = 0;
  /// What look() found, once; again after goBack() did not reach it. nullopt: nothing new.
  virtual std::optional<CircleLeft> takeLeft() = 0;
  /// Into that room, as the same member, with what was in hand.
  virtual void goBack() = 0;
  /// Forgets that room; or the one that this person is in, once it is over and the journal has what
  /// is kept of it.
  virtual void needNotComeBack() = 0;
  /// Kept with the room.
  virtual void note(const CircleNotes& notes) = 0;
  /// The journal has all that was noted, and all that waits to be sent.
  virtual bool settled() = 0;

  /// What changed since the last call; nullopt: nothing.
  virtual std::optional<CircleSeen> poll() = 0;
  /// Each once.
  virtual std::vector<CircleRefusal> refusals() = 0;
};

}  // namespace app::model
