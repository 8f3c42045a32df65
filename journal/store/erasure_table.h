#pragma once

#include <vector>

#include "journal/store/database.h"
#include "journal/store/log_entry.h"

namespace journal::store {

/// What was erased for good.
class ErasureTable {
 public:
  explicit ErasureTable(Database& database) : database_(database) {}

  Result<void> add(const EntityId& entity);
  /// Mostly nothing ever was, and then this and what follows cost nothing.
  Result<bool> any();
  Result<bool> holds(const EntityId& entity);
  Result<bool> holdsAny(const std::vector<EntityId>& entities);
  /// After a rollback.
  void forget() { none_ = false; }

 private:
  Database& database_;
  bool none_ = false;
};

}  // namespace journal::store
