// Reads, writes, syncs and the rest going wrong at every possible moment, and disks filling up.

#include <optional>

#include <gtest/gtest.h>

#include "tests/journal/vault/long_run.h"
#include "tests/journal/vault/notes.h"
#include "tests/journal/vault/sim_vault.h"

namespace journal::vault {
namespace {

/// A disk with the schema on it, and what it holds.
class Script {
 public:
  explicit Script(std::uint64_t seed) : random_(seed), disk_(seed) {
    SimConnection::makeDatabase(disk_);
    SimConnection::open(disk_)->run(kNotesSchema);
  }

  SimDisk& disk() { return disk_; }

  /// Opens and writes until the script is over or something goes wrong; then closes, as a program
  /// should.
  void write(int transactions, bool behind = false) {
    possible_.reset();
    const auto connection = SimConnection::open(disk_);
    if (connection == nullptr) return;
    std::optional<WritingMuch> writing;
    if (behind) writing.emplace(connection->db());
    for (int i = 0; i < transactions; ++i) {
      Notes next = notes_;
      if (!changeNotes(connection->db(), random_, next)) {
        possible_ = std::move(next);
        expectReadable(*connection);
        return;
      }
      notes_ = std::move(next);
    }
  }

  /// Everything acknowledged is there, nothing half done is, and the vault takes more.
  void expectWhole() {
    std::string why;
    const auto connection = SimConnection::open(disk_, &why);
    ASSERT_NE(connection, nullptr) << why;
    EXPECT_EQ(checkIntegrity(connection->db()), "ok");
    auto found = readNotes(connection->db());
    ASSERT_TRUE(found.has_value());
    EXPECT_TRUE(*found == notes_ || (possible_.has_value() && *found == *possible_));
    notes_ = std::move(*found);
  }

  void expectWritable() {
    const auto connection = SimConnection::open(disk_);
    ASSERT_NE(connection, nullptr);
    EXPECT_TRUE(changeNotes(connection->db(), random_, notes_));
  }

 private:
  /// With the trouble over, the same connection still shows what it acknowledged.
  void expectReadable(const SimConnection& connection) {
    if (disk_.hasFailed()) return;  // its cache may rightly refuse after an I/O error
    const auto found = readNotes(connection.db());
    ASSERT_TRUE(found.has_value());
    EXPECT_EQ(*found, notes_);
  }

  SeededRandom random_;
  SimDisk disk_;
  Notes notes_;
  std::optional<Notes> possible_;
};

struct Fault {
  SimCall call;
  const char* name;
  bool behind = false;  ///< a second thread writes
};

class FaultTest : public testing::TestWithParam<Fault> {};

TEST_P(FaultTest, AtAnyMomentLosesNothingAcknowledged) {
  const int transactions = inLongRun(30, 4);
  for (const bool forEver : {false, true}) {
    std::uint64_t n = 1;
    for (bool reached = true; reached; ++n) {
      SCOPED_TRACE(testing::Message() << GetParam().name << " " << n << " forEver " << forEver);
      Script script(99);
      script.disk().failAt(GetParam().call, n, forEver);
      script.write(transactions, GetParam().behind);
      reached = script.disk().hasFailed();
      script.disk().failNothing();
      script.expectWhole();
      script.expectWritable();
      if (HasFailure()) return;
    }
    EXPECT_GT(n, 2u) << "the script never makes this call";
  }
}

INSTANTIATE_TEST_SUITE_P(
    Each, FaultTest,
    testing::Values(Fault{SimCall::Read, "read"}, Fault{SimCall::Write, "write"},
                    Fault{SimCall::Sync, "sync"}, Fault{SimCall::Open, "open"},
                    Fault{SimCall::Delete, "delete"}, Fault{SimCall::Truncate, "truncate"},
                    Fault{SimCall::Read, "read_behind", true},
                    Fault{SimCall::Write, "write_behind", true},
                    Fault{SimCall::Sync, "sync_behind", true}),
    [](const testing::TestParamInfo<Fault>& fault) { return std::string(fault.param.name); });

TEST(SyncTest, AfterASyncGoesWrongNothingMoreIsWrittenUntilReopened) {
  SimDisk disk(1);
  SimConnection::makeDatabase(disk);
  const auto connection = SimConnection::open(disk);
  ASSERT_TRUE(connection->run("CREATE TABLE t(x)"));
  disk.failAt(SimCall::Sync, 1, false);
  EXPECT_FALSE(connection->run("INSERT INTO t VALUES(1)"));
  const auto before = disk.files()[kSimWal]->now;
  EXPECT_FALSE(connection->run("INSERT INTO t VALUES(2)"));
  EXPECT_EQ(disk.files()[kSimWal]->now, before);
}

TEST(DiskFullTest, LosesNothingAcknowledgedAndGoesOnWhenThereIsSpace) {
  for (int round = 0; round < inLongRun(200, 20); ++round) {
    SCOPED_TRACE(round);
    SeededRandom random(static_cast<std::uint64_t>(round));
    Script script(1000 + static_cast<std::uint64_t>(round));
    script.write(5);
    script.disk().setCapacity(script.disk().used() + random.below(120'000));
    script.write(400, round % 2 == 1);
    script.expectWhole();  // still full
    script.disk().setCapacity(UINT64_MAX);
    script.expectWhole();
    script.expectWritable();
    if (testing::Test::HasFailure()) return;
  }
}

TEST(DiskFullTest, IsSaidToBeSo) {
  SimDisk disk(1);
  SimConnection::makeDatabase(disk);
  const auto connection = SimConnection::open(disk);
  disk.setCapacity(disk.used());
  const auto done = execute(connection->db(), "CREATE TABLE t(x)");
  ASSERT_FALSE(done.ok());
  EXPECT_EQ(done.error().code, ErrorCode::Io);
  EXPECT_NE(done.error().advice.find("full"), std::string::npos);
}

}  // namespace
}  // namespace journal::vault
