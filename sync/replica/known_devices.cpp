#include "sync/replica/known_devices.h"

#include <utility>

namespace syncing {

using journal::Error;
using journal::ErrorCode;
using journal::Result;

Result<KnownDevices> KnownDevices::of(SyncPort& port) {
  ReplicaState state(port);
  J_TRY(auto keyring, state.keyring());
  if (!keyring) {
    return Error{ErrorCode::NotFound, "one device",
                 "This journal is on this device only. Join a hub, or synchronise with a folder."};
  }
  J_TRY(auto statements, state.statements());
  J_TRY(auto list, DeviceList::read(keyring->vault(), statements));
  return KnownDevices{std::move(*keyring), std::move(list), std::move(statements)};
}

std::optional<std::string> KnownDevices::nameOf(wire::DeviceId device) const {
  const auto* listed = list.find(device);
  if (listed == nullptr) return std::nullopt;
  auto name = openName(keyring, *listed);
  return name.ok() ? std::optional(std::move(name).value()) : std::nullopt;
}

Result<void> KnownDevices::state(const OwnJournal& own, const Make& make) {
  PortSigner signer(own.port);
  J_TRY(auto statement, make(Maker{list, keyring, signer, own.nowMs(), own.random}));
  statements.push_back(std::move(statement));
  J_TRY(list, DeviceList::read(keyring.vault(), statements));
  return {};
}

Result<void> KnownDevices::keep(SyncPort& port) const {
  ReplicaState state(port);
  J_CHECK(state.keep(keyring));  // first: what is sealed next needs it
  return state.keep(statements);
}

}  // namespace syncing
