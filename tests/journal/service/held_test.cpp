// The end of a safeguarding hold (domain.md 5.3 point 8).

#include <gmock/gmock.h>

#include "journal/domain/held_entry.h"
#include "tests/journal/service/journal_support.h"

namespace journal::service {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class Held : public JournalTest {
 protected:
  void SetUp() override {
    JournalTest::SetUp();
    entry_ = write("He said he was scared to go home.");
    tag_ = tagOf(entry_, "scared");
    must(PutTag{tag_});
    must(PutIntention{{IntentionId::random(random_), "Ask how he is", entry_, std::nullopt, "",
                       IntentionState::Open, day("2026-01-22")}});
    clock_.advance(std::chrono::minutes{5});
    must(HoldReflection{entry_, true});
  }
  Receipt receipt(std::string role = "DSL at the school") {
    return {std::move(role), day("2026-01-22"), std::chrono::minutes{17 * 60}};
  }
  std::string adviceFor(const Op& op) {
    const auto result = journal_->apply(op);
    EXPECT_FALSE(result.ok());
    return result.ok() ? "" : result.error().advice;
  }
  void recordBoth(DslWish wish = DslWish::Remove) {
    must(RecordReceipt{entry_, receipt()});
    must(RecordWish{entry_, wish});
  }

  ReflectionId entry_;
  Tag tag_;
};

TEST_F(Held, IsListedByDayAndSettingWithTheTimeItWasPutOnHold) {
  clock_.advance(std::chrono::hours{2});
  const auto held = *journal_->held();
  ASSERT_THAT(held, SizeIs(1));
  EXPECT_EQ(held[0].id, entry_);
  EXPECT_EQ(held[0].date, day("2026-01-22"));
  EXPECT_EQ(held[0].setting, Setting::SmallGroup);
  EXPECT_EQ(held[0].since, *parseTime("2026-01-22T16:10:00Z"));
  EXPECT_FALSE(held[0].isLine);
  EXPECT_EQ(held[0].steps, HoldSteps{});
}

TEST_F(Held, IsRemovedOnlyAfterBothStepsAndEachRefusalSaysWhy) {
  EXPECT_THAT(adviceFor(RemoveHeld{entry_}), HasSubstr("the DSL has received it"));
  EXPECT_THAT(adviceFor(RecordWish{entry_, DslWish::Remove}), HasSubstr("has received it"));
  must(RecordReceipt{entry_, receipt()});
  EXPECT_THAT(adviceFor(RemoveHeld{entry_}), HasSubstr("what the DSL wants"));
  must(RecordWish{entry_, DslWish::KeepOnHold});
  EXPECT_THAT(adviceFor(RemoveHeld{entry_}), HasSubstr("wants the original kept"));
  EXPECT_EQ(journal_->reflection(entry_)->text, "He said he was scared to go home.");
  must(RecordWish{entry_, DslWish::Remove});
  must(RemoveHeld{entry_});
  EXPECT_EQ(journal_->reflection(entry_).error().code, ErrorCode::NotFound);
}

TEST_F(Held, ARemovalLeavesNoTagIntentionOrVersionAndTheLogAgrees) {
  recordBoth();
  must(RemoveHeld{entry_});
  EXPECT_THAT(*journal_->held(), IsEmpty());
  EXPECT_THAT(*journal_->tags({tag_.id}), IsEmpty());
  EXPECT_THAT(*journal_->intentions(), IsEmpty());
  EXPECT_FALSE(journal_->versions(entry_).ok());
  EXPECT_THAT(found("scared"), IsEmpty());
  EXPECT_EQ(journal_->counts()->reflections, 0u);
  EXPECT_EQ(journal_->counts()->tags, 0u);
  EXPECT_THAT(problems(), IsEmpty());
  reopen();
  EXPECT_THAT(problems(), IsEmpty());
}

TEST_F(Held, ARemovalIsRecordedByRoleAndTimeAlone) {
  recordBoth();
  clock_.advance(std::chrono::hours{1});
  must(RemoveHeld{entry_});
  reopen();
  const auto removals = *journal_->removals();
  ASSERT_THAT(removals, SizeIs(1));
  EXPECT_EQ(removals[0].received, receipt());
  EXPECT_EQ(removals[0].at, *parseTime("2026-01-22T17:10:00Z"));
}

TEST_F(Held, WhatACaseStudyQuotedOfItGoesWithIt) {
  must(HoldReflection{entry_, false});
  CaseStudy study;
  study.id = CaseStudyId::random(random_);
  study.title = "Settling";
  study.author = "Sam";
  Claim claim;
  claim.id = ClaimId::random(random_);
  claim.text = "A claim.";
  claim.evidence.push_back({tag_.id, tag_.quote});
  study.claims.push_back(claim);
  must(StartCaseStudy{study});
  must(HoldReflection{entry_, true});
  recordBoth();
  must(RemoveHeld{entry_});
  EXPECT_THAT(journal_->caseStudy(study.id)->claims[0].evidence, IsEmpty());
  EXPECT_THAT(problems(), IsEmpty());
}

TEST_F(Held, ARemovedEntryDoesNotComeInAgainFromACopy) {
  Reflection copy = *journal_->reflection(entry_);
  recordBoth();
  must(RemoveHeld{entry_});
  EXPECT_EQ(must(WriteReflection{copy, {}, std::nullopt}).skipped, 1u);
  EXPECT_EQ(journal_->counts()->reflections, 0u);
}

TEST_F(Held, NorDoesItComeInAgainFromTheFileItWasImportedFrom) {
  Reflection imported = reflectionOf("He said it again.");
  imported.source = "day-one:1";
  must(WriteReflection{imported, {}, std::nullopt});
  entry_ = imported.id;
  must(HoldReflection{entry_, true});
  recordBoth();
  must(RemoveHeld{entry_});
  imported.id = ReflectionId::random(random_);
  EXPECT_EQ(must(WriteReflection{imported, {}, std::nullopt}).skipped, 1u);
  imported.id = ReflectionId::random(random_);
  imported.source.clear();
  EXPECT_EQ(must(WriteReflection{imported, {}, std::nullopt}).applied, 1u) << "written anew";
  EXPECT_THAT(problems(), IsEmpty());
}

TEST_F(Held, OnlyASlipIsTakenOffHoldAgain) {
  must(HoldReflection{entry_, false});
  EXPECT_THAT(*journal_->tagsOf(entry_), SizeIs(1)) << "as it was";
  must(HoldReflection{entry_, true});
  EXPECT_EQ(journal_->held()->front().steps, HoldSteps{});
  clock_.advance(std::chrono::minutes{61});
  EXPECT_THAT(adviceFor(HoldReflection{entry_, false}), HasSubstr("within the hour"));
  must(HoldReflection{entry_, true});
  EXPECT_THAT(*journal_->held(), SizeIs(1));
}

TEST_F(Held, WhatTheDslHasReceivedIsNotTakenOffHold) {
  must(RecordReceipt{entry_, receipt()});
  EXPECT_THAT(adviceFor(HoldReflection{entry_, false}), HasSubstr("the DSL has received it"));
  EXPECT_EQ(refused(RemoveHeld{entry_}), ErrorCode::Conflict);
}

TEST_F(Held, ABroughtRemovalKeepsAnEntryOutAndChangesNothingThatIsHere) {
  Reflection elsewhere = reflectionOf("Removed on the other laptop.");
  elsewhere.source = "md:2026-01-20.md";
  const Removal removal{{"DSL", day("2026-01-21"), {}}, clock_.now(), elsewhere.id, ""};
  EXPECT_TRUE(must(BringRemoval{removal}).changes.reflections);
  EXPECT_EQ(must(BringRemoval{removal}).skipped, 1u);
  EXPECT_EQ(must(WriteReflection{elsewhere, {}, std::nullopt}).skipped, 1u);
  EXPECT_EQ(must(BringRemoval{{removal.received, {}, entry_, ""}}).skipped, 1u);
  EXPECT_THAT(*journal_->held(), SizeIs(1)) << "what stands here is decided here";
  reopen();
  ASSERT_THAT(*journal_->removals(), SizeIs(1));
  EXPECT_EQ(journal_->removals()->front(), removal);
  EXPECT_THAT(problems(), IsEmpty());
}

TEST_F(Held, TheStepsSurviveReopeningAndALaterAnswerCounts) {
  recordBoth();
  must(RecordReceipt{entry_, receipt("Deputy DSL")});
  must(RecordWish{entry_, DslWish::KeepOnHold});
  reopen();
  const HoldSteps steps = journal_->held()->front().steps;
  EXPECT_EQ(steps.received, receipt("Deputy DSL"));
  EXPECT_EQ(steps.wish, DslWish::KeepOnHold);
  EXPECT_THAT(problems(), IsEmpty());
}

TEST_F(Held, AReceiptNeedsARoleAndATimeThatHasCome) {
  EXPECT_THAT(adviceFor(RecordReceipt{entry_, receipt("  ")}), HasSubstr("by their role"));
  Receipt later = receipt();
  later.on = day("2026-01-23");
  EXPECT_THAT(adviceFor(RecordReceipt{entry_, later}), HasSubstr("not come yet"));
  const ReflectionId free = write("They played on.");
  EXPECT_THAT(adviceFor(RecordReceipt{free, receipt()}), HasSubstr("on hold"));
}

TEST_F(Held, TheLineAJournalKeepsIsNeverRemoved) {
  const ReflectionId line = write("Concern passed to the DSL at Millhope, 22 January, 16:10.");
  must(HoldReflection{line, true});
  EXPECT_THAT(adviceFor(RecordReceipt{line, receipt()}), HasSubstr("This line stays"));
  EXPECT_THAT(adviceFor(RemoveHeld{line}), HasSubstr("This line stays"));
  const auto held = *journal_->held();
  ASSERT_THAT(held, SizeIs(2));
  EXPECT_TRUE(held[0].isLine);
  EXPECT_FALSE(isConcernLine("Concern passed to the DSL.\nHe said")) << "there is more to it";
}

TEST_F(Held, ADamagedRemovalIsFoundByTheCheck) {
  recordBoth();
  must(RemoveHeld{entry_});
  ASSERT_TRUE(journal_->database().script("DELETE FROM removal").ok());
  EXPECT_THAT(problems(), SizeIs(1));
}

}  // namespace
}  // namespace journal::service
