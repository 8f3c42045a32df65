// The journal as its other devices meet it.

#include <algorithm>

#include "journal/crypto/envelope.h"
#include "journal/service/journal_parts.h"
#include "journal/service/op_runner.h"
#include "journal/store/rebuild.h"
#include "journal/store/receiver.h"
#include "journal/store/record_codec.h"

namespace journal::service {
namespace {

constexpr std::string_view kNamesKey = "names key";

std::string contextOf(std::string_view key) {
  return "afternote sync state 1 " + std::string(key);
}

/// What came may have moved words, tags and names about: everything that a screen shows.
Changes everything() {
  Changes changes;
  changes.reflections = changes.tags = changes.names = changes.intentions = true;
  changes.caseStudies = changes.profiles = changes.words = changes.timetable = true;
  changes.prompts = changes.permissions = changes.frameworks = changes.attachments = true;
  changes.keeping = true;
  return changes;
}

}  // namespace

LogOwner LocalJournal::self() const {
  return {parts_->log->device(), parts_->log->key().publicKey()};
}

crypto::SigningKey LocalJournal::signingKey() const {
  return crypto::SigningKey::fromSeed(parts_->log->key().seed());
}

std::array<std::uint8_t, 64> LocalJournal::sign(std::string_view message) {
  return parts_->log->key().sign(crypto::bytesOf(message));
}

Result<std::vector<LogEnd>> LocalJournal::ends() {
  std::vector<LogEnd> ends;
  for (const auto& [number, device] : parts_->log->devices().all()) {
    J_TRY(const auto end, store::keptEnd(*parts_->database, number));
    ends.push_back({device.id, end.seq, end.hash});
  }
  return ends;
}

Result<std::optional<std::array<std::uint8_t, 32>>> LocalJournal::hashOf(const OpId& op) {
  using Hash = std::optional<std::array<std::uint8_t, 32>>;
  const auto position = parts_->log->devices().positionOf(op);
  if (!position) return Hash();
  store::Query query =
      parts_->database->query("SELECT entry FROM op_log WHERE position = :position");
  query.bind(*position);
  J_TRY(const bool here, query.next());
  return here ? Hash(store::hashOfStored(query.blob(0))) : Hash();
}

Result<std::vector<TravellingEntry>> LocalJournal::entries(DeviceId device, std::uint64_t first,
                                                           std::size_t most, std::size_t bytes) {
  std::vector<TravellingEntry> entries;
  const store::KnownDevice* owner = parts_->log->devices().find(device);
  if (owner == nullptr) return entries;
  store::Query query = parts_->database->query(
      "SELECT entry, signature FROM op_log WHERE position BETWEEN :first AND :last "
      "ORDER BY position");
  query.bind(store::positionAt(owner->number, first))
      .bind(store::positionAt(owner->number + 1, 0) - 1);
  std::size_t size = 0;
  std::size_t whole = 0;  // up to here they end signed
  // Another device's run goes on to its next signature, however far that is.
  while (entries.size() < most && (size < bytes || (whole == 0 && !owner->ours))) {
    J_TRY(const bool more, query.next());
    if (!more) break;
    TravellingEntry entry;
    const std::string raw = query.blob(0);
    entry.hash = store::hashOfStored(raw);
    if (!store::isErased(raw)) entry.bytes = raw;
    const std::string signature = query.blob(1);
    if (signature.size() == crypto::Signature{}.size()) {
      std::copy(signature.begin(), signature.end(), entry.signature.emplace().begin());
      whole = entries.size() + 1;
    }
    size += raw.size();
    entries.push_back(std::move(entry));
  }
  if (owner->ours && !entries.empty()) {
    J_CHECK(parts_->log->handOut(store::positionAt(owner->number, first + entries.size() - 1)));
  }
  if (!owner->ours) {
    entries.resize(whole);
  } else if (!entries.empty() && !entries.back().signature) {
    entries.back().signature = sign(store::signedMessage(entries.back().hash));
  }
  return entries;
}

Result<void> LocalJournal::handOutEverything() {
  return parts_->log->handOut(parts_->log->last());
}

Result<Received> LocalJournal::receive(const LogOwner& from, std::uint64_t first,
                                       const std::vector<TravellingEntry>& entries) {
  std::vector<store::ArrivedEntry> arrived;
  arrived.reserve(entries.size());
  for (const TravellingEntry& entry : entries) {
    arrived.push_back({entry.bytes, entry.hash, entry.signature});
  }
  store::Receiver receiver(*parts_->database, *parts_->log, parts_->projections);
  const auto run = [&]() -> Result<void> {
    J_TRY(auto transaction, store::Transaction::begin(*parts_->database));
    J_CHECK(receiver.keep(from.device, from.signKey, first, arrived));
    J_CHECK(receiver.applyKept());
    return transaction->commit();
  };
  if (auto ran = run(); !ran.ok()) {
    parts_->undone();
    J_CHECK(parts_->log->readDevices());
    return ran.error();
  }
  parts_->namesChanged();
  return Received{receiver.applied() > 0 ? everything() : Changes(), receiver.applied(),
                  receiver.waiting()};
}

Result<std::uint64_t> LocalJournal::erasures() {
  store::Query query = parts_->database->query("SELECT count(*) FROM erased");
  J_TRY(const auto count, query.firstInteger());
  return static_cast<std::uint64_t>(count.value_or(0));
}

Result<std::uint64_t> LocalJournal::erasedIn(DeviceId device, std::uint64_t first,
                                             std::uint64_t last) {
  const store::KnownDevice* owner = parts_->log->devices().find(device);
  if (owner == nullptr) return std::uint64_t{0};
  store::Query query = parts_->database->query(
      "SELECT count(*) FROM op_log WHERE position BETWEEN :first AND :last AND length(entry) = 32");
  query.bind(store::positionAt(owner->number, first)).bind(store::positionAt(owner->number, last));
  J_TRY(const auto count, query.firstInteger());
  return static_cast<std::uint64_t>(count.value_or(0));
}

// Another identity -------------------------------------------------------------------------------

Result<LogOwner> LocalJournal::becomeAnew(
    std::uint64_t lastShared, const std::function<Result<void>(const LogOwner&)>& endorse) {
  const auto key = crypto::SigningKey::generate();
  const LogOwner next{DeviceId::random(parts_->random), key.publicKey()};
  J_CHECK(endorse(next));
  const crypto::Secret deviceKey = parts_->vault->subKey(crypto::SubKey::DeviceSecrets);
  store::Database& database = *parts_->database;
  store::OpLog& log = *parts_->log;
  const auto run = [&]() -> Result<void> {
    J_TRY(auto transaction, store::Transaction::begin(database));
    J_TRY(const auto device, log.devices().add(database, next.device, next.signKey));
    J_CHECK(store::moveToNewIdentity(database, log.devices(), lastShared, device, key,
                                     store::sealSeed(deviceKey, key)));
    J_CHECK(log.reopen(deviceKey));
    J_CHECK(store::rebuild(database, parts_->projections, log.devices()));
    return transaction->commit();
  };
  if (auto ran = run(); !ran.ok()) {
    parts_->undone();
    J_CHECK(log.reopen(deviceKey));
    return ran.error();
  }
  parts_->namesChanged();
  return next;
}

// What synchronising remembers -------------------------------------------------------------------

Result<std::optional<std::string>> LocalJournal::remembered(std::string_view key) {
  return parts_->remembered(key);
}

Result<std::optional<std::string>> LocalJournal::Parts::remembered(std::string_view key) {
  store::Query query = database->query("SELECT sealed FROM sync_state WHERE key = :key");
  query.bind(key);
  J_TRY(const bool known, query.next());
  if (!known) return std::optional<std::string>();
  const std::string sealed = query.blob(0);
  J_TRY(const auto plain, crypto::open(vault->subKey(crypto::SubKey::DeviceSecrets),
                                       crypto::bytesOf(sealed), crypto::bytesOf(contextOf(key))));
  return std::optional<std::string>(std::string(plain.begin(), plain.end()));
}

Result<void> LocalJournal::remember(std::string_view key, std::string_view value) {
  const auto sealed = crypto::seal(parts_->vault->subKey(crypto::SubKey::DeviceSecrets),
                                   crypto::bytesOf(value), crypto::bytesOf(contextOf(key)));
  J_TRY(auto transaction, store::Transaction::begin(*parts_->database));
  J_CHECK(parts_->database
              ->query("INSERT INTO sync_state (key, sealed) VALUES (:key, :sealed) "
                      "ON CONFLICT (key) DO UPDATE SET sealed = excluded.sealed")
              .bind(key)
              .bind(std::span<const std::uint8_t>(sealed))
              .run());
  return transaction->commit();
}

std::array<std::uint8_t, 32> LocalJournal::namesKey() const {
  std::array<std::uint8_t, 32> key{};
  const auto bytes = parts_->namesKey.bytes();
  std::copy(bytes.begin(), bytes.end(), key.begin());
  return key;
}

Result<void> LocalJournal::adoptNamesKey(const std::array<std::uint8_t, 32>& key) {
  J_TRY(const auto* names, parts_->projections.names.all());
  if (!names->empty()) {
    return Error{ErrorCode::Conflict, "names are here already",
                 "This journal has names of its own already. Start a new one on this device, then "
                 "add it to the other."};
  }
  J_CHECK(remember(kNamesKey, {reinterpret_cast<const char*>(key.data()), key.size()}));
  return parts_->readNamesKey();
}

Result<void> LocalJournal::Parts::readNamesKey() {
  J_TRY(auto known, remembered(kNamesKey));
  if (!known) return {};
  if (known->size() != crypto::Secret::kSize) return Error{ErrorCode::Corrupt, "names key"};
  const std::span<const std::uint8_t> bytes = crypto::bytesOf(*known);
  namesKey = crypto::Secret::copyOf(bytes.first<crypto::Secret::kSize>());
  crypto::wipe(*known);
  projections.names.forget();
  return {};
}

// What devices said differently ------------------------------------------------------------------

Result<std::vector<Disagreement>> LocalJournal::disagreements() {
  J_TRY(const auto open, parts_->projections.disagreements.open());
  std::vector<Disagreement> found;
  for (const store::Disagreement& one : open) {
    const auto field = disputedFieldOf(one.field);
    const auto id = ReflectionId::fromBytes(one.entity.bytes());
    J_TRY(const auto stored, parts_->projections.reflections.find(id));
    if (!field || !stored) continue;
    Disagreement disagreement{id, *field, one.heads, {}};
    J_TRY(const auto ordered,
          store::byStamp(*parts_->database, parts_->log->devices().positionsOf(one.heads)));
    for (store::OpPosition head : ordered) {
      J_TRY(auto side, parts_->side(head));
      disagreement.sides.push_back(std::move(side));
    }
    found.push_back(std::move(disagreement));
  }
  return found;
}

Result<DisagreementSide> LocalJournal::Parts::side(store::OpPosition head) {
  J_TRY(const auto entry, store::readEntry(*database, head));
  J_TRY(auto record, store::decodeRecord(entry.kind, entry.value));
  DisagreementSide side;
  side.op = entry.id;
  side.at = UtcTime{std::chrono::milliseconds{entry.stamp.wallMs}};
  if (auto* edited = std::get_if<store::TextEdited>(&record)) side.text = std::move(edited->text);
  if (auto* set = std::get_if<store::LessonSet>(&record)) side.lesson = std::move(set->lesson);
  if (auto* written = std::get_if<store::ReflectionWritten>(&record)) {
    side.text = std::move(written->reflection.text);
    side.lesson = std::move(written->reflection.lesson);
  }
  return side;
}

}  // namespace journal::service
