#pragma once

#include "sync/hub/core.h"
#include "sync/hub/desk.h"
#include "sync/hub/rooms/rooms.h"
#include "sync/hub/routes.h"

// Private to this folder: the desk's part for rooms.

namespace syncing::hub {

/// Answers what is asked of rooms (sync/wire/room_messages.h), in JSON. What is not done is said in
/// a sentence: 400, 401 (not of this room), 403 (may not open one), 404, 409, 429, 503. Questions
/// for news wait (Response::wait). One thread, the store's.
class RoomDesk {
 public:
  RoomDesk(HubCore& core, Rooms& rooms) : core_(core), rooms_(rooms) {}

  /// `caller` counts for opening alone.
  Response answer(const Asked& asked, const Request& request, const Caller& caller);

 private:
  Response look(const Asked& asked, const Request& request, Rooms::Screen screen);
  journal::Result<std::string> open(const Request& request, const Caller& caller);
  journal::Result<std::string> door(const Asked& asked, const Request& request);
  journal::Result<std::string> join(const Asked& asked, const Request& request);
  journal::Result<std::string> event(const Asked& asked, const Request& request);
  journal::Result<std::string> recall(const Asked& asked, const Request& request);

  HubCore& core_;
  Rooms& rooms_;
};

}  // namespace syncing::hub
