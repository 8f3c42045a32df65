#pragma once

#include <optional>
#include <string>
#include <vector>

#include "journal/service/sync_port.h"
#include "sync/replica/device_list.h"
#include "sync/replica/keyring.h"
#include "sync/replica/new_devices.h"
#include "sync/replica/signer.h"
#include "sync/wire/hub_link.h"

namespace syncing {

using journal::service::SyncPort;

/// Signs with the key of the journal's log.
class PortSigner final : public Signer {
 public:
  explicit PortSigner(SyncPort& port) : port_(port) {}
  wire::DeviceId device() const override { return port_.self().device; }
  wire::PublicKey publicKey() const override { return port_.self().signKey; }
  wire::Signature sign(std::string_view message) override { return port_.sign(message); }

 private:
  SyncPort& port_;
};

/// Where one hub or folder was read to.
struct Cursor {
  wire::HubEpoch epoch;
  std::uint64_t after = 0;
  std::uint64_t erasures = 0;  ///< how many of the journal's erasures are done there
  friend bool operator==(const Cursor&, const Cursor&) = default;
};

/// What synchronising remembers in the vault. Everything is written before it is relied on.
class ReplicaState {
 public:
  explicit ReplicaState(SyncPort& port) : port_(port) {}

  /// nullopt for a journal that was never synchronised. Of two keyrings, the one of the device that
  /// the journal is now: the other was to be used, or was used before it turned out to be a copy.
  journal::Result<std::optional<Keyring>> keyring();
  journal::Result<void> keep(const Keyring& keyring);
  /// This new, empty journal is a device of another from now on, and reads real names as that does.
  journal::Result<void> adopt(const Keyring& keyring,
                              const std::vector<wire::DeviceStatement>& statements);
  /// Before the journal gets another identity.
  journal::Result<void> keepNext(const Keyring& keyring);

  /// The key that boxes for this device are opened with, made and kept at the first asking: a
  /// program that ends halfway through joining joins with the same keys again.
  journal::Result<Secret> joiningSeed();

  journal::Result<std::vector<wire::DeviceStatement>> statements();
  journal::Result<void> keep(const std::vector<wire::DeviceStatement>& statements);

  journal::Result<NewDevices> newDevices();
  journal::Result<void> keep(const NewDevices& devices);

  /// The recovery key of the journal on this device, as a device of it, once it was put on the
  /// list.
  journal::Result<std::optional<wire::DeviceId>> paper();
  journal::Result<void> keepPaper(wire::DeviceId paper);

  journal::Result<Cursor> cursor(const std::string& place);
  journal::Result<void> keep(const std::string& place, const Cursor& cursor);

 private:
  journal::Result<std::optional<Keyring>> keyringAt(std::string_view key);
  journal::Result<void> keepAt(std::string_view key, const Keyring& keyring);
  SyncPort& port_;
};

}  // namespace syncing
