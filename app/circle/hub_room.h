#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "app/circle/room_book.h"
#include "app/model/circle_ports.h"
#include "journal/base/random.h"
#include "journal/base/result.h"
#include "journal/base/time.h"
#include "sync/room/room_client.h"

namespace app::circle {

/// What a room in the window needs of the world.
struct RoomNeeds {
  std::filesystem::path hubFolder;  ///< of rooms that this laptop holds
  std::filesystem::path page;       ///< what phones are shown
  const journal::Clock& clock;      ///< any thread, as `random`
  journal::Random& random;
  std::function<void()> wake;  ///< poll() has something; any thread

  /// The service's hub, when the journal is one of its: where it is, and how a room is opened
  /// there, signed by this device. Called on the room's own thread. Empty: there is none.
  std::function<std::optional<syncing::room::RoomPlace>()> serviceHub = {};
  std::function<journal::Result<syncing::wire::session::Member>(const syncing::wire::RoomOpening&)>
      openAtService = {};
  /// Where the open journal keeps a room that was not left. Called on the room's own thread. Empty:
  /// nobody can come back after the program ended.
  std::function<journal::Result<std::shared_ptr<Shelf>>()> shelf = {};
};

/// The room of a session over HTTPS: at the service's hub ("hub") or on this laptop ("here"). What
/// takes time happens on a thread of its own. The references of `needs` must outlive it.
std::unique_ptr<model::CircleRoom> hubRoom(RoomNeeds needs);

}  // namespace app::circle
