#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "journal/base/random.h"
#include "journal/base/result.h"
#include "journal/base/time.h"
#include "sync/storage/database.h"
#include "sync/wire/ids.h"
#include "sync/wire/room_messages.h"

namespace syncing::hub {

namespace session = journal::session;
using wire::RoomId;

struct RoomLimits {
  int eventsAMinute = 120;           ///< of one member, with those refused
  int looksAMinute = 1200;           ///< questions for log and view, of one member
  int roomsOfAHost = 20;             ///< not finished
  int joinsAnHourPerAddress = 2500;  ///< a whole conference may be behind one
  int wrongRoomsAnHourPerAddress = 200;
  std::size_t bytesARoom = 32 * 1024 * 1024;  ///< of its log, and what is in its box
  std::size_t bytesAnAnswer = 1024 * 1024;    ///< of a log; there is more then
  std::chrono::seconds awayAfter{15};         ///< without a question
  std::chrono::minutes resumesWithin{10};     ///< when a facilitator comes back
  std::chrono::hours finishedKept{24};
  std::chrono::hours abandonedKept{7 * 24};
  /// How long a screen waits for news at most, whatever it asks for.
  std::chrono::milliseconds longestWait{25'000};
};

/// Who asks something of a room, as they say: checked at each call.
struct RoomAsker {
  RoomId room;
  session::Member member = 0;
  std::string token;
  std::string address;  ///< where from; "": in this process, not limited
};

/// The rooms of a service's sessions: each a log of events in the store, in the order in which the
/// hub took them, and in memory what the log adds up to. Whatever is acknowledged is committed, and
/// a room is there again after a restart. The hub reads nothing that people wrote, and keeps no
/// trace of who sent what is nobody's. Several hubs may share a PostgreSQL store; each sees what
/// came by the others at its next tick. One thread, the store's.
///
/// Errors, all but the last two with a sentence for whoever asked: Locked (not of this room, or
/// not any more), NotFound (no such room), Conflict (not now, not any more, not theirs to do),
/// InvalidInput (nothing that can be), Network (too often, or too much); Io and Corrupt of the
/// store.
class Rooms {
 public:
  /// Loads the rooms that are in use. The store has its tables by now (core.h); all references
  /// must outlive it.
  static journal::Result<std::unique_ptr<Rooms>> open(storage::Database& database,
                                                      const wire::ServiceId& service,
                                                      const journal::Clock& clock,
                                                      journal::Random& random,
                                                      const RoomLimits& limits = {});
  ~Rooms();
  Rooms(const Rooms&) = delete;
  Rooms& operator=(const Rooms&) = delete;

  /// The number of who opened it, 1; opened again by the same, answered again. `host` nil: this
  /// machine's own program. Whether they may is for the caller to know (HubCore::mayHost).
  journal::Result<session::Member> openRoom(const wire::AccountId& host,
                                            const wire::RoomOpening& opening);
  journal::Result<wire::Door> door(const RoomId& room, const std::string& address);
  journal::Result<session::Member> join(const RoomId& room, const wire::Joining& joining,
                                        const std::string& address);

  enum class Screen : std::uint8_t { Log, View };
  /// Whether there is something newer than `after` for this member, who is heard by asking.
  /// `again`: after a wait, which is not one question more.
  journal::Result<bool> hasNewer(const RoomAsker& asker, std::uint64_t after, bool again = false);
  /// The member waits for news with a question held open, until `untilMs` at most: not away
  /// meanwhile. Each is ended once, by endWait(). Neither fails for somebody who is not there.
  void beginWait(const RoomAsker& asker, std::int64_t untilMs);
  void endWait(const RoomAsker& asker);
  /// As JSON: what is newer than `after`, as far as an answer goes.
  journal::Result<std::string> log(const RoomAsker& asker, std::uint64_t after);
  journal::Result<std::string> view(const RoomAsker& asker);

  /// Its number, once it is durable. Sent again with the same id: the same number.
  journal::Result<std::uint64_t> send(const RoomAsker& asker, session::Event event);
  journal::Result<std::uint64_t> recall(const RoomAsker& asker, const wire::Recall& recall);

  /// What time does: who is away, what pauses, what is deleted. A few times a second.
  journal::Result<void> tick();

  /// Whose waits are over since this was last asked: names as waitName() makes them.
  std::vector<std::string> takeWoken();
  static std::string waitName(const RoomId& room, Screen screen);

  const RoomLimits& limits() const;
  std::int64_t nowMs() const;
  /// In memory now.
  std::size_t roomsInUse() const;

  struct Impl;

 private:
  explicit Rooms(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace syncing::hub
