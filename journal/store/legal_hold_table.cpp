#include "journal/store/legal_hold_table.h"

namespace journal::store {
namespace {

LocalDate dayIn(const Query& query, int column) {
  return dateFromDayNumber(static_cast<std::int32_t>(query.integer(column)));
}

}  // namespace

Result<void> LegalHoldTable::put(const LegalHold& hold, OpPosition madeBy) {
  Query query = database_.query(
      "INSERT INTO legal_hold (id, made_op, about, reason, since_day, ended_day, ended_reason) "
      "VALUES (:id, :made_op, :about, :reason, :since_day, NULL, '') "
      "ON CONFLICT (id) DO UPDATE SET made_op = excluded.made_op, about = excluded.about, "
      "reason = excluded.reason, since_day = excluded.since_day");
  query.bind(hold.id).bind(madeBy);
  if (hold.about) {
    query.bind(*hold.about);
  } else {
    query.bindNull();
  }
  return query.bind(hold.reason).bind(std::int64_t{dayNumber(hold.since)}).run();
}

Result<void> LegalHoldTable::end(LegalHoldId id, const LegalHoldEnd& end) {
  return database_
      .query("UPDATE legal_hold SET ended_day = :day, ended_reason = :reason WHERE id = :id")
      .bind(std::int64_t{dayNumber(end.on)})
      .bind(end.reason)
      .bind(id)
      .run();
}

Result<std::optional<OpPosition>> LegalHoldTable::madeBy(LegalHoldId id) {
  Query query = database_.query("SELECT made_op FROM legal_hold WHERE id = :id");
  query.bind(id);
  return query.firstInteger();
}

Result<std::vector<LegalHold>> LegalHoldTable::all() {
  Query query = database_.query(
      "SELECT id, about, reason, since_day, ended_day, ended_reason FROM legal_hold "
      "ORDER BY since_day, id");
  std::vector<LegalHold> holds;
  while (true) {
    J_TRY(const bool more, query.next());
    if (!more) return holds;
    LegalHold hold;
    hold.id = query.id<LegalHoldId>(0);
    if (!query.isNull(1)) hold.about = query.id<NameId>(1);
    hold.reason = query.text(2);
    hold.since = dayIn(query, 3);
    if (!query.isNull(4)) hold.ended = LegalHoldEnd{dayIn(query, 4), query.text(5)};
    holds.push_back(std::move(hold));
  }
}

}  // namespace journal::store
