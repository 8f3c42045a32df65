#include "journal/store/field_heads.h"

#include <algorithm>

namespace journal::store {

Result<std::vector<OpPosition>> FieldHeads::of(const EntityId& entity, Field field,
                                               std::optional<OpPosition> madeBy) {
  Query query = database_.query(
      "SELECT op FROM field_head WHERE entity = :entity AND field = :field ORDER BY op");
  query.bind(entity).bind(static_cast<std::int64_t>(field));
  std::vector<OpPosition> heads;
  while (true) {
    J_TRY(const bool more, query.next());
    if (!more) break;
    heads.push_back(query.integer(0));
  }
  if (heads.empty() && madeBy) heads.push_back(*madeBy);
  return heads;
}

Result<std::vector<OpPosition>> FieldHeads::advance(const EntityId& entity, Field field,
                                                    std::optional<OpPosition> madeBy,
                                                    const std::vector<OpPosition>& parents,
                                                    OpPosition position) {
  J_TRY(const auto present, of(entity, field, madeBy));
  std::vector<OpPosition> heads;
  for (OpPosition head : present) {
    if (head == position) continue;  // written over: its parents went before
    const bool seen = std::find(parents.begin(), parents.end(), head) != parents.end();
    if (!seen) {
      heads.push_back(head);
      J_CHECK(add(entity, field, head));
      continue;
    }
    J_CHECK(database_
                .query("DELETE FROM field_head "
                       "WHERE entity = :entity AND field = :field AND op = :op")
                .bind(entity)
                .bind(static_cast<std::int64_t>(field))
                .bind(head)
                .run());
  }
  if (!present.empty()) J_CHECK(add(entity, field, position));
  heads.push_back(position);
  std::sort(heads.begin(), heads.end());
  return heads;
}

Result<void> FieldHeads::add(const EntityId& entity, Field field, OpPosition position) {
  return database_
      .query("INSERT OR IGNORE INTO field_head (entity, field, op) VALUES (:entity, :field, :op)")
      .bind(entity)
      .bind(static_cast<std::int64_t>(field))
      .bind(position)
      .run();
}

Result<void> FieldHeads::forget(const EntityId& entity) {
  return database_.query("DELETE FROM field_head WHERE entity = :entity").bind(entity).run();
}

}  // namespace journal::store
