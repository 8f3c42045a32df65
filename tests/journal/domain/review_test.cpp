#include <optional>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "journal/base/random.h"
#include "journal/domain/case_study.h"

namespace journal {
namespace {

ReviewSubject subjectAt(ReviewStep step, bool dslMustAgree = false) {
  return {step, "Sam Reed", dslMustAgree};
}

std::optional<ReviewStep> take(const ReviewSubject& subject, const ReviewRequest& request) {
  const Result<ReviewStep> next = nextStep(subject, request);
  return next.ok() ? std::optional(*next) : std::nullopt;
}

TEST(Review, GoesFromAuthorToFacilitatorToManager) {
  EXPECT_EQ(take(subjectAt(ReviewStep::Draft), {ReviewAction::Submit, "Sam Reed", Role::Tutor, ""}),
            ReviewStep::FacilitatorCheck);
  EXPECT_EQ(take(subjectAt(ReviewStep::FacilitatorCheck),
                 {ReviewAction::Approve, "Ana", Role::Facilitator, ""}),
            ReviewStep::ManagerDecision);
  EXPECT_EQ(take(subjectAt(ReviewStep::ManagerDecision),
                 {ReviewAction::Approve, "Bea", Role::Manager, ""}),
            ReviewStep::Approved);
}

TEST(Review, PassesTheDslWhenTheFlagIsSet) {
  EXPECT_EQ(take(subjectAt(ReviewStep::FacilitatorCheck, true),
                 {ReviewAction::Approve, "Ana", Role::Facilitator, ""}),
            ReviewStep::DslCheck);
  EXPECT_EQ(take(subjectAt(ReviewStep::DslCheck, true),
                 {ReviewAction::Approve, "Bea", Role::Manager, ""}),
            std::nullopt);
  EXPECT_EQ(
      take(subjectAt(ReviewStep::DslCheck, true), {ReviewAction::Approve, "Dee", Role::Dsl, ""}),
      ReviewStep::ManagerDecision);
}

TEST(Review, OnlyTheAuthorSubmits) {
  EXPECT_EQ(take(subjectAt(ReviewStep::Draft), {ReviewAction::Submit, "Bea", Role::Manager, ""}),
            std::nullopt);
  EXPECT_EQ(
      take(subjectAt(ReviewStep::Returned), {ReviewAction::Submit, "Sam Reed", Role::Tutor, ""}),
      ReviewStep::FacilitatorCheck);
}

TEST(Review, SpacesAndCapitalsDoNotMakeAnotherPerson) {
  const Result<ReviewStep> own = nextStep(subjectAt(ReviewStep::ManagerDecision),
                                          {ReviewAction::Approve, " sam REED ", Role::Manager, ""});
  ASSERT_FALSE(own.ok());
  EXPECT_EQ(own.error().code, ErrorCode::Conflict);
  EXPECT_FALSE(own.error().advice.empty());
}

TEST(Review, AReturnAHoldAWithdrawalAndARetirementNeedAReason) {
  const struct {
    ReviewStep step;
    ReviewRequest request;
  } cases[] = {{ReviewStep::ManagerDecision, {ReviewAction::Return, "Bea", Role::Manager, ""}},
               {ReviewStep::ManagerDecision, {ReviewAction::Hold, "Bea", Role::Manager, " \n"}},
               {ReviewStep::ManagerDecision, {ReviewAction::Withdraw, "Sam Reed", Role::Tutor, ""}},
               {ReviewStep::Approved, {ReviewAction::Retire, "Bea", Role::Manager, ""}}};
  for (auto one : cases) {
    const Result<ReviewStep> without = nextStep(subjectAt(one.step), one.request);
    ASSERT_FALSE(without.ok()) << name(one.request.action);
    EXPECT_EQ(without.error().code, ErrorCode::InvalidInput);
    one.request.reason = "a reason";
    EXPECT_TRUE(nextStep(subjectAt(one.step), one.request).ok()) << name(one.request.action);
  }
}

TEST(Review, TheAuthorMayWithdrawUntilApprovalAndAManagerAfterIt) {
  for (const ReviewStep step :
       {ReviewStep::FacilitatorCheck, ReviewStep::DslCheck, ReviewStep::ManagerDecision,
        ReviewStep::Returned, ReviewStep::Held}) {
    EXPECT_EQ(take(subjectAt(step), {ReviewAction::Withdraw, "Sam Reed", Role::Tutor, "r"}),
              ReviewStep::Withdrawn);
  }
  EXPECT_EQ(
      take(subjectAt(ReviewStep::Approved), {ReviewAction::Withdraw, "Sam Reed", Role::Tutor, "r"}),
      std::nullopt);
  EXPECT_EQ(
      take(subjectAt(ReviewStep::Approved), {ReviewAction::Withdraw, "Bea", Role::Manager, "r"}),
      ReviewStep::Withdrawn);
  EXPECT_EQ(take(subjectAt(ReviewStep::FacilitatorCheck),
                 {ReviewAction::Withdraw, "Ana", Role::Facilitator, "r"}),
            std::nullopt);
}

TEST(Review, ReleaseStartsTheChecksAgain) {
  EXPECT_EQ(
      take(subjectAt(ReviewStep::Held, true), {ReviewAction::Release, "Bea", Role::Manager, ""}),
      ReviewStep::FacilitatorCheck);
  EXPECT_EQ(take(subjectAt(ReviewStep::Held), {ReviewAction::Release, "Tom", Role::Tutor, ""}),
            std::nullopt);
}

TEST(Review, WithdrawnAndRetiredAreEnds) {
  for (const ReviewStep end : {ReviewStep::Withdrawn, ReviewStep::Retired}) {
    for (int action = 0; action < 7; ++action) {
      for (int role = 0; role < 5; ++role) {
        for (const char* by : {"Sam Reed", "Bea"}) {
          EXPECT_EQ(take(subjectAt(end),
                         {static_cast<ReviewAction>(action), by, static_cast<Role>(role), "r"}),
                    std::nullopt);
        }
      }
    }
  }
}

/// Ten thousand careers of a case study: whoever tries whatever, the promises hold.
TEST(Review, NoWalkApprovesWithoutEachCheckByAnother) {
  constexpr std::uint64_t kSeed = 45;
  SCOPED_TRACE(kSeed);
  SeededRandom random(kSeed);
  const std::vector<std::string> people{"Sam Reed", "SAM reed", "Ana", "Bea", "Dee", ""};
  int approvals = 0;
  for (int walk = 0; walk < 10'000; ++walk) {
    ReviewSubject subject = subjectAt(ReviewStep::Draft, random.below(2) == 1);
    std::set<ReviewStep> agreed;  // since it was last sent or released
    for (int i = 0; i < 60; ++i) {
      const ReviewRequest request{
          static_cast<ReviewAction>(random.below(7)), people[random.below(people.size())],
          static_cast<Role>(random.below(5)), random.below(4) == 0 ? "" : "because"};
      const std::optional<ReviewStep> next = take(subject, request);
      if (!next) continue;
      const bool own = request.by == "Sam Reed" || request.by == "SAM reed";
      ASSERT_FALSE(request.by.empty());
      if (own) {
        ASSERT_TRUE(request.action == ReviewAction::Submit ||
                    request.action == ReviewAction::Withdraw);
      }
      if (request.action == ReviewAction::Submit) {
        ASSERT_TRUE(own);
      }
      if (*next == ReviewStep::FacilitatorCheck) agreed.clear();
      if (request.action == ReviewAction::Approve) agreed.insert(subject.step);
      if (*next == ReviewStep::ManagerDecision || *next == ReviewStep::Approved) {
        ASSERT_TRUE(agreed.count(ReviewStep::FacilitatorCheck));
        ASSERT_EQ(agreed.count(ReviewStep::DslCheck) == 1, subject.dslMustAgree);
      }
      if (*next == ReviewStep::Approved) {
        ASSERT_EQ(request.role, Role::Manager);
        ASSERT_TRUE(agreed.count(ReviewStep::ManagerDecision));
        ++approvals;
      }
      subject.step = *next;
    }
  }
  EXPECT_GT(approvals, 100) << "the walks no longer reach approval, so they show nothing";
}

}  // namespace
}  // namespace journal
