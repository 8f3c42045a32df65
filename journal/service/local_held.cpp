// Entries on safeguarding hold, as they are read.

#include "journal/service/journal_parts.h"
#include "journal/store/record_codec.h"

namespace journal::service {
namespace {

/// The last value of a field: the entry of the log and its record.
struct Latest {
  Hlc stamp;
  store::Record record;
};

}  // namespace

Result<HeldEntry> LocalJournal::Parts::heldEntry(const store::StoredReflection& stored) {
  const auto latest = [&](store::Field field) -> Result<Latest> {
    const auto entity = store::entityOf(stored.reflection.id);
    J_TRY(const auto heads, projections.heads.of(entity, field, stored.madeOp));
    J_TRY(auto entry, store::readEntry(*database, heads.back()));
    J_TRY(auto record, store::decodeRecord(entry.kind, entry.value));
    return Latest{entry.stamp, std::move(record)};
  };
  HeldEntry entry;
  entry.id = stored.reflection.id;
  entry.date = stored.reflection.lesson.date;
  entry.setting = stored.reflection.lesson.setting;
  entry.writtenAt = stored.reflection.writtenAt;
  entry.isLine = isConcernLine(stored.excerpt);
  J_TRY(const Latest hold, latest(store::Field::Hold));
  entry.since = UtcTime{std::chrono::milliseconds{hold.stamp.wallMs}};
  // Of this hold: what was recorded before it was taken off and put on again counts no more.
  J_TRY(const Latest receipt, latest(store::Field::Receipt));
  if (const auto* recorded = std::get_if<store::ReceiptRecorded>(&receipt.record)) {
    if (receipt.stamp > hold.stamp) entry.steps.received = recorded->receipt;
  }
  J_TRY(const Latest wish, latest(store::Field::Wish));
  if (const auto* recorded = std::get_if<store::WishRecorded>(&wish.record)) {
    if (wish.stamp > hold.stamp) entry.steps.wish = recorded->wish;
  }
  return entry;
}

Result<std::vector<HeldEntry>> LocalJournal::held() {
  J_TRY(const auto reading, store::Reading::begin(*parts_->database));
  J_TRY(const auto found, parts_->projections.reflections.held());
  std::vector<HeldEntry> entries;
  entries.reserve(found.size());
  for (const store::StoredReflection& stored : found) {
    J_TRY(auto entry, parts_->heldEntry(stored));
    entries.push_back(std::move(entry));
  }
  return entries;
}

Result<std::vector<Removal>> LocalJournal::removals() {
  J_TRY(const auto found, parts_->projections.removals.newestFirst());
  std::vector<Removal> removals;
  for (const store::RemovalTable::Row& row : found) {
    J_TRY(const auto entry, store::readEntry(*parts_->database, row.op));
    J_TRY(const auto record, store::decodeRecord(entry.kind, entry.value));
    if (const auto* brought = std::get_if<store::RemovalBrought>(&record)) {
      removals.push_back(brought->removal);
      continue;
    }
    const auto* removed = std::get_if<store::HeldRemoved>(&record);
    if (removed == nullptr) continue;
    removals.push_back({removed->received, UtcTime{std::chrono::milliseconds{entry.stamp.wallMs}},
                        row.reflection, row.sourceDigest});
  }
  return removals;
}

}  // namespace journal::service
