#pragma once

#include <optional>
#include <vector>

#include "journal/base/result.h"
#include "journal/store/database.h"
#include "journal/store/log_entry.h"
#include "journal/store/op_log.h"

namespace journal::store {

/// The statements of one such table; literals, because statements are kept by their address.
struct NewestSql {
  const char* put;
  const char* find;
  const char* all;
};
extern const NewestSql kAccessLog;
extern const NewestSql kGroupSessions;
extern const NewestSql kOwnFormats;
extern const NewestSql kBlurs;  ///< by case study

/// Things whose content stays in the log alone: which entry says how each stands now.
class NewestTable {
 public:
  NewestTable(Database& database, const NewestSql& sql) : database_(database), sql_(sql) {}

  Result<void> put(const EntityId& id, OpPosition madeBy);
  Result<std::optional<OpPosition>> madeBy(const EntityId& id);
  Result<std::vector<OpPosition>> all();  ///< by id

 private:
  Database& database_;
  const NewestSql& sql_;
};

}  // namespace journal::store
