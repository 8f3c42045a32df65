#include "journal/store/removal_table.h"

#include <array>
#include <cstdint>
#include <span>

#include "journal/crypto/hash.h"

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

Result<void> RemovalTable::add(const Reflection& removed, OpPosition position) {
  none_ = false;
  Query query = database_.query(
      "INSERT INTO removal (op, reflection, source) VALUES (:op, :reflection, :source)");
  query.bind(position).bind(removed.id);
  if (removed.source.empty()) return query.bindNull().run();
  const crypto::Digest source = crypto::hash(crypto::bytesOf(removed.source));
  return query.bind(std::span<const std::uint8_t>(source)).run();
}

Result<bool> RemovalTable::holds(ReflectionId id, const std::string& source) {
  if (none_) return false;
  J_TRY(const bool any, database_.query("SELECT 1 FROM removal LIMIT 1").next());
  none_ = !any;
  if (none_) return false;
  const crypto::Digest digest = crypto::hash(crypto::bytesOf(source));
  Query query =
      database_.query("SELECT 1 FROM removal WHERE reflection = :reflection OR source = :source");
  query.bind(id).bind(std::span<const std::uint8_t>(digest));
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
