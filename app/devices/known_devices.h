#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "journal/base/random.h"
#include "journal/base/time.h"
#include "sync/replica/device_list.h"
#include "sync/replica/replica_state.h"

namespace app {

/// The devices of a journal as this one knows them, with the keys that open their names. Moves
/// only.
struct KnownDevices {
  syncing::Keyring keyring;
  syncing::DeviceList list;
  std::vector<syncing::wire::DeviceStatement> statements;

  /// NotFound, with advice, for a journal that is on one device only.
  static journal::Result<KnownDevices> of(syncing::SyncPort& port);
  /// nullopt for one whose name cannot be read (yet).
  std::optional<std::string> nameOf(journal::DeviceId device) const;
};

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
journal::Result<void> removeFromJournal(syncing::SyncPort& port, journal::DeviceId device,
                                        const journal::Clock& clock, journal::Random& random);

}  // namespace app
