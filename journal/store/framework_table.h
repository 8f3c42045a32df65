#pragma once

#include <optional>

#include "journal/domain/own_framework.h"
#include "journal/store/database.h"
#include "journal/store/op_log.h"

namespace journal::store {

/// Every version of the service's own framework. One is never changed.
class FrameworkTable {
 public:
  explicit FrameworkTable(Database& database) : database_(database) {}

  Result<void> add(const FrameworkVersion& version, OpPosition madeBy);
  /// The entry that made a version, if it is there.
  Result<std::optional<OpPosition>> setBy(int version);
  /// Makes room for the one that is to be there instead.
  Result<void> remove(int version);
  Result<std::optional<FrameworkVersion>> find(int version);
  Result<OwnFrameworks> all();  ///< by number

 private:
  Database& database_;
};

}  // namespace journal::store
