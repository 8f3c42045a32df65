#include "journal/store/permission_table.h"

namespace journal::store {
namespace {

#define PERMISSION_COLUMNS \
  "id, young_person, answerer, level, asked_by, how_asked, on_day, until_day"

LocalDate readDay(const Query& query, int column) {
  return dateFromDayNumber(static_cast<std::int32_t>(query.integer(column)));
}

Result<std::vector<Permission>> readPermissions(Query query) {
  std::vector<Permission> all;
  while (true) {
    J_TRY(const bool more, query.next());
    if (!more) return all;
    Permission permission;
    permission.id = query.id<PermissionId>(0);
    permission.youngPerson = query.id<NameId>(1);
    permission.answerer = static_cast<Answerer>(query.integer(2));
    if (!query.isNull(3)) permission.level = UseLevel::of(static_cast<int>(query.integer(3)));
    permission.askedBy = query.text(4);
    permission.howAsked = query.text(5);
    permission.on = readDay(query, 6);
    permission.until = readDay(query, 7);
    all.push_back(std::move(permission));
  }
}

}  // namespace

Result<void> PermissionTable::add(const Permission& permission, OpPosition madeBy) {
  Query query = database_.query(
      "INSERT INTO permission (made_op, " PERMISSION_COLUMNS
      ") VALUES (:made_op, :id, :young_person, :answerer, :level, :asked_by, :how_asked, :on_day, "
      ":until_day)");
  query.bind(madeBy)
      .bind(permission.id)
      .bind(permission.youngPerson)
      .bind(static_cast<std::int64_t>(permission.answerer));
  if (permission.level) {
    query.bind(std::int64_t{permission.level->value()});
  } else {
    query.bindNull();
  }
  return query.bind(permission.askedBy)
      .bind(permission.howAsked)
      .bind(std::int64_t{dayNumber(permission.on)})
      .bind(std::int64_t{dayNumber(permission.until)})
      .run();
}

Result<std::optional<Permission>> PermissionTable::find(PermissionId id) {
  Query query = database_.query("SELECT " PERMISSION_COLUMNS " FROM permission WHERE id = :id");
  query.bind(id);
  J_TRY(auto found, readPermissions(std::move(query)));
  if (found.empty()) return std::optional<Permission>();
  return std::optional<Permission>(std::move(found.front()));
}

Result<std::vector<Permission>> PermissionTable::of(NameId youngPerson) {
  Query query = database_.query("SELECT " PERMISSION_COLUMNS
                                " FROM permission WHERE young_person = :young_person "
                                "ORDER BY on_day, made_op");
  query.bind(youngPerson);
  return readPermissions(std::move(query));
}

Result<std::vector<Permission>> PermissionTable::all() {
  return readPermissions(
      database_.query("SELECT " PERMISSION_COLUMNS " FROM permission ORDER BY on_day, made_op"));
}

}  // namespace journal::store
