#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "journal/base/random.h"
#include "sync/hub/rooms/live_room.h"
#include "sync/storage/database.h"

// Private to this folder: rooms in the store (schema.cpp). What writes is called inside a
// transaction.

namespace syncing::hub {

/// Of a room that is over.
struct PastRoom {
  std::string day;  ///< "2026-11-27"
  int people = 0;
  int minutes = 0;
};

struct RoomRows {
  storage::Database& database;
  wire::ServiceId service;

  /// Null when there is none. Members, log and box as they are stored.
  journal::Result<std::unique_ptr<LiveRoom>> load(const wire::RoomId& id) const;
  /// What came since, by another hub of the same store. NotFound when the room is gone.
  journal::Result<void> catchUp(LiveRoom& room) const;
  /// Number of the newest event; nullopt when there is no such room.
  journal::Result<std::optional<std::uint64_t>> newest(const wire::RoomId& id) const;
  /// The same of every room with an event since.
  journal::Result<std::vector<std::pair<wire::RoomId, std::uint64_t>>> newestSince(
      std::int64_t sinceMs) const;

  journal::Result<void> add(const LiveRoom& room) const;
  journal::Result<void> addMember(const wire::RoomId& id, session::Member member,
                                  const TokenHash& token) const;
  /// The last `count` events of the room's log. Cancelled when
  /// another hub has put something there meanwhile.
  journal::Result<void> addEvents(const LiveRoom& room, std::size_t count) const;
  journal::Result<void> putSlots(const wire::RoomId& id, session::Member member,
                                 const std::vector<std::string>& slots) const;
  journal::Result<void> emptyBox(const wire::RoomId& id) const;
  journal::Result<void> remove(const wire::RoomId& id) const;
  journal::Result<void> addPast(journal::Random& random, const PastRoom& past) const;

  journal::Result<int> unfinishedOf(const wire::AccountId& host) const;
  /// Not finished, and something happened since.
  journal::Result<std::vector<wire::RoomId>> inUseSince(std::int64_t sinceMs) const;
  /// Finished, or with no event, so long ago.
  journal::Result<std::vector<wire::RoomId>> over(std::int64_t finishedBeforeMs,
                                                  std::int64_t newestBeforeMs) const;

 private:
  journal::Result<storage::Statement> prepare(std::string_view sql) const;
  journal::Result<storage::Statement> prepare(std::string_view sql, const wire::RoomId& id) const;
  journal::Result<void> loadMembers(LiveRoom& room) const;
  journal::Result<void> loadBox(LiveRoom& room) const;
  journal::Result<std::vector<wire::RoomId>> idsOf(storage::Statement select) const;
};

}  // namespace syncing::hub
