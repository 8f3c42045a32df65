#include "journal/vault/connection.h"

#include <string_view>

#include <fmt/format.h>
#include <sqlite3.h>

#include "journal/vault/page_cipher.h"
#include "journal/vault/sql.h"
#include "journal/vault/vfs.h"

namespace journal::vault {
namespace {

constexpr const char* kDamagedAdvice =
    "Part of this journal's file is damaged. Nothing has been changed. Please keep the file and "
    "restore the latest backup.";
constexpr const char* kDiskFullAdvice = "The disk is full. Free some space, then try again.";
constexpr const char* kUnwritableAdvice =
    "This folder cannot be written to. Choose another place, or ask for permission to write there.";
constexpr const char* kDiskAdvice =
    "The disk did not do as it was asked. Close Afternote, check the disk, then open it again.";

Result<void> requireEncryption(sqlite3* db) {
  char* name = nullptr;
  const int rc = sqlite3_file_control(db, "main", SQLITE_FCNTL_VFSNAME, &name);
  const bool ours = rc == SQLITE_OK && name != nullptr && isVaultVfs(name);
  sqlite3_free(name);
  if (!ours) return Error{ErrorCode::InvalidInput, "connection without the encrypting VFS"};
  return {};
}

Result<void> reserveBytes(sqlite3* db) {
  int reserve = static_cast<int>(kReserve);
  const int rc = sqlite3_file_control(db, "main", SQLITE_FCNTL_RESERVE_BYTES, &reserve);
  if (rc != SQLITE_OK) return errorFromSqlite(rc, "reserve bytes");
  return {};
}

void restrictFeatures(sqlite3* db) {
  sqlite3_extended_result_codes(db, 1);
  sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, nullptr);
  sqlite3_db_config(db, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
  sqlite3_db_config(db, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
}

Result<void> enterWal(sqlite3* db) {
  J_TRY(const std::string mode, firstText(db, "PRAGMA journal_mode = WAL"));
  if (mode != "wal") return Error{ErrorCode::Internal, "journal mode is not WAL"};
  return {};
}

/// A log left by a crash is copied into the database and a new one begun, so that one log is one
/// session (log_audit.cpp). On a full disk that may have to wait; the log is good as it is.
Result<void> beginNewLog(sqlite3* db) {
  const int rc =
      sqlite3_wal_checkpoint_v2(db, "main", SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
  if (rc == SQLITE_OK || (rc & 0xff) == SQLITE_FULL || (rc & 0xff) == SQLITE_BUSY) return {};
  return errorFromSqlite(rc, "begin a new log");
}

}  // namespace

Result<void> prepareConnection(sqlite3* db, const ConnectionOptions& options) {
  restrictFeatures(db);
  sqlite3_busy_timeout(db, options.busyTimeoutMs);
  J_CHECK(requireEncryption(db));
  J_CHECK(reserveBytes(db));
  if (options.exclusive) J_CHECK(execute(db, "PRAGMA locking_mode = EXCLUSIVE"));
  J_CHECK(execute(db, "PRAGMA temp_store = MEMORY; PRAGMA mmap_size = 0; PRAGMA fullfsync = ON;"));
  J_CHECK(execute(db, fmt::format("PRAGMA cache_size = -{}", options.cacheKib)));
  J_CHECK(enterWal(db));
  J_CHECK(execute(db,
                  "PRAGMA synchronous = FULL; PRAGMA cell_size_check = ON;"
                  "PRAGMA secure_delete = ON; PRAGMA foreign_keys = ON;"));
  sqlite3_wal_autocheckpoint(db, options.autoCheckpointPages);
  J_CHECK(execute(db, "SELECT count(*) FROM sqlite_schema"));
  return options.exclusive ? beginNewLog(db) : Result<void>();
}

WritingMuch::WritingMuch(sqlite3* db) : db_(db) {
  bool on = true;
  sqlite3_file_control(db_, "main", kWriteBehindControl, &on);
}
WritingMuch::~WritingMuch() {
  bool on = false;
  sqlite3_file_control(db_, "main", kWriteBehindControl, &on);
}

Result<void> prepareEmptyDatabase(sqlite3* db) {
  restrictFeatures(db);
  J_CHECK(requireEncryption(db));
  J_CHECK(reserveBytes(db));
  return execute(db,
                 "PRAGMA page_size = 4096; PRAGMA auto_vacuum = NONE; PRAGMA temp_store = MEMORY;"
                 "PRAGMA mmap_size = 0; PRAGMA journal_mode = MEMORY; PRAGMA synchronous = FULL;");
}

Result<void> createDatabase(sqlite3* db) {
  J_CHECK(prepareEmptyDatabase(db));
  J_CHECK(execute(db, "PRAGMA locking_mode = EXCLUSIVE; PRAGMA user_version = 0;"));
  return enterWal(db);
}

Error errorFromSqlite(int code, std::string_view what) {
  Error error{ErrorCode::Internal, fmt::format("{}: sqlite {}", what, code)};
  const auto set = [&error](ErrorCode to, const char* advice) {
    error.code = to;
    error.advice = advice;
    return error;
  };
  if (code == SQLITE_IOERR_DATA) return set(ErrorCode::Corrupt, kDamagedAdvice);
  switch (code & 0xff) {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return set(ErrorCode::Corrupt, kDamagedAdvice);
    case SQLITE_FULL:
      return set(ErrorCode::Io, kDiskFullAdvice);
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
      return set(ErrorCode::Io, kUnwritableAdvice);
    case SQLITE_IOERR:
      return set(ErrorCode::Io, kDiskAdvice);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return set(ErrorCode::Locked, "");
    case SQLITE_CONSTRAINT:
      return set(ErrorCode::Conflict, "");
    case SQLITE_INTERRUPT:
      return set(ErrorCode::Cancelled, "");
    case SQLITE_TOOBIG:
      return set(ErrorCode::InvalidInput, "");
    default:
      return error;
  }
}

}  // namespace journal::vault
