#include "journal/store/removal_table.h"

#include <array>
#include <cstdint>
#include <span>

#include "journal/crypto/hash.h"

namespace journal::store {

Result<void> RemovalTable::run(const char* sql, const EntityId& entity) {
  return database_.query(sql).bind(entity).run();
}

Result<void> RemovalTable::takeOut(std::int64_t row, ReflectionId id, Quotes quotes) {
  if (quotes == Quotes::Go) {
    J_CHECK(database_
                .query("DELETE FROM evidence_link "
                       "WHERE tag IN (SELECT id FROM tag WHERE row = :row)")
                .bind(row)
                .run());
  }
  // The heads of an entity go before the entity.
  constexpr std::array kOfRow = {
      "DELETE FROM field_head WHERE entity IN (SELECT id FROM tag WHERE row = :row)",
      "DELETE FROM tag WHERE row = :row", "DELETE FROM mention WHERE row = :row",
      "DELETE FROM reflection WHERE row = :row"};
  constexpr std::array kOfId = {
      "DELETE FROM disagreement WHERE entity IN "
      "(SELECT id FROM intention WHERE from_reflection = :id)",
      "DELETE FROM settled WHERE entity IN "
      "(SELECT id FROM intention WHERE from_reflection = :id)",
      "DELETE FROM field_head WHERE entity IN "
      "(SELECT id FROM intention WHERE from_reflection = :id)",
      "DELETE FROM intention WHERE from_reflection = :id",
      "DELETE FROM field_head WHERE entity = :id"};
  for (const char* sql : kOfRow) J_CHECK(database_.query(sql).bind(row).run());
  for (const char* sql : kOfId) J_CHECK(database_.query(sql).bind(id).run());
  return {};
}

std::string RemovalTable::digestOf(const std::string& source) {
  return source.empty() ? std::string() : toHex(crypto::hash(crypto::bytesOf(source)));
}

Result<void> RemovalTable::add(ReflectionId id, const std::string& sourceDigest,
                               OpPosition position) {
  none_ = false;
  Query query = database_.query(
      "INSERT INTO removal (op, reflection, source) VALUES (:op, :reflection, :source)");
  query.bind(position).bind(id);
  if (sourceDigest.empty()) return query.bindNull().run();
  crypto::Digest digest{};
  if (!fromHex(sourceDigest, digest)) return Error{ErrorCode::Corrupt, "the digest of a removal"};
  return query.bind(std::span<const std::uint8_t>(digest)).run();
}

Result<bool> RemovalTable::holds(ReflectionId id, const std::string& source) {
  if (none_) return false;
  J_TRY(const bool any, database_.query("SELECT 1 FROM removal LIMIT 1").next());
  none_ = !any;
  if (none_) return false;
  return knows(id, digestOf(source));
}

Result<bool> RemovalTable::knows(ReflectionId id, const std::string& sourceDigest) {
  crypto::Digest digest{};
  const bool hasSource = fromHex(sourceDigest, digest);
  Query query =
      database_.query("SELECT 1 FROM removal WHERE reflection = :reflection OR source = :source");
  query.bind(id);
  if (hasSource)
    query.bind(std::span<const std::uint8_t>(digest));
  else
    query.bindNull();  // equals nothing
  return query.next();
}

Result<std::vector<RemovalTable::Row>> RemovalTable::newestFirst() {
  Query query = database_.query("SELECT op, reflection, source FROM removal ORDER BY op DESC");
  std::vector<Row> found;
  while (true) {
    J_TRY(const bool more, query.next());
    if (!more) return found;
    Row row{query.integer(0), query.id<ReflectionId>(1), {}};
    if (!query.isNull(2)) row.sourceDigest = toHex(crypto::bytesOf(query.blob(2)));
    found.push_back(std::move(row));
  }
}

}  // namespace journal::store
