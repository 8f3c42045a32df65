#include "journal/store/op_log.h"

#include <fmt/format.h>

#include "journal/crypto/envelope.h"
#include "journal/store/record_codec.h"

namespace journal::store {
namespace {

constexpr std::string_view kSeedContext = "afternote device seed 1";

/// What several heads make together, which no entry holds (text_heads.h).
Result<std::string> readMergedText(Database& database, OpPosition position) {
  Query query = database.query("SELECT text FROM merged_text WHERE id = :id");
  query.bind(-position);
  J_TRY(const bool found, query.next());
  if (!found) return Error{ErrorCode::Corrupt, fmt::format("merged text {} is missing", -position)};
  return query.text(0);
}

std::span<const std::uint8_t> spanOf(const std::vector<std::uint8_t>& bytes) {
  return bytes;
}

}  // namespace

crypto::Digest hashOfStored(std::string_view raw) {
  if (!isErased(raw)) return crypto::hash(crypto::bytesOf(raw));
  crypto::Digest hash{};
  std::copy(raw.begin(), raw.end(), hash.begin());
  return hash;
}

std::vector<std::uint8_t> sealSeed(const crypto::Secret& deviceKey, const crypto::SigningKey& key) {
  return crypto::seal(deviceKey, key.seed().bytes(), crypto::bytesOf(kSeedContext));
}

Result<std::optional<crypto::SigningKey>> OpLog::readKey(Database& database,
                                                         const crypto::Secret& deviceKey) {
  Query query = database.query(
      "SELECT sealed_seed FROM device WHERE sealed_seed IS NOT NULL ORDER BY number DESC LIMIT 1");
  J_TRY(const bool known, query.next());
  if (!known) return std::optional<crypto::SigningKey>();
  const std::string sealed = query.blob(0);
  J_TRY(auto seed, crypto::open(deviceKey, crypto::bytesOf(sealed), crypto::bytesOf(kSeedContext)));
  if (seed.size() != 32) return Error{ErrorCode::Corrupt, "device seed"};
  const auto secret = crypto::Secret::copyOf(std::span<const std::uint8_t, 32>(seed.data(), 32));
  crypto::wipe(seed);
  return std::optional<crypto::SigningKey>(crypto::SigningKey::fromSeed(secret));
}

Result<void> OpLog::reopen(const crypto::Secret& deviceKey) {
  J_TRY(auto key, readKey(database_, deviceKey));
  if (!key) return Error{ErrorCode::Corrupt, "no device of our own"};
  key_ = std::move(*key);
  unwritten_.reset();
  unsigned_ = false;
  head_ = durable_ = Head{};
  J_CHECK(readDevices());
  J_CHECK(readHead());
  return readSeen();
}

Result<std::unique_ptr<OpLog>> OpLog::open(Database& database, const crypto::Secret& deviceKey,
                                           Random& random) {
  J_TRY(auto known, readKey(database, deviceKey));
  if (known) {
    std::unique_ptr<OpLog> log(new OpLog(database, std::move(*known)));
    J_CHECK(log->readDevices());
    J_CHECK(log->readHead());
    J_CHECK(log->readSeen());
    return log;
  }
  auto key = crypto::SigningKey::generate();
  const DeviceId device = DeviceId::random(random);
  const auto sealed = sealSeed(deviceKey, key);
  J_TRY(auto transaction, Transaction::begin(database));
  J_CHECK(database
              .query("INSERT INTO device (number, id, public_key, sealed_seed) "
                     "VALUES (1, :id, :public_key, :sealed_seed)")
              .bind(device)
              .bind(std::span<const std::uint8_t>(key.publicKey()))
              .bind(spanOf(sealed))
              .run());
  J_CHECK(transaction->commit());
  std::unique_ptr<OpLog> log(new OpLog(database, std::move(key)));
  J_CHECK(log->readDevices());
  return log;
}

Result<std::uint64_t> OpLog::countOfAll() {
  std::uint64_t all = head_.seq;
  for (const auto& [number, device] : devices_.all()) {
    if (device.ours) continue;
    Query query = database_.query(
        "SELECT position FROM op_log WHERE position BETWEEN :first AND :last "
        "ORDER BY position DESC LIMIT 1");
    query.bind(positionAt(number, 0)).bind(positionAt(number + 1, 0) - 1);
    J_TRY(const auto last, query.firstInteger());
    if (last) all += seqOf(*last);
  }
  return all;
}

Result<void> OpLog::readDevices() {
  J_TRY(devices_, Devices::read(database_));
  const KnownDevice* self = devices_.ours();
  if (self == nullptr) return Error{ErrorCode::Corrupt, "no device of our own"};
  self_ = *self;
  return {};
}

Result<void> OpLog::readHead() {
  Query query = database_.query(
      "SELECT position, entry FROM op_log WHERE position BETWEEN :first AND :last "
      "ORDER BY position DESC LIMIT 1");
  query.bind(positionAt(self_.number, 0)).bind(positionAt(self_.number + 1, 0) - 1);
  J_TRY(const bool any, query.next());
  if (!any) return {};
  const std::string raw = query.blob(1);
  head_ = Head{seqOf(query.integer(0)), hashOfStored(raw), {}};
  if (!isErased(raw)) {
    J_TRY(const LogEntry entry, decodeEntry(raw));
    head_.stamp = entry.stamp;
  }
  durable_ = head_;
  return {};
}

Result<void> OpLog::readSeen() {
  for (const auto& [number, device] : devices_.all()) {
    if (device.ours) continue;
    Query query = database_.query(
        "SELECT entry FROM op_log WHERE position BETWEEN :first AND :last "
        "ORDER BY position DESC LIMIT 1");
    query.bind(positionAt(number, 0)).bind(positionAt(number + 1, 0) - 1);
    J_TRY(const bool any, query.next());
    if (!any || isErased(query.blob(0))) continue;
    J_TRY(const LogEntry entry, decodeEntry(query.blob(0)));
    saw(entry.stamp);
  }
  return {};
}

Result<Appended> OpLog::append(NewEntry change, const Record& record, UtcTime now) {
  J_CHECK(writeHeld(nullptr));
  Appended appended;
  LogEntry& entry = appended.entry;
  entry.id = OpId{self_.id, head_.seq + 1};
  entry.prevHash = head_.hash;
  entry.stamp = afterReceiving(head_.stamp, seen_, now);
  entry.kind = kindOf(record);
  entry.entity = change.entity;
  entry.field = change.field;
  entry.parents = std::move(change.parents);
  entry.value = encodeRecord(record);
  unwritten_ = encodeEntry(entry);
  head_ = Head{entry.id.seq, crypto::hash(crypto::bytesOf(*unwritten_)), entry.stamp};
  appended.position = last();
  // Merging reads entries by their place, this one too.
  if (devices_.all().size() > 1) {
    J_CHECK(writeHeld(nullptr));
    unsigned_ = true;
  }
  return appended;
}

Result<std::optional<Appended>> OpLog::unshared(UtcTime since) {
  std::optional<Appended> none;
  if (head_.seq == 0 || unwritten_) return none;
  Query query = database_.query(
      "SELECT 1 FROM device WHERE number = :number AND handed_out < :last "
      "AND NOT EXISTS (SELECT 1 FROM arrival WHERE after_op = :last)");
  query.bind(self_.number).bind(last());
  J_TRY(const bool mine, query.next());
  if (!mine) return none;
  auto entry = readEntry(database_, last());
  if (!entry.ok() && entry.error().code == ErrorCode::NotFound) return none;  // erased
  if (!entry.ok()) return entry.error();
  const UtcTime made{std::chrono::milliseconds{entry->stamp.wallMs}};
  if (made < since) return none;
  return std::optional<Appended>(Appended{last(), std::move(*entry)});
}

Result<LogEntry> OpLog::writeOver(const Appended& last, const Record& record) {
  LogEntry entry = last.entry;
  entry.kind = kindOf(record);
  entry.value = encodeRecord(record);
  const std::string raw = encodeEntry(entry);
  J_CHECK(database_.query("UPDATE op_log SET entry = :entry WHERE position = :position")
              .bind(crypto::bytesOf(raw))
              .bind(last.position)
              .run());
  head_.hash = crypto::hash(crypto::bytesOf(raw));
  unsigned_ = true;
  return entry;
}

Result<void> OpLog::handOut(OpPosition position) {
  Query query = database_.query("SELECT handed_out FROM device WHERE number = :number");
  query.bind(self_.number);
  J_TRY(const auto before, query.firstInteger());
  if (!before || *before >= position) return {};
  J_TRY(auto transaction, Transaction::begin(database_));
  J_CHECK(database_.query("UPDATE device SET handed_out = :position WHERE number = :number")
              .bind(position)
              .bind(self_.number)
              .run());
  return transaction->commit();
}

Result<void> OpLog::seal() {
  if (!unwritten_ && !unsigned_) return {};
  const std::string message = signedMessage(head_.hash);
  const crypto::Signature signature = key_.sign(crypto::bytesOf(message));
  if (!unsigned_) return writeHeld(&signature);
  unsigned_ = false;
  return database_.query("UPDATE op_log SET signature = :signature WHERE position = :position")
      .bind(std::span<const std::uint8_t>(signature))
      .bind(last())
      .run();
}

Result<void> OpLog::writeHeld(const crypto::Signature* signature) {
  if (!unwritten_) return {};
  Query query = database_.query(
      "INSERT INTO op_log (position, entry, signature) VALUES (:position, :entry, :signature)");
  query.bind(last());
  query.bindBorrowed(crypto::bytesOf(*unwritten_));
  if (signature != nullptr) {
    query.bind(std::span<const std::uint8_t>(*signature));
  } else {
    query.bindNull();
  }
  J_CHECK(query.run());
  unwritten_.reset();
  return {};
}

Result<LogEntry> readEntry(Database& database, OpPosition position) {
  Query query = database.query("SELECT entry FROM op_log WHERE position = :position");
  query.bind(position);
  J_TRY(const bool found, query.next());
  if (!found) return Error{ErrorCode::Corrupt, fmt::format("log entry {} is missing", position)};
  const std::string raw = query.blob(0);
  if (isErased(raw))
    return Error{ErrorCode::NotFound, fmt::format("entry {} was erased", position)};
  return decodeEntry(raw);
}

Result<std::string> readText(Database& database, OpPosition position) {
  if (position < 0) return readMergedText(database, position);
  J_TRY(const LogEntry entry, readEntry(database, position));
  J_TRY(Record record, decodeRecord(entry.kind, entry.value));
  if (auto* written = std::get_if<ReflectionWritten>(&record)) {
    return std::move(written->reflection.text);
  }
  if (auto* edited = std::get_if<TextEdited>(&record)) return std::move(edited->text);
  return Error{ErrorCode::Corrupt, fmt::format("log entry {} holds no words", position)};
}

Result<void> forEachEntry(Database& database, std::stop_token stop, const EntryVisitor& visit) {
  Query query = database.query("SELECT position, entry FROM op_log ORDER BY position");
  while (true) {
    J_TRY(const bool more, query.next());
    if (!more) return {};
    if (stop.stop_requested()) return Error{ErrorCode::Cancelled, "asked to stop"};
    const std::string raw = query.blob(1);
    if (isErased(raw)) continue;
    J_TRY(const LogEntry entry, decodeEntry(raw));
    J_CHECK(visit(query.integer(0), entry, raw));
  }
}

}  // namespace journal::store
