#pragma once

#include <map>
#include <optional>
#include <set>
#include <vector>

#include "journal/store/arrivals.h"
#include "journal/store/projections.h"

namespace journal::store {

/// An entry as another device's log has it, or only its hash once it was erased.
struct ArrivedEntry {
  std::string bytes;  ///< empty when erased
  crypto::Digest hash{};
  std::optional<crypto::Signature> signature;
};

/// Takes other devices' entries into the log and, once everything they follow is here, into the
/// tables. Everything in the caller's transaction; after a rollback make a new one.
class Receiver {
 public:
  Receiver(Database& database, OpLog& log, Projections& projections)
      : database_(database), log_(log), projections_(projections), arrivals_(database) {}

  /// Consecutive entries of `device`, the first of them number `first`. Those that are here already
  /// are compared. Conflict when another entry has one of the numbers, Corrupt when the chain or a
  /// signature does not hold or the key is not the device's, InvalidInput when some between are
  /// missing.
  Result<void> keep(const DeviceId& device, const crypto::PublicKey& key, std::uint64_t first,
                    const std::vector<ArrivedEntry>& entries);
  /// Applies what is kept and follows only what was applied; the rest waits.
  Result<void> applyKept();

  std::uint64_t applied() const { return applied_; }
  std::uint64_t waiting() const { return waiting_; }

 private:
  Result<KnownDevice> known(const DeviceId& device, const crypto::PublicKey& key);
  Result<void> keepOne(OpPosition position, const ArrivedEntry& entry, crypto::Digest& chain);
  Result<bool> isAboutErased(const LogEntry& entry);
  Result<void> readProgress();
  Result<bool> applyDevice(std::int64_t number);
  Result<bool> mayFollow(const LogEntry& entry) const;
  Result<void> applyOne(OpPosition position, const LogEntry& entry);
  Result<void> project(OpPosition position, const LogEntry& entry, const Record& record);

  Database& database_;
  OpLog& log_;
  Projections& projections_;
  Arrivals arrivals_;
  std::map<std::int64_t, std::uint64_t> kept_;  ///< by device number, the last one
  std::map<std::int64_t, std::uint64_t> done_;  ///< and the last one applied
  std::set<EntityId> erased_;                   ///< by what was applied
  std::uint64_t applied_ = 0;
  std::uint64_t waiting_ = 0;
};

/// The last entry kept of a device; seq 0 for none.
struct KeptEnd {
  std::uint64_t seq = 0;
  crypto::Digest hash{};
};
Result<KeptEnd> keptEnd(Database& database, std::int64_t number);

}  // namespace journal::store
