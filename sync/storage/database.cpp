#include "sync/storage/database.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <utility>

#include "journal/vault/connection.h"
#include "journal/vault/vault.h"

// The only file of sync/ that sees SQLiteCpp; its exceptions end here.

namespace syncing::storage {

using journal::Error;
using journal::Result;

struct Statement::Impl {
  SQLite::Statement statement;
};

struct Database::Impl {
  std::unique_ptr<journal::vault::Vault> vault;  // null in memory; must outlive `database`
  std::unique_ptr<SQLite::Database> database;
};

namespace {

constexpr const char* kInMemoryPragmas =
    "PRAGMA temp_store=MEMORY; PRAGMA foreign_keys=ON; PRAGMA trusted_schema=OFF;";

Error sqliteError(const SQLite::Exception& caught, std::string_view step) {
  return journal::vault::errorFromSqlite(caught.getExtendedErrorCode(), step);
}

Result<std::unique_ptr<SQLite::Database>> connect(const journal::vault::Vault& vault) {
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

}  // namespace

Statement::Statement(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Statement::~Statement() = default;
Statement::Statement(Statement&&) noexcept = default;
Statement& Statement::operator=(Statement&&) noexcept = default;

Statement& Statement::bind(const char* name, std::int64_t value) {
  impl_->statement.bind(name, value);
  return *this;
}

Statement& Statement::bind(const char* name, std::string_view text) {
  impl_->statement.bind(name, std::string(text));
  return *this;
}

Statement& Statement::bindBytes(const char* name, std::string_view bytes) {
  impl_->statement.bind(name, bytes.data(), static_cast<int>(bytes.size()));
  return *this;
}

Statement& Statement::bindNull(const char* name) {
  impl_->statement.bind(name);
  return *this;
}

Result<bool> Statement::step() {
  try {
    return impl_->statement.executeStep();
  } catch (const SQLite::Exception& caught) {
    return sqliteError(caught, "run a statement");
  }
}

Result<void> Statement::run() {
  J_TRY(bool more, step());
  while (more) {
    J_TRY(more, step());
  }
  reset();
  return {};
}

void Statement::reset() {
  // The result of the reset repeats the failure of the last step, which step() has returned
  // already.
  (void)impl_->statement.tryReset();
  impl_->statement.clearBindings();
}

std::int64_t Statement::integer(int column) const {
  return impl_->statement.getColumn(column).getInt64();
}

std::string Statement::text(int column) const {
  return impl_->statement.getColumn(column).getString();
}

std::string Statement::bytes(int column) const {
  return impl_->statement.getColumn(column).getString();
}

bool Statement::isNull(int column) const {
  return impl_->statement.getColumn(column).isNull();
}

Database::Database(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Database::~Database() {
  impl_->database.reset();  // before the vault, whose VFS it uses
}

Result<NewDatabase> Database::create(const std::filesystem::path& folder,
                                     const Passphrase& passphrase, KdfPreset preset) {
  J_TRY(auto made, journal::vault::Vault::create(folder, passphrase, preset));
  J_TRY(auto connection, connect(*made.vault));
  auto impl = std::make_unique<Impl>(Impl{std::move(made.vault), std::move(connection)});
  return NewDatabase{std::unique_ptr<Database>(new Database(std::move(impl))),
                     std::move(made.recoveryKey)};
}

Result<std::unique_ptr<Database>> Database::open(const std::filesystem::path& folder,
                                                 const Passphrase& passphrase, KdfPreset preset) {
  J_TRY(auto vault, journal::vault::Vault::unlock(folder, passphrase, preset));
  J_TRY(auto connection, connect(*vault));
  auto impl = std::make_unique<Impl>(Impl{std::move(vault), std::move(connection)});
  return std::unique_ptr<Database>(new Database(std::move(impl)));
}

Result<std::unique_ptr<Database>> Database::inMemory() {
  try {
    auto connection = std::make_unique<SQLite::Database>(
        ":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    connection->exec(kInMemoryPragmas);
    auto impl = std::make_unique<Impl>(Impl{nullptr, std::move(connection)});
    return std::unique_ptr<Database>(new Database(std::move(impl)));
  } catch (const SQLite::Exception& caught) {
    return sqliteError(caught, "open a store in memory");
  }
}

Result<Statement> Database::prepare(std::string_view sql) {
  try {
    return Statement(std::unique_ptr<Statement::Impl>(
        new Statement::Impl{SQLite::Statement(*impl_->database, std::string(sql))}));
  } catch (const SQLite::Exception& caught) {
    return sqliteError(caught, "prepare a statement");
  }
}

Result<void> Database::execute(const std::string& sql) {
  try {
    impl_->database->exec(sql);
    return {};
  } catch (const SQLite::Exception& caught) {
    return sqliteError(caught, "run statements");
  }
}

Result<void> Database::transaction(const std::function<Result<void>()>& work) {
  J_CHECK(execute("BEGIN IMMEDIATE"));
  Result<void> outcome = work();
  if (outcome.ok()) outcome = execute("COMMIT");
  if (!outcome.ok()) {
    // A failed COMMIT may have rolled back already; then this reports "no transaction" and changes
    // nothing.
    (void)execute("ROLLBACK").ok();
  }
  return outcome;
}

}  // namespace syncing::storage
