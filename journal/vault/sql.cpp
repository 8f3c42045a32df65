#include "journal/vault/sql.h"

#include "journal/vault/connection.h"
#include "journal/vault/vfs.h"

namespace journal::vault {
namespace {

struct Finalize {
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};

}  // namespace

Result<Connection> openConnection(const std::filesystem::path& path, const std::string& vfsName,
                                  int flags) {
  sqlite3* raw = nullptr;
  const int rc =
      sqlite3_open_v2(path.c_str(), &raw, SQLITE_OPEN_READWRITE | flags, vfsName.c_str());
  Connection db(raw);
  if (rc != SQLITE_OK) return errorFromSqlite(rc, "open database");
  return db;
}

Result<void> execute(sqlite3* db, const std::string& sql) {
  const int rc = sqlite3_exec(db, sql.c_str(), nullptr, nullptr, nullptr);
  if (rc != SQLITE_OK) return errorFromSqlite(sqlite3_extended_errcode(db), "statement");
  return {};
}

Result<std::string> firstText(sqlite3* db, const std::string& sql) {
  sqlite3_stmt* raw = nullptr;
  if (sqlite3_prepare_v2(db, sql.c_str(), -1, &raw, nullptr) != SQLITE_OK) {
    return errorFromSqlite(sqlite3_extended_errcode(db), "prepare");
  }
  const std::unique_ptr<sqlite3_stmt, Finalize> statement(raw);
  const int rc = sqlite3_step(raw);
  if (rc == SQLITE_DONE) return std::string();
  if (rc != SQLITE_ROW) return errorFromSqlite(sqlite3_extended_errcode(db), "step");
  const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(raw, 0));
  return std::string(text != nullptr ? text : "");
}

}  // namespace journal::vault
