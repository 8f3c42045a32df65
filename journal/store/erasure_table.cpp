#include "journal/store/erasure_table.h"

namespace journal::store {

Result<void> ErasureTable::add(const EntityId& entity) {
  none_ = false;
  return database_.query("INSERT OR IGNORE INTO erased (entity) VALUES (:entity)")
      .bind(entity)
      .run();
}

Result<bool> ErasureTable::any() {
  if (none_) return false;
  J_TRY(const bool any, database_.query("SELECT 1 FROM erased LIMIT 1").next());
  none_ = !any;
  return any;
}

Result<bool> ErasureTable::holds(const EntityId& entity) {
  J_TRY(const bool any, this->any());
  if (!any) return false;
  Query query = database_.query("SELECT 1 FROM erased WHERE entity = :entity");
  query.bind(entity);
  return query.next();
}

Result<bool> ErasureTable::holdsAny(const std::vector<EntityId>& entities) {
  for (const EntityId& entity : entities) {
    J_TRY(const bool erased, holds(entity));
    if (erased) return true;
  }
  return false;
}

}  // namespace journal::store
