#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

// Many screens of rooms in one thread, as phones and laptops are to a hub: each a connection of its
// own over TLS that waits for news, and one for each room that sends.

namespace bench {

struct RoomToWatch {
  std::string room;                        ///< its id in hex
  std::vector<std::string> authorization;  ///< of members from 1 on; every second shows a view
  std::uint64_t newest = 0;                ///< number of the last event
};

struct Watched {
  std::vector<double> screenSeconds;  ///< from sending an event until a screen has it
  std::vector<double> eventSeconds;   ///< until the last screen of its room has it
  std::vector<double> sendSeconds;    ///< until whoever sent it has its number
  std::vector<double> pingSeconds;    ///< of a request of somebody else, meanwhile
  std::uint64_t bytes = 0;            ///< received
};

/// Connects every screen, then lets each room have `events` events, `pause` seconds apart, the
/// rooms out of step; done when every screen has everything.
Watched watchRooms(std::uint16_t port, std::vector<RoomToWatch> rooms, int events, double pause);

}  // namespace bench
