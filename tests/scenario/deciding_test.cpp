// Deciding about what could identify somebody, beside the words as they would leave
// (domain.md 4.4).

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/model/deciding_words.h"
#include "journal/domain/mention.h"
#include "tests/scenario/app_under_test.h"
#include "tests/support/ui_lint.h"

namespace {

using app::ui::Key;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;
using namespace std::chrono_literals;

constexpr const char* kPreview = "case-studies/preview/deciding/";

/// A case study about Wren, with a claim that says too much.
struct Deciding : testing::Test {
  Deciding() {
    app.unlockAs(0);
    wren = app.addYoungPerson("Ayaan Chaudhry", "Wren");
    journal::CaseStudy study;
    id = study.id = journal::CaseStudyId::random(app.random);
    study.title = "Finding a way in";
    study.author = "Imani Brooke";
    study.about = wren;
    study.claims.push_back({journal::ClaimId::random(app.random),
                            "Ayaan came to Millbrook Primary from Eastby. At Millbrook Primary he "
                            "was the only harpist. Write to mum@example.org.",
                            {}});
    does(journal::service::StartCaseStudy{study});
    app.lock();
    app.unlockAs(0);
    app.ui->click("nav/case-studies");
    app.settle();
    app.ui->click("case-studies/list/rows/study[" + id.hex() + "]");
    app.settle();
    app.ui->scrollTo("case-studies/page/preview");
    app.ui->click("case-studies/page/preview");
    app.settle();
  }
  void does(journal::service::Op op) {
    app.tasks.start([op = std::move(op)](app::model::JobContext& job) -> app::model::Completion {
      const auto open = job.journal();
      EXPECT_TRUE(open.ok());
      const auto done = (*open)->apply(op);
      EXPECT_TRUE(done.ok()) << done.error().detail;
      return [] {};
    });
    app.settle();
  }
  const app::model::PreviewModel& preview() { return *app.state.models.caseStudy.preview; }
  const app::model::DecidingModel& deciding() { return preview().deciding; }
  std::vector<std::string> undecided() {
    std::vector<std::string> words;
    for (const auto& one : deciding().undecided) words.push_back(one.words);
    return words;
  }
  void press(const std::string& what) {
    app.ui->scrollTo(kPreview + what);
    app.ui->click(kPreview + what);
    app.settle();
  }
  void choose(const std::string& words) {
    if (app.state.ui.caseStudy.deciding == words) return;
    const auto all = undecided();
    const auto at = std::find(all.begin(), all.end(), words) - all.begin();
    press("others/open[" + std::to_string(at) + "]");
    ASSERT_EQ(app.state.ui.caseStudy.deciding, words);
  }

  tests::AppUnderTest app;
  journal::NameId wren;
  journal::CaseStudyId id;
};

TEST_F(Deciding, WhatCouldIdentifyIsAskedAboutOnceAndACodeNameIsNot) {
  ASSERT_TRUE(app.state.models.caseStudy.preview.has_value());
  EXPECT_THAT(undecided(), Contains("Millbrook Primary"));
  EXPECT_THAT(undecided(), Contains("Eastby"));
  EXPECT_THAT(undecided(), Contains("mum@example.org"));
  EXPECT_THAT(undecided(), Not(Contains("Wren")));
  const auto& school = deciding().undecided.front();
  EXPECT_EQ(school.words, "Millbrook Primary");
  EXPECT_EQ(school.times, "Stands here 2 times");
  EXPECT_EQ(school.kind, app::tr::kMarkSchool);
  EXPECT_THAT(preview().problems, Contains(HasSubstr("things in it could tell")));
  EXPECT_FALSE(app.ui->item("case-studies/preview/send").enabled);
}

TEST_F(Deciding, EachIsSettledByOneKeyAndReadersSeeTheDecisionEverywhere) {
  choose("Millbrook Primary");
  press("current/instead");
  app.ui->key(Key::A, true);
  app.ui->type("a primary school");
  app.ui->key(Key::Enter);
  app.settle();
  EXPECT_THAT(undecided(), Not(Contains("Millbrook Primary")));
  EXPECT_TRUE(app.ui->shows("Wren came to a primary school from Eastby. At a primary school he"));
  choose("Eastby");
  press("current/keep");
  EXPECT_TRUE(app.ui->shows("from Eastby"));
  choose("mum@example.org");
  press("current/leave-out");
  EXPECT_FALSE(app.ui->shows("mum@example.org"));
  while (!deciding().undecided.empty()) press("current/use");
  EXPECT_TRUE(app.ui->shows(app::tr::kNothingToSettle));
  for (const std::string& problem : preview().problems)
    EXPECT_THAT(problem, Not(HasSubstr("could tell")));
}

TEST_F(Deciding, ASecondDecisionBeforeTheFirstIsShownTakesNothingBack) {
  using app::model::CaseStudyIntent;
  using app::model::DecideWords;
  choose("Eastby");
  app.controller->handle(CaseStudyIntent(DecideWords{DecideWords::What::Stay}));
  // Kept, and the words as they would leave now are not rendered yet.
  ASSERT_TRUE(app.tasks.step());
  ASSERT_EQ(app.tasks.drain(), 1U);
  app.controller->handle(CaseStudyIntent(app::model::ChooseUndecided{"Millbrook Primary"}));
  app.controller->handle(CaseStudyIntent(DecideWords{DecideWords::What::LeaveOut}));
  app.settle();
  EXPECT_THAT(undecided(), Not(Contains("Eastby")));
}

TEST_F(Deciding, WhatWasDecidedStandsAfterTheProgramAndCanBeDecidedAgain) {
  choose("Eastby");
  press("current/keep");
  app.lock();
  app.unlockAs(0);
  app.ui->click("nav/case-studies");
  app.settle();
  if (!app.state.models.caseStudy.open) {
    app.ui->click("case-studies/list/rows/study[" + id.hex() + "]");
    app.settle();
  }
  app.ui->scrollTo("case-studies/page/preview");
  app.ui->click("case-studies/page/preview");
  app.settle();
  EXPECT_THAT(undecided(), Not(Contains("Eastby")));
  press("show");
  EXPECT_TRUE(app.ui->shows(app::tr::kWordStays));
  press("settled[0]/again");
  EXPECT_THAT(undecided(), Contains("Eastby"));
}

TEST_F(Deciding, ReadsCleanlyWhereverItIsDrawn) {
  EXPECT_EQ(tests::lintEverywhere(*app.ui), "");
  choose("Eastby");
  press("current/keep");
  press("show");
  EXPECT_EQ(tests::lintEverywhere(*app.ui), "");
}

}  // namespace
