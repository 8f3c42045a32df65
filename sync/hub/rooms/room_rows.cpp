#include "sync/hub/rooms/room_rows.h"

#include <algorithm>

#include "sync/hub/core_impl.h"

namespace syncing::hub {

using journal::Error;
using journal::ErrorCode;
using journal::Result;

Result<storage::Statement> RoomRows::prepare(std::string_view sql) const {
  J_TRY(auto statement, database.prepare(sql));
  statement.bindBytes(":service", blob(service));
  return statement;
}

Result<storage::Statement> RoomRows::prepare(std::string_view sql, const wire::RoomId& id) const {
  J_TRY(auto statement, prepare(sql));
  statement.bindBytes(":room", blob(id));
  return statement;
}

Result<std::unique_ptr<LiveRoom>> RoomRows::load(const wire::RoomId& id) const {
  J_TRY(auto select, prepare(R"sql(
    SELECT host, plan, opened_ms
    FROM room
    WHERE service_id = :service AND room_id = :room)sql",
                             id));
  J_TRY(const bool there, select.step());
  if (!there) return std::unique_ptr<LiveRoom>();
  J_TRY(const session::Plan plan, wire::readPlan(select.text(1)));
  auto room = std::make_unique<LiveRoom>();
  room->id = id;
  room->host = idAt<wire::AccountId>(select, 0);
  room->openedMs = select.integer(2);
  J_TRY(room->state, session::open(plan));
  J_CHECK(catchUp(*room));
  return room;
}

Result<void> RoomRows::catchUp(LiveRoom& room) const {
  J_TRY(auto select, prepare(R"sql(
    SELECT event
    FROM room_event
    WHERE service_id = :service AND room_id = :room AND number > :after
    ORDER BY number)sql",
                             room.id));
  select.bind(":after", static_cast<std::int64_t>(room.state.newest));
  while (true) {
    J_TRY(const bool more, select.step());
    if (!more) break;
    std::string json = select.text(0);
    const auto event = wire::readEvent(json);
    const auto taken = event.ok() ? room.take(*event, std::move(json)) : event.error();
    if (!taken.ok()) return Error{ErrorCode::Corrupt, "log of a room: " + taken.error().detail};
  }
  J_CHECK(loadMembers(room));
  return loadBox(room);
}

Result<void> RoomRows::loadMembers(LiveRoom& room) const {
  J_TRY(auto select, prepare(R"sql(
    SELECT member, token_hash
    FROM room_member
    WHERE service_id = :service AND room_id = :room)sql",
                             room.id));
  while (true) {
    J_TRY(const bool more, select.step());
    if (!more) return {};
    room.members[static_cast<session::Member>(select.integer(0))].token = arrayAt<32>(select, 1);
  }
}

Result<void> RoomRows::loadBox(LiveRoom& room) const {
  if (room.state.box.empty()) return {};
  J_TRY(auto select, prepare(R"sql(
    SELECT member, bytes
    FROM room_slot
    WHERE service_id = :service AND room_id = :room)sql",
                             room.id));
  while (true) {
    J_TRY(const bool more, select.step());
    if (!more) return {};
    const auto box = room.state.box.find(static_cast<session::Member>(select.integer(0)));
    if (box == room.state.box.end()) continue;
    box->second.clear();
    const std::string bytes = select.bytes(1);
    for (std::size_t at = 0; at < bytes.size(); at += session::kSlotBytes)
      box->second.push_back(bytes.substr(at, session::kSlotBytes));
  }
}

Result<std::optional<std::uint64_t>> RoomRows::newest(const wire::RoomId& id) const {
  J_TRY(auto select,
        prepare("SELECT newest FROM room WHERE service_id = :service AND room_id = :room", id));
  J_TRY(const bool there, select.step());
  if (!there) return std::optional<std::uint64_t>();
  return std::optional(static_cast<std::uint64_t>(select.integer(0)));
}

Result<std::vector<std::pair<wire::RoomId, std::uint64_t>>> RoomRows::newestSince(
    std::int64_t sinceMs) const {
  J_TRY(auto select, prepare(R"sql(
    SELECT room_id, newest
    FROM room
    WHERE service_id = :service AND newest_ms >= :since)sql"));
  select.bind(":since", sinceMs);
  std::vector<std::pair<wire::RoomId, std::uint64_t>> all;
  while (true) {
    J_TRY(const bool more, select.step());
    if (!more) return all;
    all.emplace_back(idAt<wire::RoomId>(select, 0), static_cast<std::uint64_t>(select.integer(1)));
  }
}

Result<void> RoomRows::add(const LiveRoom& room) const {
  J_TRY(auto insert, prepare(R"sql(
    INSERT INTO room (service_id, room_id, host, plan, opened_ms, newest, newest_ms)
    VALUES (:service, :room, :host, :plan, :opened, 0, :opened))sql",
                             room.id));
  insert.bindBytes(":host", blob(room.host)).bind(":plan", wire::toJson(room.state.plan));
  return insert.bind(":opened", room.openedMs).run();
}

Result<void> RoomRows::addMember(const wire::RoomId& id, session::Member member,
                                 const TokenHash& token) const {
  J_TRY(auto insert, prepare(R"sql(
    INSERT INTO room_member (service_id, room_id, member, token_hash)
    VALUES (:service, :room, :member, :token))sql",
                             id));
  return insert.bind(":member", member).bindBytes(":token", blob(token)).run();
}

Result<void> RoomRows::addEvents(const LiveRoom& room, std::size_t count) const {
  const std::size_t before = room.log.size() - count;
  J_TRY(auto update, prepare(R"sql(
    UPDATE room
    SET newest = :newest, newest_ms = :at, finished_ms = :finished
    WHERE service_id = :service AND room_id = :room AND newest = :before
    RETURNING newest)sql",
                             room.id));
  update.bind(":newest", static_cast<std::int64_t>(room.log.size()))
      .bind(":before", static_cast<std::int64_t>(before))
      .bind(":at", room.state.newestMs);
  if (room.finishedMs) {
    update.bind(":finished", *room.finishedMs);
  } else {
    update.bindNull(":finished");
  }
  J_TRY(const bool updated, update.step());
  if (!updated) return Error{ErrorCode::Cancelled, "another hub was first"};
  J_TRY(auto insert, prepare(R"sql(
    INSERT INTO room_event (service_id, room_id, number, event)
    VALUES (:service, :room, :number, :event))sql",
                             room.id));
  for (std::size_t at = before; at < room.log.size(); ++at) {
    insert.bindBytes(":service", blob(service)).bindBytes(":room", blob(room.id));
    J_CHECK(insert.bind(":number", static_cast<std::int64_t>(at + 1))
                .bind(":event", room.log[at])
                .run());
  }
  return {};
}

Result<void> RoomRows::putSlots(const wire::RoomId& id, session::Member member,
                                const std::vector<std::string>& slots) const {
  std::string bytes;
  for (const std::string& slot : slots) bytes += slot;
  J_TRY(auto put, prepare(R"sql(
    INSERT INTO room_slot (service_id, room_id, member, bytes)
    VALUES (:service, :room, :member, :bytes)
    ON CONFLICT (service_id, room_id, member) DO UPDATE SET bytes = excluded.bytes)sql",
                          id));
  return put.bind(":member", member).bindBytes(":bytes", bytes).run();
}

Result<void> RoomRows::emptyBox(const wire::RoomId& id) const {
  J_TRY(auto empty,
        prepare("DELETE FROM room_slot WHERE service_id = :service AND room_id = :room", id));
  return empty.run();
}

Result<void> RoomRows::remove(const wire::RoomId& id) const {
  J_CHECK(emptyBox(id));
  for (const char* sql : {"DELETE FROM room_event WHERE service_id = :service AND room_id = :room",
                          "DELETE FROM room_member WHERE service_id = :service AND room_id = :room",
                          "DELETE FROM room WHERE service_id = :service AND room_id = :room"}) {
    J_TRY(auto remove, prepare(sql, id));
    J_CHECK(remove.run());
  }
  return {};
}

Result<void> RoomRows::addPast(journal::Random& random, const PastRoom& past) const {
  J_TRY(auto insert, prepare(R"sql(
    INSERT INTO room_past (service_id, past_id, day, people, minutes)
    VALUES (:service, :id, :day, :people, :minutes))sql"));
  // An id of its own: the room's would say which words had opened it.
  insert.bindBytes(":id", blob(wire::RoomId::random(random))).bind(":day", past.day);
  return insert.bind(":people", past.people).bind(":minutes", past.minutes).run();
}

Result<int> RoomRows::unfinishedOf(const wire::AccountId& host) const {
  J_TRY(auto select, prepare(R"sql(
    SELECT count(*)
    FROM room
    WHERE service_id = :service AND host = :host AND finished_ms IS NULL)sql"));
  select.bindBytes(":host", blob(host));
  J_CHECK(select.step());
  return static_cast<int>(select.integer(0));
}

Result<std::vector<wire::RoomId>> RoomRows::idsOf(storage::Statement select) const {
  std::vector<wire::RoomId> ids;
  while (true) {
    J_TRY(const bool more, select.step());
    if (!more) return ids;
    ids.push_back(idAt<wire::RoomId>(select, 0));
  }
}

Result<std::vector<wire::RoomId>> RoomRows::inUseSince(std::int64_t sinceMs) const {
  J_TRY(auto select, prepare(R"sql(
    SELECT room_id
    FROM room
    WHERE service_id = :service AND finished_ms IS NULL AND newest_ms >= :since)sql"));
  select.bind(":since", sinceMs);
  return idsOf(std::move(select));
}

Result<std::vector<wire::RoomId>> RoomRows::over(std::int64_t finishedBeforeMs,
                                                 std::int64_t newestBeforeMs) const {
  J_TRY(auto select, prepare(R"sql(
    SELECT room_id
    FROM room
    WHERE service_id = :service
      AND (finished_ms <= :finished OR (finished_ms IS NULL AND newest_ms <= :newest)))sql"));
  select.bind(":finished", finishedBeforeMs).bind(":newest", newestBeforeMs);
  return idsOf(std::move(select));
}

}  // namespace syncing::hub
