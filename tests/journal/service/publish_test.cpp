#include <gmock/gmock.h>

#include "journal/exchange/submission_json.h"
#include "journal/service/backup.h"
#include "journal/service/publish.h"
#include "tests/journal/service/journal_support.h"

namespace journal::service {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

/// Keeps what was handed in, and says what it is told to.
class FakeDesk final : public SubmissionDesk {
 public:
  Result<void> submit(const std::string& bytes) override {
    if (closed) return Error{ErrorCode::Network, "closed"};
    submitted.push_back(bytes);
    return {};
  }
  Result<std::vector<ReviewEvent>> outcomes(CaseStudyId) override { return events; }
  Result<void> withdraw(CaseStudyId, const std::string&, const std::string& reason,
                        UtcTime) override {
    withdrawn.push_back(reason);
    return {};
  }
  bool closed = false;
  std::vector<std::string> submitted;
  std::vector<std::string> withdrawn;
  std::vector<ReviewEvent> events;
};

class Publishing : public JournalTest {
 protected:
  void SetUp() override {
    JournalTest::SetUp();
    wren_ = person("Ayaan Chaudhry", "Wren");
    wren_.ageBand = "upper primary";
    wren_.instrumentFamily = "woodwind";
    must(PutName{wren_});
    reflection_ = write("Ayaan counted four bars in. The rest followed Ayaan.");
    tag_ = tagOf(reflection_, mentionToken(wren_.id) + " counted four bars in");
    tag_.youngPerson = wren_.id;
    must(PutTag{tag_});
    study_.id = CaseStudyId::random(random_);
    study_.title = "Counting in";
    study_.author = "Sam";
    study_.about = wren_.id;
    Claim claim;
    claim.id = ClaimId::random(random_);
    claim.text = "Ayaan now counts the group in.";
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
  }
  ReviewEvent step(ReviewAction action, Role role, ReviewStep from, ReviewStep to,
                   std::string reason = {}) {
    return {clock_.now(), "Jo", role, action, from, to, std::move(reason)};
  }

  KnownName wren_;
  ReflectionId reflection_;
  Tag tag_;
  CaseStudy study_;
  FakeDesk desk_;
};

TEST_F(Publishing, WhatLeavesIsExactlyWhatWasShownAndNamesNobody) {
  Publisher publisher(*journal_, clock_, nothingMarked());
  const auto prepared = publisher.prepare(study_.id);
  ASSERT_TRUE(prepared.ok()) << prepared.error().detail;
  EXPECT_THAT(prepared->problems, IsEmpty());
  EXPECT_EQ(prepared->content.claims[0].text, "Wren now counts the group in.");
  EXPECT_EQ(prepared->content.claims[0].passages[0].text, "Wren counted four bars in");
  EXPECT_EQ(prepared->content.claims[0].passages[0].term, "spring term 2026");
  EXPECT_THAT(prepared->bytes, Not(HasSubstr("Ayaan")));
  EXPECT_THAT(prepared->bytes, Not(HasSubstr(wren_.id.hex())));
  clock_.advance(std::chrono::minutes{3});
  ASSERT_TRUE(publisher.confirm(*prepared, desk_).ok());
  EXPECT_EQ(desk_.submitted, std::vector<std::string>{prepared->bytes});
  const auto study = journal_->caseStudy(study_.id);
  EXPECT_EQ(study->step, ReviewStep::FacilitatorCheck);
  EXPECT_EQ(study->trail.size(), 1u);
  EXPECT_THAT(problems(), IsEmpty());
}

/// Marks these words wherever they stand, as the lists would.
Marker marking(std::vector<std::string> wanted) {
  return [wanted](const std::vector<std::string>&) -> Result<TextMarker> {
    return TextMarker([wanted](const std::string& text) {
      std::vector<Mark> marks;
      for (const std::string& words : wanted) {
        for (std::size_t at = text.find(words); at != std::string::npos;
             at = text.find(words, at + 1))
          marks.push_back({at, at + words.size(), "QUASI", "a few bars"});
      }
      return marks;
    });
  };
}

TEST_F(Publishing, NothingGoesBeforeSomebodyDecidedAboutEveryWordThatCouldIdentify) {
  Publisher publisher(*journal_, clock_, marking({"four bars", "the group", "Wren"}));
  const auto prepared = publisher.prepare(study_.id);
  ASSERT_TRUE(prepared.ok());
  EXPECT_THAT(prepared->undecided,
              testing::ElementsAre(Undecided{"the group", "QUASI", "a few bars", 1},
                                   Undecided{"four bars", "QUASI", "a few bars", 1}))
      << "a code name needs no decision";
  ASSERT_EQ(prepared->problems.size(), 1U);
  EXPECT_THAT(prepared->problems[0], HasSubstr("2 things in it could tell"));
  const auto refusal = publisher.confirm(*prepared, desk_);
  EXPECT_EQ(refusal.error().code, ErrorCode::Conflict);
  EXPECT_THAT(refusal.error().advice + refusal.error().detail, Not(HasSubstr("the group")))
      << "an error says nothing of a journal's text";
  EXPECT_THAT(desk_.submitted, IsEmpty());
  must(SetBlurs{study_.id, {{"the group", true, ""}, {"four bars", false, "Ayaan and two bars"}}});
  const auto again = publisher.prepare(study_.id);
  EXPECT_THAT(again->undecided, IsEmpty());
  EXPECT_EQ(again->content.claims[0].passages[0].text, "Wren counted Wren and two bars in")
      << "a name that was typed into a decision is coded too";
  ASSERT_TRUE(publisher.confirm(*again, desk_).ok());
  EXPECT_THAT(desk_.submitted[0], Not(HasSubstr("four bars")));
  EXPECT_EQ(refused(SetBlurs{study_.id, {}}), ErrorCode::Conflict) << "it is with its reviewers";
  EXPECT_THAT(problems(), IsEmpty());
}

TEST_F(Publishing, WhatWasDecidedOutlivesTheProgramAndGoesWithTheCaseStudy) {
  must(SetBlurs{study_.id, {{"four bars", false, "some bars"}, {"Eastby", true, "ignored"}}});
  reopen();
  const auto study = journal_->caseStudy(study_.id);
  EXPECT_THAT(study->blurs, testing::ElementsAre(Blur{"four bars", false, "some bars"},
                                                 Blur{"Eastby", true, ""}));
  EXPECT_EQ(refused(SetBlurs{study_.id, {{std::string(1000, 'x'), true, ""}}}),
            ErrorCode::InvalidInput);
  EXPECT_THAT(problems(), IsEmpty());
}

TEST_F(Publishing, NothingGoesWhenItChangedAfterItWasShown) {
  Publisher publisher(*journal_, clock_, nothingMarked());
  const auto prepared = publisher.prepare(study_.id);
  must(SetCaseStudyTitle{study_.id, "Counting everybody in"});
  EXPECT_EQ(publisher.confirm(*prepared, desk_).error().code, ErrorCode::Conflict);
  EXPECT_THAT(desk_.submitted, IsEmpty());
  const auto again = publisher.prepare(study_.id);
  must(EditText{reflection_, "Something else altogether."});
  EXPECT_EQ(publisher.confirm(*again, desk_).error().code, ErrorCode::Conflict);
  EXPECT_THAT(desk_.submitted, IsEmpty());
}

TEST_F(Publishing, AClosedDeskLeavesTheStudyADraftThatCanBeSentAgain) {
  Publisher publisher(*journal_, clock_, nothingMarked());
  const auto prepared = publisher.prepare(study_.id);
  desk_.closed = true;
  EXPECT_EQ(publisher.confirm(*prepared, desk_).error().code, ErrorCode::Network);
  EXPECT_EQ(journal_->caseStudy(study_.id)->step, ReviewStep::Draft);
  desk_.closed = false;
  EXPECT_TRUE(publisher.confirm(*prepared, desk_).ok());
}

TEST_F(Publishing, WithReviewersItCannotBeChangedAndStepsComeBackOnce) {
  Publisher publisher(*journal_, clock_, nothingMarked());
  ASSERT_TRUE(publisher.confirm(*publisher.prepare(study_.id), desk_).ok());
  EXPECT_EQ(refused(SetCaseStudyTitle{study_.id, "Other"}), ErrorCode::Conflict);
  EXPECT_EQ(refused(RemoveClaim{study_.id, study_.claims[0].id}), ErrorCode::Conflict);
  ReviewEvent own =
      step(ReviewAction::Submit, Role::Tutor, ReviewStep::Draft, ReviewStep::FacilitatorCheck);
  own.by = "Sam";
  own.at += std::chrono::seconds{2};
  desk_.events = {own, step(ReviewAction::Return, Role::Facilitator, ReviewStep::FacilitatorCheck,
                            ReviewStep::Returned, "Say who noticed")};
  EXPECT_EQ(*publisher.refresh(study_.id, desk_), 1u);
  EXPECT_EQ(*publisher.refresh(study_.id, desk_), 0u);
  EXPECT_EQ(journal_->caseStudy(study_.id)->step, ReviewStep::Returned);
  must(SetCaseStudyTitle{study_.id, "Counting in, again"});
}

TEST_F(Publishing, AStepThatDoesNotFollowIsRefused) {
  EXPECT_EQ(
      refused(RecordReview{study_.id, step(ReviewAction::Approve, Role::Manager,
                                           ReviewStep::ManagerDecision, ReviewStep::Approved)}),
      ErrorCode::Conflict);
  EXPECT_EQ(refused(RecordReview{study_.id, step(ReviewAction::Submit, Role::Tutor,
                                                 ReviewStep::Draft, ReviewStep::Approved)}),
            ErrorCode::Conflict);
}

TEST_F(Publishing, WithdrawingPullsItAndSaysWhy) {
  Publisher publisher(*journal_, clock_, nothingMarked());
  ASSERT_TRUE(publisher.confirm(*publisher.prepare(study_.id), desk_).ok());
  ASSERT_TRUE(publisher.withdraw(study_.id, "His mother asked", desk_).ok());
  EXPECT_EQ(desk_.withdrawn, std::vector<std::string>{"His mother asked"});
  EXPECT_EQ(journal_->caseStudy(study_.id)->step, ReviewStep::Withdrawn);
}

TEST_F(Publishing, ABackupOpensAndHoldsEverything) {
  const auto folder = folder_.path() / "backup";
  ASSERT_TRUE(backUp(*journal_, folder).ok());
  EXPECT_EQ(backUp(*journal_, folder).error().code, ErrorCode::Conflict);
  const auto report = restoreDrill(folder, passphrase(), surroundings());
  ASSERT_TRUE(report.ok()) << report.error().detail;
  EXPECT_THAT(report->problems, IsEmpty());
  EXPECT_EQ(report->counts.reflections, 1u);
  EXPECT_EQ(report->counts.ops, journal_->counts()->ops);
  const auto restored = folder_.path() / "restored";
  ASSERT_TRUE(restore(folder, restored, passphrase(), surroundings()).ok());
  EXPECT_EQ(restore(folder, vaultFolder(), passphrase(), surroundings()).error().code,
            ErrorCode::Conflict);
  auto opened = LocalJournal::unlock(restored, passphrase(), surroundings());
  EXPECT_EQ((*opened)->reflection(reflection_)->text, journal_->reflection(reflection_)->text);
}

}  // namespace
}  // namespace journal::service
