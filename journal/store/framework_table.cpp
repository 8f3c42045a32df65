#include "journal/store/framework_table.h"

#include "journal/crypto/hash.h"
#include "journal/store/record_codec.h"

namespace journal::store {
namespace {

Result<OwnFrameworks> readVersions(Query query) {
  OwnFrameworks versions;
  while (true) {
    J_TRY(const bool more, query.next());
    if (!more) return versions;
    J_TRY(auto version, decodeFrameworkVersion(query.blob(0)));
    versions.push_back(std::move(version));
  }
}

}  // namespace

Result<void> FrameworkTable::add(const FrameworkVersion& version, OpPosition madeBy) {
  const std::string body = encodeFrameworkVersion(version);
  return database_
      .query(
          "INSERT INTO framework_version (version, made_op, body) "
          "VALUES (:version, :made_op, :body)")
      .bind(std::int64_t{version.framework.version})
      .bind(madeBy)
      .bind(crypto::bytesOf(body))
      .run();
}

Result<std::optional<OpPosition>> FrameworkTable::setBy(int version) {
  Query query = database_.query("SELECT made_op FROM framework_version WHERE version = :version");
  query.bind(std::int64_t{version});
  return query.firstInteger();
}

Result<void> FrameworkTable::remove(int version) {
  return database_.query("DELETE FROM framework_version WHERE version = :version")
      .bind(std::int64_t{version})
      .run();
}

Result<std::optional<FrameworkVersion>> FrameworkTable::find(int version) {
  Query query = database_.query("SELECT body FROM framework_version WHERE version = :version");
  query.bind(std::int64_t{version});
  J_TRY(auto found, readVersions(std::move(query)));
  if (found.empty()) return std::optional<FrameworkVersion>();
  return std::optional<FrameworkVersion>(std::move(found.front()));
}

Result<OwnFrameworks> FrameworkTable::all() {
  return readVersions(database_.query("SELECT body FROM framework_version ORDER BY version"));
}

}  // namespace journal::store
