#pragma once

#include <optional>
#include <vector>

#include "journal/domain/legal_hold.h"
#include "journal/store/database.h"
#include "journal/store/op_log.h"

namespace journal::store {

/// Every legal hold, those that ended too.
class LegalHoldTable {
 public:
  explicit LegalHoldTable(Database& database) : database_(database) {}

  /// Adds it, or says everything but its end anew.
  Result<void> put(const LegalHold& hold, OpPosition madeBy);
  Result<void> end(LegalHoldId id, const LegalHoldEnd& end);
  Result<std::optional<OpPosition>> madeBy(LegalHoldId id);
  Result<std::vector<LegalHold>> all();  ///< by the day each began

 private:
  Database& database_;
};

}  // namespace journal::store
