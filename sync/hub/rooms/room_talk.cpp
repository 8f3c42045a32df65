// What those in a room ask and send.
#include <algorithm>

#include "sync/hub/rooms/rooms_impl.h"

namespace syncing::hub {

using journal::Error;
using journal::ErrorCode;
using journal::Result;
using session::Event;
using session::EventKind;

namespace {

/// "Not of this room" and "no such room" are for those who are not in it: what the state machine
/// refuses to somebody who is, is not now, or not theirs.
Error toAMember(Error error) {
  if (error.code == ErrorCode::Locked || error.code == ErrorCode::NotFound)
    error.code = ErrorCode::Conflict;
  return error;
}

Error tooMuch() {
  return refusedSaying(ErrorCode::Network, "too many events",
                       "That was too much at once. It is sent again in a moment.");
}

std::size_t bytesOfEvent(const Event& event) {
  std::size_t bytes = event.sealed.size();
  for (const std::string& slot : event.slots) bytes += slot.size();
  return bytes;
}

bool opens(const std::string& secret, const session::CardId& card) {
  const auto digest = journal::crypto::sha256(journal::crypto::bytesOf(secret));
  return std::equal(card.bytes().begin(), card.bytes().end(), digest.begin());
}

}  // namespace

Result<bool> Rooms::hasNewer(const RoomAsker& asker, std::uint64_t after, bool again) {
  return withOthers([&]() -> Result<bool> {
    J_TRY(const Seat seat, impl_->seatOf(asker));
    if (!again && seat.here->looks.exceeds(impl_->limits.looksAMinute, impl_->nowMs()))
      return tooMuch();
    J_CHECK(impl_->hear(*seat.room, asker.member));
    return seat.room->state.newest > after;
  });
}

void Rooms::beginWait(const RoomAsker& asker, std::int64_t untilMs) {
  const auto room = impl_->live.find(asker.room);
  if (room == impl_->live.end()) return;
  const auto here = room->second->members.find(asker.member);
  if (here == room->second->members.end()) return;
  ++here->second.waits;
  here->second.waitsUntilMs = std::max(here->second.waitsUntilMs, untilMs);
}

void Rooms::endWait(const RoomAsker& asker) {
  const auto room = impl_->live.find(asker.room);
  if (room == impl_->live.end()) return;
  const auto here = room->second->members.find(asker.member);
  if (here == room->second->members.end() || here->second.waits == 0) return;
  --here->second.waits;
  here->second.heardMs = impl_->nowMs();
}

Result<std::string> Rooms::log(const RoomAsker& asker, std::uint64_t after) {
  J_TRY(const Seat seat, impl_->seatOf(asker));
  const std::vector<std::string>& log = seat.room->log;
  const std::size_t from = std::min<std::size_t>(after, log.size());
  std::size_t to = from;
  for (std::size_t bytes = 0; to < log.size(); ++to) {
    bytes += log[to].size();
    if (to > from && bytes > impl_->limits.bytesAnAnswer) break;
  }
  return wire::logJson(impl_->nowMs(), std::span(log).subspan(from, to - from));
}

Result<std::string> Rooms::view(const RoomAsker& asker) {
  J_TRY(const Seat seat, impl_->seatOf(asker));
  const session::Session& state = seat.room->state;
  const std::int64_t now = impl_->nowMs();
  return seat.room->views.write({now, state.newest, session::visibleTo(asker.member, state, now)});
}

Result<std::uint64_t> Rooms::send(const RoomAsker& asker, Event event) {
  return withOthers([&]() -> Result<std::uint64_t> {
    J_CHECK(impl_->followOthers(asker.room));
    J_TRY(const Seat seat, impl_->seatOf(asker));
    LiveRoom& room = *seat.room;
    if (seat.here->events.exceeds(impl_->limits.eventsAMinute, impl_->nowMs())) return tooMuch();
    J_CHECK(impl_->hear(room, asker.member));
    if (const auto sent = room.numbers.find(event.id); sent != room.numbers.end())
      return sent->second;
    if (room.bytes() + bytesOfEvent(event) > impl_->limits.bytesARoom)
      return refusedSaying(ErrorCode::Conflict, "room is full",
                           "This session has no room for more. Your words are still here.");
    event.by = asker.member;
    auto admitted = session::admit(room.state, event);
    if (!admitted.ok()) return toAMember(admitted.error());
    J_CHECK(impl_->commit(room, {std::move(*admitted)}));
    return room.state.newest;
  });
}

Result<std::uint64_t> Rooms::recall(const RoomAsker& asker, const wire::Recall& recall) {
  return withOthers([&]() -> Result<std::uint64_t> {
    J_CHECK(impl_->followOthers(asker.room));
    J_TRY(const Seat seat, impl_->seatOf(asker));
    LiveRoom& room = *seat.room;
    if (seat.here->events.exceeds(impl_->limits.eventsAMinute, impl_->nowMs())) return tooMuch();
    J_CHECK(impl_->hear(room, asker.member));
    if (const auto sent = room.numbers.find(recall.id); sent != room.numbers.end())
      return sent->second;
    if (recall.id.isNil())
      return refusedSaying(ErrorCode::InvalidInput, "no id", "That cannot be read.");
    if (!opens(recall.secret, recall.card))
      return refusedSaying(ErrorCode::Conflict, "secret", "Only its author can take it back.");
    Event event;
    event.id = recall.id;
    event.kind = EventKind::Recalled;
    event.card = recall.card;
    const auto done = impl_->commit(room, {event});
    if (!done.ok()) return toAMember(done.error());
    return room.state.newest;
  });
}

}  // namespace syncing::hub
