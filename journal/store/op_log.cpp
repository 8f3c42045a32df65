#include "journal/store/op_log.h"

#include <fmt/format.h>

#include "journal/crypto/envelope.h"
#include "journal/store/record_codec.h"

namespace journal::store {
namespace {

constexpr OpPosition kSeqMask = (OpPosition{1} << kSeqBits) - 1;
constexpr std::string_view kSeedContext = "afternote device seed 1";

std::span<const std::uint8_t> spanOf(const std::vector<std::uint8_t>& bytes) {
  return bytes;
}

}  // namespace

Result<std::unique_ptr<OpLog>> OpLog::open(Database& database, const crypto::Secret& deviceKey,
                                           Random& random) {
  Query query = database.query(
      "SELECT number, id, public_key, sealed_seed FROM device WHERE sealed_seed IS NOT NULL "
      "ORDER BY number DESC LIMIT 1");
  J_TRY(const bool known, query.next());
  if (known) {
    const std::string sealed = query.blob(3);
    J_TRY(auto seed,
          crypto::open(deviceKey, crypto::bytesOf(sealed), crypto::bytesOf(kSeedContext)));
    if (seed.size() != 32) return Error{ErrorCode::Corrupt, "device seed"};
    const auto secret = crypto::Secret::copyOf(std::span<const std::uint8_t, 32>(seed.data(), 32));
    crypto::wipe(seed);
    std::unique_ptr<OpLog> log(new OpLog(database, query.id<DeviceId>(1), query.integer(0),
                                         crypto::SigningKey::fromSeed(secret)));
    J_CHECK(log->readHead());
    return log;
  }
  auto key = crypto::SigningKey::generate();
  const DeviceId device = DeviceId::random(random);
  const auto sealed = crypto::seal(deviceKey, key.seed().bytes(), crypto::bytesOf(kSeedContext));
  J_TRY(auto transaction, Transaction::begin(database));
  J_CHECK(database
              .query("INSERT INTO device (number, id, public_key, sealed_seed) "
                     "VALUES (1, :id, :public_key, :sealed_seed)")
              .bind(device)
              .bind(std::span<const std::uint8_t>(key.publicKey()))
              .bind(spanOf(sealed))
              .run());
  J_CHECK(transaction->commit());
  return std::unique_ptr<OpLog>(new OpLog(database, device, 1, std::move(key)));
}

Result<void> OpLog::readHead() {
  Query query = database_.query(
      "SELECT entry FROM op_log WHERE position < :after ORDER BY position DESC LIMIT 1");
  query.bind((number_ + 1) << kSeqBits);
  J_TRY(const bool any, query.next());
  if (!any) return {};
  const std::string raw = query.blob(0);
  J_TRY(const LogEntry entry, decodeEntry(raw));
  head_ = Head{entry.id.seq, crypto::hash(crypto::bytesOf(raw)), entry.stamp};
  durable_ = head_;
  return {};
}

Result<Appended> OpLog::append(NewEntry change, const Record& record, UtcTime now) {
  J_CHECK(writeHeld(nullptr));
  Appended appended;
  LogEntry& entry = appended.entry;
  entry.id = OpId{device_, head_.seq + 1};
  entry.prevHash = head_.hash;
  entry.stamp = nextHlc(head_.stamp, now);
  entry.kind = kindOf(record);
  entry.entity = change.entity;
  entry.field = change.field;
  entry.parents = std::move(change.parents);
  entry.value = encodeRecord(record);
  unwritten_ = encodeEntry(entry);
  head_ = Head{entry.id.seq, crypto::hash(crypto::bytesOf(*unwritten_)), entry.stamp};
  appended.position = positionOf(entry.id);
  return appended;
}

Result<void> OpLog::seal() {
  if (!unwritten_) return {};
  const std::string message = signedMessage(head_.hash);
  const crypto::Signature signature = key_.sign(crypto::bytesOf(message));
  return writeHeld(&signature);
}

Result<void> OpLog::writeHeld(const crypto::Signature* signature) {
  if (!unwritten_) return {};
  Query query = database_.query(
      "INSERT INTO op_log (position, entry, signature) VALUES (:position, :entry, :signature)");
  query.bind((number_ << kSeqBits) | static_cast<OpPosition>(head_.seq));
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

OpId OpLog::idOf(OpPosition position) const {
  return OpId{device_, static_cast<std::uint64_t>(position & kSeqMask)};
}

OpPosition OpLog::positionOf(const OpId& id) const {
  return (number_ << kSeqBits) | static_cast<OpPosition>(id.seq);
}

Result<LogEntry> readEntry(Database& database, OpPosition position) {
  Query query = database.query("SELECT entry FROM op_log WHERE position = :position");
  query.bind(position);
  J_TRY(const bool found, query.next());
  if (!found) return Error{ErrorCode::Corrupt, fmt::format("log entry {} is missing", position)};
  return decodeEntry(query.blob(0));
}

Result<std::string> readText(Database& database, OpPosition position) {
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
    J_TRY(const LogEntry entry, decodeEntry(raw));
    J_CHECK(visit(query.integer(0), entry, raw));
  }
}

}  // namespace journal::store
