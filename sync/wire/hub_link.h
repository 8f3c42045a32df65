#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "journal/base/result.h"
#include "sync/wire/device_statement.h"
#include "sync/wire/segment.h"

namespace syncing::wire {

/// A segment with its number in the order in which the other side committed it.
struct Numbered {
  std::uint64_t number = 0;
  Segment segment;
};

struct Pushed {
  /// What the other side now holds of the author's log, whether or not anything was new. When
  /// `head.seq` is less than what was sent, the rest did not fit: send again from there.
  Head head;
  /// The other side holds another entry under the same number: the vault was copied (security.md
  /// 3.3). Nothing was taken.
  bool forked = false;
};

struct Pulled {
  std::vector<Numbered> segments;  ///< ascending
  std::uint64_t next = 0;          ///< ask after this next time
  bool more = false;
  HubEpoch epoch;
};

/// What stands at the other side, before anything is exchanged.
struct Standing {
  HubEpoch epoch;
  std::uint64_t newest = 0;  ///< number of the newest segment
  std::vector<Head> heads;   ///< by device id
  std::int64_t nowMs = 0;    ///< the other side's clock; 0 when it has none
};

/// The other side of synchronising: a hub over HTTPS, a hub in this process, or a folder. One
/// vault, one device that asks. Calls block; network thread only (tests: any one thread). Errors:
/// Network (not reached, or it broke off: nothing is known of what was taken; ask again), Locked
/// (it does not know this device, or no longer), InvalidInput (it refused what was sent), Conflict,
/// Corrupt (it answered nonsense), TooNew (it needs a newer Afternote).
class HubLink {
 public:
  virtual ~HubLink() = default;

  virtual journal::Result<Standing> standing() = 0;
  /// Segments of one author, in order, each continuing the one before. Acknowledged only once
  /// durable. Sending again what is there already changes nothing.
  virtual journal::Result<Pushed> push(const std::vector<Segment>& segments) = 0;
  /// A segment that stands for one already there (same author, numbers and marks) from which erased
  /// entries are left out. The old bytes are destroyed; the new ones get a new number.
  virtual journal::Result<void> replace(const Segment& segment) = 0;
  /// Those after `after`, oldest first, about `bytes` at most but at least one.
  virtual journal::Result<Pulled> pull(std::uint64_t after, std::size_t bytes) = 0;

  /// The device list, every statement, in the order of arrival.
  virtual journal::Result<std::vector<DeviceStatement>> statements() = 0;
  /// Adds one; there already: nothing changes.
  virtual journal::Result<void> state(const DeviceStatement& statement) = 0;

  /// For a device that the other side does not know, because it was put back from a copy that is
  /// older than the device: the statements since, down to the one that adds it, each by a device
  /// that it does know. They prove themselves; nothing else is believed of somebody unknown. Locked
  /// when one is by nobody it knows; a side that knows nobody by name has no need of it.
  virtual journal::Result<void> introduce(const DeviceStatement& statement) {
    return state(statement);
  }

  /// Letters between a device and one that is being added. `slot` 0: from the new device, 1: the
  /// answer. A mailbox lasts ten minutes and each slot is written once (Conflict).
  virtual journal::Result<void> leaveLetter(const MailboxId& box, int slot,
                                            const std::string& letter) = 0;
  virtual journal::Result<std::optional<std::string>> takeLetter(const MailboxId& box,
                                                                 int slot) = 0;
};

inline constexpr std::size_t kMostLetterBytes = 256 * 1024;

}  // namespace syncing::wire
