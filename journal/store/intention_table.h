#pragma once

#include <optional>
#include <vector>

#include "journal/domain/intention.h"
#include "journal/store/database.h"
#include "journal/store/op_log.h"

namespace journal::store {

class IntentionTable {
 public:
  explicit IntentionTable(Database& database) : database_(database) {}

  Result<void> put(const Intention& intention, OpPosition madeBy);
  Result<std::optional<OpPosition>> madeBy(IntentionId id);
  /// Newest first; those that came from a held or binned reflection are left out.
  Result<std::vector<Intention>> open();
  /// Open, done and let go, oldest first; the same ones left out.
  Result<std::vector<Intention>> all();

 private:
  Database& database_;
};

}  // namespace journal::store
