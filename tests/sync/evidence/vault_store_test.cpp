// The store in its own encrypted folder, and what happens when somebody edits it from below.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "journal/exchange/submission_json.h"
#include "journal/exchange/theme_json.h"
#include "population.h"

namespace syncing::evidence::test {
namespace {

using journal::ErrorCode;
using journal::SeededRandom;
using storage::Database;
using storage::KdfPreset;
using storage::Passphrase;

class VaultStore : public testing::Test {
 protected:
  void SetUp() override {
    parent_ =
        std::filesystem::temp_directory_path() /
        ("afternote-evidence-" + std::to_string(::testing::UnitTest::GetInstance()->random_seed()) +
         "-" + testing::UnitTest::GetInstance()->current_test_info()->name());
    std::filesystem::remove_all(parent_);
    std::filesystem::create_directories(parent_);
    auto made = EvidenceStore::create(folder(), Passphrase("a long enough phrase"),
                                      "Eastby Music Service", clock_, KdfPreset::Fast);
    ASSERT_TRUE(made.ok()) << made.error().detail;
    approveMany(*made->store, random_, 6);
    for (const char* words : {"We wait longer", "No room with a door"}) {
      const journal::LeavingTheme theme{journal::ThemeId::random(random_),
                                        journal::session::CardKind::Pattern, "spring term 2026",
                                        words};
      ASSERT_TRUE(made->store->takeTheme(journal::exchange::encodeTheme(theme)).ok());
      theme_ = theme.id;
    }
    ASSERT_TRUE(made->store->takeThemeBack(theme_).ok());
    const auto piece = made->store->approved()->front().caseStudy;
    ASSERT_TRUE(made->store->piece(piece, {"Farida", journal::Role::Manager}).ok());
  }
  void TearDown() override { std::filesystem::remove_all(parent_); }
  std::filesystem::path folder() const { return parent_ / "evidence"; }
  journal::Result<std::unique_ptr<EvidenceStore>> open(
      const char* phrase = "a long enough phrase") {
    return EvidenceStore::open(folder(), Passphrase(phrase), clock_, KdfPreset::Fast);
  }
  void edit(const std::string& sql) {
    auto database = Database::open(folder(), Passphrase("a long enough phrase"), KdfPreset::Fast);
    ASSERT_TRUE(database.ok());
    const auto done = (*database)->execute(sql);
    ASSERT_TRUE(done.ok()) << done.error().detail;
  }

  FakeClock clock_;
  SeededRandom random_{11};
  std::filesystem::path parent_;
  journal::ThemeId theme_;  ///< taken back
};

TEST_F(VaultStore, OpensAgainWithEverythingInIt) {
  auto store = open();
  ASSERT_TRUE(store.ok()) << store.error().detail;
  EXPECT_EQ((*store)->serviceName(), "Eastby Music Service");
  EXPECT_EQ((*store)->approved()->size(), 6U);
  EXPECT_TRUE((*store)->check().ok());
}

TEST_F(VaultStore, AWrongPassphraseIsToldApart) {
  EXPECT_EQ(open("another phrase entirely").error().code, ErrorCode::WrongPassphrase);
}

TEST_F(VaultStore, NoWordIsOnTheDiskInTheClear) {
  for (const auto& entry : std::filesystem::recursive_directory_iterator(parent_)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream file(entry.path(), std::ios::binary);
    std::stringstream all;
    all << file.rdbuf();
    for (const char* needle : {"second verse", "Imani", "Eastby", "evidence_item", "SQLite format",
                               "wait longer", "with a door"})
      EXPECT_EQ(all.str().find(needle), std::string::npos) << needle << " in " << entry.path();
  }
}

TEST_F(VaultStore, EveryEditFromBelowIsFound) {
  const char* edits[] = {
      "UPDATE review_event SET reason = 'because' WHERE seq = 2",
      "UPDATE review_event SET by_name = 'Somebody' WHERE seq = 3",
      "DELETE FROM review_event WHERE seq = 1",
      "DELETE FROM review_event WHERE seq = (SELECT max(seq) FROM review_event)",
      "UPDATE evidence_item SET words = 'Led the whole verse.' WHERE seq = 3",
      "UPDATE evidence_item SET level = 5 WHERE seq = 1",
      "UPDATE evidence_item SET voice = 'young_person' WHERE seq = 1",
      "DELETE FROM evidence_item WHERE seq = 12",
      "UPDATE evidence_item SET pulled = 1 WHERE seq = 5",
      "UPDATE piece SET step = 'withdrawn' WHERE rowid = 1",
      "UPDATE chain_head SET rows = rows - 1",
      "DELETE FROM reading WHERE seq = (SELECT max(seq) FROM reading)",
      "UPDATE reading SET by_name = 'Somebody' WHERE seq = 1",
      "UPDATE reading SET what = 'passages' WHERE seq = 1",
      "UPDATE theme SET words = 'We hurry' WHERE taken_back = 0",
      "UPDATE theme SET words = 'No room' WHERE taken_back = 1",
      "UPDATE theme SET term = 'autumn term 2025' WHERE taken_back = 0",
      "UPDATE theme SET taken_back = 1, words = '' WHERE taken_back = 0",
      "DELETE FROM theme WHERE taken_back = 1",
      "DELETE FROM theme_event WHERE seq = (SELECT max(seq) FROM theme_event)",
      "UPDATE theme_event SET what = 'listed' WHERE seq = 3",
  };
  for (const char* sql : edits) {
    SCOPED_TRACE(sql);
    const auto copy = parent_ / "copy";
    std::filesystem::copy(folder(), copy, std::filesystem::copy_options::recursive);
    edit(sql);
    {
      auto store = open();
      ASSERT_TRUE(store.ok());
      const auto found = (*store)->check();
      ASSERT_FALSE(found.ok());
      EXPECT_EQ(found.error().code, ErrorCode::Corrupt);
    }
    std::filesystem::remove_all(folder());
    std::filesystem::rename(copy, folder());
  }
}

constexpr const char* kWithoutThemes =
    "DROP TABLE theme; DROP TABLE theme_event; DELETE FROM chain_head WHERE chain = 'themes'; ";

TEST_F(VaultStore, AStoreFromBeforeThemesLeftGroupsGoesOn) {
  edit(std::string(kWithoutThemes) + "PRAGMA user_version = 2");
  auto store = open();
  ASSERT_TRUE(store.ok()) << store.error().detail;
  EXPECT_TRUE((*store)->themes()->empty());
  const journal::LeavingTheme theme{theme_, journal::session::CardKind::Pattern, "spring term 2026",
                                    "We wait longer"};
  ASSERT_TRUE((*store)->takeTheme(journal::exchange::encodeTheme(theme)).ok());
  EXPECT_EQ((*store)->themes()->size(), 1U);
  EXPECT_EQ((*store)->approved()->size(), 6U);
  EXPECT_TRUE((*store)->check().ok());
}

TEST_F(VaultStore, AStoreFromBeforeReadingsWereNotedGoesOn) {
  edit(std::string(kWithoutThemes) +
       "DROP TABLE reading; DELETE FROM chain_head WHERE chain = 'readings'; "
       "PRAGMA user_version = 1");
  auto store = open();
  ASSERT_TRUE(store.ok()) << store.error().detail;
  const auto piece = (*store)->approved()->front();
  ASSERT_TRUE((*store)->piece(piece.caseStudy, {"Gethin", journal::Role::Facilitator}).ok());
  std::size_t readings = 0;
  const auto pieces = (*store)->seen(piece.author).value();
  for (const SeenPiece& seen : pieces) readings += seen.readings.size();
  EXPECT_EQ(readings, 1U);
  EXPECT_TRUE((*store)->check().ok());
}

TEST_F(VaultStore, ANewerStoreIsLeftAlone) {
  edit("PRAGMA user_version = 99");
  EXPECT_EQ(open().error().code, ErrorCode::TooNew);
}

}  // namespace
}  // namespace syncing::evidence::test
