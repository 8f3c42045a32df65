// What check() finds, and what happens when the world is against us.
#include <gmock/gmock.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include <csignal>

#include "tests/journal/service/journal_support.h"

namespace journal::service {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

class Damage : public JournalTest {
 protected:
  void SetUp() override {
    JournalTest::SetUp();
    for (int i = 0; i < 5; ++i) ids_.push_back(write("Number " + std::to_string(i)));
    must(PutTag{tagOf(ids_[2], "Number")});
    ASSERT_THAT(problems(), IsEmpty());
  }
  void sql(const std::string& statement) {
    const auto ran = journal_->database().script(statement);
    ASSERT_TRUE(ran.ok()) << ran.error().detail;
  }
  Ids ids_;
};

TEST_F(Damage, ARowChangedByHandIsFound) {
  sql("UPDATE tag SET level = 5");
  EXPECT_THAT(problems(), ::testing::Contains(HasSubstr("table tag")));
}

TEST_F(Damage, ARowRemovedByHandIsFound) {
  sql("DELETE FROM mention; DELETE FROM reflection WHERE row = (SELECT min(row) FROM reflection)");
  EXPECT_THAT(problems(), ::testing::Contains(HasSubstr("table reflection")));
}

TEST_F(Damage, AnAlteredLogEntryIsFound) {
  sql("UPDATE op_log SET entry = CAST(entry || x'00' AS BLOB) "
      "WHERE position = (SELECT min(position) + 1 FROM op_log)");
  EXPECT_THAT(problems(), Not(IsEmpty()));
}

TEST_F(Damage, OneFlippedByteOfTheLogBreaksTheChain) {
  sql("UPDATE op_log SET entry = CAST(substr(entry, 1, length(entry) - 1) || x'7A' AS BLOB) "
      "WHERE position = (SELECT min(position) + 1 FROM op_log)");
  EXPECT_THAT(problems(), ::testing::Contains(HasSubstr("hash chain")));
}

TEST_F(Damage, AMissingLogEntryIsFound) {
  sql("DELETE FROM op_log WHERE position = (SELECT min(position) + 2 FROM op_log)");
  EXPECT_THAT(problems(), ::testing::Contains(HasSubstr("does not follow")));
}

TEST_F(Damage, ASignatureThatDoesNotFitIsFound) {
  sql("UPDATE op_log SET signature = zeroblob(64) "
      "WHERE position = (SELECT max(position) FROM op_log)");
  EXPECT_THAT(problems(), ::testing::Contains(HasSubstr("signature that does not fit")));
}

TEST_F(Damage, AMissingLastSignatureIsFound) {
  sql("UPDATE op_log SET signature = NULL WHERE position = (SELECT max(position) FROM op_log)");
  EXPECT_THAT(problems(), ::testing::Contains(HasSubstr("ends without a signature")));
}

TEST_F(Damage, WordsMissingFromTheIndexAreFound) {
  sql("INSERT INTO full_text (full_text) VALUES ('delete-all')");
  EXPECT_THAT(problems(), ::testing::Contains(HasSubstr("search index differ")));
}

TEST_F(Damage, ANewerSchemaIsRefusedAndUntouched) {
  sql("PRAGMA user_version = 999");
  journal_.reset();
  const auto opened = LocalJournal::unlock(vaultFolder(), passphrase(), surroundings());
  ASSERT_FALSE(opened.ok());
  EXPECT_EQ(opened.error().code, ErrorCode::TooNew);
  EXPECT_THAT(opened.error().advice, HasSubstr("newer Afternote"));
}

TEST_F(Damage, ASecondOpeningIsLockedOut) {
  const auto second = LocalJournal::unlock(vaultFolder(), passphrase(), surroundings());
  ASSERT_FALSE(second.ok());
  EXPECT_EQ(second.error().code, ErrorCode::Locked);
}

TEST_F(Damage, TheRecoveryKeyOpensIt) {
  journal_.reset();
  const auto opened = LocalJournal::unlockWithRecoveryKey(
      vaultFolder(), crypto::SecretString(recoveryKey_), surroundings());
  ASSERT_TRUE(opened.ok()) << opened.error().detail;
  EXPECT_EQ((*opened)->counts()->reflections, 5u);
}

/// Runs `body` in another process under a limit on file size, which SQLite meets as a full disk.
int underFileLimit(rlim_t bytes, const std::function<int()>& body) {
  const pid_t child = fork();
  if (child == 0) {
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{bytes, bytes};
    ::setrlimit(RLIMIT_FSIZE, &limit);
    ::_exit(body());
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

TEST_F(Damage, AFullDiskRefusesWithAdviceAndKeepsEverythingAcknowledged) {
  journal_.reset();
  // The exit code is how many were acknowledged, 200 and more for a broken promise.
  const int acknowledged = underFileLimit(400 * 1024, [&] {
    auto opened = LocalJournal::unlock(vaultFolder(), passphrase(), surroundings());
    if (!opened.ok()) return 200;
    journal_ = std::move(*opened);
    const std::string text = "Filling up " + std::string(8000, 'x');
    for (int done = 0; done < 150; ++done) {
      const auto wrote =
          journal_->apply(WriteReflection{reflectionOf(text, "2026-02-01"), {}, std::nullopt});
      if (wrote.ok()) continue;
      if (wrote.error().code != ErrorCode::Io) return 201;
      const auto page = journal_->search(SearchQuery{"filling", false, {}, {}, 500, 0});
      if (!page.ok()) return 202;
      // What could not be searched is counted, and is no damage.
      if (page->hits.size() + page->unread < static_cast<std::size_t>(done)) return 205;
      const auto checked = journal_->check({}, {});
      if (checked.ok() ? !checked->problems.empty() : checked.error().code != ErrorCode::Io) {
        return 206;
      }
      if (journal_->newest(500, std::nullopt)->size() != 5u + static_cast<std::size_t>(done)) {
        return 203;
      }
      return done;
    }
    return 204;
  });
  ASSERT_GT(acknowledged, 0);
  ASSERT_LT(acknowledged, 150);
  reopen();
  EXPECT_EQ(journal_->counts()->reflections, 5u + static_cast<std::size_t>(acknowledged));
  EXPECT_EQ(journal_->search(SearchQuery{"filling", false, {}, {}, 500, 0})->hits.size(),
            static_cast<std::size_t>(acknowledged));
  EXPECT_THAT(problems(), IsEmpty());
  write("There is room again.");
}

/// Kills the process at a moment nobody chose; every acknowledged reflection is there and findable.
TEST_F(Damage, AnythingAcknowledgedBeforeAKillIsFoundAfterwards) {
  journal_.reset();
  const bool isLong = std::getenv("AFTERNOTE_LONG") != nullptr;
  std::size_t expected = 5;
  for (int round = 0; round < (isLong ? 200 : 8); ++round) {
    SCOPED_TRACE(round);
    int ends[2];
    ASSERT_EQ(::pipe(ends), 0);
    const pid_t child = fork();
    if (child == 0) {
      auto opened = LocalJournal::unlock(vaultFolder(), passphrase(), surroundings());
      if (!opened.ok()) ::_exit(1);
      SeededRandom ids(1000 + static_cast<std::uint64_t>(round));
      while (true) {
        Reflection reflection = reflectionOf("Marimba and more.", "2026-02-02");
        reflection.id = ReflectionId::random(ids);
        if (!(*opened)->apply(WriteReflection{reflection, {}, std::nullopt}).ok()) ::_exit(1);
        if (::write(ends[1], "+", 1) != 1) ::_exit(1);
        if (ids.below(3) == 0) (void)(*opened)->tidy(std::chrono::milliseconds{0});
        if (ids.below(5) == 0) (void)(*opened)->search(SearchQuery{"marimba", false, {}, {}, 5, 0});
      }
    }
    ::close(ends[1]);
    char byte = 0;
    const int before = 3 + round * 2;
    for (int i = 0; i < before; ++i) ASSERT_EQ(::read(ends[0], &byte, 1), 1);
    ::kill(child, SIGKILL);
    int status = 0;
    ::waitpid(child, &status, 0);
    std::size_t acknowledged = static_cast<std::size_t>(before);
    while (::read(ends[0], &byte, 1) == 1) ++acknowledged;
    ::close(ends[0]);
    expected += acknowledged;
    reopen();
    const std::size_t present = journal_->counts()->reflections;
    EXPECT_GE(present, expected);
    EXPECT_LE(present, expected + 1);  // one may have been stored just before the kill
    expected = present;
    const auto page = journal_->search(SearchQuery{"marimba", false, {}, {}, present, 0});
    EXPECT_EQ(page->hits.size(), present - 5);
    if (round % 4 == 0) {
      EXPECT_THAT(problems(), IsEmpty());
    }
    journal_.reset();
  }
}

}  // namespace
}  // namespace journal::service
