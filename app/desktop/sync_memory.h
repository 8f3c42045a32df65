#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>

#include "journal/base/time.h"
#include "journal/service/sync_port.h"

// What the window remembers of synchronising, in the vault: lines of plain numbers.

namespace app::desktop {

/// The last time that a place took everything it was given.
///   last-sync := "<ms> <device> <own entries held>"
struct LastSync {
  journal::UtcTime at{};
  journal::DeviceId device;   ///< that this one was then
  std::uint64_t ownHeld = 0;  ///< of its entries, by the place's word
};
/// nullopt when there was none. What does not read as one is none: it is asked again soon.
journal::Result<std::optional<LastSync>> lastSync(journal::service::SyncPort& port, bool ofFolder);
journal::Result<void> noteSync(journal::service::SyncPort& port, bool ofFolder,
                               const LastSync& sync);

/// When something of a device last came, by this clock.
///   heard := n*("<device> <newest entry> <ms>\n")
struct Heard {
  std::uint64_t seq = 0;
  journal::UtcTime at{};
};
journal::Result<std::map<journal::DeviceId, Heard>> heardFrom(journal::service::SyncPort& port);
/// Notes every other device of which there is more than before.
journal::Result<void> noteHeard(journal::service::SyncPort& port, journal::UtcTime now);

/// New devices that the person said they know of, on this one.
///   seen := n*("<device>\n")
journal::Result<std::set<journal::DeviceId>> seenDevices(journal::service::SyncPort& port);
journal::Result<void> noteSeen(journal::service::SyncPort& port, journal::DeviceId device);

}  // namespace app::desktop
