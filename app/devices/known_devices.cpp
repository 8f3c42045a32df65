#include "app/devices/known_devices.h"

namespace app {

using journal::Error;
using journal::ErrorCode;
using journal::Result;

DeviceNames DeviceNames::of(syncing::SyncPort& port) {
  DeviceNames names;
  const auto known = syncing::KnownDevices::of(port);
  if (!known.ok()) return names;
  for (const auto& device : known->list.devices()) {
    if (auto name = known->nameOf(device.id)) names.known_[device.id] = std::move(*name);
  }
  return names;
}

std::optional<std::string> DeviceNames::of(journal::DeviceId device) const {
  const auto name = known_.find(device);
  return name == known_.end() ? std::nullopt : std::optional(name->second);
}

Result<void> removeFromJournal(const syncing::OwnJournal& own, journal::DeviceId device) {
  J_TRY(auto known, syncing::KnownDevices::of(own.port));
  if (device == own.port.self().device) {
    return Error{ErrorCode::Conflict, "this device",
                 "A device is removed from another one, so that somebody is left who can add."};
  }
  J_CHECK(
      known.state(own, [&](const auto& maker) { return syncing::removeDevice(maker, device); }));
  return known.keep(own.port);
}

}  // namespace app
