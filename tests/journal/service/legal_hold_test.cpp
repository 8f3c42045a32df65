// What an inquiry or a claim forbids to erase (domain.md 5.4).
#include <gmock/gmock.h>

#include "tests/journal/service/devices_support.h"

namespace journal::service {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class LegalHolds : public JournalTest {
 protected:
  void SetUp() override {
    JournalTest::SetUp();
    wren_ = person("Ayaan Chaudhry", "Wren");
    robin_ = person("Ines Costa", "Robin");
    must(PutName{wren_});
    must(PutName{robin_});
  }
  LegalHold hold(std::optional<NameId> about = std::nullopt) {
    LegalHold hold;
    hold.id = LegalHoldId::random(random_);
    hold.about = about;
    hold.reason = "Inquiry 14.";
    hold.since = day("2026-01-20");
    must(PutLegalHold{hold});
    return hold;
  }
  std::string whyNot(const Op& op) {
    const auto result = journal_->apply(op);
    EXPECT_FALSE(result.ok());
    return result.ok() ? "" : result.error().advice;
  }
  bool isThere(ReflectionId id) { return journal_->reflection(id).ok(); }

  KnownName wren_;
  KnownName robin_;
};

TEST_F(LegalHolds, NothingIsErasedUnderAHoldOnTheWholeJournalAndItSaysWhySinceWhen) {
  const ReflectionId id = write("Nobody in particular.");
  const LegalHold put = hold();
  EXPECT_THAT(whyNot(EraseReflection{id}),
              HasSubstr("this journal has stood since 2026-01-20: Inquiry 14. It can be erased "
                        "once the hold is lifted."));
  EXPECT_TRUE(isThere(id));
  must(LiftLegalHold{put.id, {day("2026-01-22"), "Closed"}});
  must(EraseReflection{id});
  EXPECT_FALSE(isThere(id));
  EXPECT_THAT(problems(), IsEmpty());
}

TEST_F(LegalHolds, OneOnACodeCoversWhateverEverNamedThemAndNothingElse) {
  const ReflectionId now = write("Ayaan counted in.");
  const ReflectionId before = write("Ayaan counted in.");
  must(EditText{before, "Somebody counted in."});
  Reflection taught = reflectionOf("A quiet lesson.");
  taught.lesson.youngPeople = {wren_.id};
  must(WriteReflection{taught, {}, std::nullopt});
  const ReflectionId tagged = write("A steady pulse.");
  Tag tag = tagOf(tagged, "steady");
  tag.youngPerson = wren_.id;
  must(PutTag{tag});
  must(RemoveTag{tag.id});
  const ReflectionId other = write("Ines counted in.");
  hold(wren_.id);
  for (const ReflectionId id : {now, before, taught.id, tagged}) {
    EXPECT_THAT(whyNot(EraseReflection{id}), HasSubstr("about Wren"));
    EXPECT_TRUE(isThere(id));
  }
  must(EraseReflection{other});
  EXPECT_FALSE(isThere(other));
}

TEST_F(LegalHolds, WhatCanBeUndoneStaysPossible) {
  const ReflectionId id = write("Ayaan counted in.");
  hold();
  must(EditText{id, "Ayaan counted in twice."});
  must(BinReflection{id, true});
  must(BinReflection{id, false});
  EXPECT_EQ(journal_->versions(id)->size(), 2U);
}

TEST_F(LegalHolds, AnEntryOnSafeguardingHoldIsNotRemovedEither) {
  const ReflectionId id = write("Ayaan said something.");
  must(HoldReflection{id, true});
  must(RecordReceipt{id, {"DSL", day("2026-01-22"), std::chrono::minutes{600}}});
  must(RecordWish{id, DslWish::Remove});
  const LegalHold put = hold(wren_.id);
  EXPECT_THAT(whyNot(RemoveHeld{id}), HasSubstr("Inquiry 14"));
  must(LiftLegalHold{put.id, {day("2026-01-22"), "Closed"}});
  must(RemoveHeld{id});
}

TEST_F(LegalHolds, IsKeptAsItWasPutOnAndItsEndIsRecordedOnce) {
  LegalHold put = hold(wren_.id);
  EXPECT_EQ(must(PutLegalHold{put}).skipped, 1U);
  put.reason = "Another";
  EXPECT_EQ(refused(PutLegalHold{put}), ErrorCode::Conflict);
  must(LiftLegalHold{put.id, {day("2026-01-21"), "Closed"}});
  must(LiftLegalHold{put.id, {day("2026-01-21"), "Closed"}});
  EXPECT_THAT(whyNot(LiftLegalHold{put.id, {day("2026-01-22"), "Again"}}),
              HasSubstr("lifted already, on 2026-01-21"));
  reopen();
  const auto holds = journal_->legalHolds();
  ASSERT_THAT(*holds, SizeIs(1));
  EXPECT_EQ(holds->front().about, wren_.id);
  EXPECT_EQ(holds->front().reason, "Inquiry 14");
  EXPECT_EQ(holds->front().ended, (LegalHoldEnd{day("2026-01-21"), "Closed"}));
  EXPECT_THAT(problems(), IsEmpty());
}

TEST_F(LegalHolds, NeedsAReasonADayThatHasComeAndSomebodyKnown) {
  LegalHold put;
  put.id = LegalHoldId::random(random_);
  put.since = day("2026-01-22");
  EXPECT_EQ(refused(PutLegalHold{put}), ErrorCode::InvalidInput);
  put.reason = "Inquiry";
  put.since = day("2026-01-23");
  EXPECT_EQ(refused(PutLegalHold{put}), ErrorCode::InvalidInput);
  put.since = day("2026-01-22");
  put.about = NameId::random(random_);
  EXPECT_EQ(refused(PutLegalHold{put}), ErrorCode::NotFound);
  put.about.reset();
  must(PutLegalHold{put});
  EXPECT_EQ(refused(LiftLegalHold{put.id, {day("2026-01-21"), "Early"}}), ErrorCode::InvalidInput);
  EXPECT_EQ(refused(LiftLegalHold{put.id, {day("2026-01-22"), " "}}), ErrorCode::InvalidInput);
  EXPECT_EQ(refused(LiftLegalHold{LegalHoldId::random(random_), {put.since, "No"}}),
            ErrorCode::NotFound);
}

TEST_F(LegalHolds, ASearchIsLoggedWithItsReasonAndCountsOnly) {
  AccessRecord access;
  access.id = AccessId::random(random_);
  access.about = wren_.id;
  EXPECT_EQ(refused(RecordAccess{access}), ErrorCode::InvalidInput);
  access.reason = "Her mother asked";
  access.counts.entries = 3;
  must(RecordAccess{access});
  EXPECT_EQ(must(RecordAccess{access}).skipped, 1U);
  reopen();
  const auto log = journal_->accessLog();
  ASSERT_THAT(*log, SizeIs(1));
  EXPECT_EQ(log->front().at, clock_.now());
  EXPECT_EQ(log->front().counts, access.counts);
  EXPECT_THAT(problems(), IsEmpty());
}

// On several devices -----------------------------------------------------------------------------

class LegalHoldsApart : public TwoDevices {
 protected:
  void SetUp() override {
    TwoDevices::SetUp();
    id_ = write(home_, "They played.");
    hold_ = {LegalHoldId::random(home_.random), std::nullopt, "Inquiry", *parseDate("2026-01-22"),
             std::nullopt};
  }

  ReflectionId id_;
  LegalHold hold_;
};

TEST_F(LegalHoldsApart, StandsOnEveryDeviceOnceItIsThere) {
  does(home_, PutLegalHold{hold_});
  exchange();
  EXPECT_EQ(school_.journal->apply(EraseReflection{id_}).error().code, ErrorCode::Conflict);
  does(school_, LiftLegalHold{hold_.id, {*parseDate("2026-01-22"), "Closed"}});
  exchange();
  does(home_, EraseReflection{id_});
}

TEST_F(LegalHoldsApart, DoesNotBringBackWhatWasErasedBeforeTheOtherDeviceKnew) {
  exchange();
  does(home_, PutLegalHold{hold_});
  does(school_, EraseReflection{id_});
  exchange();
  for (OnDevice* on : {&home_, &school_}) {
    EXPECT_EQ(on->journal->reflection(id_).error().code, ErrorCode::NotFound);
    EXPECT_EQ(*on->journal->legalHolds(), std::vector<LegalHold>{hold_});
    EXPECT_THAT(on->journal->check({}, {})->problems, IsEmpty());
  }
}

TEST_F(LegalHoldsApart, LiftedOnTwoDevicesEndsOnceTheSameOnBoth) {
  does(home_, PutLegalHold{hold_});
  exchange();
  does(home_, LiftLegalHold{hold_.id, {*parseDate("2026-01-22"), "At home"}});
  does(school_, LiftLegalHold{hold_.id, {*parseDate("2026-01-22"), "At school"}});
  exchange();
  EXPECT_EQ(*home_.journal->legalHolds(), *school_.journal->legalHolds());
  EXPECT_TRUE(home_.journal->legalHolds()->front().ended.has_value());
  for (OnDevice* on : {&home_, &school_}) {
    EXPECT_THAT(on->journal->check({}, {})->problems, IsEmpty());
  }
}

}  // namespace
}  // namespace journal::service
