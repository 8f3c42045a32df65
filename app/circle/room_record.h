#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "app/model/circle_ports.h"
#include "journal/base/result.h"
#include "sync/room/room_client.h"

namespace app::circle {

/// All that is needed to come back into a room as the same member, with what was in hand. Whoever
/// has it is that member: it is kept in the journal's vault and nowhere else.
struct RoomRecord {
  syncing::room::RoomPlace place;
  std::string address;  ///< for a phone: "https://192.168.1.24:7420/circle"
  std::string code;
  syncing::room::RoomSelf self;
  bool heldHere = false;  ///< the room is this laptop's own
  std::int64_t keptMs = 0;
  std::string title;
  syncing::room::RoomMemory memory;
  model::CircleNotes notes;
};

std::string encode(const RoomRecord& record);
/// Corrupt when it is nothing that encode() wrote.
journal::Result<RoomRecord> readRoomRecord(std::string_view bytes);

}  // namespace app::circle
