#pragma once

#include <optional>

#include "app/model/device_door.h"
#include "app/model/devices_model.h"

namespace app::model {

/// Adding a device as it is shown, on either of the two, and when the other one is next asked.
/// Pure.
class DevicePairing {
 public:
  static constexpr std::chrono::milliseconds kBetweenLooks{800};

  /// `joining`: on the new device.
  void begin(bool joining);
  void asked() { asking_ = true; }
  void saw(PairingSeen seen, journal::UtcTime now);
  void reset() { *this = DevicePairing(); }

  bool active() const { return active_; }
  bool joining() const { return joining_; }
  PairingStep step() const { return seen_.step; }
  /// Neither done nor stopped: the other side is to be asked again.
  bool waits() const;
  bool due(journal::UtcTime now) const { return waits() && !asking_ && now >= next_; }
  std::optional<std::chrono::milliseconds> wait(journal::UtcTime now) const;

  PairingModel model(std::chrono::minutes offset) const;

 private:
  bool active_ = false;
  bool joining_ = false;
  bool asking_ = false;
  PairingSeen seen_;
  journal::UtcTime next_{};
};

}  // namespace app::model
