#include "journal/store/receiver.h"

#include <fmt/format.h>

#include <algorithm>

#include "journal/store/erasing.h"
#include "journal/store/record_codec.h"

namespace journal::store {
namespace {

Error damaged(const char* what, OpPosition position) {
  return Error{ErrorCode::Corrupt, fmt::format("entry {} {}", position, what)};
}

std::string asStored(const crypto::Digest& hash) {
  return {reinterpret_cast<const char*>(hash.data()), hash.size()};
}

}  // namespace

Result<KeptEnd> keptEnd(Database& database, std::int64_t number) {
  Query query = database.query(
      "SELECT position, entry FROM op_log WHERE position BETWEEN :first AND :last "
      "ORDER BY position DESC LIMIT 1");
  query.bind(positionAt(number, 0)).bind(positionAt(number + 1, 0) - 1);
  J_TRY(const bool any, query.next());
  if (!any) return KeptEnd{};
  return KeptEnd{seqOf(query.integer(0)), hashOfStored(query.blob(1))};
}

// Keeping ----------------------------------------------------------------------------------------

Result<KnownDevice> Receiver::known(const DeviceId& device, const crypto::PublicKey& key) {
  const KnownDevice* found = log_.devices().find(device);
  if (found == nullptr) return log_.devices().add(database_, device, key);
  if (found->key != key) return Error{ErrorCode::Corrupt, "another key of a known device"};
  return *found;
}

Result<bool> Receiver::isAboutErased(const LogEntry& entry) {
  if (entry.field == Field::Erasure) return false;
  // An entry tells what it hangs on only once it is decoded, and a recording's are large.
  J_TRY(const bool any, projections_.erasures.any());
  if (!any) return false;
  return projections_.erasures.holdsAny(subjectsOf(entry, projections_));
}

Result<void> Receiver::keepOne(OpPosition position, const ArrivedEntry& arrived,
                               crypto::Digest& chain) {
  std::string stored = asStored(arrived.hash);
  if (!arrived.bytes.empty()) {
    if (crypto::hash(crypto::bytesOf(arrived.bytes)) != arrived.hash) {
      return damaged("is not what its hash says", position);
    }
    J_TRY(const LogEntry entry, decodeEntry(arrived.bytes));
    if (entry.id != log_.devices().idOf(position)) return damaged("is of another place", position);
    if (entry.prevHash != chain) return damaged("breaks the chain", position);
    log_.saw(entry.stamp);
    J_TRY(const bool erased, isAboutErased(entry));
    if (!erased) stored = arrived.bytes;
  }
  chain = arrived.hash;
  Query query = database_.query(
      "INSERT INTO op_log (position, entry, signature) VALUES (:position, :entry, :signature)");
  query.bind(position).bindBorrowed(crypto::bytesOf(stored));
  if (arrived.signature) {
    query.bind(std::span<const std::uint8_t>(*arrived.signature));
  } else {
    query.bindNull();
  }
  return query.run();
}

Result<void> Receiver::keep(const DeviceId& device, const crypto::PublicKey& key,
                            std::uint64_t first, const std::vector<ArrivedEntry>& entries) {
  if (entries.empty() || first == 0) return {};
  J_TRY(const KnownDevice owner, known(device, key));
  J_TRY(const KeptEnd end, keptEnd(database_, owner.number));
  if (first > end.seq + 1) {
    return Error{ErrorCode::InvalidInput, fmt::format("entries before {} are missing", first)};
  }
  crypto::Digest chain = end.hash;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const std::uint64_t seq = first + i;
    const OpPosition position = positionAt(owner.number, seq);
    if (seq > end.seq) {
      if (owner.ours) return Error{ErrorCode::Conflict, "this device, further than here"};
      J_CHECK(keepOne(position, entries[i], chain));
    } else {
      Query query = database_.query("SELECT entry FROM op_log WHERE position = :position");
      query.bind(position);
      J_TRY(const bool here, query.next());
      if (!here || hashOfStored(query.blob(0)) != entries[i].hash) {
        return Error{ErrorCode::Conflict, fmt::format("another entry {} is here", position)};
      }
    }
    if (!entries[i].signature) continue;
    const std::string message = signedMessage(entries[i].hash);
    if (!crypto::verify(key, crypto::bytesOf(message), *entries[i].signature)) {
      return damaged("has a signature that does not fit", position);
    }
  }
  if (first + entries.size() - 1 > end.seq && !entries.back().signature) {
    return damaged("ends a run without a signature", positionAt(owner.number, first));
  }
  return {};
}

// Applying ---------------------------------------------------------------------------------------

Result<void> Receiver::readProgress() {
  kept_.clear();
  J_TRY(done_, arrivals_.applied(log_.devices()));
  for (const auto& [number, device] : log_.devices().all()) {
    if (device.ours) {
      done_[number] = log_.count();
      continue;
    }
    J_TRY(const KeptEnd end, keptEnd(database_, number));
    kept_[number] = end.seq;
    done_[number] = std::max(done_[number], device.wasOursTo);
  }
  return {};
}

Result<void> Receiver::applyKept() {
  J_CHECK(readProgress());
  for (bool progress = true; progress;) {
    progress = false;
    for (const auto& [number, last] : kept_) {
      J_TRY(const bool some, applyDevice(number));
      progress = progress || some;
    }
  }
  waiting_ = 0;
  for (const auto& [number, last] : kept_) waiting_ += last - done_[number];
  return erased_.empty() ? Result<void>() : eraseEntries(database_, projections_, erased_);
}

Result<bool> Receiver::applyDevice(std::int64_t number) {
  const std::uint64_t from = done_[number] + 1;
  std::uint64_t& done = done_[number];
  while (done < kept_[number]) {
    const OpPosition position = positionAt(number, done + 1);
    const auto entry = readEntry(database_, position);
    if (!entry.ok() && entry.error().code != ErrorCode::NotFound) return entry.error();
    if (entry.ok()) {
      J_TRY(const bool ready, mayFollow(entry.value()));
      if (!ready) break;
      J_CHECK(applyOne(position, entry.value()));
    }
    ++done;
  }
  if (done < from) return false;
  J_CHECK(arrivals_.note(log_.last(), positionAt(number, from), positionAt(number, done)));
  return true;
}

Result<bool> Receiver::mayFollow(const LogEntry& entry) const {
  for (const OpId& parent : entry.parents) {
    const KnownDevice* device = log_.devices().find(parent.device);
    if (device == nullptr) return false;
    const auto done = done_.find(device->number);
    if (done == done_.end() || parent.seq > done->second) return false;
  }
  return true;
}

Result<void> Receiver::applyOne(OpPosition position, const LogEntry& entry) {
  ++applied_;
  if (!projections_.knows(entry.kind)) {
    return database_
        .query("INSERT OR IGNORE INTO unknown_entry (position, kind) VALUES (:position, :kind)")
        .bind(position)
        .bind(std::int64_t{entry.kind})
        .run();
  }
  const auto record = decodeRecord(entry.kind, entry.value);
  if (!record.ok()) return {};  // kept, and `check` says so: nothing of it can be shown
  // An entry that no sound device would make must not keep all that follows from coming in.
  J_CHECK(database_.query("SAVEPOINT arrived").run());
  const auto projected = project(position, entry, record.value());
  if (!projected.ok()) {
    if (projected.error().code == ErrorCode::Io) return projected.error();
    projections_.forget();
    J_CHECK(database_.query("ROLLBACK TO arrived").run());
  }
  return database_.query("RELEASE arrived").run();
}

Result<void> Receiver::project(OpPosition position, const LogEntry& entry, const Record& record) {
  J_CHECK(projections_.project(position, entry, record, log_.devices().positionsOf(entry.parents)));
  if (std::holds_alternative<Erased>(record)) erased_.insert(entry.entity);
  return {};
}

}  // namespace journal::store
