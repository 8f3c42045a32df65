// A page that is typed in one sitting is one version, not one for each pause of the typist.
#include <gmock/gmock.h>

#include "journal/service/backup.h"
#include "tests/journal/service/many_devices.h"

namespace journal::service {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

class Sitting : public JournalTest {
 protected:
  /// As autosave sends it.
  void type(ReflectionId id, const std::string& text) {
    must(EditText{id, text, true});
    clock_.advance(std::chrono::seconds(5));
  }
  std::vector<std::string> versions(ReflectionId id) {
    std::vector<std::string> texts;
    const auto all = journal_->versions(id);
    for (const Version& version : *all) texts.push_back(version.text);
    return texts;
  }
};

TEST_F(Sitting, IsOneVersionHoweverOftenItIsSaved) {
  const ReflectionId id = write("Marimba.");
  const auto ops = journal_->counts()->ops;
  for (const char* text : {"Marimba. We", "Marimba. We began", "Marimba. We began slowly."}) {
    type(id, text);
    reopen();  // each is safe the moment it is saved
    EXPECT_EQ(journal_->reflection(id)->text, text);
    EXPECT_THAT(problems(), IsEmpty());
  }
  EXPECT_THAT(versions(id), ::testing::ElementsAre("Marimba. We began slowly.", "Marimba."));
  EXPECT_EQ(journal_->counts()->ops, ops + 1);
  EXPECT_THAT(found("slowly"), SizeIs(1));
}

TEST_F(Sitting, EndsAfterTenMinutes) {
  const ReflectionId id = write("Marimba.");
  type(id, "Marimba one.");
  clock_.advance(kSitting);
  type(id, "Marimba two.");
  type(id, "Marimba three.");
  EXPECT_THAT(versions(id), ::testing::ElementsAre("Marimba three.", "Marimba one.", "Marimba."));
}

TEST_F(Sitting, EndsWithWhateverElseIsDone) {
  const ReflectionId id = write("Marimba.");
  const ReflectionId other = write("Drums.");
  type(id, "Marimba one.");
  must(FinishReflection{id, true});
  type(id, "Marimba two.");
  type(other, "Drums one.");
  type(id, "Marimba three.");
  EXPECT_THAT(versions(id), SizeIs(4));
  must(EditText{id, "Marimba four."});  // not typed: pasted by a script
  EXPECT_THAT(versions(id), SizeIs(5));
  EXPECT_THAT(problems(), IsEmpty());
}

TEST_F(Sitting, TagsMoveWithEverySave) {
  const ReflectionId id = write("Marimba.");
  const Tag tag = tagOf(id, "Marimba");
  must(PutTag{tag});
  type(id, "A Marimba.");
  type(id, "Then a Marimba.");
  EXPECT_EQ(journal_->tagsOf(id)->front().quote, "Marimba");
  EXPECT_EQ(journal_->tagsOf(id)->front().passage.begin, 7U);
  EXPECT_THAT(versions(id), SizeIs(2));
  EXPECT_THAT(problems(), IsEmpty());
}

TEST_F(Sitting, UnderALegalHoldEveryWordingStays) {
  const ReflectionId id = write("Marimba.");
  LegalHold hold;
  hold.id = LegalHoldId::random(random_);
  hold.reason = "Claim 14.";
  hold.since = day("2026-01-22");
  must(PutLegalHold{hold});
  type(id, "Marimba one.");
  type(id, "Marimba two.");
  EXPECT_THAT(versions(id), SizeIs(3));
}

TEST_F(Sitting, WhatABackupHasIsNotWrittenOver) {
  const ReflectionId id = write("Marimba.");
  type(id, "Marimba one.");
  ASSERT_TRUE(backUp(*journal_, folder_.path() / "backup").ok());
  type(id, "Marimba two.");
  EXPECT_THAT(versions(id), SizeIs(3));
}

TEST_F(Sitting, WhatAnotherDeviceHasIsNotWrittenOver) {
  OnDevice other{9};
  other.create(folder_.path() / "other");
  ASSERT_TRUE(other.journal->adoptNamesKey(journal_->namesKey()).ok());
  const ReflectionId id = write("Marimba.");
  type(id, "Marimba one.");
  ASSERT_TRUE(pass(*journal_, *other.journal, journal_->self()).ok());
  type(id, "Marimba two.");
  type(id, "Marimba three.");
  EXPECT_THAT(versions(id), SizeIs(3));
  ASSERT_TRUE(pass(*journal_, *other.journal, journal_->self()).ok());
  EXPECT_EQ(other.journal->reflection(id)->text, "Marimba three.");
  EXPECT_THAT(other.journal->check({}, {})->problems, IsEmpty());
  EXPECT_THAT(problems(), IsEmpty());
}

TEST_F(Sitting, WhatAnotherDeviceWroteMeanwhileIsMergedAndNotWrittenOver) {
  OnDevice other{9};
  other.create(folder_.path() / "other");
  ASSERT_TRUE(other.journal->adoptNamesKey(journal_->namesKey()).ok());
  const ReflectionId id = write("Marimba. Drums.");
  ASSERT_TRUE(pass(*journal_, *other.journal, journal_->self()).ok());
  ASSERT_TRUE(other.journal->apply(EditText{id, "Marimba. Drums. Theirs.", true}).ok());
  type(id, "Ours. Marimba. Drums.");
  ASSERT_TRUE(pass(*other.journal, *journal_, other.journal->self()).ok());
  EXPECT_EQ(journal_->reflection(id)->text, "Ours. Marimba. Drums. Theirs.");
  type(id, "Ours too. Marimba. Drums. Theirs.");
  ASSERT_TRUE(pass(*journal_, *other.journal, journal_->self()).ok());
  EXPECT_EQ(other.journal->reflection(id)->text, "Ours too. Marimba. Drums. Theirs.");
  EXPECT_THAT(problems(), IsEmpty());
}

}  // namespace
}  // namespace journal::service
