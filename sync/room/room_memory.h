#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "journal/base/result.h"
#include "journal/domain/session/event.h"

namespace syncing::room {

namespace session = journal::session;

/// What waits to be sent: an event, or a card that its anonymous author takes back.
struct Outgoing {
  session::Event event;
  std::string words;   ///< what was to be shared, unsealed; "" when there were none
  std::string secret;  ///< not "": a recall of event.card
  friend bool operator==(const Outgoing&, const Outgoing&) = default;
};

/// What somebody in a room has that nobody else has: kept by their own device, sealed, so that they
/// come back as they went. The hub has all the rest.
struct RoomMemory {
  std::vector<Outgoing> waiting;                   ///< in the order in which it is sent
  std::map<session::CardId, std::string> secrets;  ///< of own cards without a name
  std::map<session::CardId, int> dots;             ///< as handed in
  int dotsRound = -1;
  friend bool operator==(const RoomMemory&, const RoomMemory&) = default;
};

std::string encode(const RoomMemory& memory);
/// Corrupt when it is nothing that encode() wrote.
journal::Result<RoomMemory> readRoomMemory(std::string_view bytes);

}  // namespace syncing::room
