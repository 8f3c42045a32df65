// Pictures and recordings kept with a reflection.
#include <gmock/gmock.h>

#include "journal/service/backup.h"
#include "journal/store/op_log.h"
#include "tests/journal/service/many_devices.h"

namespace journal::service {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

std::string picture(std::size_t size, char fill = 'x') {
  std::string bytes = "\x89PNG\r\n\x1a\n";
  bytes.resize(size, fill);
  return bytes;
}

class Attachments : public JournalTest {
 protected:
  AttachmentId attach(ReflectionId to, const std::string& bytes,
                      std::string name = "Set list.png") {
    const AttachmentId id = AttachmentId::random(random_);
    EXPECT_EQ(must(AttachFile{to, id, std::move(name), bytes}).applied, 1U);
    return id;
  }
};

TEST_F(Attachments, WhatIsAttachedReadsBackByteForByteAtAnySize) {
  const ReflectionId id = write("They chose the order.");
  std::vector<std::pair<AttachmentId, std::string>> attached;
  for (const std::size_t size : {9U, 262'143U, 262'144U, 262'145U, 1'000'000U}) {
    attached.emplace_back(attach(id, picture(size)), picture(size));
    clock_.advance(std::chrono::seconds(1));
  }
  for (int again = 0; again < 2; ++again) {
    const auto listed = *journal_->attachments(id);
    ASSERT_THAT(listed, SizeIs(attached.size()));
    for (std::size_t i = 0; i < attached.size(); ++i) {
      EXPECT_EQ(listed[i].id, attached[i].first);
      EXPECT_EQ(listed[i].size, attached[i].second.size());
      EXPECT_EQ(listed[i].name, "Set list.png");
      EXPECT_EQ(*journal_->attachmentBytes(listed[i].id), attached[i].second);
    }
    reopen();
  }
  EXPECT_THAT(problems(), IsEmpty());
}

TEST_F(Attachments, TheSameTwiceIsThereOnce) {
  const ReflectionId id = write("They chose the order.");
  attach(id, picture(100));
  EXPECT_EQ(must(AttachFile{id, AttachmentId::random(random_), "Copy.png", picture(100)}).skipped,
            1U);
  EXPECT_THAT(*journal_->attachments(id), SizeIs(1));
}

TEST_F(Attachments, WhatCannotBeKeptIsRefusedWithAdviceAndChangesNothing) {
  const ReflectionId id = write("They chose the order.");
  const auto ops = journal_->counts()->ops;
  const auto refuse = [&](const std::string& bytes) {
    const auto done = journal_->apply(AttachFile{id, AttachmentId::random(random_), "a", bytes});
    ASSERT_FALSE(done.ok());
    EXPECT_EQ(done.error().code, ErrorCode::InvalidInput);
    EXPECT_FALSE(done.error().advice.empty());
  };
  refuse("");
  refuse("MZ this is a program");
  refuse(picture(kMostAttachmentBytes + 1));
  EXPECT_EQ(refused(AttachFile{ReflectionId::random(random_), AttachmentId::random(random_), "a",
                               picture(100)}),
            ErrorCode::NotFound);
  EXPECT_EQ(journal_->counts()->ops, ops);
  for (std::size_t i = 0; i < kMostAttachments; ++i) attach(id, picture(100 + i));
  refuse(picture(99));
}

TEST_F(Attachments, ATakenOutOneIsGoneAndComesBackOnlyByBeingAttachedAgain) {
  const ReflectionId id = write("They chose the order.");
  const AttachmentId first = attach(id, picture(300'000));
  EXPECT_TRUE(must(RemoveAttachment{first}).changes.attachments);
  EXPECT_THAT(*journal_->attachments(id), IsEmpty());
  EXPECT_EQ(journal_->attachmentBytes(first).error().code, ErrorCode::NotFound);
  EXPECT_EQ(refused(RemoveAttachment{first}), ErrorCode::NotFound);
  attach(id, picture(300'000));
  EXPECT_THAT(*journal_->attachments(id), SizeIs(1));
  EXPECT_THAT(problems(), IsEmpty());
}

TEST_F(Attachments, AnEntryOnHoldTakesNoneButFromACopyOfTheJournal) {
  const ReflectionId id = write("They chose the order.");
  attach(id, picture(100));
  must(HoldReflection{id});
  EXPECT_EQ(refused(AttachFile{id, AttachmentId::random(random_), "a", picture(90)}),
            ErrorCode::Conflict);
  must(AttachFile{id, AttachmentId::random(random_), "a", picture(90), clock_.now()});
  EXPECT_THAT(*journal_->attachments(id), SizeIs(2));
}

TEST_F(Attachments, ErasingTheEntryLeavesNoByteOfThem) {
  const ReflectionId id = write("They chose the order.");
  const AttachmentId kept = attach(id, picture(300'000, 'q'));
  const AttachmentId takenOut = attach(id, picture(200'000, 'q'));
  must(RemoveAttachment{takenOut});
  must(EraseReflection{id});
  EXPECT_EQ(journal_->attachmentBytes(kept).error().code, ErrorCode::NotFound);
  EXPECT_THAT(problems(), IsEmpty());
  journal_.reset();
  // Nothing in the log is as long as a part is.
  auto vault = vault::Vault::unlock(vaultFolder(), passphrase(), crypto::KdfPreset::Fast);
  ASSERT_TRUE(vault.ok());
  auto database = store::Database::open({(*vault)->databasePath(), (*vault)->vfsName()});
  ASSERT_TRUE(database.ok());
  store::Query longest = (*database)->query("SELECT max(length(entry)) FROM op_log");
  EXPECT_LT(**longest.firstInteger(), 1000);
  store::Query parts = (*database)->query("SELECT count(*) FROM attachment_part");
  EXPECT_EQ(**parts.firstInteger(), 0);
}

TEST_F(Attachments, ABackupHasThem) {
  const ReflectionId id = write("They chose the order.");
  const AttachmentId kept = attach(id, picture(400'000));
  const auto to = folder_.path() / "backup";
  ASSERT_TRUE(backUp(*journal_, to).ok());
  auto copy = LocalJournal::unlock(to, passphrase(), surroundings());
  ASSERT_TRUE(copy.ok());
  EXPECT_EQ(*(*copy)->attachmentBytes(kept), picture(400'000));
}

class AttachmentsOfDevices : public TwoDevices {
 protected:
  void SetUp() override {
    TwoDevices::SetUp();
    id_ = write(home_, "They chose the order.");
    exchange();
  }
  AttachmentId attach(OnDevice& on, std::size_t size) {
    const AttachmentId id = AttachmentId::random(on.random);
    does(on, AttachFile{id_, id, "a.png", picture(size)});
    return id;
  }

  ReflectionId id_;
};

TEST_F(AttachmentsOfDevices, WhatOneAttachedTheOtherHas) {
  const AttachmentId id = attach(home_, 700'000);
  exchange();
  EXPECT_EQ(*school_.journal->attachmentBytes(id), picture(700'000));
  EXPECT_THAT(school_.journal->check({}, {})->problems, IsEmpty());
}

TEST_F(AttachmentsOfDevices, OneThatHasNotAllComeIsNotShown) {
  const AttachmentId id = attach(home_, 700'000);
  // The entry that attaches it comes last, and this time does not come.
  const auto self = home_.journal->self();
  for (std::uint64_t first = 1;; ++first) {
    auto entries = *home_.journal->entries(self.device, first, 1, 1);
    ASSERT_FALSE(entries.empty());
    const auto next = *home_.journal->entries(self.device, first + 1, 1, 1);
    if (next.empty()) break;
    ASSERT_TRUE(school_.journal->receive(self, first, entries).ok());
  }
  EXPECT_THAT(*school_.journal->attachments(id_), IsEmpty());
  EXPECT_EQ(school_.journal->attachmentBytes(id).error().code, ErrorCode::NotFound);
  exchange();
  EXPECT_EQ(*school_.journal->attachmentBytes(id), picture(700'000));
}

TEST_F(AttachmentsOfDevices, ErasedOnOneItIsGoneOnBothWhateverTheOtherAttachedMeanwhile) {
  const AttachmentId first = attach(home_, 300'000);
  exchange();
  does(home_, EraseReflection{id_});
  const AttachmentId second = attach(school_, 310'000);
  exchange();
  for (OnDevice* on : {&home_, &school_}) {
    EXPECT_EQ(on->journal->attachmentBytes(first).error().code, ErrorCode::NotFound);
    EXPECT_EQ(on->journal->attachmentBytes(second).error().code, ErrorCode::NotFound);
    EXPECT_THAT(on->journal->check({}, {})->problems, IsEmpty());
  }
}

/// School has a version that knows no attachments.
class AttachmentsOfAnOlderDevice : public AttachmentsOfDevices {
 protected:
  void SetUp() override {
    AttachmentsOfDevices::SetUp();
    school_.lastKind = store::kindOf(store::Erased{});
    school_.reopen();
  }
  void updateSchool() {
    school_.lastKind = 0;
    school_.reopen();
  }
};

TEST_F(AttachmentsOfAnOlderDevice, ItKeepsWhatItDoesNotKnowPassesItOnAndShowsItOnceUpdated) {
  const AttachmentId id = attach(home_, 700'000);
  does(home_, EditText{id_, "They chose the order. All of it."});
  exchange();
  EXPECT_EQ(school_.journal->reflection(id_)->text, "They chose the order. All of it.");
  EXPECT_THAT(*school_.journal->attachments(id_), IsEmpty());
  EXPECT_THAT(school_.journal->check({}, {})->problems, IsEmpty());

  OnDevice third{3};
  third.create(folder_.path() / "third");
  ASSERT_TRUE(third.journal->adoptNamesKey(home_.journal->namesKey()).ok());
  ASSERT_TRUE(pass(*school_.journal, *third.journal, home_.journal->self()).ok());
  EXPECT_EQ(*third.journal->attachmentBytes(id), picture(700'000));

  updateSchool();
  EXPECT_EQ(*school_.journal->attachmentBytes(id), picture(700'000));
  EXPECT_THAT(school_.journal->check({}, {})->problems, IsEmpty());
}

TEST_F(AttachmentsOfAnOlderDevice, WhatItErasedWithoutKnowingAllOfItIsGoneOnceItIsUpdated) {
  attach(home_, 700'000);
  exchange();
  const auto home = home_.journal->self().device;
  does(school_, EraseReflection{id_});
  const auto before = *school_.journal->erasedIn(home, 1, 100);
  updateSchool();
  EXPECT_GE(*school_.journal->erasedIn(home, 1, 100), before + 4)
      << "three parts and what attached";
  EXPECT_THAT(school_.journal->check({}, {})->problems, IsEmpty());
  exchange();
  EXPECT_EQ(*home_.journal->erasedIn(home, 1, 100), *school_.journal->erasedIn(home, 1, 100));
}

}  // namespace
}  // namespace journal::service
