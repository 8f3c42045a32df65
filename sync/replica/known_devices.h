#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "journal/base/random.h"
#include "journal/base/time.h"
#include "sync/replica/device_list.h"
#include "sync/replica/device_statements.h"
#include "sync/replica/replica_state.h"

namespace syncing {

/// The journal on this device, and what changing its list of devices needs. The references must
/// outlive it.
struct OwnJournal {
  SyncPort& port;
  const journal::Clock& clock;
  journal::Random& random;  ///< the operating system's outside tests

  std::int64_t nowMs() const { return clock.now().time_since_epoch().count(); }
};

/// The devices of a journal as this one knows them, with the keys that open their names. Moves
/// only.
struct KnownDevices {
  Keyring keyring;
  DeviceList list;
  std::vector<wire::DeviceStatement> statements;

  /// NotFound, with advice, for a journal that is on one device only.
  static journal::Result<KnownDevices> of(SyncPort& port);
  /// nullopt for one whose name cannot be read (yet).
  std::optional<std::string> nameOf(wire::DeviceId device) const;

  /// Adds what `make` states as this device. Errors of `make`, which change nothing.
  using Make = std::function<journal::Result<wire::DeviceStatement>(const Maker&)>;
  journal::Result<void> state(const OwnJournal& own, const Make& make);
  /// What was stated lasts from now on; the other sides hear of it when they are next synchronised
  /// with.
  journal::Result<void> keep(SyncPort& port) const;
};

}  // namespace syncing
