// How long things are kept: legal holds, the log of searches, erasing.
#include <array>

#include "journal/store/projector.h"

namespace journal::store {

Result<void> Projector::operator()(const LegalHoldPut& put) {
  J_TRY(const auto present, to_.legalHolds.madeBy(put.hold.id));
  if (!present) return to_.legalHolds.put(put.hold, position_);
  // Two devices took the same one from a copy: one of the two says it, everywhere the same.
  J_TRY(const Shown what, shown({*present, position_}));
  return to_.legalHolds.put(std::get<LegalHoldPut>(*what.record).hold, what.at);
}

Result<void> Projector::operator()(const LegalHoldLifted&) {
  const auto id = entity<LegalHoldId>();
  J_TRY(const auto madeBy, to_.legalHolds.madeBy(id));
  if (!madeBy) return missing("legal hold");
  J_TRY(const Heads heads, advance(madeBy));
  J_TRY(const Shown what, shownPut<LegalHoldLifted>(heads));
  if (what.record == nullptr) return {};
  return to_.legalHolds.end(id, std::get<LegalHoldLifted>(*what.record).end);
}

/// The latest that was said of it stands.
Result<void> Projector::putNewest(NewestTable& table) {
  J_TRY(const auto present, table.madeBy(entry_.entity));
  J_TRY(const Heads heads, advance(present));
  J_TRY(const Shown what, shown(heads));
  return table.put(entry_.entity, what.at);
}

Result<void> Projector::operator()(const AccessRecorded&) {
  return putNewest(to_.accesses);
}

// Groups
// -------------------------------------------------------------------------------------------

Result<void> Projector::operator()(const GroupSessionPut&) {
  return putNewest(to_.groupSessions);
}
Result<void> Projector::operator()(const OwnFormatPut&) {
  return putNewest(to_.ownFormats);
}

// Two devices that decided apart: what the later one said stands, and about the rest a person is
// asked again.
Result<void> Projector::operator()(const BlursSet&) {
  return putNewest(to_.blurs);
}

// Erasing ----------------------------------------------------------------------------------------

Result<void> Projector::takeOutName(NameId id) {
  J_TRY(const auto known, to_.names.madeBy(id));
  if (known && to_.indexes()) J_CHECK(to_.fullText.removeMentioning(id));
  to_.names.forget();
  constexpr std::array kOfName = {
      "DELETE FROM known_name WHERE id = :id", "DELETE FROM real_name WHERE id = :id",
      "DELETE FROM profile WHERE young_person = :id", "DELETE FROM goal WHERE young_person = :id",
      "DELETE FROM permission WHERE young_person = :id"};
  for (const char* sql : kOfName) J_CHECK(to_.removals.run(sql, entityOf(id)));
  return {};
}

/// Whatever it was: its rows, and what hangs on them. Nothing when it was never here.
Result<void> Projector::operator()(const Erased&) {
  const auto id = entity<ReflectionId>();
  J_TRY(const auto stored, to_.reflections.find(id));
  if (stored) {
    J_CHECK(to_.takeOut(stored->row));
    J_CHECK(to_.disagreements.forget(entry_.entity));
  }
  constexpr std::int64_t kNoRow = -1;  // what hangs on it may have come first
  J_CHECK(to_.attachments.takeOut(id));
  J_CHECK(to_.removals.takeOut(stored ? stored->row : kNoRow, id, RemovalTable::Quotes::Stay));
  J_CHECK(takeOutName(entity<NameId>()));
  constexpr std::array kOfOthers = {
      "DELETE FROM evidence_link WHERE claim IN (SELECT id FROM claim WHERE study = :id)",
      "DELETE FROM field_head WHERE entity IN (SELECT id FROM claim WHERE study = :id)",
      "DELETE FROM claim WHERE study = :id",
      "DELETE FROM review_event WHERE study = :id",
      "DELETE FROM departure WHERE study = :id",
      "DELETE FROM case_study WHERE id = :id",
      "DELETE FROM blurs WHERE id = :id",
      "DELETE FROM intention WHERE id = :id",
      "DELETE FROM timetable_slot WHERE id = :id",
      "DELETE FROM kept_word WHERE id = :id",
      "DELETE FROM permission WHERE id = :id",
      "DELETE FROM group_session WHERE id = :id",
      "DELETE FROM own_format WHERE id = :id"};
  for (const char* sql : kOfOthers) J_CHECK(to_.removals.run(sql, entry_.entity));
  J_CHECK(to_.disagreements.forget(entry_.entity));
  return to_.erasures.add(entry_.entity);
}

}  // namespace journal::store
