#include "journal/service/upgrade.h"

#include <gmock/gmock.h>

#include <fstream>
#include <iterator>
#include <map>

#include "tests/journal/service/journal_support.h"

namespace journal::service {
namespace {

class Upgrade : public JournalTest {
 protected:
  /// The shipped steps and one more.
  std::vector<store::Migration> stepsAnd(std::string_view sql) {
    const auto shipped = store::migrations();
    std::vector<store::Migration> steps(shipped.begin(), shipped.end());
    steps.push_back({steps.back().version + 1, "one_more", sql});
    return steps;
  }
  std::unique_ptr<vault::Vault> unlockedVault() {
    journal_.reset();
    return *vault::Vault::unlock(vaultFolder(), passphrase(), crypto::KdfPreset::Fast);
  }
  std::filesystem::path copy() const { return vaultFolder() / "before-upgrade"; }
  std::map<std::string, std::string> files() const {
    std::map<std::string, std::string> all;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(vaultFolder())) {
      if (!entry.is_regular_file()) continue;
      std::ifstream in(entry.path(), std::ios::binary);
      all[entry.path().filename().string()] = {std::istreambuf_iterator<char>(in), {}};
    }
    return all;
  }
};

TEST_F(Upgrade, AStepThatFailsLeavesTheJournalAndACopyThatOpensByItself) {
  const ReflectionId id = write("Marimba.");
  {
    const auto vault = unlockedVault();
    const auto steps = stepsAnd("DELETE FROM reflection; SELECT nonsense");
    const auto failed = openUpgraded(*vault, steps);
    ASSERT_FALSE(failed.ok());
    EXPECT_THAT(failed.error().advice, ::testing::HasSubstr("Nothing in it was lost"));
    EXPECT_FALSE(openUpgraded(*vault, steps).ok());  // and again
  }
  auto aside = LocalJournal::unlock(copy(), passphrase(), surroundings());
  ASSERT_TRUE(aside.ok()) << aside.error().detail;
  EXPECT_EQ((*aside)->reflection(id)->text, "Marimba.");
  aside->reset();
  reopen();  // by the version that wrote it: nothing happened, and the copy may go
  EXPECT_EQ(journal_->reflection(id)->text, "Marimba.");
  EXPECT_FALSE(std::filesystem::exists(copy()));
  EXPECT_THAT(problems(), ::testing::IsEmpty());
}

TEST_F(Upgrade, AnUpgradeThatWentKeepsItsChangesAndNoCopy) {
  write("Marimba.");
  const auto vault = unlockedVault();
  auto upgraded = openUpgraded(*vault, stepsAnd("CREATE TABLE more (x INTEGER) STRICT"));
  ASSERT_TRUE(upgraded.ok()) << upgraded.error().detail;
  EXPECT_EQ(*store::schemaVersion(**upgraded), store::migrations().back().version + 1);
  EXPECT_FALSE(std::filesystem::exists(copy()));
  EXPECT_TRUE((*upgraded)->script("INSERT INTO more VALUES (1)").ok());
}

TEST_F(Upgrade, AJournalOfTheFirstSchemaComesUpToDateWithEveryWord) {
  const ReflectionId id = write("Marimba.");
  const KnownName wren = person("Ayaan", "Wren");
  must(PutName{wren});
  const Tag gone = tagOf(id, "Marimba");
  must(PutTag{gone});
  must(RemoveTag{gone.id});  // its being gone was forgotten then
  // Back to what the first schema made of it.
  ASSERT_TRUE(
      journal_->database()
          .script("DROP TABLE profile; DROP TABLE goal; DROP TABLE kept_word; "
                  "DROP TABLE timetable_slot; DROP INDEX reflection_held; "
                  "DROP TABLE removal; DROP TABLE prompt_set; DROP TABLE prompt_question; "
                  "DROP TABLE withheld_prompts; DROP TABLE permission; DROP TABLE "
                  "framework_version; DROP TABLE arrival; DROP TABLE unknown_entry; "
                  "DROP TABLE sync_state; DROP TABLE merged_text; DROP TABLE disagreement; "
                  "DROP TABLE settled; DROP TABLE erased; DROP TABLE attachment; "
                  "DROP TABLE attachment_part; DROP TABLE legal_hold; DROP TABLE access_log; "
                  "DROP TABLE group_session; DROP TABLE own_format; DROP TABLE blurs; "
                  "DELETE FROM field_head; "
                  "ALTER TABLE device DROP COLUMN was_ours_to; "
                  "ALTER TABLE device DROP COLUMN handed_out; PRAGMA user_version = 1")
          .ok());
  reopen();
  EXPECT_FALSE(std::filesystem::exists(copy()));
  EXPECT_EQ(journal_->reflection(id)->text, "Marimba.");
  EXPECT_TRUE(journal_->profile(wren.id)->empty());
  must(PutProfile{{wren.id, "Drums", "", {}}});
  reopen();
  EXPECT_EQ(journal_->profile(wren.id)->interests, "Drums");
  EXPECT_THAT(problems(), ::testing::IsEmpty());
}

TEST_F(Upgrade, ASecondTryKeepsTheCopyFromBeforeTheFirstStep) {
  write("Marimba.");
  const int shipped = store::migrations().back().version;
  {
    const auto vault = unlockedVault();
    auto steps = stepsAnd("CREATE TABLE more (x INTEGER) STRICT");
    steps.push_back({shipped + 2, "break", "SELECT nonsense"});
    EXPECT_FALSE(openUpgraded(*vault, steps).ok());  // one step further, and stopped
    EXPECT_FALSE(openUpgraded(*vault, steps).ok());
  }
  EXPECT_EQ(LocalJournal::unlock(vaultFolder(), passphrase(), surroundings()).error().code,
            ErrorCode::TooNew);
  const auto aside = LocalJournal::unlock(copy(), passphrase(), surroundings());
  ASSERT_TRUE(aside.ok()) << aside.error().detail;
  EXPECT_EQ((*aside)->counts()->reflections, 1u);
}

TEST_F(Upgrade, AJournalOfANewerVersionIsRefusedInItsOwnSentenceAndUntouched) {
  const ReflectionId id = write("Marimba.");
  ASSERT_TRUE(journal_->database().script("PRAGMA user_version = 99").ok());
  journal_.reset();
  const auto before = files();
  for (int i = 0; i < 2; ++i) {
    const auto refused = LocalJournal::unlock(vaultFolder(), passphrase(), surroundings());
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().code, ErrorCode::TooNew);
    EXPECT_THAT(refused.error().advice, ::testing::HasSubstr("newer Afternote"));
  }
  EXPECT_EQ(files(), before);
  {  // the version that wrote it still finds everything
    const auto vault = unlockedVault();
    const std::vector<store::Migration> theirs{{99, "theirs", ""}};
    auto database = openUpgraded(*vault, theirs);
    ASSERT_TRUE(database.ok());
    store::Query rows = (*database)->query("SELECT id FROM reflection");
    ASSERT_TRUE(*rows.next());
    EXPECT_EQ(rows.id<ReflectionId>(0), id);
  }
}

}  // namespace
}  // namespace journal::service
