#pragma once

#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "journal/base/random.h"
#include "journal/base/time.h"
#include "journal/crypto/signature.h"
#include "journal/store/database.h"
#include "journal/store/log_entry.h"

namespace journal::store {

/// Where an entry stands in op_log: device number << 40 | seq.
using OpPosition = std::int64_t;
inline constexpr int kSeqBits = 40;

/// What a caller says of a change, beside the record; the log adds who, when, and the chain.
struct NewEntry {
  EntityId entity;
  Field field = Field::Whole;
  std::vector<OpId> parents;
};

/// An entry with the place it took.
struct Appended {
  OpPosition position = 0;
  LogEntry entry;
};

/// The append-only log of this device's changes: contiguous, hash-chained, stamped, and signed once
/// per transaction on its last entry, whose chain vouches for the rest. Writes only inside a
/// transaction of the caller's.
class OpLog {
 public:
  /// Makes this device's identity on first use (in a transaction of its own). Its cost does not
  /// grow with the log.
  static Result<std::unique_ptr<OpLog>> open(Database& database, const crypto::Secret& deviceKey,
                                             Random& random);

  /// Adds an entry in the caller's transaction. `seal` must follow before the commit.
  Result<Appended> append(NewEntry change, const Record& record, UtcTime now);
  /// Signs the last entry added since the last seal; nothing to do when there is none.
  Result<void> seal();
  /// After a rollback: forgets what was appended since the last seal that was committed.
  void committed() { durable_ = head_; }
  void rolledBack() {
    head_ = durable_;
    unwritten_.reset();
  }

  OpId idOf(OpPosition position) const;
  OpPosition positionOf(const OpId& id) const;
  std::uint64_t count() const { return head_.seq; }
  DeviceId device() const { return device_; }

 private:
  OpLog(Database& database, DeviceId device, std::int64_t number, crypto::SigningKey key)
      : database_(database), device_(device), number_(number), key_(std::move(key)) {}
  Result<void> readHead();
  Result<void> writeHeld(const crypto::Signature* signature);

  struct Head {
    std::uint64_t seq = 0;
    crypto::Digest hash{};
    Hlc stamp;
  };
  Database& database_;
  DeviceId device_;
  std::int64_t number_;
  crypto::SigningKey key_;
  Head head_;
  Head durable_;
  /// The newest entry waits here for its successor or the seal, so that its row is written once.
  std::optional<std::string> unwritten_;
};

/// The entry at `position`; Corrupt when it is missing or does not decode.
Result<LogEntry> readEntry(Database& database, OpPosition position);
/// The words that the entry at `position` wrote (ReflectionWritten or TextEdited).
Result<std::string> readText(Database& database, OpPosition position);

/// Visits every entry in order. `raw` is as stored.
using EntryVisitor = std::function<Result<void>(OpPosition, const LogEntry&, std::string_view raw)>;
Result<void> forEachEntry(Database& database, std::stop_token stop, const EntryVisitor& visit);

/// Checks sequence, chain and signatures of every device's log; problems as ids and counts.
Result<std::vector<std::string>> verifyLog(Database& database, std::stop_token stop,
                                           const std::function<void(std::uint64_t)>& progress);

}  // namespace journal::store
