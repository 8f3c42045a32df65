// What every store promises, whichever back end keeps it.
#include <gtest/gtest.h>

#include <filesystem>
#include <memory>
#include <string>

#include "sync/storage/database.h"
#include "tests/support/postgres_server.h"

namespace syncing::storage {
namespace {

using journal::Error;
using journal::ErrorCode;
using journal::Result;

enum class Backend { Memory, File, Postgres };

class Storage : public testing::TestWithParam<Backend> {
 protected:
  void SetUp() override {
    folder_ =
        std::filesystem::temp_directory_path() /
        ("afternote-storage-" + std::to_string(::testing::UnitTest::GetInstance()->random_seed()) +
         "-" + std::to_string(::testing::UnitTest::GetInstance()->start_timestamp()));
    std::filesystem::remove_all(folder_);
    open();
    ASSERT_TRUE(database_);
    run("CREATE TABLE thing (service_id BLOB NOT NULL, name TEXT NOT NULL, amount INTEGER, "
        "bytes BLOB, PRIMARY KEY (service_id, name)) STRICT");
  }
  void TearDown() override {
    database_.reset();
    std::filesystem::remove_all(folder_);
  }
  void open() {
    if (GetParam() == Backend::Memory) {
      database_ = std::move(Database::inMemory()).value();
    } else if (GetParam() == Backend::File) {
      auto made = Database::create(folder_ / "store", Passphrase("long enough"), KdfPreset::Fast);
      ASSERT_TRUE(made.ok()) << made.error().detail;
      database_ = std::move(made->database);
    } else {
      connection_ = tests::PostgresServer::instance().freshSchema();
      auto made = Database::connect(connection_);
      ASSERT_TRUE(made.ok()) << made.error().detail;
      database_ = std::move(*made);
    }
  }
  void run(const std::string& sql) {
    const auto done = database_->execute(sql);
    ASSERT_TRUE(done.ok()) << done.error().detail;
  }
  Result<void> put(const std::string& name, std::int64_t amount, std::string_view bytes = {}) {
    J_TRY(auto insert, database_->prepare("INSERT INTO thing (service_id, name, amount, bytes) "
                                          "VALUES (:service, :name, :amount, :bytes)"));
    insert.bindBytes(":service", std::string(16, '\1')).bind(":name", name);
    return insert.bind(":amount", amount).bindBytes(":bytes", bytes).run();
  }
  std::int64_t count() {
    auto select = database_->prepare("SELECT count(*) FROM thing");
    EXPECT_TRUE(select.ok() && select->step().ok());
    return select->integer(0);
  }

  std::filesystem::path folder_;
  std::string connection_;
  std::unique_ptr<Database> database_;
};

TEST_P(Storage, WhatIsBoundComesBackAsItWas) {
  const std::string bytes("\0\xff'\\x:name", 11);
  ASSERT_TRUE(put("Zoë's :name \"x\"", std::numeric_limits<std::int64_t>::min(), bytes).ok());
  auto select = database_->prepare("SELECT name, amount, bytes FROM thing WHERE name = :name");
  ASSERT_TRUE(select.ok());
  select->bind(":name", "Zoë's :name \"x\"");
  ASSERT_TRUE(*select->step());
  EXPECT_EQ(select->text(0), "Zoë's :name \"x\"");
  EXPECT_EQ(select->integer(1), std::numeric_limits<std::int64_t>::min());
  EXPECT_EQ(select->bytes(2), bytes);
  EXPECT_FALSE(*select->step());
}

TEST_P(Storage, NothingAndNoBytesAreToldApart) {
  ASSERT_TRUE(put("empty", 0, "").ok());
  auto insert = database_->prepare(
      "INSERT INTO thing (service_id, name, bytes) VALUES (:service, :name, :bytes)");
  ASSERT_TRUE(insert.ok());
  insert->bindBytes(":service", std::string(16, '\1')).bind(":name", "null").bindNull(":bytes");
  ASSERT_TRUE(insert->run().ok());
  auto select = database_->prepare("SELECT bytes FROM thing ORDER BY name");
  ASSERT_TRUE(*select->step());
  EXPECT_FALSE(select->isNull(0));
  EXPECT_EQ(select->bytes(0), "");
  ASSERT_TRUE(*select->step());
  EXPECT_TRUE(select->isNull(0));
  EXPECT_EQ(select->bytes(0), "");
}

TEST_P(Storage, AMebibyteOfBytesFits) {
  std::string bytes(1024 * 1024, '\0');
  for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<char>(i * 7);
  ASSERT_TRUE(put("large", 1, bytes).ok());
  auto select = database_->prepare("SELECT bytes FROM thing");
  ASSERT_TRUE(*select->step());
  EXPECT_EQ(select->bytes(0), bytes);
}

TEST_P(Storage, TheSamePrimaryKeyTwiceIsAConflict) {
  ASSERT_TRUE(put("one", 1).ok());
  EXPECT_EQ(put("one", 2).error().code, ErrorCode::Conflict);
  EXPECT_EQ(count(), 1);
}

TEST_P(Storage, AStatementCanBeRunAgainWithOtherValues) {
  auto insert = database_->prepare(
      "INSERT INTO thing (service_id, name, amount) VALUES (:service, :name, :amount) "
      "ON CONFLICT (service_id, name) DO UPDATE SET amount = :amount RETURNING amount");
  ASSERT_TRUE(insert.ok());
  for (std::int64_t i = 0; i < 3; ++i) {
    insert->bindBytes(":service", std::string(16, '\1')).bind(":name", "same").bind(":amount", i);
    ASSERT_TRUE(*insert->step());
    EXPECT_EQ(insert->integer(0), i);
    EXPECT_FALSE(*insert->step());
    insert->reset();
  }
  EXPECT_EQ(count(), 1);
}

TEST_P(Storage, ATransactionThatFailsLeavesNothing) {
  const auto failed = database_->transaction([&]() -> Result<void> {
    J_CHECK(put("one", 1));
    return Error{ErrorCode::Conflict, "changed my mind"};
  });
  EXPECT_EQ(failed.error().code, ErrorCode::Conflict);
  EXPECT_EQ(count(), 0);
  ASSERT_TRUE(database_->transaction([&] { return put("one", 1); }).ok());
  EXPECT_EQ(count(), 1);
}

TEST_P(Storage, ATransactionInWhichAStatementFailedIsNotHalfKept) {
  ASSERT_TRUE(put("one", 1).ok());
  const auto failed = database_->transaction([&]() -> Result<void> {
    J_CHECK(put("two", 2));
    (void)put("one", 3).ok();
    return {};
  });
  EXPECT_EQ(failed.error().code, ErrorCode::Internal);
  EXPECT_EQ(count(), 1);
  EXPECT_TRUE(database_->transaction([&] { return put("two", 2); }).ok());
}

TEST_P(Storage, SqlThatMakesNoSenseIsAnErrorAndNotTheEnd) {
  auto nonsense = database_->prepare("SELECT FROM WHERE");
  if (nonsense.ok()) {
    EXPECT_EQ(nonsense->step().error().code, ErrorCode::Internal);
  }
  EXPECT_EQ(database_->execute("CREATE TALE x").error().code, ErrorCode::Internal);
  EXPECT_EQ(count(), 0);
}

TEST_P(Storage, ItKnowsWhichTablesThereAre) {
  EXPECT_TRUE(*database_->hasTable("thing"));
  EXPECT_FALSE(*database_->hasTable("another"));
}

TEST_P(Storage, OnlyAnEncryptedFileCanBeCopied) {
  ASSERT_TRUE(put("one", 1).ok());
  const auto copied = database_->copyTo(folder_ / "copy");
  if (GetParam() != Backend::File) {
    EXPECT_EQ(copied.error().code, ErrorCode::InvalidInput);
    return;
  }
  ASSERT_TRUE(copied.ok()) << copied.error().detail;
  ASSERT_TRUE(put("two", 2).ok());  // the original stayed open
  database_.reset();
  auto copy = Database::open(folder_ / "copy", Passphrase("long enough"), KdfPreset::Fast);
  ASSERT_TRUE(copy.ok());
  database_ = std::move(*copy);
  EXPECT_EQ(count(), 1);
}

std::string backendName(const testing::TestParamInfo<Backend>& info) {
  if (info.param == Backend::Memory) return "Memory";
  return info.param == Backend::File ? "File" : "Postgres";
}

INSTANTIATE_TEST_SUITE_P(Backends, Storage,
                         testing::Values(Backend::Memory, Backend::File, Backend::Postgres),
                         backendName);

}  // namespace
}  // namespace syncing::storage
