#include "journal/store/rebuild.h"

#include <array>

#include "journal/store/erasing.h"
#include "journal/store/record_codec.h"
#include "journal/store/replay.h"

namespace journal::store {
namespace {

constexpr std::array kEmptied = {
    "DELETE FROM field_head",      "DELETE FROM reflection",
    "DELETE FROM mention",         "DELETE FROM tag",
    "DELETE FROM known_name",      "DELETE FROM real_name",
    "DELETE FROM intention",       "DELETE FROM case_study",
    "DELETE FROM claim",           "DELETE FROM evidence_link",
    "DELETE FROM review_event",    "DELETE FROM departure",
    "DELETE FROM profile",         "DELETE FROM goal",
    "DELETE FROM kept_word",       "DELETE FROM timetable_slot",
    "DELETE FROM attachment",      "DELETE FROM attachment_part",
    "DELETE FROM removal",         "DELETE FROM prompt_set",
    "DELETE FROM prompt_question", "DELETE FROM withheld_prompts",
    "DELETE FROM permission",      "DELETE FROM framework_version",
    "DELETE FROM legal_hold",      "DELETE FROM access_log",
    "DELETE FROM group_session",   "DELETE FROM own_format",
    "DELETE FROM blurs",           "DELETE FROM merged_text",
    "DELETE FROM disagreement",    "DELETE FROM settled",
    "DELETE FROM erased",          "DELETE FROM indexed_document",
    "DELETE FROM pending_index",   "INSERT INTO full_text (full_text) VALUES ('delete-all')"};

/// An entry as the new identity would have made it.
class Renamer {
 public:
  Renamer(const DeviceId& from, std::uint64_t lastShared, const DeviceId& to)
      : from_(from), lastShared_(lastShared), to_(to) {}

  OpId operator()(const OpId& id) const {
    if (id.device != from_ || id.seq <= lastShared_) return id;
    return OpId{to_, id.seq - lastShared_};
  }
  Result<std::string> renamed(LogEntry entry, const crypto::Digest& prevHash) const {
    entry.id = (*this)(entry.id);
    entry.prevHash = prevHash;
    for (OpId& parent : entry.parents) parent = (*this)(parent);
    auto record = decodeRecord(entry.kind, entry.value);
    if (record.ok()) {
      if (auto* settled = std::get_if<DisagreementSettled>(&record.value())) {
        for (OpId& head : settled->heads) head = (*this)(head);
        entry.value = encodeRecord(record.value());
      }
    }
    return encodeEntry(entry);
  }

 private:
  DeviceId from_;
  std::uint64_t lastShared_;
  DeviceId to_;
};

Result<void> insert(Database& database, OpPosition position, const std::string& raw,
                    const crypto::SigningKey& key) {
  const std::string message = signedMessage(hashOfStored(raw));
  return database
      .query("INSERT INTO op_log (position, entry, signature) VALUES (:p, :entry, :signature)")
      .bind(position)
      .bind(crypto::bytesOf(raw))
      .bind(std::span<const std::uint8_t>(key.sign(crypto::bytesOf(message))))
      .run();
}

Result<void> moveArrivals(Database& database, OpPosition lastShared, OpPosition before) {
  return database
      .query(
          "UPDATE arrival SET after_op = after_op - :shared + :before "
          "WHERE after_op > :shared AND after_op < :end")
      .bind(lastShared)
      .bind(before)
      .bind(positionAt(deviceNumberOf(lastShared) + 1, 0))
      .run();
}

}  // namespace

Result<void> rebuild(Database& database, Projections& projections, const Devices& devices) {
  projections.forget();
  for (const char* sql : kEmptied) J_CHECK(database.query(sql).run());
  J_TRY(const auto replayed, replayInto(projections, devices, {}, nullptr));
  J_CHECK(eraseAgain(database, projections));
  return database.query("DELETE FROM unknown_entry WHERE kind <= :known")
      .bind(std::int64_t{projections.lastKind()})
      .run();
}

Result<bool> knowsMoreNow(Database& database, const Projections& projections) {
  Query query = database.query("SELECT 1 FROM unknown_entry WHERE kind <= :known LIMIT 1");
  query.bind(std::int64_t{projections.lastKind()});
  return query.next();
}

Result<void> moveToNewIdentity(Database& database, const Devices& devices, std::uint64_t lastShared,
                               const KnownDevice& next, const crypto::SigningKey& key,
                               const std::vector<std::uint8_t>& sealedSeed) {
  const KnownDevice* old = devices.ours();
  if (old == nullptr) return Error{ErrorCode::Corrupt, "no device of our own"};
  const Renamer rename(old->id, lastShared, next.id);
  std::vector<std::string> entries;
  {
    Query query = database.query(
        "SELECT entry FROM op_log WHERE position BETWEEN :first AND :last ORDER BY position");
    query.bind(positionAt(old->number, lastShared + 1)).bind(positionAt(old->number + 1, 0) - 1);
    while (true) {
      J_TRY(const bool more, query.next());
      if (!more) break;
      entries.push_back(query.blob(0));
    }
  }
  J_CHECK(database.query("DELETE FROM op_log WHERE position BETWEEN :first AND :last")
              .bind(positionAt(old->number, lastShared + 1))
              .bind(positionAt(old->number + 1, 0) - 1)
              .run());
  crypto::Digest chain{};
  for (std::size_t i = 0; i < entries.size(); ++i) {
    std::string raw = entries[i];
    if (!isErased(raw)) {
      J_TRY(const LogEntry entry, decodeEntry(raw));
      J_TRY(raw, rename.renamed(entry, chain));
    }
    chain = hashOfStored(raw);
    J_CHECK(insert(database, positionAt(next.number, i + 1), raw, key));
  }
  J_CHECK(moveArrivals(database, positionAt(old->number, lastShared), positionAt(next.number, 0)));
  J_CHECK(
      database.query("UPDATE device SET sealed_seed = NULL, was_ours_to = :to WHERE number = :n")
          .bind(static_cast<std::int64_t>(lastShared))
          .bind(old->number)
          .run());
  return database.query("UPDATE device SET sealed_seed = :seed WHERE number = :n")
      .bind(std::span<const std::uint8_t>(sealedSeed))
      .bind(next.number)
      .run();
}

}  // namespace journal::store
