#include "journal/store/migrations.h"

#include <fmt/format.h>

#include "journal/store/database.h"
#include "journal/store/replay.h"

namespace journal::store {
namespace {

constexpr int kOtherDevices = 5;

/// Since several devices write, what took something out is a head as well; before, it was
/// forgotten.
Result<void> rebuildHeads(Database& database) {
  J_TRY(const auto again, replay(database, {}, {}, nullptr));
  J_CHECK(database.script("DELETE FROM field_head"));
  Query heads = again.database->query("SELECT entity, field, op FROM field_head");
  while (true) {
    J_TRY(const bool more, heads.next());
    if (!more) return {};
    J_CHECK(database.query("INSERT INTO field_head (entity, field, op) VALUES (:e, :f, :o)")
                .bind(heads.id<EntityId>(0))
                .bind(heads.integer(1))
                .bind(heads.integer(2))
                .run());
  }
}

}  // namespace

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
    if (step.version == kOtherDevices && present > 0) J_CHECK(rebuildHeads(database));
    J_CHECK(database.script(fmt::format("PRAGMA user_version = {}", step.version)));
    J_CHECK(transaction->commit());
  }
  return {};
}

}  // namespace journal::store
