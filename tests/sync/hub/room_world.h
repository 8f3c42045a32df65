#pragma once

#include <map>
#include <string>
#include <vector>

#include "sync/hub/rooms/rooms.h"
#include "tests/sync/hub/hub_world.h"

namespace syncing::hub::test {

/// A plan of these kinds, five minutes each, its words as given (sealed, for all the hub knows).
session::Plan roomPlan(std::initializer_list<session::RoundKind> kinds,
                       session::Naming naming = session::Naming::Named);
/// Joins with a token made of `name`.
wire::Joining joining(const std::string& name,
                      session::Standing standing = session::Standing::Participant);
/// 3 KiB with the card's id in front, as a client fills it.
std::string slotFor(const session::CardId& card, const std::string& words);

/// A room, and people in it, through Rooms itself.
class RoomWorld {
 public:
  explicit RoomWorld(std::unique_ptr<storage::Database> opened, const RoomLimits& limits = {});

  /// As after a restart of the hub.
  void restart();
  /// Opens `room` with Ada, who facilitates, as its first.
  session::Member open(const session::Plan& plan);
  session::Member come(const std::string& name,
                       session::Standing standing = session::Standing::Participant);
  RoomAsker asker(session::Member member) const;
  session::Event event(session::EventKind kind);
  journal::Result<std::uint64_t> send(session::Member by, session::Event event);
  /// An event of this kind, which has to be taken.
  std::uint64_t does(session::Member by, session::EventKind kind, session::Event rest = {});
  session::CardId shares(session::Member by, session::CardKind kind, const std::string& sealed);
  journal::Result<std::uint64_t> handsIn(session::Member by, int round,
                                         const std::vector<std::string>& slots);
  std::vector<session::Event> logOf(session::Member member, std::uint64_t after = 0);
  session::SessionView viewOf(session::Member member);
  session::EventId id() { return session::EventId::random(world.random); }
  void later(std::chrono::milliseconds time);  ///< and the hub ticks
  /// Rows of this table.
  std::int64_t rowsOf(const std::string& table);

  World world;
  RoomLimits limits;
  std::unique_ptr<Rooms> rooms;
  RoomId room;
  std::map<session::Member, std::string> tokens;
};

/// How an asked event begins.
session::Event inRound(int round);
session::Event aboutMember(session::Member member);
session::Event aboutCard(const session::CardId& card);

}  // namespace syncing::hub::test
