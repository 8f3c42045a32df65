// Finding rooms, and writing what happens in them. Coming in is in room_door.cpp, what members ask
// and send in room_talk.cpp, what time does in room_time.cpp.
#include "sync/hub/rooms/rooms.h"

#include "sync/hub/rooms/rooms_impl.h"

namespace syncing::hub {

using journal::Error;
using journal::ErrorCode;
using journal::Result;
using session::Event;
using session::EventKind;

namespace {

constexpr std::int64_t kInUseMs = 12 * 3'600'000;

bool emptiesBox(EventKind kind) {
  return kind == EventKind::BoxOpened || kind == EventKind::Begun || kind == EventKind::MovedTo ||
         kind == EventKind::Finished;
}

}  // namespace

Rooms::Rooms(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Rooms::~Rooms() = default;

Result<std::unique_ptr<Rooms>> Rooms::open(storage::Database& database,
                                           const wire::ServiceId& service,
                                           const journal::Clock& clock, journal::Random& random,
                                           const RoomLimits& limits) {
  auto impl = std::make_unique<Impl>(database, service, clock, random, limits);
  J_TRY(const auto inUse, impl->rows.inUseSince(impl->nowMs() - kInUseMs));
  // One that is damaged says so to those who ask for it, and does not stop the others.
  for (const RoomId& id : inUse) (void)impl->find(id).ok();
  return std::unique_ptr<Rooms>(new Rooms(std::move(impl)));
}

const RoomLimits& Rooms::limits() const {
  return impl_->limits;
}
std::int64_t Rooms::nowMs() const {
  return impl_->nowMs();
}
std::size_t Rooms::roomsInUse() const {
  return impl_->live.size();
}

std::string Rooms::waitName(const RoomId& room, Screen screen) {
  return room.hex() + (screen == Screen::Log ? "/log" : "/view");
}

std::vector<std::string> Rooms::takeWoken() {
  std::vector<std::string> names(impl_->woken.begin(), impl_->woken.end());
  impl_->woken.clear();
  return names;
}

Result<LiveRoom*> Rooms::Impl::find(const RoomId& id) {
  const auto found = live.find(id);
  if (found != live.end()) return found->second.get();
  J_TRY(auto room, rows.load(id));
  if (!room) return static_cast<LiveRoom*>(nullptr);
  // Whoever was here before a restart has a moment to be heard again. Of a store that others write
  // to, nobody is missed whom this hub has not heard.
  for (auto& [member, here] : room->members) {
    if (!rows.database.shared()) here.heardMs = nowMs();
  }
  return live.emplace(id, std::move(room)).first->second.get();
}

Result<LiveRoom*> Rooms::Impl::findForStranger(const RoomId& id, const std::string& address) {
  if (wrongRooms.exceeded(address, nowMs()))
    return refusedSaying(ErrorCode::Network, "too many wrong rooms",
                         "That was tried too often. Please try again in an hour.");
  J_CHECK(followOthers(id));
  J_TRY(LiveRoom * room, find(id));
  if (room != nullptr) return room;
  wrongRooms.count(address, nowMs());
  return refusedSaying(ErrorCode::NotFound, "no such room",
                       "There is no session with these words. Check them with your facilitator.");
}

Result<std::optional<Seat>> Rooms::Impl::seatIn(LiveRoom* room, const RoomAsker& asker) {
  if (room == nullptr) return std::optional<Seat>();
  const auto member = room->members.find(asker.member);
  if (member == room->members.end() ||
      !journal::crypto::equal(member->second.token, hashOfToken(asker.token)))
    return std::optional<Seat>();
  if (room->state.people.at(asker.member).gone)
    return refusedSaying(ErrorCode::Locked, "gone", "You are no longer in this session.");
  return std::optional(Seat{room, &member->second});
}

Result<Seat> Rooms::Impl::seatOf(const RoomAsker& asker) {
  J_TRY(LiveRoom * room, find(asker.room));
  auto seat = seatIn(room, asker);
  // They may have come in, or back in, by another hub.
  if (rows.database.shared() && (!seat.ok() || !*seat)) {
    J_CHECK(followOthers(asker.room));
    J_TRY(room, find(asker.room));
    seat = seatIn(room, asker);
  }
  if (!seat.ok()) return seat.error();
  if (*seat) return **seat;
  J_TRY(room, findForStranger(asker.room, asker.address));
  wrongRooms.count(asker.address, nowMs());
  return refusedSaying(ErrorCode::Locked, "token", "You are not in this session.");
}

Event Rooms::Impl::ownEvent(EventKind kind, session::Member member) {
  Event event;
  event.id = session::EventId::random(random);
  event.kind = kind;
  event.member = member;
  return event;
}

Result<void> Rooms::Impl::write(const LiveRoom& room, const std::vector<Event>& events,
                                const Write& last, const Write& first) {
  return rows.database.transaction([&]() -> Result<void> {
    if (first) J_CHECK(first());
    J_CHECK(rows.addEvents(room, events.size()));
    for (const Event& event : events) {
      if (event.kind == EventKind::HandedIn) J_CHECK(rows.putSlots(room.id, event.by, event.slots));
      if (emptiesBox(event.kind)) J_CHECK(rows.emptyBox(room.id));
    }
    return last ? last() : Result<void>();
  });
}

Result<void> Rooms::Impl::commit(LiveRoom& room, std::vector<Event> events, const Write& last,
                                 const Write& first) {
  const RoomId id = room.id;
  std::size_t taken = 0;
  Result<void> done;
  for (Event& event : events) {
    event.number = room.state.newest + 1;
    event.atMs = nowMs();
    done = room.take(event, wire::toJson(session::forwarded(event)));
    if (!done.ok()) break;
    ++taken;
  }
  if (!done.ok() && taken == 0) return done;
  if (done.ok()) done = write(room, events, last, first);
  if (!done.ok()) {
    live.erase(id);  // what is in the store counts
    return done;
  }
  tell(room);
  return {};
}

}  // namespace syncing::hub
