#include "journal/store/intention_table.h"

namespace journal::store {

Result<void> IntentionTable::put(const Intention& intention, OpPosition madeBy) {
  return database_
      .query(
          "INSERT INTO intention (id, made_op, text, from_reflection, young_person, "
          "group_name, state, made_on) "
          "VALUES (:id, :made_op, :text, :from_reflection, :young_person, :group_name, :state, "
          ":made_on) "
          "ON CONFLICT (id) DO UPDATE SET text = excluded.text, "
          "from_reflection = excluded.from_reflection, young_person = excluded.young_person, "
          "group_name = excluded.group_name, state = excluded.state, "
          "made_on = excluded.made_on")
      .bind(intention.id)
      .bind(madeBy)
      .bind(intention.text)
      .bind(intention.from)
      .bind(intention.youngPerson)
      .bind(intention.group)
      .bind(static_cast<std::int64_t>(intention.state))
      .bind(std::int64_t{dayNumber(intention.madeOn)})
      .run();
}

Result<std::optional<OpPosition>> IntentionTable::madeBy(IntentionId id) {
  Query query = database_.query("SELECT made_op FROM intention WHERE id = :id");
  query.bind(id);
  return query.firstInteger();
}

namespace {

Result<std::vector<Intention>> readAll(Query query) {
  std::vector<Intention> intentions;
  while (true) {
    J_TRY(const bool more, query.next());
    if (!more) return intentions;
    Intention intention;
    intention.id = query.id<IntentionId>(0);
    intention.text = query.text(1);
    intention.from = query.optionalId<ReflectionId>(2);
    intention.youngPerson = query.optionalId<NameId>(3);
    intention.group = query.text(4);
    intention.state = static_cast<IntentionState>(query.integer(5));
    intention.madeOn = dateFromDayNumber(static_cast<std::int32_t>(query.integer(6)));
    intentions.push_back(std::move(intention));
  }
}

}  // namespace

Result<std::vector<Intention>> IntentionTable::open() {
  return readAll(database_.query(
      "SELECT intention.id, text, from_reflection, young_person, intention.group_name, "
      "intention.state, made_on FROM intention "
      "LEFT JOIN reflection ON reflection.id = from_reflection "
      "WHERE intention.state = 0 AND coalesce(held, 0) = 0 AND coalesce(binned, 0) = 0 "
      "ORDER BY made_on DESC, intention.made_op DESC"));
}

Result<std::vector<Intention>> IntentionTable::all() {
  return readAll(database_.query(
      "SELECT intention.id, text, from_reflection, young_person, intention.group_name, "
      "intention.state, made_on FROM intention "
      "LEFT JOIN reflection ON reflection.id = from_reflection "
      "WHERE coalesce(held, 0) = 0 AND coalesce(binned, 0) = 0 "
      "ORDER BY made_on, intention.made_op"));
}

}  // namespace journal::store
