// Opening a room, and coming into one.
#include "sync/hub/rooms/rooms_impl.h"

namespace syncing::hub {

using journal::ErrorCode;
using journal::Result;
using session::EventKind;
using session::Member;

namespace {

Result<TokenHash> checkedToken(const wire::Joining& joining) {
  if (joining.token.size() != wire::kTokenBytes)
    return refusedSaying(ErrorCode::InvalidInput, "token size", "That cannot be read.");
  if (joining.sealedName.empty())
    return refusedSaying(ErrorCode::InvalidInput, "no name", "Please say what you are called.");
  return hashOfToken(joining.token);
}

/// What the state machine would not have is told to a stranger as "not now".
journal::Error atTheDoor(journal::Error error) {
  if (error.code == ErrorCode::Locked) error.code = ErrorCode::Conflict;
  return error;
}

}  // namespace

Result<Member> Rooms::openRoom(const wire::AccountId& host, const wire::RoomOpening& opening) {
  J_TRY(const TokenHash token, checkedToken(opening.facilitator));
  J_TRY(LiveRoom * there, impl_->find(opening.room));
  if (there != nullptr) {
    if (there->memberWith(token) == 1) return Member{1};
    return refusedSaying(ErrorCode::Conflict, "room is taken",
                         "There is a session with these words already. Please take others.");
  }
  if (!host.isNil()) {
    J_TRY(const int open, impl_->rows.unfinishedOf(host));
    if (open >= impl_->limits.roomsOfAHost)
      return refusedSaying(ErrorCode::Network, "rooms of a host",
                           "You have too many sessions open. Finish one that is over first.");
  }
  auto room = std::make_unique<LiveRoom>();
  room->id = opening.room;
  room->host = host;
  room->openedMs = impl_->nowMs();
  J_TRY(room->state, session::open(opening.plan));
  LiveRoom& kept = *impl_->live.emplace(opening.room, std::move(room)).first->second;
  wire::Joining first = opening.facilitator;
  first.standing = session::Standing::Facilitator;
  const auto member = impl_->comeIn(kept, first, token);
  if (!member.ok()) impl_->live.erase(opening.room);
  return member;
}

Result<wire::Door> Rooms::door(const RoomId& id, const std::string& address) {
  J_TRY(const LiveRoom* room, impl_->findForStranger(id, address));
  return wire::Door{room->state.phase, room->state.doorOpen, room->state.plan, room->people()};
}

Result<Member> Rooms::join(const RoomId& id, const wire::Joining& joining,
                           const std::string& address) {
  J_TRY(const TokenHash token, checkedToken(joining));
  if (joining.standing == session::Standing::Facilitator ||
      joining.standing == session::Standing::CoFacilitator)
    return refusedSaying(ErrorCode::InvalidInput, "standing", "Nobody comes in as a facilitator.");
  return withOthers([&]() -> Result<Member> {
    J_TRY(LiveRoom * room, impl_->findForStranger(id, address));
    if (const Member known = room->memberWith(token); known != 0) {
      J_CHECK(impl_->comeBack(*room, joining, known));
      return known;
    }
    if (impl_->joins.exceeded(address, impl_->nowMs()))
      return refusedSaying(ErrorCode::Network, "joins",
                           "Too many people came in from your network within the hour.");
    J_TRY(const Member member, impl_->comeIn(*room, joining, token));
    impl_->joins.count(address, impl_->nowMs());
    return member;
  });
}

Result<Member> Rooms::Impl::comeIn(LiveRoom& room, const wire::Joining& joining,
                                   const TokenHash& token) {
  const bool first = room.state.people.empty();
  const auto member = static_cast<Member>(room.state.people.size() + 1);
  session::Event joined = ownEvent(EventKind::Joined, member);
  joined.standing = joining.standing;
  joined.device = joining.device;
  joined.sealed = joining.sealedName;
  const auto addRoom = [&] { return rows.add(room); };
  const auto done = commit(
      room, {joined}, [&] { return rows.addMember(room.id, member, token); },
      first ? Write(addRoom) : Write());
  if (!done.ok()) return atTheDoor(done.error());
  MemberHere& here = room.members[member];
  here.token = token;
  here.heardMs = nowMs();
  return member;
}

Result<void> Rooms::Impl::comeBack(LiveRoom& room, const wire::Joining& joining, Member member) {
  const session::Person& person = room.state.people.at(member);
  if (!person.gone) return hear(room, member);
  if (person.putOut)
    return refusedSaying(ErrorCode::Conflict, "put out",
                         "The facilitator has taken you out of this session.");
  session::Event joined = ownEvent(EventKind::Joined, member);
  joined.standing = person.standing;
  joined.device = joining.device;
  joined.sealed = joining.sealedName;
  const auto done = commit(room, {joined});
  if (!done.ok()) return atTheDoor(done.error());
  return hear(room, member);
}

}  // namespace syncing::hub
