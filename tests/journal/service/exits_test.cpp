// The safeguarding hold at every way in and out (domain.md 5.3 point 8).
#include <gmock/gmock.h>

#include "journal/domain/safeguarding.h"
#include "journal/service/publish.h"
#include "tests/journal/service/journal_support.h"

namespace journal::service {
namespace {

using ::testing::IsEmpty;
using ::testing::Not;

class Exits : public JournalTest {
 protected:
  void SetUp() override {
    JournalTest::SetUp();
    wren_ = person("Ayaan Chaudhry", "Wren");
    must(PutName{wren_});
    held_ = write("Ayaan said something that worried me. He counted four bars in.");
    tag_ = tagOf(held_, "counted four bars");
    tag_.youngPerson = wren_.id;
    must(PutTag{tag_});
    Intention intention;
    intention.id = IntentionId::random(random_);
    intention.text = "Ask how he is";
    intention.from = held_;
    intention.madeOn = day("2026-01-22");
    must(PutIntention{intention});
    study_.id = CaseStudyId::random(random_);
    study_.title = "Counting in";
    study_.author = "Sam";
    Claim claim;
    claim.id = ClaimId::random(random_);
    claim.text = "He counts the group in by himself.";
    claim.evidence.push_back({tag_.id, tag_.quote});
    study_.claims.push_back(claim);
    Agreement agreement;
    agreement.level = *UseLevel::of(1);
    agreement.agreedBy = "young person and mother";
    agreement.howAsked = "at the end of a lesson";
    agreement.on = day("2026-01-20");
    agreement.until = day("2028-01-20");
    study_.agreement = agreement;
    must(StartCaseStudy{study_});
    ASSERT_THAT(found("counted"), Not(IsEmpty()));  // indexed before the hold
  }

  KnownName wren_;
  ReflectionId held_;
  Tag tag_;
  CaseStudy study_;
};

TEST_F(Exits, AHeldReflectionIsInNoListSearchJourneyOrIntention) {
  must(HoldReflection{held_, true});
  EXPECT_THAT(found("counted"), IsEmpty());
  EXPECT_THAT(found("count*"), IsEmpty());
  EXPECT_THAT(found("counted", {}, SearchOrder::BestFirst), IsEmpty());
  EXPECT_THAT(found(""), IsEmpty());
  EXPECT_THAT(found("-nothing"), IsEmpty());
  SearchFilters filters;
  filters.youngPerson = wren_.id;
  EXPECT_THAT(found("", filters), IsEmpty());
  EXPECT_THAT(*journal_->newest(10, std::nullopt), IsEmpty());
  EXPECT_THAT(*journal_->binned(), IsEmpty());
  EXPECT_THAT(*journal_->tagsOf(held_), IsEmpty());
  EXPECT_THAT(*journal_->tags({tag_.id}), IsEmpty());
  EXPECT_THAT(*journal_->journey(wren_.id), IsEmpty());
  EXPECT_THAT(*journal_->openIntentions(), IsEmpty());
  EXPECT_THAT(*journal_->intentions(), IsEmpty());
  reopen();
  while (*journal_->tidy(std::chrono::milliseconds{5})) {
  }
  EXPECT_THAT(found("counted"), IsEmpty());
  EXPECT_THAT(problems(), IsEmpty());
}

TEST_F(Exits, NoChangeReachesAHeldReflection) {
  must(HoldReflection{held_, true});
  EXPECT_EQ(refused(EditText{held_, "Other words."}), ErrorCode::Conflict);
  Lesson another;
  another.date = day("2026-01-23");
  EXPECT_EQ(refused(SetLesson{held_, another}), ErrorCode::Conflict);
  EXPECT_EQ(refused(FinishReflection{held_, true}), ErrorCode::Conflict);
  EXPECT_EQ(refused(BinReflection{held_, true}), ErrorCode::Conflict);
  EXPECT_EQ(refused(PutTag{tag_}), ErrorCode::Conflict);
  EXPECT_EQ(refused(RemoveTag{tag_.id}), ErrorCode::Conflict);
  EXPECT_EQ(journal_->reflection(held_)->text.find("Other"), std::string::npos);
}

TEST_F(Exits, AHeldReflectionLeavesInNoCaseStudy) {
  must(HoldReflection{held_, true});
  Publisher publisher(*journal_, clock_, nothingMarked());
  const auto prepared = publisher.prepare(study_.id);
  ASSERT_TRUE(prepared.ok());
  EXPECT_THAT(prepared->problems, Not(IsEmpty()));
  EXPECT_EQ(prepared->bytes.find("counted"), std::string::npos);
  EXPECT_EQ(refused(RecordDeparture{study_.id, "bytes made elsewhere", clock_.now()}),
            ErrorCode::Conflict);
  Claim another;
  another.id = ClaimId::random(random_);
  another.text = "Another.";
  another.evidence.push_back({tag_.id, tag_.quote});
  EXPECT_EQ(refused(PutClaim{study_.id, another}), ErrorCode::Conflict);
}

TEST_F(Exits, TheVisitorOfExportsIsToldThatItIsHeld) {
  must(HoldReflection{held_, true});
  int usable = 0;
  int seen = 0;
  const auto visit = [&](const Reflection& reflection, const std::vector<Tag>&) -> Result<void> {
    ++seen;
    if (mayBeUsed(reflection)) ++usable;
    return {};
  };
  ASSERT_TRUE(journal_->forEachReflection({}, visit).ok());
  EXPECT_EQ(seen, 1);
  EXPECT_EQ(usable, 0);
}

TEST_F(Exits, ReleasingTheHoldBringsEverythingBack) {
  must(HoldReflection{held_, true});
  must(HoldReflection{held_, false});
  EXPECT_EQ(found("counted"), Ids{held_});
  EXPECT_EQ(journal_->journey(wren_.id)->size(), 1u);
  EXPECT_EQ(journal_->openIntentions()->size(), 1u);
  EXPECT_THAT(problems(), IsEmpty());
}

TEST_F(Exits, AReflectionImportedAsHeldIsNeverIndexed) {
  WriteReflection op{reflectionOf("Marimba."), {}, std::nullopt};
  op.reflection.held = true;
  must(op);
  EXPECT_THAT(found("marimba"), IsEmpty());
  EXPECT_THAT(problems(), IsEmpty());
}

}  // namespace
}  // namespace journal::service
