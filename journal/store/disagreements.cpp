#include "journal/store/disagreements.h"

namespace journal::store {

Result<void> Disagreements::add(const EntityId& entity, Field field, const std::vector<OpId>& heads,
                                bool present) {
  // What was written on stays written on, also when the same heads come together again.
  return database_
      .query(
          "INSERT INTO disagreement (entity, field, heads, present) "
          "VALUES (:entity, :field, :heads, :present) "
          "ON CONFLICT DO UPDATE SET present = min(present, excluded.present)")
      .bind(entity)
      .bind(static_cast<std::int64_t>(field))
      .bind(crypto::bytesOf(packOps(heads)))
      .bind(std::int64_t{present})
      .run();
}

Result<void> Disagreements::setPresent(const EntityId& entity, Field field,
                                       const std::vector<OpId>& heads, bool differ) {
  J_CHECK(database_
              .query("DELETE FROM disagreement "
                     "WHERE entity = :entity AND field = :field AND present = 1")
              .bind(entity)
              .bind(static_cast<std::int64_t>(field))
              .run());
  return differ ? add(entity, field, heads, true) : Result<void>();
}

Result<void> Disagreements::keep(const EntityId& entity, Field field,
                                 const std::vector<OpId>& heads) {
  return add(entity, field, heads, false);
}

Result<void> Disagreements::settle(const EntityId& entity, Field field,
                                   const std::vector<OpId>& heads) {
  return database_
      .query(
          "INSERT OR IGNORE INTO settled (entity, field, heads) "
          "VALUES (:entity, :field, :heads)")
      .bind(entity)
      .bind(static_cast<std::int64_t>(field))
      .bind(crypto::bytesOf(packOps(heads)))
      .run();
}

Result<void> Disagreements::forget(const EntityId& entity) {
  J_CHECK(database_.query("DELETE FROM disagreement WHERE entity = :entity").bind(entity).run());
  return database_.query("DELETE FROM settled WHERE entity = :entity").bind(entity).run();
}

Result<bool> Disagreements::any(const EntityId& entity, Field field) {
  Query query = database_.query(
      "SELECT 1 FROM disagreement WHERE entity = :entity AND field = :field LIMIT 1");
  query.bind(entity).bind(static_cast<std::int64_t>(field));
  return query.next();
}

Result<std::vector<Disagreement>> Disagreements::open() {
  Query query = database_.query(
      "SELECT entity, field, heads FROM disagreement EXCEPT "
      "SELECT entity, field, heads FROM settled ORDER BY entity, field, heads");
  std::vector<Disagreement> all;
  while (true) {
    J_TRY(const bool more, query.next());
    if (!more) return all;
    all.push_back(
        {query.id<EntityId>(0), static_cast<Field>(query.integer(1)), unpackOps(query.blob(2))});
  }
}

}  // namespace journal::store
