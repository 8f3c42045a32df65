#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/model/device_door.h"
#include "app/model/devices_model.h"
#include "app/model/tasks.h"

// Synchronising as people read it. Pure.

namespace app::model {

/// What is true of a journal's words elsewhere, now.
struct SyncFacts {
  bool shared = false;   ///< synchronised with anything at all
  bool unsent = false;   ///< something was changed here that nobody said they hold
  bool removed = false;  ///< this device is none of the journal's any more
  bool odd = false;      ///< there is a remark on the Devices page
  bool running = false;
  WorkProgress progress = {};                   ///< while it runs
  std::optional<journal::UtcTime> synced = {};  ///< last
};

/// For the foot of the sidebar. Never "Synced" while something is unsent. Empty: not shared.
std::string syncStatus(const SyncFacts& facts, journal::UtcTime now, std::chrono::minutes offset);
/// The same in one sentence, for the Devices page.
std::string syncSentence(const SyncFacts& facts, journal::UtcTime now, std::chrono::minutes offset);
/// "16:05", "yesterday 16:05", "20 January 16:05"
std::string whenWords(journal::UtcTime at, journal::UtcTime now, std::chrono::minutes offset);
/// "1,200"
std::string thousands(std::uint64_t number);
/// "1,200 of 8,000 changes"
std::string progressWords(const WorkProgress& progress);

DeviceLine deviceLine(const DeviceRow& device, journal::UtcTime now, std::chrono::minutes offset);
PlaceLine placeLine(const SyncPlace& place, journal::UtcTime now, std::chrono::minutes offset);
/// What a removal costs: asked once, before it is done.
std::string removalWords(const DeviceRow& device, journal::UtcTime now);
std::string newDeviceWords(const DeviceRow& device, std::chrono::minutes offset);

}  // namespace app::model
