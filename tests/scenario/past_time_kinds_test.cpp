// Your data: what is past its time besides reflections: case studies, answers, a young person's
// record (domain.md 5.5).

#include <gtest/gtest.h>

#include "journal/domain/mention.h"
#include "tests/scenario/keeping_pages.h"

namespace {

using namespace app::model;
using app::ui::Key;
using journal::ReviewAction;
using journal::ReviewStep;
using journal::Role;

const std::string kReview = "settings/page/past-time/";

/// Thursday 22 January 2026.
struct PastTimeKinds : tests::KeepingPages {
  PastTimeKinds() { app.unlockAs(0); }

  template <class Op>
  void apply(const Op& op) {
    const auto done = app.journal().apply(op);
    EXPECT_TRUE(done.ok()) << done.error().detail;
  }
  static journal::LocalDate day(const char* date) { return *journal::parseDate(date); }

  /// Approved, and its time was over on 1 December 2025.
  journal::CaseStudyId approved() {
    journal::CaseStudy study;
    study.id = journal::CaseStudyId::random(app.random);
    study.title = "Finding a way in";
    study.author = "Imani Brooke";
    study.claims.push_back(
        {journal::ClaimId::random(app.random), "He leads the second verse.", {}});
    study.agreement = journal::Agreement{*journal::UseLevel::of(1), "young person", "at a lesson",
                                         day("2023-12-01"), day("2025-12-01")};
    apply(journal::service::StartCaseStudy{study});
    step(study.id, Role::Tutor, ReviewAction::Submit, ReviewStep::Draft,
         ReviewStep::FacilitatorCheck);
    step(study.id, Role::Facilitator, ReviewAction::Approve, ReviewStep::FacilitatorCheck,
         ReviewStep::ManagerDecision);
    step(study.id, Role::Manager, ReviewAction::Approve, ReviewStep::ManagerDecision,
         ReviewStep::Approved);
    return study.id;
  }
  void step(journal::CaseStudyId id, Role role, ReviewAction action, ReviewStep from,
            ReviewStep to) {
    const std::string by = role == Role::Tutor         ? "Imani Brooke"
                           : role == Role::Facilitator ? "Gethin Rees"
                                                       : "Farida Haleem";
    apply(journal::service::RecordReview{id, {app.clock.now(), by, role, action, from, to, "Why"}});
  }
  /// Somebody last met in 2021, whose carer answered in 2016.
  journal::NameId metLongAgo() {
    const auto wren = app.addYoungPerson("Ayaan", "Wren");
    wrote("2021-05-04", journal::mentionToken(wren) + " came back.");
    journal::Permission answer;
    answer.id = journal::PermissionId::random(app.random);
    answer.youngPerson = wren;
    answer.askedBy = "tutor";
    answer.howAsked = "on the phone";
    answer.on = day("2016-01-22");
    answer.until = day("2018-01-22");
    apply(journal::service::RecordPermission{answer});
    app.lock();
    app.unlockAs(0);
    return wren;
  }
  void open() {
    app.controller->handle(ShellIntent(GoTo{Place::Settings}));
    app.controller->handle(SettingsIntent(KeepingIntent(ShowDataPage{DataPage::PastTime})));
    app.settle();
  }
};

TEST_F(PastTimeKinds, AnApprovedCaseStudyIsKeptForLongerOnlyWithWhoAgreedAndHow) {
  const auto study = approved();
  open();
  EXPECT_TRUE(app.ui->shows("1 case study"));
  press(kReview + "review");
  EXPECT_TRUE(app.ui->shows("He leads the second verse."));
  EXPECT_FALSE(app.ui->exists(kReview + "let-go")) << "others have it";
  press(kReview + "renew");
  EXPECT_EQ(app.ui->focused(), kReview + "by");
  EXPECT_EQ(app.ui->item(kReview + "renew-it").reason, "Say who agreed first, by their role.");
  expectClean("the form");
  fill(kReview + "by", "young person and mother");
  fill(kReview + "how", "read it together");
  press(kReview + "renew-it");
  EXPECT_EQ(app.journal().caseStudy(study)->agreement->until, day("2028-01-22"));
  EXPECT_TRUE(app.ui->shows("Kept until 22 January 2028 here."));
  EXPECT_TRUE(app.ui->shows("Nothing is past its time."));
}

TEST_F(PastTimeKinds, SixYearsAfterItWasApprovedIsTheEndOfACaseStudy) {
  const auto study = approved();
  open();
  press(kReview + "review");
  press(kReview + "renew");
  fill(kReview + "by", "young person");
  fill(kReview + "how", "at a lesson");
  fill(kReview + "until", "2033-01-01");
  press(kReview + "renew-it");
  EXPECT_TRUE(app.ui->shows("six years at most"));
  EXPECT_EQ(app.journal().caseStudy(study)->agreement->until, day("2025-12-01"));
}

TEST_F(PastTimeKinds, ARetiredCaseStudyMayGoAndThePageThatShowsItCloses) {
  const auto study = approved();
  step(study, Role::Manager, ReviewAction::Retire, ReviewStep::Approved, ReviewStep::Retired);
  app.controller->handle(CaseStudyIntent(OpenCaseStudy{study}));
  app.settle();
  open();
  press(kReview + "review");
  press(kReview + "let-go");
  press(kReview + "erase");
  EXPECT_FALSE(app.journal().caseStudy(study).ok());
  app.controller->handle(ShellIntent(GoTo{Place::CaseStudies}));
  app.settle();
  EXPECT_FALSE(app.ui->shows("Finding a way in"));
  EXPECT_TRUE(app.journal().check({}, {})->problems.empty());
}

TEST_F(PastTimeKinds, ARecordGoesOnlyWithAllElseAboutThem) {
  const auto wren = metLongAgo();
  open();
  EXPECT_TRUE(app.ui->shows("1 young person’s record"));
  EXPECT_TRUE(app.ui->shows("1 answer on how far notes may go"));
  expectClean("three kinds");
  press(kReview + "thing[1]");
  EXPECT_TRUE(app.ui->shows("No learning plan"));
  EXPECT_FALSE(app.ui->exists(kReview + "let-go"));
  expectClean("a record");
  press(kReview + "erase-person");
  EXPECT_EQ(app.state.ui.settings.keeping.erasing.who.chosen, wren.hex());
  EXPECT_TRUE(app.ui->exists("settings/page/erasing/see"));
}

TEST_F(PastTimeKinds, AnAnswerIsReadAndErased) {
  const auto wren = metLongAgo();
  open();
  press(kReview + "thing[2]");
  EXPECT_TRUE(app.ui->shows("on the phone"));
  press(kReview + "let-go");
  EXPECT_TRUE(app.ui->shows("That they were asked, and what they answered, goes for good"));
  press(kReview + "erase");
  EXPECT_TRUE(app.journal().permissions(wren)->empty());
}

}  // namespace
