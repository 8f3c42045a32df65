#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "journal/base/id.h"
#include "journal/domain/session/plan.h"

namespace journal::session {

/// Names an event, chosen at random by whoever sends it: sent twice, it counts once.
using EventId = Id<struct SessionEventIdTag>;
using CardId = Id<struct CardIdTag>;
/// Somebody in the room, by the order of joining from 1. 0: nobody, or the hub itself.
using Member = std::uint16_t;

enum class Standing : std::uint8_t {
  Facilitator,    ///< moves the rounds; whoever opened the room
  CoFacilitator,  ///< may do the same; made one by a facilitator
  Participant,
  Guest,      ///< without an account; the same in the room
  Projector,  ///< a screen on the wall: sees what everybody sees, does nothing
};

enum class DeviceKind : std::uint8_t { Laptop, Phone };

/// What somebody lets the others see while they write: a word, never how much or what.
enum class Activity : std::uint8_t { Thinking, Writing, Ready, Passing };

enum class PauseCause : std::uint8_t {
  Asked,          ///< anybody's who may
  Safeguarding,   ///< the pause card (domain.md 5.3): any member's; only a facilitator ends it
  NoFacilitator,  ///< the hub's: the last facilitator dropped off
};

/// What happened. Beside each: the fields that it uses besides number, at, by and id. Everything
/// that people wrote is in `sealed`, which this code never reads.
enum class EventKind : std::uint8_t {
  // By the hub (by = 0).
  Joined,    ///< member, standing, device, sealed: the name
  Away,      ///< member: nothing heard from them for a while
  Back,      ///< member
  Recalled,  ///< card: its anonymous author took it back
  // By facilitators.
  BoxOpened,  ///< round, slots: everybody's, in an order that says nothing (admit() puts them in)
  Begun,
  MovedTo,  ///< round: forwards or backwards
  Resumed,
  Lengthened,   ///< seconds, also fewer than 0; of the round, or with `turn` of the turn
  FloorGiven,   ///< member; 0: nobody has it
  Presents,     ///< member, count: which presenter, from 1
  PairsDrawn,   ///< count: how far seats are turned against each other
  Promoted,     ///< member: a co-facilitator from now on
  PutOut,       ///< member: out of the room; their cards stay, unless taken away
  CardTaken,    ///< card: off every screen; nobody learns whose it was
  DoorSet,      ///< on: whether somebody new may still come in
  LeaveTicked,  ///< card, on: it may leave the room; on: asked anew, nobody is against it yet
  Finished,
  // By anybody in the room about themselves.
  Agreed,
  Left,
  Paused,        ///< cause: Asked (facilitators) or Safeguarding (anybody)
  ActivityIs,    ///< activity, round
  HandRaised,    ///< on
  FloorPassed,   ///< by whoever has it
  Shared,        ///< card, cardKind, round, to, under, sealed
  Reworded,      ///< card, sealed: by its author; actions and themes by anybody
  Withdrawn,     ///< card: by its author, from every screen (anonymous ones: Recalled)
  Kept,          ///< card, on: a question somebody wants to keep, by whom it was for
  Sorted,        ///< card, under: a theme, nil: under none; count: its place from 0
  LeaveOpposed,  ///< card: it stays in the room; whose wish that is stands nowhere
  HandedIn,      ///< round, slots: into the closed box; again: instead. Others are sent no slots
};

/// An anonymous card's id is the first 16 bytes of SHA-256 of a secret that only its author has:
/// who shows the secret may take the card back, and need not say who they are. In a slot the id
/// stands before what is sealed, so what comes out of a box has ids too.
inline constexpr std::size_t kCardIdBytes = 16;

/// One line of a session's log. `number` and `at` are the hub's; the rest is the sender's.
struct Event {
  std::uint64_t number = 0;  ///< contiguous from 1, in the order that everybody sees
  std::int64_t atMs = 0;     ///< the hub's clock
  Member by = 0;
  EventId id;
  EventKind kind = EventKind::Agreed;
  std::int16_t round = -1;  ///< the one it was meant for
  Member member = 0;
  Standing standing = Standing::Participant;
  DeviceKind device = DeviceKind::Laptop;
  Activity activity = Activity::Thinking;
  PauseCause cause = PauseCause::Asked;
  CardKind cardKind = CardKind::Moment;
  CardId card;
  CardId under;
  Member to = 0;
  std::int32_t count = 0;
  std::int32_t seconds = 0;
  bool turn = false;
  bool on = false;
  std::string sealed;
  std::vector<std::string> slots;
  friend bool operator==(const Event&, const Event&) = default;
};

inline constexpr std::size_t kMostSealed = 16 * 1024;  ///< bytes of one card
inline constexpr std::size_t kSlotBytes = 3 * 1024;    ///< of every slot: sizes tell nothing
inline constexpr std::size_t kSlotsAMember = 3;        ///< exactly; those not needed hold nothing
inline constexpr std::size_t kMostMembers = 2000;
inline constexpr std::size_t kMostCards = 4000;

}  // namespace journal::session
