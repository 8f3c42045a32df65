#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "journal/base/result.h"
#include "journal/domain/ids.h"
#include "journal/service/op.h"

namespace journal::service {

/// An entry of a device's log on its way to another device: its bytes as they were signed or, once
/// what it said was erased, the hash that the chain goes on from.
struct TravellingEntry {
  std::string bytes;                                      ///< empty when erased
  std::array<std::uint8_t, 32> hash{};                    ///< BLAKE2b-256 of the bytes
  std::optional<std::array<std::uint8_t, 64>> signature;  ///< the last of a transaction has one
  friend bool operator==(const TravellingEntry&, const TravellingEntry&) = default;
};

/// A device whose log this journal keeps.
struct LogOwner {
  DeviceId device;
  std::array<std::uint8_t, 32> signKey{};
};

/// How far a device's log is kept here.
struct LogEnd {
  DeviceId device;
  std::uint64_t seq = 0;  ///< 0: nothing
  std::array<std::uint8_t, 32> hash{};
  friend bool operator==(const LogEnd&, const LogEnd&) = default;
};

struct Received {
  Changes changes;
  std::uint64_t taken = 0;  ///< entries that are now kept and are part of the journal
  std::uint64_t waiting =
      0;  ///< kept, of any device, but made after entries that have not come yet
};

/// The journal's door for synchronising: the log as it was signed, and nothing of what it means.
/// Implemented by LocalJournal; journal thread only. Errors as Journal's.
class SyncPort {
 public:
  virtual ~SyncPort() = default;

  virtual LogOwner self() const = 0;
  /// Every device whose entries are here, this one too.
  virtual Result<std::vector<LogEnd>> ends() = 0;
  /// The hash of one entry; nullopt when it is not here.
  virtual Result<std::optional<std::array<std::uint8_t, 32>>> hashOf(const OpId& op) = 0;
  /// Entries of one device from `first` on: at most `most`, about `bytes` at most but at least one,
  /// and the last of them signed (this device signs where it must). Fewer, or none, when there are
  /// no more.
  virtual Result<std::vector<TravellingEntry>> entries(DeviceId device, std::uint64_t first,
                                                       std::size_t most, std::size_t bytes) = 0;
  /// Takes another device's entries, the first of them `first`. What is here already is compared
  /// and left. Corrupt when the chain or a signature does not hold; Conflict when another entry
  /// stands under one of the numbers (the journal was copied: nothing is taken). In one
  /// transaction.
  virtual Result<Received> receive(const LogOwner& from, std::uint64_t first,
                                   const std::vector<TravellingEntry>& entries) = 0;
  /// By this device's key.
  virtual std::array<std::uint8_t, 64> sign(std::string_view message) = 0;
  /// This journal turned out to be a copy: goes on under a new device id and key. Entries after
  /// `lastShared` are written again under it (each once, so nothing is lost or doubled); those up
  /// to it stay as the old device's. `endorse` is called while sign() is still the old device's, to
  /// tell the others of the new one; when it fails nothing changes. Takes as long as reading the
  /// whole journal again.
  virtual Result<LogOwner> becomeAnew(
      std::uint64_t lastShared, const std::function<Result<void>(const LogOwner&)>& endorse) = 0;

  /// How many erasures this journal knows of.
  virtual Result<std::uint64_t> erasures() = 0;
  /// How many of a device's entries from `first` to `last` are erased by now.
  virtual Result<std::uint64_t> erasedIn(DeviceId device, std::uint64_t first,
                                         std::uint64_t last) = 0;

  /// What synchronising remembers between runs (cursors, keys), sealed in the vault.
  virtual Result<std::optional<std::string>> remembered(std::string_view key) = 0;
  virtual Result<void> remember(std::string_view key, std::string_view value) = 0;

  /// The key under which real names are sealed in the log: another device of the same journal needs
  /// it.
  virtual std::array<std::uint8_t, 32> namesKey() const = 0;
  /// On a new device, before anything is received: reads names under this key from now on.
  virtual Result<void> adoptNamesKey(const std::array<std::uint8_t, 32>& key) = 0;
};

}  // namespace journal::service
