#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include <sqlite3.h>

#include "journal/base/result.h"

namespace journal::vault {

// The few calls of SQLite's own interface that this folder needs; everything above goes through
// SQLiteCpp.

struct CloseConnection {
  void operator()(sqlite3* db) const { sqlite3_close_v2(db); }
};
using Connection = std::unique_ptr<sqlite3, CloseConnection>;

/// Opens with SQLITE_OPEN_READWRITE | `flags`.
Result<Connection> openConnection(const std::filesystem::path& path, const std::string& vfsName,
                                  int flags = 0);
/// Runs every statement in `sql`, dropping rows.
Result<void> execute(sqlite3* db, const std::string& sql);
/// First column of the first row; empty when there is none.
Result<std::string> firstText(sqlite3* db, const std::string& sql);

/// Sets up a connection to a database just created through a VFS in Creating mode, still with a
/// rollback journal (in memory): a file has to have a page before it can go into WAL.
Result<void> prepareEmptyDatabase(sqlite3* db);
/// The same, then writes page 1 and enters WAL.
Result<void> createDatabase(sqlite3* db);

}  // namespace journal::vault
