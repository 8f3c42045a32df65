#pragma once

#include <optional>
#include <vector>

#include "journal/domain/permission.h"
#include "journal/store/database.h"
#include "journal/store/op_log.h"

namespace journal::store {

/// Every answer to how far notes about a young person may go.
class PermissionTable {
 public:
  explicit PermissionTable(Database& database) : database_(database) {}

  Result<void> add(const Permission& permission, OpPosition madeBy);
  Result<std::optional<Permission>> find(PermissionId id);
  Result<std::vector<Permission>> of(NameId youngPerson);  ///< as they were given
  Result<std::vector<Permission>> all();                   ///< as they were given

 private:
  Database& database_;
};

}  // namespace journal::store
