// What only a server can do: be set wrongly, break off, and serve several at once.
#include <gtest/gtest.h>

#include <thread>

#include "sync/storage/database.h"
#include "tests/support/postgres_server.h"

namespace syncing::storage {
namespace {

using journal::ErrorCode;
using journal::Result;

std::unique_ptr<Database> connected(const std::string& connection) {
  auto made = Database::connect(connection);
  EXPECT_TRUE(made.ok());
  return std::move(made).value();
}

TEST(Postgres, AServerThatIsNotThereIsAnErrorWithAdvice) {
  const auto refused = Database::connect("host=/nonexistent dbname=none");
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.error().code, ErrorCode::Io);
  EXPECT_FALSE(refused.error().advice.empty());
}

TEST(Postgres, CommitsAreDurableWhateverTheConnectionStringSays) {
  auto database = connected(tests::PostgresServer::instance().with("-c synchronous_commit=off"));
  auto shown = database->prepare("SHOW synchronous_commit");
  ASSERT_TRUE(*shown->step());
  EXPECT_EQ(shown->text(0), "on");
  auto fsync = database->prepare("SHOW fsync");
  ASSERT_TRUE(*fsync->step());
  EXPECT_EQ(fsync->text(0), "on");
}

TEST(Postgres, AConnectionThatBrokeIsMadeAnewButNeverInsideATransaction) {
  auto& server = tests::PostgresServer::instance();
  auto database = connected(server.freshSchema());
  ASSERT_TRUE(database->execute("CREATE TABLE t (a INTEGER PRIMARY KEY)").ok());
  const auto broken = database->transaction([&]() -> Result<void> {
    J_CHECK(database->execute("INSERT INTO t VALUES (1)"));
    server.dropConnections();
    (void)database->execute("INSERT INTO t VALUES (2)").ok();
    return database->execute("INSERT INTO t VALUES (3)");
  });
  EXPECT_EQ(broken.error().code, ErrorCode::Io);
  auto count = database->prepare("SELECT count(*) FROM t");
  Result<bool> stepped = count->step();
  if (!stepped.ok()) stepped = count->step();  // the first one may be what finds out
  ASSERT_TRUE(stepped.ok()) << stepped.error().detail;
  EXPECT_EQ(count->integer(0), 0);
}

TEST(Postgres, NumbersTakenUnderARowLockComeInTheOrderOfTheCommits) {
  const std::string connection = tests::PostgresServer::instance().freshSchema();
  auto first = connected(connection);
  ASSERT_TRUE(
      first
          ->execute("CREATE TABLE counter (id INTEGER PRIMARY KEY, newest INTEGER NOT NULL);"
                    "CREATE TABLE line (number INTEGER PRIMARY KEY);"
                    "INSERT INTO counter VALUES (1, 0)")
          .ok());
  const auto writer = [&connection] {
    auto database = connected(connection);
    for (int i = 0; i < 50; ++i) {
      const auto done = database->transaction([&]() -> Result<void> {
        J_TRY(auto next,
              database->prepare(
                  "UPDATE counter SET newest = newest + 1 WHERE id = 1 RETURNING newest"));
        J_CHECK(next.step());
        J_TRY(auto insert, database->prepare("INSERT INTO line VALUES (:number)"));
        return insert.bind(":number", next.integer(0)).run();
      });
      ASSERT_TRUE(done.ok()) << done.error().detail;
    }
  };
  std::jthread one(writer);
  std::jthread two(writer);
  // A reader that saw number n must never later find one below n that it had not seen.
  std::int64_t seen = 0;
  while (seen < 100) {
    auto read = first->prepare("SELECT count(*), coalesce(max(number), 0) FROM line");
    ASSERT_TRUE(*read->step());
    ASSERT_EQ(read->integer(0), read->integer(1));
    ASSERT_GE(read->integer(1), seen);
    seen = read->integer(1);
  }
}

}  // namespace
}  // namespace syncing::storage
