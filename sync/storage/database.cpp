#include "sync/storage/database.h"

#include <map>
#include <utility>
#include <vector>

#include "sync/storage/backend.h"
#include "sync/storage/sqlite_backend.h"

namespace syncing::storage {

using journal::Error;
using journal::ErrorCode;
using journal::Result;

namespace {
/// Enough for every statement of a program; more only means preparing again.
constexpr std::size_t kMostIdleStatements = 256;
}  // namespace

struct Database::Impl {
  explicit Impl(std::unique_ptr<DatabaseBackend> opened) : backend(std::move(opened)) {}

  std::unique_ptr<DatabaseBackend> backend;
  /// Prepared already and not in use. Declared after `backend`: gone before it.
  std::multimap<std::string, std::unique_ptr<StatementBackend>, std::less<>> idle;
  bool statementFailed = false;  ///< in this transaction
  bool suspect = false;
  std::size_t inUse = 0;  ///< statements

  /// As given, once it is known whether the disk is to blame.
  template <class Value>
  Result<Value> noted(Result<Value> result) {
    if (!result.ok() &&
        (result.error().code == ErrorCode::Io || result.error().code == ErrorCode::Corrupt))
      suspect = true;
    return result;
  }
};

struct Statement::Impl {
  Database::Impl* database;
  std::string sql;
  std::unique_ptr<StatementBackend> backend;

  Impl(Database::Impl* of, std::string_view text, std::unique_ptr<StatementBackend> prepared)
      : database(of), sql(text), backend(std::move(prepared)) {
    ++database->inUse;
  }
  ~Impl() {
    --database->inUse;
    if (database->idle.size() >= kMostIdleStatements) return;
    backend->reset();
    database->idle.emplace(std::move(sql), std::move(backend));
  }
};

Statement::Statement(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Statement::~Statement() = default;
Statement::Statement(Statement&&) noexcept = default;
Statement& Statement::operator=(Statement&&) noexcept = default;

Statement& Statement::bind(const char* name, std::int64_t value) {
  impl_->backend->bindInteger(name, value);
  return *this;
}

Statement& Statement::bind(const char* name, std::string_view text) {
  impl_->backend->bindText(name, text);
  return *this;
}

Statement& Statement::bindBytes(const char* name, std::string_view bytes) {
  impl_->backend->bindBytes(name, bytes);
  return *this;
}

Statement& Statement::bindNull(const char* name) {
  impl_->backend->bindNull(name);
  return *this;
}

Result<bool> Statement::step() {
  auto stepped = impl_->database->noted(impl_->backend->step());
  if (!stepped.ok()) impl_->database->statementFailed = true;
  return stepped;
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
  impl_->backend->reset();
}

std::int64_t Statement::integer(int column) const {
  return impl_->backend->integer(column);
}

std::string Statement::text(int column) const {
  return impl_->backend->text(column);
}

std::string Statement::bytes(int column) const {
  return impl_->backend->bytes(column);
}

bool Statement::isNull(int column) const {
  return impl_->backend->isNull(column);
}

Database::Database(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Database::~Database() = default;

Result<NewDatabase> Database::create(const std::filesystem::path& folder,
                                     const Passphrase& passphrase, KdfPreset preset) {
  J_TRY(auto made, createSqlite(folder, passphrase, preset));
  auto impl = std::make_unique<Impl>(std::move(made.backend));
  return NewDatabase{std::unique_ptr<Database>(new Database(std::move(impl))),
                     std::move(made.recoveryKey)};
}

Result<std::unique_ptr<Database>> Database::open(const std::filesystem::path& folder,
                                                 const Passphrase& passphrase, KdfPreset preset) {
  J_TRY(auto backend, openSqlite(folder, passphrase, preset));
  return std::unique_ptr<Database>(new Database(std::make_unique<Impl>(std::move(backend))));
}

Result<std::unique_ptr<Database>> Database::inMemory() {
  J_TRY(auto backend, sqliteInMemory());
  return std::unique_ptr<Database>(new Database(std::make_unique<Impl>(std::move(backend))));
}

Result<std::unique_ptr<Database>> Database::connect(const std::string& connection) {
  J_TRY(auto backend, connectPostgres(connection));
  return std::unique_ptr<Database>(new Database(std::make_unique<Impl>(std::move(backend))));
}

Result<Statement> Database::prepare(std::string_view sql) {
  std::unique_ptr<StatementBackend> backend;
  if (const auto found = impl_->idle.find(sql); found != impl_->idle.end()) {
    backend = std::move(found->second);
    impl_->idle.erase(found);
  } else {
    J_TRY(backend, impl_->noted(impl_->backend->prepare(sql)));
  }
  return Statement(
      std::unique_ptr<Statement::Impl>(new Statement::Impl(impl_.get(), sql, std::move(backend))));
}

Result<void> Database::execute(const std::string& sql) {
  auto done = impl_->noted(impl_->backend->execute(sql));
  if (!done.ok()) impl_->statementFailed = true;
  return done;
}

Result<void> Database::transaction(const std::function<Result<void>()>& work) {
  impl_->statementFailed = false;
  J_CHECK(impl_->noted(impl_->backend->begin()));
  Result<void> outcome = work();
  // PostgreSQL would answer the commit with a rollback; SQLite would keep the half.
  if (outcome.ok() && impl_->statementFailed)
    outcome = Error{ErrorCode::Internal, "a statement failed inside a transaction"};
  if (outcome.ok()) outcome = impl_->noted(impl_->backend->commit());
  if (!outcome.ok()) impl_->backend->rollback();
  return outcome;
}

Result<bool> Database::hasTable(std::string_view name) {
  return impl_->noted(impl_->backend->hasTable(name));
}

bool Database::shared() const {
  return impl_->backend->shared();
}

Result<void> Database::copyTo(const std::filesystem::path& folder) {
  return impl_->backend->copyTo(folder);
}

bool Database::suspect() const {
  return impl_->suspect;
}

Result<void> Database::reopen() {
  J_ASSERT(impl_->inUse == 0);
  impl_->idle.clear();
  impl_->suspect = false;
  return impl_->noted(impl_->backend->reopen());
}

}  // namespace syncing::storage
