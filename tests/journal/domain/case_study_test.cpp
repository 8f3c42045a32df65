#include "journal/domain/case_study.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "journal/base/random.h"

namespace journal {
namespace {

using std::chrono::February;
using std::chrono::January;

LocalDate day(int year, std::chrono::month month, unsigned dayOfMonth) {
  return LocalDate{std::chrono::year{year}, month, std::chrono::day{dayOfMonth}};
}

struct Ready {
  CaseStudy study;
  std::vector<Tag> tags;
  LocalDate today = day(2026, January, 22);
};

/// One claim with one passage behind it, agreed at level 2.
Ready aReadyStudy() {
  SeededRandom random(1);
  Ready ready;
  Tag tag;
  tag.id = TagId::random(random);
  tag.quote = "she counted him in";
  ready.tags = {tag};
  ready.study.title = "Counting in";
  ready.study.claims = {{ClaimId::random(random), "She began to lead.", {{tag.id, tag.quote}}}};
  ready.study.agreement = Agreement{*UseLevel::of(2), "young person and mother", "asked in person",
                                    day(2026, January, 10), agreementEnds(day(2026, January, 10))};
  return ready;
}

std::vector<std::string> problemsOf(const Ready& ready) {
  return problemsBeforeSubmitting(ready.study, ready.tags, ready.today);
}

TEST(CaseStudy, WithTitleClaimEvidenceAndAgreementHasNoProblems) {
  EXPECT_TRUE(problemsOf(aReadyStudy()).empty());
}

TEST(CaseStudy, EachThingMissingIsOneSentence) {
  const auto one = [](auto change) {
    Ready ready = aReadyStudy();
    change(ready);
    const std::vector<std::string> problems = problemsOf(ready);
    EXPECT_EQ(problems.size(), 1U);
    return problems.empty() ? std::string{} : problems.front();
  };
  EXPECT_NE(one([](Ready& r) { r.study.title = "  "; }).find("title"), std::string::npos);
  EXPECT_NE(one([](Ready& r) { r.study.claims.clear(); }).find("no claim"), std::string::npos);
  EXPECT_NE(
      one([](Ready& r) { r.study.claims[0].evidence.clear(); }).find("Claim 1 has no evidence"),
      std::string::npos);
  EXPECT_NE(one([](Ready& r) { r.tags.clear(); }).find("no longer there"), std::string::npos);
  EXPECT_NE(one([](Ready& r) { r.tags[0].quote.clear(); }).find("no longer there"),
            std::string::npos);
  EXPECT_NE(one([](Ready& r) { r.tags[0].quote += "!"; }).find("edited"), std::string::npos);
  EXPECT_NE(one([](Ready& r) { r.study.agreement.reset(); }).find("agreed"), std::string::npos);
  EXPECT_NE(one([](Ready& r) { r.study.agreement->level = UseLevel{}; }).find("learning only"),
            std::string::npos);
  EXPECT_NE(one([](Ready& r) { r.study.agreement->until = LocalDate{}; }).find("until when"),
            std::string::npos);
  EXPECT_NE(one([](Ready& r) { r.today = day(2028, January, 11); }).find("ended on 2028-01-10"),
            std::string::npos);
}

TEST(CaseStudy, TheAgreementHoldsOnItsLastDay) {
  Ready ready = aReadyStudy();
  ready.today = day(2028, January, 10);
  EXPECT_TRUE(problemsOf(ready).empty());
}

TEST(CaseStudy, AnAgreementOfALeapDayEndsOnARealDay) {
  EXPECT_EQ(agreementEnds(day(2028, February, 29)), day(2030, February, 28));
}

TEST(CaseStudy, EvidenceHoldsDriftsOrIsGone) {
  Tag tag;
  tag.quote = "held it for eight counts";
  const EvidenceLink link{tag.id, tag.quote};
  EXPECT_EQ(evidenceState(link, &tag), EvidenceState::Holds);
  tag.quote = "held it for nine counts";
  EXPECT_EQ(evidenceState(link, &tag), EvidenceState::Drifted);
  EXPECT_EQ(evidenceState(link, nullptr), EvidenceState::Gone);
}

TEST(CaseStudy, UseLevelsRunFromZeroToThree) {
  EXPECT_FALSE(UseLevel::of(-1));
  EXPECT_FALSE(UseLevel::of(4));
  EXPECT_EQ(UseLevel::of(3)->value(), 3);
}

TEST(CaseStudy, NoProblemSentenceShouts) {
  Ready ready;
  ready.study.claims.resize(1);
  for (const std::string& problem : problemsOf(ready)) {
    EXPECT_EQ(problem.find('!'), std::string::npos);
    EXPECT_EQ(problem.back(), '.');
  }
}

}  // namespace
}  // namespace journal
