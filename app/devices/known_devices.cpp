#include "app/devices/known_devices.h"

#include "sync/replica/device_statements.h"

namespace app {

using journal::Error;
using journal::ErrorCode;
using journal::Result;

Result<KnownDevices> KnownDevices::of(syncing::SyncPort& port) {
  syncing::ReplicaState state(port);
  J_TRY(auto keyring, state.keyring());
  if (!keyring) {
    return Error{ErrorCode::NotFound, "one device",
                 "This journal is on this device only. Join a hub, or synchronise with a folder."};
  }
  J_TRY(auto statements, state.statements());
  J_TRY(auto list, syncing::DeviceList::read(keyring->vault(), statements));
  return KnownDevices{std::move(*keyring), std::move(list), std::move(statements)};
}

std::optional<std::string> KnownDevices::nameOf(journal::DeviceId device) const {
  const auto* listed = list.find(device);
  if (listed == nullptr) return std::nullopt;
  auto name = syncing::openName(keyring, *listed);
  return name.ok() ? std::optional(std::move(name).value()) : std::nullopt;
}

DeviceNames DeviceNames::of(syncing::SyncPort& port) {
  DeviceNames names;
  const auto known = KnownDevices::of(port);
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

Result<void> removeFromJournal(syncing::SyncPort& port, journal::DeviceId device,
                               const journal::Clock& clock, journal::Random& random) {
  J_TRY(auto known, KnownDevices::of(port));
  if (device == port.self().device) {
    return Error{ErrorCode::Conflict, "this device",
                 "A device is removed from another one, so that somebody is left who can add."};
  }
  syncing::PortSigner signer(port);
  const syncing::Maker maker{known.list, known.keyring, signer,
                             clock.now().time_since_epoch().count(), random};
  J_TRY(auto statement, syncing::removeDevice(maker, device));
  syncing::ReplicaState state(port);
  J_CHECK(state.keep(known.keyring));
  known.statements.push_back(std::move(statement));
  return state.keep(known.statements);
}

}  // namespace app
