#pragma once

#include <map>
#include <optional>
#include <string>

#include "sync/replica/known_devices.h"

namespace app {

/// What people call the devices of a journal, as far as this one can read it.
class DeviceNames {
 public:
  static DeviceNames of(syncing::SyncPort& port);
  /// nullopt for one whose name cannot be read (yet).
  std::optional<std::string> of(journal::DeviceId device) const;

 private:
  std::map<journal::DeviceId, std::string> known_;
};

/// Says, here, that a device is none of the journal's any more; the other devices hear of it when
/// this one next synchronises. Conflict, with advice, when it is this device itself; else as
/// syncing::removeDevice.
journal::Result<void> removeFromJournal(const syncing::OwnJournal& own, journal::DeviceId device);

}  // namespace app
