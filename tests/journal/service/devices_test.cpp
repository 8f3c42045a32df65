#include <gmock/gmock.h>

#include <cstdlib>

#include "tests/journal/service/many_devices.h"

#include "journal/store/text_heads.h"

namespace journal::service {
namespace {

using ::testing::IsEmpty;
using ::testing::Not;

class Devices : public TwoDevices {
 protected:
  std::string text(OnDevice& on, ReflectionId id) { return on.journal->reflection(id)->text; }
  Tag tagOf(OnDevice& on, ReflectionId id, const std::string& words) {
    Tag tag;
    tag.id = TagId::random(on.random);
    tag.reflection = id;
    tag.passage.begin = text(on, id).find(words);
    tag.passage.end = tag.passage.begin + words.size();
    tag.quote = words;
    tag.indicator = *IndicatorCode::parse("P1.1");
    return tag;
  }
  void bothAgree() {
    for (OnDevice* on : {&home_, &school_}) {
      EXPECT_THAT(on->journal->check({}, {})->problems, IsEmpty());
    }
  }
};

TEST_F(Devices, WhatWasWrittenOnOneIsOnTheOther) {
  const ReflectionId id = write(home_, "They played.");
  exchange();
  EXPECT_EQ(text(school_, id), "They played.");
  does(school_, EditText{id, "They played well."});
  exchange();
  EXPECT_EQ(text(home_, id), "They played well.");
  EXPECT_THAT(*home_.journal->disagreements(), IsEmpty());
  bothAgree();
  // What came counts as what was written here does: an export asks whether anything changed.
  EXPECT_EQ(home_.journal->counts()->ops, 2U);
  EXPECT_EQ(school_.journal->counts()->ops, 2U);
  EXPECT_EQ(home_.journal->check({}, {})->ops, 2U);
}

TEST_F(Devices, SentencesChangedApartAreBothThereAndNobodyIsAsked) {
  const ReflectionId id = write(home_, "They played. They stopped.");
  exchange();
  does(home_, EditText{id, "They played well. They stopped."});
  does(school_, EditText{id, "They played. They stopped. We talked."});
  exchange();
  for (OnDevice* on : {&home_, &school_}) {
    EXPECT_EQ(text(*on, id), "They played well. They stopped. We talked.");
    EXPECT_THAT(*on->journal->disagreements(), IsEmpty());
    EXPECT_EQ(on->journal->versions(id)->size(), 4U);
  }
  bothAgree();
}

TEST_F(Devices, ASentenceBothChangedIsKeptTwiceAndTheBadgeStaysUntilSettled) {
  const ReflectionId id = write(home_, "They played.");
  exchange();
  does(home_, EditText{id, "They played well."});
  does(school_, EditText{id, "They played badly."});
  exchange();
  const std::string both = text(home_, id);
  EXPECT_EQ(both, text(school_, id));
  EXPECT_THAT(both, ::testing::HasSubstr("well"));
  EXPECT_THAT(both, ::testing::HasSubstr("badly"));
  const auto open = home_.journal->disagreements();
  ASSERT_EQ(open->size(), 1U);
  ASSERT_EQ(open->front().sides.size(), 2U);
  // Writing on is not deciding.
  does(home_, EditText{id, both + " And then."});
  exchange();
  ASSERT_EQ(school_.journal->disagreements()->size(), 1U);
  does(school_, SettleDisagreement{id, DisputedField::Text, open->front().heads});
  exchange();
  EXPECT_THAT(*home_.journal->disagreements(), IsEmpty());
  bothAgree();
}

TEST_F(Devices, WordsTypedOnBeforeTheOthersWereSeenTakeNothingAwayFromThem) {
  const ReflectionId id = write(home_, "They played. They stopped.");
  exchange();
  does(school_, EditText{id, "They played well. They stopped."});
  exchange();
  // The page at home still shows what was there before.
  does(home_,
       EditText{id, "They played. They stopped. We talked.", false, "They played. They stopped."});
  EXPECT_EQ(text(home_, id), "They played well. They stopped. We talked.");
  EXPECT_THAT(*home_.journal->disagreements(), IsEmpty());
  // Whoever says nothing of what it was made from means the whole text.
  does(home_, EditText{id, "They played."});
  EXPECT_EQ(text(home_, id), "They played.");
  exchange();
  bothAgree();
}

TEST_F(Devices, AnEntryWrittenOnElsewhereComesBackOutOfTheBin) {
  const ReflectionId id = write(home_, "They played.");
  exchange();
  does(home_, BinReflection{id, true});
  does(school_, EditText{id, "They played well."});
  exchange();
  for (OnDevice* on : {&home_, &school_}) {
    EXPECT_FALSE(on->journal->reflection(id)->binned);
    ASSERT_EQ(on->journal->disagreements()->size(), 1U);
    EXPECT_EQ(on->journal->disagreements()->front().field, DisputedField::Bin);
  }
  does(home_, BinReflection{id, true});  // now knowing of it
  exchange();
  EXPECT_TRUE(school_.journal->reflection(id)->binned);
  bothAgree();
}

TEST_F(Devices, ATagRemovedOnOneAndChangedOnTheOtherStays) {
  const ReflectionId id = write(home_, "They played. They stopped.");
  Tag tag = tagOf(home_, id, "They stopped.");
  does(home_, PutTag{tag});
  exchange();
  does(home_, RemoveTag{tag.id});
  tag.level = Level::of(4);
  does(school_, PutTag{tag});
  does(school_, EditText{id, "At last they played. They stopped."});
  exchange();
  for (OnDevice* on : {&home_, &school_}) {
    ASSERT_EQ(on->journal->tagsOf(id)->size(), 1U);
    EXPECT_EQ(on->journal->tagsOf(id)->front().quote, "They stopped.");
    EXPECT_EQ(on->journal->tagsOf(id)->front().level, Level::of(4));
  }
  bothAgree();
}

TEST_F(Devices, ATagFollowsItsWordsIntoATextItsAuthorNeverSaw) {
  const ReflectionId id = write(home_, "They played. They stopped.");
  exchange();
  does(home_, EditText{id, "It rained. They played. They stopped."});
  does(school_, PutTag{tagOf(school_, id, "They stopped.")});
  exchange();
  for (OnDevice* on : {&home_, &school_}) {
    ASSERT_EQ(on->journal->tagsOf(id)->size(), 1U);
    EXPECT_EQ(on->journal->tagsOf(id)->front().quote, "They stopped.");
  }
  bothAgree();
}

TEST_F(Devices, WhatWasErasedOnOneIsGoneOnBothWhateverTheOtherDidMeanwhile) {
  const ReflectionId id = write(home_, "Marimba was here.");
  does(home_, PutTag{tagOf(home_, id, "Marimba")});
  exchange();
  does(school_, EditText{id, "Marimba was here, and Timpani."});
  does(home_, EraseReflection{id});
  exchange();
  for (OnDevice* on : {&home_, &school_}) {
    EXPECT_EQ(on->journal->reflection(id).error().code, ErrorCode::NotFound);
    store::Query raw = on->journal->database().query(
        "SELECT count(*) FROM op_log WHERE instr(entry, CAST('Marimba' AS BLOB)) > 0");
    EXPECT_EQ(raw.firstInteger()->value_or(-1), 0);
  }
  bothAgree();
  does(school_, EraseReflection{write(school_, "Another.")});
  exchange();
  bothAgree();
}

TEST_F(Devices, NamesReadTheSameOnBoth) {
  KnownName name;
  name.id = NameId::random(home_.random);
  name.realName = "Ayaan";
  name.codeName = "Wren";
  does(home_, PutName{name});
  const ReflectionId id = write(home_, "Ayaan played.");
  exchange();
  school_.reopen();
  ASSERT_EQ(school_.journal->names()->size(), 1U);
  EXPECT_EQ(school_.journal->names()->front().realName, "Ayaan");
  EXPECT_EQ(text(school_, id), mentionToken(name.id) + " played.");
}

// Copies -----------------------------------------------------------------------------------------

TEST_F(Devices, ACopiedJournalIsNoticedByTheSecondEntryOfOneNumber) {
  write(home_, "Before.");
  home_.journal.reset();
  OnDevice copy{3};
  copy.folder = folder_.path() / "copy";
  std::filesystem::copy(home_.folder, copy.folder, std::filesystem::copy_options::recursive);
  home_.reopen();
  copy.reopen();
  const ReflectionId onHome = write(home_, "On the laptop.");
  const ReflectionId onCopy = write(copy, "On the copy.");
  does(copy, EditText{onCopy, "On the copy, edited."});
  exchange();
  const auto refused = pass(*copy.journal, *school_.journal, copy.journal->self(), 100);
  // What the other has ends at 2, as the first three of the copy do not.
  const auto entries = copy.journal->entries(copy.journal->self().device, 1, 100, 1U << 20U);
  EXPECT_EQ(school_.journal->receive(copy.journal->self(), 1, *entries).error().code,
            ErrorCode::Conflict);

  const LogOwner before = copy.journal->self();
  const auto anew = copy.journal->becomeAnew(1, [](const LogOwner&) { return Result<void>(); });
  ASSERT_TRUE(anew.ok()) << anew.error().detail;
  EXPECT_NE(anew->device, before.device);
  EXPECT_EQ(text(copy, onCopy), "On the copy, edited.");
  EXPECT_THAT(copy.journal->check({}, {})->problems, IsEmpty());
  copy.reopen();
  EXPECT_THAT(copy.journal->check({}, {})->problems, IsEmpty());
  ASSERT_TRUE(pass(*copy.journal, *school_.journal, *anew).ok());
  ASSERT_TRUE(pass(*school_.journal, *copy.journal, before).ok());
  EXPECT_EQ(text(school_, onCopy), "On the copy, edited.");
  EXPECT_EQ(text(copy, onHome), "On the laptop.");
  EXPECT_THAT(copy.journal->check({}, {})->problems, IsEmpty());
  write(copy, "And on.");
  EXPECT_THAT(copy.journal->check({}, {})->problems, IsEmpty());
}

TEST_F(Devices, AnEndorsementThatFailsChangesNothing) {
  const ReflectionId id = write(home_, "Before.");
  const LogOwner before = home_.journal->self();
  const auto anew = home_.journal->becomeAnew(0, [](const LogOwner&) -> Result<void> {
    return Error{ErrorCode::Network, "no"};
  });
  EXPECT_FALSE(anew.ok());
  EXPECT_EQ(home_.journal->self().device, before.device);
  EXPECT_EQ(text(home_, id), "Before.");
}

// What a stranger might send ---------------------------------------------------------------------

TEST_F(Devices, AnEntryAlteredReorderedOrLeftOutIsRefusedAndNothingIsTaken) {
  write(home_, "One.");
  write(home_, "Two.");
  write(home_, "Three.");
  const LogOwner owner = home_.journal->self();
  const auto good = *home_.journal->entries(owner.device, 1, 100, 1U << 20U);
  auto altered = good;
  altered[1].bytes.back() ^= 1;
  auto reordered = good;
  std::swap(reordered[0], reordered[1]);
  auto shorter = good;
  shorter.erase(shorter.begin() + 1);
  auto unsignedEnd = good;
  unsignedEnd.back().signature.reset();
  auto forged = good;
  forged.back().signature->at(5) ^= 1;
  LogOwner stranger = owner;
  stranger.signKey[0] ^= 1;
  for (const auto& bad : {altered, reordered, shorter, unsignedEnd, forged}) {
    EXPECT_EQ(school_.journal->receive(owner, 1, bad).error().code, ErrorCode::Corrupt);
  }
  EXPECT_EQ(school_.journal->receive(stranger, 1, good).error().code, ErrorCode::Corrupt);
  EXPECT_EQ(school_.journal->receive(owner, 2, good).error().code, ErrorCode::InvalidInput);
  EXPECT_EQ(school_.journal->counts()->reflections, 0U);
  EXPECT_TRUE(school_.journal->receive(owner, 1, good).ok());
  EXPECT_EQ(school_.journal->counts()->reflections, 3U);
  bothAgree();
}

// Random histories -------------------------------------------------------------------------------

std::uint64_t seeds() {
  return std::getenv("AFTERNOTE_LONG") != nullptr ? 2000 : 60;
}

TEST(DevicesApart, AllReadTheSameInTheEndAndNoSentenceIsLost) {
  for (std::uint64_t seed = 1; seed <= seeds(); ++seed) {
    SCOPED_TRACE(seed);
    ManyDevices world(seed, 3);
    for (int i = 0; i < 60; ++i) {
      if (world.random().below(3) == 0) world.passSome();
      world.act(world.random().below(world.size()));
      if (::testing::Test::HasFatalFailure()) return;
    }
    world.passAll();
    for (std::size_t i = 0; i < world.size(); ++i) {
      ASSERT_EQ(world.picture(i), world.picture(0)) << "device " << i;
      ASSERT_THAT(world.lost(i), IsEmpty());
      ASSERT_THAT(world.problems(i), IsEmpty());
    }
  }
}

TEST(DevicesApart, LastWriterWinsInPlaceOfTheMergeLosesSentences) {
  std::size_t lost = 0;
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    ManyDevices world(seed, 3, [](std::string_view, std::string_view, std::string_view theirs) {
      return store::MergedWords{std::string(theirs), false};
    });
    for (int i = 0; i < 60; ++i) {
      if (world.random().below(3) == 0) world.passSome();
      world.act(world.random().below(world.size()));
    }
    world.passAll();
    lost += world.lost(0).size();
  }
  EXPECT_GT(lost, 0U);
}

}  // namespace
}  // namespace journal::service
