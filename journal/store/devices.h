#pragma once

#include <map>
#include <optional>
#include <vector>

#include "journal/crypto/signature.h"
#include "journal/store/database.h"
#include "journal/store/log_entry.h"

namespace journal::store {

/// Where an entry stands in op_log: device number << 40 | seq.
using OpPosition = std::int64_t;
inline constexpr int kSeqBits = 40;
inline constexpr OpPosition kSeqMask = (OpPosition{1} << kSeqBits) - 1;

inline std::int64_t deviceNumberOf(OpPosition position) {
  return position >> kSeqBits;
}
inline std::uint64_t seqOf(OpPosition position) {
  return static_cast<std::uint64_t>(position & kSeqMask);
}
inline OpPosition positionAt(std::int64_t number, std::uint64_t seq) {
  return (number << kSeqBits) | static_cast<OpPosition>(seq);
}

struct KnownDevice {
  std::int64_t number = 0;
  DeviceId id;
  crypto::PublicKey key{};
  bool ours = false;            ///< this device as it is now
  std::uint64_t wasOursTo = 0;  ///< this device as it was, up to this entry; 0: never
};

/// The devices whose entries stand in this log, and what they are called here.
class Devices {
 public:
  static Result<Devices> read(Database& database);

  const KnownDevice* find(const DeviceId& id) const;
  const KnownDevice* numbered(std::int64_t number) const;
  const KnownDevice* ours() const;
  const std::map<std::int64_t, KnownDevice>& all() const { return byNumber_; }

  /// nullopt for a device that is not here.
  std::optional<OpPosition> positionOf(const OpId& id) const;
  /// Precondition: a position of this log.
  OpId idOf(OpPosition position) const;
  /// Leaves out entries of devices that are not here.
  std::vector<OpPosition> positionsOf(const std::vector<OpId>& ids) const;
  std::vector<OpId> idsOf(const std::vector<OpPosition>& positions) const;

  /// Makes room for another device's entries. In the caller's transaction; after a rollback the
  /// devices must be read again.
  Result<KnownDevice> add(Database& database, const DeviceId& id, const crypto::PublicKey& key);

 private:
  std::map<std::int64_t, KnownDevice> byNumber_;
  std::map<DeviceId, std::int64_t> numbers_;
};

}  // namespace journal::store
