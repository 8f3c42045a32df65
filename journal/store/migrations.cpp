#include "journal/store/migrations.h"

#include <fmt/format.h>

#include "journal/store/database.h"

namespace journal::store {

Result<int> schemaVersion(Database& database) {
  Query query = database.query("PRAGMA user_version");
  J_TRY(const bool row, query.next());
  return row ? static_cast<int>(query.integer(0)) : 0;
}

Result<void> migrate(Database& database, std::span<const Migration> steps) {
  J_TRY(const int present, schemaVersion(database));
  const int newest = steps.empty() ? 0 : steps.back().version;
  if (present > newest) {
    return Error{ErrorCode::TooNew, fmt::format("schema {} and we know {}", present, newest),
                 "This journal was written by a newer Afternote. Install that version to open it; "
                 "nothing in it has been touched."};
  }
  for (const Migration& step : steps) {
    if (step.version <= present) continue;
    J_TRY(auto transaction, Transaction::begin(database));
    J_CHECK(database.script(std::string(step.sql)));
    J_CHECK(database.script(fmt::format("PRAGMA user_version = {}", step.version)));
    J_CHECK(transaction->commit());
  }
  return {};
}

}  // namespace journal::store
