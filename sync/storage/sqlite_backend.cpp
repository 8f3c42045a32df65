#include "sync/storage/sqlite_backend.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <utility>

#include "journal/vault/connection.h"
#include "journal/vault/vault.h"

// The only file of sync/ that sees SQLiteCpp; its exceptions end here.

namespace syncing::storage {

using journal::Error;
using journal::Result;

namespace {

constexpr const char* kInMemoryPragmas =
    "PRAGMA temp_store=MEMORY; PRAGMA foreign_keys=ON; PRAGMA trusted_schema=OFF;";

Error sqliteError(const SQLite::Exception& caught, std::string_view step) {
  return journal::vault::errorFromSqlite(caught.getExtendedErrorCode(), step);
}

class SqliteStatement final : public StatementBackend {
 public:
  explicit SqliteStatement(SQLite::Statement statement) : statement_(std::move(statement)) {}

  void bindInteger(const char* name, std::int64_t value) override { statement_.bind(name, value); }
  void bindText(const char* name, std::string_view text) override {
    statement_.bind(name, std::string(text));
  }
  void bindBytes(const char* name, std::string_view bytes) override {
    // Null data would bind NULL: no bytes are still bytes.
    statement_.bind(name, bytes.empty() ? "" : bytes.data(), static_cast<int>(bytes.size()));
  }
  void bindNull(const char* name) override { statement_.bind(name); }
  Result<bool> step() override {
    try {
      return statement_.executeStep();
    } catch (const SQLite::Exception& caught) {
      return sqliteError(caught, "run a statement");
    }
  }
  void reset() override {
    // The result of the reset repeats the failure of the last step, which step() has returned.
    (void)statement_.tryReset();
    statement_.clearBindings();
  }
  std::int64_t integer(int column) const override {
    return statement_.getColumn(column).getInt64();
  }
  std::string text(int column) const override { return statement_.getColumn(column).getString(); }
  std::string bytes(int column) const override { return statement_.getColumn(column).getString(); }
  bool isNull(int column) const override { return statement_.getColumn(column).isNull(); }

 private:
  mutable SQLite::Statement statement_;  // getColumn() is not const, and changes nothing
};

Error notOpen() {
  return {journal::ErrorCode::Io, "the store could not be opened again"};
}

Result<std::unique_ptr<SQLite::Database>> openFile(const journal::vault::Vault& vault) {
  std::unique_ptr<SQLite::Database> database;
  try {
    database = std::make_unique<SQLite::Database>(vault.databasePath().string(),
                                                  SQLite::OPEN_READWRITE, 0, vault.vfsName());
  } catch (const SQLite::Exception& caught) {
    return sqliteError(caught, "open the service's store");
  }
  J_CHECK(journal::vault::prepareConnection(database->getHandle(), {}));
  return database;
}

class SqliteDatabase final : public DatabaseBackend {
 public:
  SqliteDatabase(std::unique_ptr<journal::vault::Vault> vault,
                 std::unique_ptr<SQLite::Database> database)
      : vault_(std::move(vault)), database_(std::move(database)) {}

  Result<std::unique_ptr<StatementBackend>> prepare(std::string_view sql) override {
    if (!database_) return notOpen();
    try {
      return std::unique_ptr<StatementBackend>(
          std::make_unique<SqliteStatement>(SQLite::Statement(*database_, std::string(sql))));
    } catch (const SQLite::Exception& caught) {
      return sqliteError(caught, "prepare a statement");
    }
  }
  Result<void> execute(const std::string& sql) override {
    if (!database_) return notOpen();
    try {
      database_->exec(sql);
      return {};
    } catch (const SQLite::Exception& caught) {
      return sqliteError(caught, "run statements");
    }
  }
  Result<void> begin() override { return execute("BEGIN IMMEDIATE"); }
  Result<void> commit() override { return execute("COMMIT"); }
  void rollback() override {
    // A failed COMMIT may have rolled back already; then this reports "no transaction" and changes
    // nothing.
    (void)execute("ROLLBACK").ok();
  }
  Result<bool> hasTable(std::string_view name) override {
    if (!database_) return notOpen();
    try {
      return database_->tableExists(std::string(name));
    } catch (const SQLite::Exception& caught) {
      return sqliteError(caught, "look for a table");
    }
  }
  bool shared() const override { return false; }
  Result<void> copyTo(const std::filesystem::path& folder) override {
    if (!vault_) return Error{journal::ErrorCode::InvalidInput, "a store in memory has no file"};
    if (!database_) return notOpen();
    return vault_->copyTo(database_->getHandle(), folder);
  }
  Result<void> reopen() override {
    if (!vault_) return {};  // in memory there is no disk to fail
    database_.reset();       // the VFS writes again once its files have been closed
    J_TRY(database_, openFile(*vault_));
    return {};
  }

 private:
  std::unique_ptr<journal::vault::Vault> vault_;  // null in memory; outlives `database_`
  std::unique_ptr<SQLite::Database> database_;    // null while it cannot be opened again
};

Result<std::unique_ptr<DatabaseBackend>> connect(std::unique_ptr<journal::vault::Vault> vault) {
  J_TRY(auto database, openFile(*vault));
  return std::unique_ptr<DatabaseBackend>(
      std::make_unique<SqliteDatabase>(std::move(vault), std::move(database)));
}

}  // namespace

Result<NewSqlite> createSqlite(const std::filesystem::path& folder, const Passphrase& passphrase,
                               KdfPreset preset) {
  J_TRY(auto made, journal::vault::Vault::create(folder, passphrase, preset));
  J_TRY(auto backend, connect(std::move(made.vault)));
  return NewSqlite{std::move(backend), std::move(made.recoveryKey)};
}

Result<std::unique_ptr<DatabaseBackend>> openSqlite(const std::filesystem::path& folder,
                                                    const Passphrase& passphrase,
                                                    KdfPreset preset) {
  J_TRY(auto vault, journal::vault::Vault::unlock(folder, passphrase, preset));
  return connect(std::move(vault));
}

Result<std::unique_ptr<DatabaseBackend>> sqliteInMemory() {
  try {
    auto database = std::make_unique<SQLite::Database>(
        ":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    database->exec(kInMemoryPragmas);
    return std::unique_ptr<DatabaseBackend>(
        std::make_unique<SqliteDatabase>(nullptr, std::move(database)));
  } catch (const SQLite::Exception& caught) {
    return sqliteError(caught, "open a store in memory");
  }
}

}  // namespace syncing::storage
