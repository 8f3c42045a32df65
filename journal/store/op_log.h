#pragma once

#include <algorithm>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "journal/base/random.h"
#include "journal/base/time.h"
#include "journal/crypto/signature.h"
#include "journal/store/devices.h"

namespace journal::store {

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
  /// The last entry, when it may still be written over: it is not older than `since`, nobody else
  /// has it, and nothing of another device came after it. Not within a transaction that appended.
  Result<std::optional<Appended>> unshared(UtcTime since);
  /// Writes `record` over what unshared() gave, in its place and with its stamp; in the caller's
  /// transaction, `seal` as for append.
  Result<LogEntry> writeOver(const Appended& last, const Record& record);
  /// Before own entries up to `position` leave this device, or are copied: they are as they are
  /// from now on. In a transaction of its own.
  Result<void> handOut(OpPosition position);
  /// Signs the last entry added since the last seal; nothing to do when there is none.
  Result<void> seal();
  /// After a rollback: forgets what was appended since the last seal that was committed.
  void committed() { durable_ = head_; }
  void rolledBack() {
    head_ = durable_;
    unwritten_.reset();
    unsigned_ = false;
  }

  std::uint64_t count() const { return head_.seq; }
  /// Entries of every device, this one's too.
  Result<std::uint64_t> countOfAll();
  DeviceId device() const { return self_.id; }
  OpPosition last() const { return positionAt(self_.number, head_.seq); }
  const crypto::Digest& lastHash() const { return head_.hash; }
  const crypto::SigningKey& key() const { return key_; }
  const Devices& devices() const { return devices_; }
  /// To add one; read them again after a rollback.
  Devices& devices() { return devices_; }
  Result<void> readDevices();
  /// After this device got another identity, or after that was rolled back.
  Result<void> reopen(const crypto::Secret& deviceKey);
  /// The next stamp here comes after this one, unless it is more than a day ahead (hlc.h).
  void saw(const Hlc& stamp) { seen_ = std::max(seen_, stamp); }

 private:
  OpLog(Database& database, crypto::SigningKey key) : database_(database), key_(std::move(key)) {}
  static Result<std::optional<crypto::SigningKey>> readKey(Database& database,
                                                           const crypto::Secret& deviceKey);
  Result<void> readHead();
  Result<void> readSeen();
  Result<void> writeHeld(const crypto::Signature* signature);

  struct Head {
    std::uint64_t seq = 0;
    crypto::Digest hash{};
    Hlc stamp;
  };
  Database& database_;
  Devices devices_;
  KnownDevice self_;
  crypto::SigningKey key_;
  Head head_;
  Head durable_;
  Hlc seen_;  ///< the newest stamp of another device
  /// The newest entry waits here for its successor or the seal, so that its row is written once.
  std::optional<std::string> unwritten_;
  bool unsigned_ = false;  ///< it is written, but not signed
};

/// What stands for an entry that was erased: its hash, and nothing else.
inline bool isErased(std::string_view raw) {
  return raw.size() == crypto::Digest{}.size();
}
crypto::Digest hashOfStored(std::string_view raw);

/// The entry at `position`; Corrupt when it is missing or does not decode, NotFound when it was
/// erased.
Result<LogEntry> readEntry(Database& database, OpPosition position);
/// The words that the entry at `position` wrote (ReflectionWritten or TextEdited).
Result<std::string> readText(Database& database, OpPosition position);

/// Visits every entry by device and number, the erased left out. `raw` is as stored.
using EntryVisitor = std::function<Result<void>(OpPosition, const LogEntry&, std::string_view raw)>;
Result<void> forEachEntry(Database& database, std::stop_token stop, const EntryVisitor& visit);

/// The sealed half of a device's identity, and back.
std::vector<std::uint8_t> sealSeed(const crypto::Secret& deviceKey, const crypto::SigningKey& key);

/// Checks sequence, chain and signatures of every device's log; problems as ids and counts.
Result<std::vector<std::string>> verifyLog(Database& database, std::stop_token stop,
                                           const std::function<void(std::uint64_t)>& progress);

}  // namespace journal::store
