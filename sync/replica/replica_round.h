#pragma once

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "sync/replica/replica.h"

// Inside the replica only.

namespace syncing {

/// Asked for at once.
inline constexpr std::size_t kPullBytes = 4 * 1024 * 1024;

/// One exchange.
struct Replica::Round {
  Keyring& keyring;
  DeviceList list;
  wire::Standing standing;
  Cursor cursor;
  SyncOutcome outcome;
  std::stop_token stop;
  const Progress& progress;
  std::optional<std::uint64_t> firstGap =
      {};  ///< number of a run whose entries follow others that are not here
  bool isNewPlace =
      false;  ///< nothing was ever exchanged with it: it cannot have forgotten anything
  bool keyMissing = false;  ///< a run cannot be read yet
  bool isCopy = false;      ///< entries of this device are there that are not here, or not the same
  std::map<wire::DeviceId, std::uint64_t> held = {};  ///< what the other side said it holds
  std::uint64_t expected = 0;  ///< entries to be exchanged, as far as is known

  void report() const {
    const std::uint64_t done = outcome.received + outcome.sent;
    if (progress) progress(done, std::max(done, expected));
  }

  journal::Result<void> checkStop() const {
    if (!stop.stop_requested()) return {};
    return journal::Error{journal::ErrorCode::Cancelled, "asked to stop"};
  }
};

}  // namespace syncing
