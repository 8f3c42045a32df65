// Words that arrive from another computer while a case study or a learning plan is open here.

#include <gtest/gtest.h>

#include "tests/scenario/app_under_test.h"
#include "tests/scenario/other_computer.h"

namespace {

using namespace app::model;
using namespace std::chrono_literals;

/// This computer came back to the journal that is written on the other one.
struct Arriving : testing::Test {
  Arriving() {
    app.unlockAs(0);
    const std::string shared = (app.folder / "between").string();
    std::filesystem::create_directories(shared);
    other.begin(shared, "Music office desktop");
    makeThings();
    other.listRecoveryKey();
    DevicesUi& ui = app.state.ui.settings.devices;
    app.controller->handle(DevicesIntent(ShowDevicesPage{DevicesPage::ComeBack}));
    ui.recoveryKey = other.recoveryKey();
    ui.where = shared;
    ui.deviceName = "Home laptop";
    app.controller->handle(DevicesIntent(app::model::ComeBack{}));
    app.settle();
    sync();
  }
  /// On the other computer: a young person with a plan, and a case study about them.
  void makeThings() {
    journal::KnownName name;
    wren = name.id = journal::NameId::random(random);
    name.codeName = "Wren";
    does(journal::service::PutName{name});
    does(journal::service::PutProfile{{wren, "Drums.", "", {}}});
    journal::CaseStudy study;
    study.id = studyId = journal::CaseStudyId::random(random);
    study.title = "A way in";
    study.author = app.state.models.shell.personName;
    study.about = wren;
    claim.id = journal::ClaimId::random(random);
    claim.text = "She chose. She led.";
    does(journal::service::StartCaseStudy{study});
    does(journal::service::PutClaim{studyId, claim});
  }
  void does(const journal::service::Op& op) {
    const auto done = other.journal().apply(op);
    ASSERT_TRUE(done.ok()) << done.error().detail;
  }
  void claimThere(const std::string& words) {
    journal::Claim changed = other.journal().caseStudy(studyId)->claims.at(0);
    changed.text = words;
    does(journal::service::PutClaim{studyId, changed});
    other.synchronise();
  }
  void planThere(const std::string& interests, const std::string& helps) {
    does(journal::service::PutProfile{{wren, interests, helps, {}}});
    other.synchronise();
  }
  void sync() {
    app.controller->handle(DevicesIntent(SyncNow{}));
    app.settle();
  }
  void openStudy() {
    app.controller->handle(CaseStudyIntent(OpenCaseStudy{studyId}));
    app.controller->handle(ShellIntent(GoTo{Place::CaseStudies}));
    app.settle();
    app.ui->click("case-studies/page/claim[" + claim.id.hex() + "]/words");
    app.ui->key(app::ui::Key::End, true);
  }
  void openPlan() {
    app.controller->handle(PeopleIntent(OpenPerson{wren}));
    app.settle();
    app.controller->handle(PeopleIntent(PlanTogether{}));
    app.settle();
    app.ui->click("young-people/plan-form/card/field[0]");
    app.ui->key(app::ui::Key::End, true);
  }
  std::string claimHere() { return app.journal().caseStudy(studyId)->claims.at(0).text; }
  std::string claimShown() const { return app.state.ui.caseStudy.claims.at(0).words.text; }
  journal::Profile planHere() { return *app.journal().profile(wren); }

  tests::AppUnderTest app;
  journal::SeededRandom random{77};
  tests::OtherComputer other{app.clock, app.folder / "other"};
  journal::NameId wren;
  journal::CaseStudyId studyId;
  journal::Claim claim;
};

TEST_F(Arriving, AnOpenClaimFollowsWhatIsWrittenElsewhereAndTakesNothingBack) {
  openStudy();
  claimThere("She chose the song. She led.");
  sync();
  EXPECT_EQ(claimShown(), "She chose the song. She led.");
  app.ui->type(" They followed.");
  app.wait(2s);
  EXPECT_EQ(claimHere(), "She chose the song. She led. They followed.");
}

TEST_F(Arriving, WordsOfAClaimThatAreBeingTypedAreJoinedWithThoseThatArrive) {
  openStudy();
  app.ui->type(" They followed.");
  claimThere("She chose the song. She led.");
  sync();
  app.wait(2s);
  EXPECT_EQ(claimHere(), "She chose the song. She led. They followed.");
  EXPECT_EQ(claimShown(), claimHere());
}

TEST_F(Arriving, APlanThatIsBeingWrittenIsJoinedWithWhatArrives) {
  openPlan();
  app.ui->type(" Maps.");
  planThere("Drums.", "A quiet start.");
  sync();
  app.wait(2s);
  EXPECT_EQ(planHere().interests, "Drums. Maps.");
  EXPECT_EQ(planHere().whatHelps, "A quiet start.");
  EXPECT_EQ(app.state.ui.people.plan.whatHelps.text, "A quiet start.");
  // And on, with what arrived under it.
  app.ui->type(" Trains.");
  app.wait(2s);
  EXPECT_EQ(planHere().interests, "Drums. Maps. Trains.");
  EXPECT_EQ(planHere().whatHelps, "A quiet start.");
}

TEST_F(Arriving, AnOpenPlanFollowsWhatIsWrittenElsewhere) {
  openPlan();
  planThere("Drums. Maps.", "");
  sync();
  EXPECT_EQ(app.state.ui.people.plan.interests.text, "Drums. Maps.");
}

}  // namespace
