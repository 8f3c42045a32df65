// What time does to rooms: who is away, what pauses and goes on, whom screens' news reach when, and
// what is deleted.
#include <algorithm>

#include "sync/hub/rooms/rooms_impl.h"

namespace syncing::hub {

using journal::ErrorCode;
using journal::Result;
using session::Event;
using session::EventKind;
using session::Phase;
using std::chrono::duration_cast;
using std::chrono::milliseconds;

namespace {

constexpr std::int64_t kCareEveryMs = 60'000;
constexpr std::int64_t kIdleMs = 10 * 60'000;
constexpr std::int64_t kMinute = 60'000;
/// Rooms in which nothing happened for longer are looked at when somebody asks for them.
constexpr std::int64_t kFollowedMs = 3'600'000;
/// A room with more pauses between one news and the next than this tells at its ticks.
constexpr std::int64_t kAtOnceMs = 5;

std::int64_t inMs(milliseconds time) {
  return time.count();
}

bool isMissed(const session::Person& person) {
  return !person.gone && !person.away && person.standing != session::Standing::Projector;
}

/// An answer costs the hub some 100 µs for a log's news; a view some 2 µs for each person in it.
std::int64_t pauseOfLogs(std::size_t members) {
  return static_cast<std::int64_t>(members / 10);
}
std::int64_t pauseOfViews(std::size_t members) {
  return static_cast<std::int64_t>(members * members * 2 / 1000);
}

}  // namespace

Result<void> Rooms::Impl::hear(LiveRoom& room, session::Member member) {
  room.members.at(member).heardMs = nowMs();
  const session::Person& person = room.state.people.at(member);
  const bool away = person.away && room.state.phase != Phase::Finished;
  std::vector<Event> events;
  if (away) events.push_back(ownEvent(EventKind::Back, member));
  const bool waitedFor = room.state.pause == session::PauseCause::NoFacilitator &&
                         nowMs() - room.state.pausedMs <= inMs(limits.resumesWithin);
  if (leadsRoom(person) && waitedFor) events.push_back(ownEvent(EventKind::Resumed, 0));
  if (events.empty()) return {};
  return commit(room, std::move(events));
}

Result<void> Rooms::Impl::notice(LiveRoom& room) {
  if (room.state.phase == Phase::Finished) return {};
  const std::int64_t now = nowMs();
  std::vector<Event> events;
  for (auto& [member, here] : room.members) {
    if (!here.heardMs || !isMissed(room.state.people.at(member))) continue;
    if (here.waits > 0 && now < here.waitsUntilMs) continue;
    const std::int64_t since =
        here.waits > 0 ? std::max(*here.heardMs, here.waitsUntilMs) : *here.heardMs;
    if (now - since >= inMs(limits.awayAfter)) events.push_back(ownEvent(EventKind::Away, member));
  }
  if (!events.empty()) J_CHECK(commit(room, std::move(events)));
  if (room.state.phase != Phase::Running || room.state.pause || room.isLed()) return {};
  Event pause = ownEvent(EventKind::Paused, 0);
  pause.cause = session::PauseCause::NoFacilitator;
  return commit(room, {pause});
}

void Rooms::Impl::tell(LiveRoom& room) {
  room.logTelling.due = true;
  room.viewTelling.due = true;
  tellIfDue(room);
}

void Rooms::Impl::tellIfDue(LiveRoom& room) {
  const std::int64_t now = nowMs();
  const auto tellOne = [&](Telling& telling, Screen screen, std::int64_t pause) {
    if (!telling.due || (pause > kAtOnceMs && now - telling.toldMs < pause)) return;
    telling = {now, false};
    woken.insert(waitName(room.id, screen));
  };
  tellOne(room.logTelling, Screen::Log, pauseOfLogs(room.members.size()));
  tellOne(room.viewTelling, Screen::View, pauseOfViews(room.members.size()));
}

Result<void> Rooms::Impl::followOthers(const RoomId& id) {
  if (!rows.database.shared() || live.count(id) == 0) return {};
  J_TRY(const auto newest, rows.newest(id));
  return followOthersTo(id, newest);
}

Result<void> Rooms::Impl::followOthersTo(const RoomId& id, std::optional<std::uint64_t> newest) {
  LiveRoom& room = *live.at(id);
  if (newest && *newest == room.state.newest) return {};
  const auto done = newest && *newest > room.state.newest
                        ? rows.catchUp(room)
                        : Result<void>(journal::Error{ErrorCode::NotFound, "room is another"});
  if (done.ok()) {
    tell(room);
    return {};
  }
  live.erase(id);
  return done.error().code == ErrorCode::NotFound ? Result<void>() : done;
}

Result<void> Rooms::Impl::followOthersEverywhere() {
  if (!rows.database.shared() || live.empty()) return {};
  J_TRY(const auto newest, rows.newestSince(nowMs() - kFollowedMs));
  Result<void> outcome;
  for (const auto& [id, number] : newest) {
    if (live.count(id) == 0) continue;
    const auto done = followOthersTo(id, number);
    if (!done.ok()) outcome = done;
  }
  return outcome;
}

Result<void> Rooms::Impl::letGo(const RoomId& id) {
  J_TRY(LiveRoom * room, find(id));
  if (room == nullptr) return {};
  PastRoom past;
  const journal::UtcTime end{milliseconds(room->state.newestMs)};
  past.day = journal::isoDate(journal::localDate(end, clock.utcOffset(end)));
  past.people = static_cast<int>(std::count_if(
      room->state.people.begin(), room->state.people.end(),
      [](const auto& one) { return one.second.standing != session::Standing::Projector; }));
  const std::int64_t until = room->finishedMs.value_or(room->state.newestMs);
  if (room->begunMs) past.minutes = static_cast<int>((until - *room->begunMs) / kMinute);
  const auto done = rows.database.transaction([&]() -> Result<void> {
    J_CHECK(rows.remove(id));
    return rows.addPast(random, past);
  });
  if (!done.ok()) return done;
  for (const Screen screen : {Screen::Log, Screen::View}) woken.insert(waitName(id, screen));
  live.erase(id);
  return {};
}

Result<void> Rooms::Impl::careForOld() {
  const std::int64_t now = nowMs();
  J_TRY(const auto over,
        rows.over(now - inMs(limits.finishedKept), now - inMs(limits.abandonedKept)));
  Result<void> outcome;
  for (const RoomId& id : over) {
    const auto done = letGo(id);
    if (!done.ok()) outcome = done;
  }
  return outcome;
}

void Rooms::Impl::forgetIdle() {
  const std::int64_t now = nowMs();
  for (auto room = live.begin(); room != live.end();) {
    const auto& members = room->second->members;
    const bool idle = std::all_of(members.begin(), members.end(), [&](const auto& one) {
      return now - std::max(one.second.heardMs.value_or(0), one.second.waitsUntilMs) >= kIdleMs;
    });
    room = idle ? live.erase(room) : std::next(room);
  }
}

Result<void> Rooms::tick() {
  Result<void> outcome;
  const auto noted = [&](const Result<void>& done) {
    if (!done.ok() && done.error().code != ErrorCode::Cancelled) outcome = done;
  };
  noted(impl_->followOthersEverywhere());
  std::vector<RoomId> ids;
  for (const auto& [id, room] : impl_->live) ids.push_back(id);
  for (const RoomId& id : ids) {
    auto room = impl_->live.find(id);
    if (room != impl_->live.end()) noted(impl_->notice(*room->second));
    room = impl_->live.find(id);
    if (room != impl_->live.end()) impl_->tellIfDue(*room->second);
  }
  if (impl_->nowMs() - impl_->caredMs >= kCareEveryMs) {
    impl_->caredMs = impl_->nowMs();
    noted(impl_->careForOld());
    impl_->forgetIdle();
  }
  return outcome;
}

}  // namespace syncing::hub
