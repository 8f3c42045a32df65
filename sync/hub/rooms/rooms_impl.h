#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "sync/hub/rooms/live_room.h"
#include "sync/hub/rooms/room_rows.h"
#include "sync/hub/rooms/rooms.h"
#include "sync/hub/rooms/tries.h"

// Private to this folder: what the parts of Rooms share.

namespace syncing::hub {

/// Somebody who has shown their token.
struct Seat {
  LiveRoom* room = nullptr;
  MemberHere* here = nullptr;
};

struct Rooms::Impl {
  Impl(storage::Database& database, const wire::ServiceId& service, const journal::Clock& theClock,
       journal::Random& theRandom, const RoomLimits& theLimits)
      : rows{database, service},
        clock(theClock),
        random(theRandom),
        limits(theLimits),
        joins(theLimits.joinsAnHourPerAddress),
        wrongRooms(theLimits.wrongRoomsAnHourPerAddress) {}

  RoomRows rows;
  const journal::Clock& clock;
  journal::Random& random;
  RoomLimits limits;
  Tries joins;
  Tries wrongRooms;
  std::map<RoomId, std::unique_ptr<LiveRoom>> live;
  std::set<std::string> woken;
  std::int64_t caredMs = 0;  ///< when old rooms were last looked for

  std::int64_t nowMs() const { return clock.now().time_since_epoch().count(); }

  /// From memory, else from the store; null when there is none.
  journal::Result<LiveRoom*> find(const RoomId& id);
  /// The same for somebody who has shown nothing yet: guesses are counted.
  journal::Result<LiveRoom*> findForStranger(const RoomId& id, const std::string& address);
  journal::Result<Seat> seatOf(const RoomAsker& asker);
  journal::Result<std::optional<Seat>> seatIn(LiveRoom* room, const RoomAsker& asker);
  /// Somebody has asked for something: they are here.
  journal::Result<void> hear(LiveRoom& room, session::Member member);

  /// An event of the hub's own.
  session::Event ownEvent(session::EventKind kind, session::Member member);
  using Write = std::function<journal::Result<void>()>;
  /// Puts these at the end of the log, durably, with what else belongs to them in the store, and
  /// wakes who waits. What cannot be is an error and changes nothing; when the store fails, or
  /// another hub was first (Cancelled), the room has left memory too and `room` is gone.
  journal::Result<void> commit(LiveRoom& room, std::vector<session::Event> events,
                               const Write& last = {}, const Write& first = {});
  journal::Result<void> write(const LiveRoom& room, const std::vector<session::Event>& events,
                              const Write& last, const Write& first);

  journal::Result<session::Member> comeIn(LiveRoom& room, const wire::Joining& joining,
                                          const TokenHash& token);
  journal::Result<void> comeBack(LiveRoom& room, const wire::Joining& joining,
                                 session::Member member);

  /// Screens that wait hear of news: at once, or, in a large room, at a later tick.
  void tell(LiveRoom& room);
  void tellIfDue(LiveRoom& room);

  journal::Result<void> notice(LiveRoom& room);  ///< who is away, and what that does
  /// Takes in what other hubs of the store have put into this room, if it is in memory, where it
  /// leaves when it is gone. Nothing to do where there are no others.
  journal::Result<void> followOthers(const RoomId& id);
  journal::Result<void> followOthersTo(const RoomId& id, std::optional<std::uint64_t> newest);
  journal::Result<void> followOthersEverywhere();
  journal::Result<void> careForOld();
  journal::Result<void> letGo(const RoomId& id);
  void forgetIdle();
};

/// Runs again what another hub of the store was faster with.
template <class Work>
auto withOthers(Work work) {
  constexpr int kTimes = 4;
  auto done = work();
  for (int i = 1; i < kTimes && !done.ok() && done.error().code == journal::ErrorCode::Cancelled;
       ++i)
    done = work();
  return done;
}

inline journal::Error refusedSaying(journal::ErrorCode code, const char* why,
                                    const char* sentence) {
  return {code, why, sentence};
}

}  // namespace syncing::hub
