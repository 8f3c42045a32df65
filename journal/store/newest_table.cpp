#include "journal/store/newest_table.h"

namespace journal::store {

#define NEWEST_SQL(table)                                        \
  {                                                              \
    "INSERT INTO " table                                         \
    " (id, made_op) VALUES (:id, :made_op) "                     \
    "ON CONFLICT (id) DO UPDATE SET made_op = excluded.made_op", \
        "SELECT made_op FROM " table " WHERE id = :id",          \
        "SELECT made_op FROM " table " ORDER BY id"              \
  }

const NewestSql kAccessLog = NEWEST_SQL("access_log");
const NewestSql kGroupSessions = NEWEST_SQL("group_session");
const NewestSql kOwnFormats = NEWEST_SQL("own_format");
const NewestSql kBlurs = NEWEST_SQL("blurs");

#undef NEWEST_SQL

Result<void> NewestTable::put(const EntityId& id, OpPosition madeBy) {
  return database_.query(sql_.put).bind(id).bind(madeBy).run();
}

Result<std::optional<OpPosition>> NewestTable::madeBy(const EntityId& id) {
  Query query = database_.query(sql_.find);
  query.bind(id);
  return query.firstInteger();
}

Result<std::vector<OpPosition>> NewestTable::all() {
  Query query = database_.query(sql_.all);
  std::vector<OpPosition> found;
  while (true) {
    J_TRY(const bool more, query.next());
    if (!more) return found;
    found.push_back(query.integer(0));
  }
}

}  // namespace journal::store
