#include <algorithm>
#include <map>
#include <optional>
#include <pqxx/pqxx>
#include <utility>
#include <vector>

#include "journal/base/id.h"
#include "sync/storage/backend.h"
#include "sync/storage/postgres_sql.h"

// The only file of sync/ that sees libpqxx; its exceptions end here, and their messages with them:
// they quote values.

namespace syncing::storage {

using journal::Error;
using journal::ErrorCode;
using journal::Result;

namespace {

constexpr const char* kNotReached =
    "The database server cannot be reached, or broke off. Check that it runs and that the "
    "connection string is right.";

/// What `call` returns, its exceptions as Errors.
template <class Call>
auto caught(const char* step, const Call& call) -> Result<decltype(call())> {
  const std::string what = step;
  try {
    return call();
  } catch (const pqxx::broken_connection&) {
    return Error{ErrorCode::Io, what + ": connection broke", kNotReached};
  } catch (const pqxx::integrity_constraint_violation& wrong) {
    return Error{ErrorCode::Conflict, what + ": sqlstate " + wrong.sqlstate()};
  } catch (const pqxx::insufficient_resources& wrong) {
    return Error{ErrorCode::Io, what + ": sqlstate " + wrong.sqlstate()};
  } catch (const pqxx::sql_error& wrong) {
    return Error{ErrorCode::Internal, what + ": sqlstate " + wrong.sqlstate()};
  } catch (const std::exception&) {
    return Error{ErrorCode::Internal, what + ": libpqxx"};
  }
}

/// One connection at a time, and what is prepared on it.
class PostgresConnection {
 public:
  explicit PostgresConnection(std::string settings) : settings_(std::move(settings)) {}

  Result<void> open() {
    auto opened = caught("connect", [this] {
      close();
      connection_ = std::make_unique<pqxx::connection>(settings_);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
      // Connecting anew in the middle of a transaction would run its second half by itself.
      connection_->inhibit_reactivation(true);
#pragma GCC diagnostic pop
      work_ = std::make_unique<pqxx::nontransaction>(*connection_);
      work_->exec("SET synchronous_commit = on");
      work_->exec("SET client_min_messages = error");
      return true;
    });
    if (!opened.ok()) return opened.error();
    return {};
  }
  void close() {
    work_.reset();
    connection_.reset();
    prepared_.clear();
    inTransaction_ = false;
  }
  /// Where nothing is half done, a broken connection is replaced.
  Result<void> ready() {
    if (connection_ && connection_->is_open()) return {};
    if (inTransaction_)
      return Error{ErrorCode::Io, "connection broke in a transaction", kNotReached};
    return open();
  }
  Result<pqxx::result> run(const std::string& sql) {
    J_CHECK(ready());
    return caught("run statements", [&] { return work_->exec(sql); });
  }
  Result<pqxx::result> runPrepared(const std::string& sql, const std::vector<const char*>& values) {
    J_CHECK(ready());
    return caught("run a statement", [&] {
      auto [name, fresh] = prepared_.try_emplace(sql, "s" + std::to_string(prepared_.size()));
      if (fresh) connection_->prepare(name->second, sql);
      return work_->exec_prepared(name->second, pqxx::prepare::make_dynamic_params(values));
    });
  }
  void setInTransaction(bool inside) {
    inTransaction_ = inside;
  }

 private:
  std::string settings_;
  std::unique_ptr<pqxx::connection> connection_;
  std::unique_ptr<pqxx::nontransaction> work_;
  std::map<std::string, std::string> prepared_;  // SQL to name
  bool inTransaction_ = false;
};

class PostgresStatement final : public StatementBackend {
 public:
  PostgresStatement(PostgresConnection& connection, PostgresSql sql)
      : connection_(connection), sql_(std::move(sql)), values_(sql_.parameters.size()) {}

  void bindInteger(const char* name, std::int64_t value) override {
    slot(name) = std::to_string(value);
  }
  void bindText(const char* name, std::string_view text) override {
    slot(name) = std::string(text);
  }
  void bindBytes(const char* name, std::string_view bytes) override {
    slot(name) =
        "\\x" + journal::toHex({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()});
  }
  void bindNull(const char* name) override { slot(name) = std::nullopt; }

  Result<bool> step() override {
    if (rows_) return ++row_ < rows_->size();
    std::vector<const char*> values;
    values.reserve(values_.size());
    for (const auto& value : values_) values.push_back(value ? value->c_str() : nullptr);
    J_TRY(rows_, connection_.runPrepared(sql_.sql, values));
    row_ = 0;
    return row_ < rows_->size();
  }
  void reset() override {
    rows_.reset();
    std::fill(values_.begin(), values_.end(), std::nullopt);
  }
  std::int64_t integer(int column) const override {
    std::int64_t value = 0;
    field(column).to(value);
    return value;
  }
  std::string text(int column) const override {
    const pqxx::field value = field(column);
    return {value.c_str(), value.size()};
  }
  std::string bytes(int column) const override {
    const pqxx::field value = field(column);
    if (value.size() < 2) return {};
    const std::string_view hex(value.c_str() + 2, value.size() - 2);  // after \x
    std::string out(hex.size() / 2, '\0');
    journal::fromHex(hex, {reinterpret_cast<std::uint8_t*>(out.data()), out.size()});
    return out;
  }
  bool isNull(int column) const override { return field(column).is_null(); }

 private:
  std::optional<std::string>& slot(const char* name) {
    const auto found = std::find(sql_.parameters.begin(), sql_.parameters.end(), name);
    J_ASSERT(found != sql_.parameters.end());
    return values_[static_cast<std::size_t>(found - sql_.parameters.begin())];
  }
  pqxx::field field(int column) const {
    J_ASSERT(rows_ && row_ < rows_->size());
    return (*rows_)[row_][column];
  }

  PostgresConnection& connection_;
  PostgresSql sql_;
  std::vector<std::optional<std::string>> values_;
  std::optional<pqxx::result> rows_;
  pqxx::result::size_type row_ = 0;
};

class PostgresDatabase final : public DatabaseBackend {
 public:
  explicit PostgresDatabase(const std::string& settings) : connection_(settings) {}

  Result<void> open() {
    J_CHECK(connection_.open());
    for (const char* setting : {"fsync", "full_page_writes", "synchronous_commit"}) {
      J_TRY(const pqxx::result shown, connection_.run(std::string("SHOW ") + setting));
      if (shown[0][0].as<std::string>() != "on")
        return Error{ErrorCode::InvalidInput, std::string("postgresql: not on: ") + setting,
                     "The database server is set not to keep what it says it has kept. Set fsync, "
                     "full_page_writes and synchronous_commit to on."};
    }
    return {};
  }
  Result<std::unique_ptr<StatementBackend>> prepare(std::string_view sql) override {
    return std::unique_ptr<StatementBackend>(
        std::make_unique<PostgresStatement>(connection_, postgresSql(sql)));
  }
  Result<void> execute(const std::string& sql) override {
    J_CHECK(connection_.run(postgresSql(sql).sql));
    return {};
  }
  Result<void> begin() override {
    J_CHECK(connection_.run("BEGIN"));
    connection_.setInTransaction(true);
    return {};
  }
  Result<void> commit() override {
    J_CHECK(connection_.run("COMMIT"));
    connection_.setInTransaction(false);
    return {};
  }
  void rollback() override {
    // Refused when the connection broke: then the server rolls back by itself.
    (void)connection_.run("ROLLBACK").ok();
    connection_.setInTransaction(false);
  }
  Result<bool> hasTable(std::string_view name) override {
    const std::string table(name);
    J_TRY(const pqxx::result found,
          connection_.runPrepared("SELECT to_regclass($1) IS NOT NULL", {table.c_str()}));
    return found[0][0].as<bool>();
  }
  bool shared() const override { return true; }
  Result<void> copyTo(const std::filesystem::path&) override {
    return Error{ErrorCode::InvalidInput, "copy of a PostgreSQL database",
                 "This store is on a PostgreSQL server. Copy it with pg_dump or pg_basebackup."};
  }
  Result<void> reopen() override { return connection_.open(); }

 private:
  PostgresConnection connection_;
};

}  // namespace

Result<std::unique_ptr<DatabaseBackend>> connectPostgres(const std::string& connection) {
  auto database = std::make_unique<PostgresDatabase>(connection);
  J_CHECK(database->open());
  return std::unique_ptr<DatabaseBackend>(std::move(database));
}

}  // namespace syncing::storage
