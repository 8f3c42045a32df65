#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "journal/base/result.h"
#include "sync/replica/device_list.h"

namespace syncing {

/// Which devices joined lately, for the banner that every device shows for seven days. Counted from
/// when this device first saw them on the list, by its own clock: a statement says when it was
/// made by whoever made it.
class NewDevices {
 public:
  /// Notes who is on the list now. Those of the first list ever noted are not news.
  void note(const DeviceList& list, std::int64_t nowMs);
  /// Devices of the list seen for the first time in the seven days before `nowMs`, by id; not
  /// `self`. A clock that was set back makes none of them old.
  std::vector<wire::DeviceId> recent(const DeviceList& list, wire::DeviceId self,
                                     std::int64_t nowMs) const;

  /// For the vault.   news := u8 format (1), u16 n, n*(statement digest 32, i64 seen at)
  std::string encode() const;
  /// Total: what encodes to these bytes again, or Corrupt; TooNew for a later format.
  static journal::Result<NewDevices> decode(std::string_view bytes);

 private:
  std::map<wire::Digest, std::int64_t> firstSeen_;  ///< by the statement that added a device
};

}  // namespace syncing
