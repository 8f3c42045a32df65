#include "journal/store/removal_table.h"

#include <array>

namespace journal::store {

Result<void> RemovalTable::takeOut(std::int64_t row, ReflectionId id) {
  // What hangs on the tags goes before the tags, and the heads of an entity before the entity.
  constexpr std::array kOfRow = {
      "DELETE FROM evidence_link WHERE tag IN (SELECT id FROM tag WHERE row = :row)",
      "DELETE FROM field_head WHERE entity IN (SELECT id FROM tag WHERE row = :row)",
      "DELETE FROM tag WHERE row = :row", "DELETE FROM mention WHERE row = :row",
      "DELETE FROM reflection WHERE row = :row"};
  constexpr std::array kOfId = {
      "DELETE FROM field_head WHERE entity IN "
      "(SELECT id FROM intention WHERE from_reflection = :id)",
      "DELETE FROM intention WHERE from_reflection = :id",
      "DELETE FROM field_head WHERE entity = :id"};
  for (const char* sql : kOfRow) J_CHECK(database_.query(sql).bind(row).run());
  for (const char* sql : kOfId) J_CHECK(database_.query(sql).bind(id).run());
  return {};
}

Result<void> RemovalTable::add(ReflectionId id, OpPosition position) {
  return database_.query("INSERT INTO removal (op, reflection) VALUES (:op, :reflection)")
      .bind(position)
      .bind(id)
      .run();
}

Result<bool> RemovalTable::holds(ReflectionId id) {
  Query query = database_.query("SELECT 1 FROM removal WHERE reflection = :reflection");
  query.bind(id);
  return query.next();
}

Result<std::vector<OpPosition>> RemovalTable::newestFirst() {
  Query query = database_.query("SELECT op FROM removal ORDER BY op DESC");
  std::vector<OpPosition> found;
  while (true) {
    J_TRY(const bool more, query.next());
    if (!more) return found;
    found.push_back(query.integer(0));
  }
}

}  // namespace journal::store
