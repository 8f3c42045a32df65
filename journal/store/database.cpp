#include "journal/store/database.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <unordered_map>

#include "journal/vault/connection.h"

namespace journal::store {

struct Query::Prepared {
  std::unique_ptr<SQLite::Statement> statement;
  bool busy = false;
};

struct Database::Connection {
  explicit Connection(SQLite::Database opened) : database(std::move(opened)) {}
  SQLite::Database database;
  std::unordered_map<const char*, std::unique_ptr<Query::Prepared>> statements;
};

namespace {

/// Runs a step of SQLiteCpp; 0, or the library's code for what it threw.
template <class Step>
int caught(const Step& step) {
  try {
    step();
    return SQLITE_OK;
  } catch (const SQLite::Exception& exception) {
    const int code = exception.getExtendedErrorCode();
    return code > 0 ? code
                    : (exception.getErrorCode() > 0 ? exception.getErrorCode() : SQLITE_ERROR);
  }
}

}  // namespace

// Query ------------------------------------------------------------------------------------------

Query::Query(Database& database, Prepared* prepared, std::unique_ptr<Prepared> own)
    : database_(&database), prepared_(prepared), own_(std::move(own)) {}

Query::Query(Query&& other) noexcept
    : database_(other.database_),
      prepared_(std::exchange(other.prepared_, nullptr)),
      own_(std::move(other.own_)),
      bound_(other.bound_),
      failure_(other.failure_) {}

Query::~Query() {
  if (prepared_ == nullptr) return;
  prepared_->statement->tryReset();
  caught([this] { prepared_->statement->clearBindings(); });
  prepared_->busy = false;
}

Query& Query::bind(std::int64_t value) {
  ++bound_;
  if (failure_ == 0) failure_ = caught([&] { prepared_->statement->bind(bound_, value); });
  return *this;
}

Query& Query::bind(std::string_view text) {
  ++bound_;
  if (failure_ == 0)
    failure_ = caught([&] { prepared_->statement->bind(bound_, std::string(text)); });
  return *this;
}

Query& Query::bind(std::span<const std::uint8_t> blob) {
  ++bound_;
  const void* data = blob.empty() ? static_cast<const void*>("") : blob.data();
  if (failure_ == 0) {
    failure_ =
        caught([&] { prepared_->statement->bind(bound_, data, static_cast<int>(blob.size())); });
  }
  return *this;
}

Query& Query::bindBorrowed(std::span<const std::uint8_t> blob) {
  ++bound_;
  const void* data = blob.empty() ? static_cast<const void*>("") : blob.data();
  if (failure_ == 0) {
    failure_ = caught(
        [&] { prepared_->statement->bindNoCopy(bound_, data, static_cast<int>(blob.size())); });
  }
  return *this;
}

Query& Query::bindBorrowed(const std::string& text) {
  ++bound_;
  if (failure_ == 0) failure_ = caught([&] { prepared_->statement->bindNoCopy(bound_, text); });
  return *this;
}

Query& Query::bindNull() {
  ++bound_;
  if (failure_ == 0) failure_ = caught([&] { prepared_->statement->bind(bound_); });
  return *this;
}

Result<bool> Query::next() {
  if (failure_ != 0) return database_->lastError(failure_);
  const int code = prepared_->statement->tryExecuteStep();
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  failure_ = code;
  return database_->lastError(code);
}

Result<std::optional<std::int64_t>> Query::firstInteger() {
  J_TRY(const bool found, next());
  return found ? std::optional<std::int64_t>(integer(0)) : std::nullopt;
}

Result<void> Query::run() {
  J_TRY(const bool row, next());
  if (row) return Error{ErrorCode::Internal, "a statement gave a row that nobody asked for"};
  return {};
}

bool Query::isNull(int column) const {
  return prepared_->statement->getColumn(column).isNull();
}

std::int64_t Query::integer(int column) const {
  return prepared_->statement->getColumn(column).getInt64();
}

std::string Query::text(int column) const {
  return prepared_->statement->getColumn(column).getString();
}

std::string Query::blob(int column) const {
  const SQLite::Column value = prepared_->statement->getColumn(column);
  const void* data = value.getBlob();
  if (data == nullptr) return {};
  return {static_cast<const char*>(data), static_cast<std::size_t>(value.getBytes())};
}

std::string Query::packed() const {
  std::string bytes;
  for (int i = 0; i < prepared_->statement->getColumnCount(); ++i) {
    const SQLite::Column value = prepared_->statement->getColumn(i);
    const std::string content = value.isNull() ? std::string() : blob(i);
    bytes.append(std::to_string(value.getType())).push_back(':');
    bytes.append(std::to_string(content.size())).push_back(':');
    bytes.append(content);
  }
  return bytes;
}

// Database ---------------------------------------------------------------------------------------

Database::Database(std::unique_ptr<Connection> connection) : connection_(std::move(connection)) {}
Database::~Database() = default;

Result<std::unique_ptr<Database>> Database::open(const Options& options) {
  std::unique_ptr<Connection> connection;
  const int code = caught([&] {
    // One thread owns a Database, so SQLite need not guard it.
    connection = std::make_unique<Connection>(SQLite::Database(
        options.file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_NOMUTEX, 0, options.vfs));
  });
  if (code != SQLITE_OK) return vault::errorFromSqlite(code, "open the journal");
  vault::ConnectionOptions prepare;
  prepare.cacheKib = options.cacheKib;
  prepare.autoCheckpointPages = 0;
  J_CHECK(vault::prepareConnection(connection->database.getHandle(), prepare));
  std::unique_ptr<Database> database(new Database(std::move(connection)));
  sqlite3_wal_hook(database->handle(), &Database::noteCommit, database.get());
  return database;
}

Result<std::unique_ptr<Database>> Database::inMemory() {
  std::unique_ptr<Connection> connection;
  const int code = caught([&] {
    connection = std::make_unique<Connection>(
        SQLite::Database(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE));
  });
  if (code != SQLITE_OK) return vault::errorFromSqlite(code, "open a database in memory");
  return std::unique_ptr<Database>(new Database(std::move(connection)));
}

int Database::noteCommit(void* self, sqlite3*, const char*, int pages) {
  static_cast<Database*>(self)->logPages_ = pages;
  return SQLITE_OK;
}

Query Database::query(const char* sql) {
  std::unique_ptr<Query::Prepared>& cached = connection_->statements[sql];
  const auto prepare = [&](Query::Prepared& prepared) {
    return caught([&] {
      prepared.statement = std::make_unique<SQLite::Statement>(connection_->database, sql);
      prepared.busy = true;
    });
  };
  if (cached && !cached->busy) {
    cached->busy = true;
    return Query(*this, cached.get(), nullptr);
  }
  auto fresh = std::make_unique<Query::Prepared>();
  const int code = prepare(*fresh);
  Query query(*this, code == SQLITE_OK ? fresh.get() : nullptr, nullptr);
  query.failure_ = code;
  if (code != SQLITE_OK) {
    connection_->statements.erase(sql);
  } else if (!cached) {
    cached = std::move(fresh);
  } else {
    query.own_ = std::move(fresh);
  }
  return query;
}

Result<void> Database::script(const std::string& sql) {
  const int code = caught([&] { connection_->database.exec(sql); });
  if (code != SQLITE_OK) return lastError(code);
  return {};
}

Result<int> Database::checkpoint() {
  const vault::WritingMuch writing(handle());
  int pages = 0;
  int copied = 0;
  const int code =
      sqlite3_wal_checkpoint_v2(handle(), "main", SQLITE_CHECKPOINT_PASSIVE, &pages, &copied);
  if (code != SQLITE_OK) return lastError(code);
  if (pages == copied) logPages_ = 0;
  return pages;
}

std::int64_t Database::totalChanges() const {
  return sqlite3_total_changes(handle());
}

bool Database::inTransaction() const {
  return sqlite3_get_autocommit(handle()) == 0;
}

sqlite3* Database::handle() const {
  return connection_->database.getHandle();
}

Error Database::lastError(int code) const {
  const int extended = sqlite3_extended_errcode(handle());
  const bool same = (extended & 0xFF) == (code & 0xFF);
  return vault::errorFromSqlite(same ? extended : code, "journal database");
}

// Reading ----------------------------------------------------------------------------------------

Result<std::unique_ptr<Reading>> Reading::begin(Database& database) {
  const bool own = !database.inTransaction();
  if (own) J_CHECK(database.query("BEGIN").run());
  return std::unique_ptr<Reading>(new Reading(database, own));
}

Reading::~Reading() {
  if (!own_ || !database_.inTransaction()) return;
  const auto ended = database_.query("COMMIT").run();
  J_ASSERT(ended.ok() || !database_.inTransaction());  // nothing was written that could fail
}

// Transaction ------------------------------------------------------------------------------------

Result<std::unique_ptr<Transaction>> Transaction::begin(Database& database) {
  J_CHECK(database.query("BEGIN IMMEDIATE").run());
  return std::unique_ptr<Transaction>(new Transaction(database));
}

Result<void> Transaction::commit() {
  J_CHECK(database_.query("COMMIT").run());
  open_ = false;
  return {};
}

Transaction::~Transaction() {
  // SQLite has rolled back by itself after some failures (full disk); then there is nothing to do.
  if (!open_ || !database_.inTransaction()) return;
  if (auto undone = database_.query("ROLLBACK").run(); !undone.ok() && database_.inTransaction()) {
    J_ASSERT(false);  // a transaction that cannot be undone must not be built upon
  }
}

}  // namespace journal::store
