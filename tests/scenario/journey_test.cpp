// The main job, from a typed word to the passage behind a figure, as three people do it.

#include <gtest/gtest.h>

#include <fstream>

#include "journal/domain/mention.h"
#include "tests/scenario/app_under_test.h"
#include "tests/support/ui_lint.h"

namespace {

using app::model::Place;
using app::ui::Key;
using namespace std::chrono_literals;

struct Journey : testing::Test {
  void go(const char* place) {
    app.ui->click(std::string("nav/") + place);
    app.settle();
  }
  /// Writes a reflection about Wren and tags its sentence P4.1 at level 4.
  void writeAndTag() {
    app.unlockAs(0);
    wren = app.addYoungPerson("Ayaan Chaudhry", "Wren");
    app.lock();
    app.unlockAs(0);
    app.ui->type("@wr");
    app.ui->key(Key::Enter);
    app.ui->type(" chose the second verse to lead.");
    app.settle();
    app.ui->key(Key::T, true);
    app.settle();
    for (const Key key : {Key::P, Key::D4, Key::D1, Key::D4, Key::Enter}) {
      app.ui->key(key);
      app.settle();
    }
    app.wait(1s);
  }
  /// Builds a case study on that passage and sends it.
  void send() {
    go("case-studies");
    app.ui->click("case-studies/list/new");
    app.settle();
    app.ui->click("case-studies/start/card/title");
    app.ui->type("Finding a way in");
    app.state.ui.caseStudy.newAbout = wren.hex();
    app.settle();
    app.ui->click("case-studies/start/card/begin");
    app.settle();
    ASSERT_TRUE(app.state.models.caseStudy.open);
    const auto& claim = app.state.models.caseStudy.claims.at(0);
    app.ui->click("case-studies/page/claim[" + claim.id.hex() + "]/words");
    app.ui->type("Choosing came before confidence.");
    app.wait(1s);
    const auto& passage = app.state.models.caseStudy.passages.at(0);
    const std::string link = "case-studies/page/passage[" + passage.tag.hex() + "]/link";
    app.ui->scrollTo(link);
    app.ui->click(link);
    app.settle();
    app.ui->scrollTo("case-studies/page/agreement/agreed-by");
    app.ui->click("case-studies/page/agreement/agreed-by");
    app.ui->type("young person and mother");
    app.ui->click("case-studies/page/agreement/how-asked");
    app.ui->type("Read it together");
    app.ui->scrollTo("case-studies/page/agreement/keep");
    app.ui->click("case-studies/page/agreement/keep");
    app.settle();
    app.ui->scrollTo("case-studies/page/preview");
    app.ui->click("case-studies/page/preview");
    app.settle();
    ASSERT_TRUE(app.state.models.caseStudy.preview.has_value());
    ASSERT_TRUE(app.state.models.caseStudy.preview->problems.empty())
        << app.state.models.caseStudy.preview->problems.front();
    EXPECT_TRUE(app.ui->shows("Wren chose the second verse to lead."));
    EXPECT_FALSE(app.ui->shows("Ayaan"));
    app.ui->click("case-studies/preview/send");
    app.settle();
  }
  void approveAs(std::size_t who) {
    app.lock();
    app.unlockAs(who);
    ASSERT_EQ(app.state.models.shell.place, Place::Review);
    ASSERT_EQ(app.state.models.review.rows.size(), 1U);
    app.ui->click("review/queue/piece[" + app.state.models.review.rows[0].id.hex() + "]");
    app.settle();
    app.ui->click("review/decision/approve");
    app.settle();
    EXPECT_TRUE(app.state.models.review.rows.empty());
  }

  tests::AppUnderTest app;
  journal::NameId wren;
};

TEST_F(Journey, AReflectionIsFoundAgainByAWordAndOpens) {
  writeAndTag();
  go("journal");
  EXPECT_EQ(app.ui->focused(), "journal/header/search");
  app.ui->type("vers");
  app.settle();
  ASSERT_EQ(app.state.models.journal.rows.size(), 1U);
  EXPECT_EQ(app.state.models.journal.heading, "1 reflection found");
  app.ui->click("journal/results/row[" + app.state.models.journal.rows[0].id.hex() + "]");
  app.settle();
  EXPECT_EQ(app.state.models.shell.place, Place::Write);
  EXPECT_EQ(app.state.models.write.tags.size(), 1U);
}

TEST_F(Journey, AWordNobodyWroteSaysWhatToTry) {
  writeAndTag();
  go("journal");
  app.ui->type("metronome");
  app.settle();
  EXPECT_TRUE(app.ui->shows("No reflections with “metronome”"));
}

TEST_F(Journey, TheJournalNarrowsToAYoungPersonAndAnOutcome) {
  writeAndTag();
  go("journal");
  app.state.ui.journal.youngPerson = wren.hex();
  app.state.ui.journal.outcome = "P4";
  app.controller->handle(app::model::JournalIntent(app::model::SearchChanged{}));
  app.settle();
  EXPECT_EQ(app.state.models.journal.rows.size(), 1U);
  app.state.ui.journal.outcome = "S1";
  app.controller->handle(app::model::JournalIntent(app::model::SearchChanged{}));
  app.settle();
  EXPECT_TRUE(app.state.models.journal.rows.empty());
}

TEST_F(Journey, ACaseStudyTravelsFromAPassageToTheEvidence) {
  writeAndTag();
  send();
  approveAs(1);
  approveAs(2);
  go("evidence");
  ASSERT_TRUE(app.state.models.evidence.loaded);
  EXPECT_EQ(app.state.models.evidence.cards.size(), 3U);
  const auto& figure = app.state.models.evidence.cards[1].rows[3];
  EXPECT_FALSE(figure.enough) << "one young person is too few to show";
  app.ui->click("evidence/page/report");
  app.settle();
  EXPECT_TRUE(app.state.models.evidence.reportLine.starts_with("The report is in"));
  EXPECT_FALSE(std::filesystem::is_empty(app.folder / "reports"));
  app.lock();
  app.unlockAs(0);
  go("case-studies");
  app.ui->click("case-studies/list/rows/study[" + app.state.models.caseStudy.rows[0].id.hex() +
                "]");
  app.settle();
  app.ui->click("case-studies/page/outcomes");
  app.settle();
  EXPECT_EQ(app.state.models.caseStudy.rows[0].step, "Approved");
}

TEST_F(Journey, ATutorReadsWhatHerManagerReadsAndIsToldThatSheDid) {
  writeAndTag();
  go("case-studies");
  app.ui->click("case-studies/list/seen");
  app.settle();
  EXPECT_TRUE(app.ui->shows("You have sent nothing"));
  app.ui->click("seen/list/back");
  app.settle();
  send();
  approveAs(1);
  app.lock();
  app.unlockAs(2);
  const std::string id = app.state.models.review.rows.at(0).id.hex();
  app.ui->click("review/queue/piece[" + id + "]");
  app.settle();
  const auto theirs = app.state.models.review.claims;
  app.lock();
  app.unlockAs(0);
  go("case-studies");
  app.ui->click("case-studies/list/seen");
  app.settle();
  ASSERT_EQ(app.state.models.seen.rows.size(), 1U);
  EXPECT_TRUE(app.ui->shows("Farida Haleem, manager, "));
  EXPECT_EQ(tests::lintEverywhere(*app.ui), "");
  EXPECT_EQ(tests::joined(tests::unreachable(*app.ui)), "");
  app.ui->click("seen/list/piece[" + id + "]/read");
  app.settle();
  ASSERT_TRUE(app.state.models.seen.piece.has_value());
  const auto& mine = app.state.models.seen.piece->claims;
  ASSERT_EQ(mine.size(), theirs.size());
  EXPECT_EQ(mine[0].text, theirs[0].text);
  EXPECT_EQ(mine[0].passages.at(0).words, theirs[0].passages.at(0).words);
  EXPECT_EQ(mine[0].passages.at(0).label, theirs[0].passages.at(0).label);
  EXPECT_EQ(tests::lintEverywhere(*app.ui), "");
  app.ui->click("seen/as-they-see/back");
  app.settle();
  go("case-studies");
  EXPECT_FALSE(app.state.models.seen.open);
}

TEST_F(Journey, AReturnNeedsANoteAndReachesTheAuthor) {
  writeAndTag();
  send();
  app.lock();
  app.unlockAs(1);
  app.ui->click("review/queue/piece[" + app.state.models.review.rows[0].id.hex() + "]");
  app.settle();
  EXPECT_FALSE(app.ui->item("review/decision/return").enabled);
  app.ui->click("review/decision/note");
  app.ui->type("Could the instrument be left out?");
  app.settle();
  app.ui->click("review/decision/return");
  app.settle();
  app.lock();
  app.unlockAs(0);
  go("case-studies");
  app.ui->click("case-studies/list/rows/study[" + app.state.models.caseStudy.rows[0].id.hex() +
                "]");
  app.settle();
  app.ui->click("case-studies/page/outcomes");
  app.settle();
  EXPECT_TRUE(app.state.models.caseStudy.editable);
  EXPECT_TRUE(app.ui->shows("Could the instrument be left out?"));
}

TEST_F(Journey, ATutorSeesNeitherReviewNorEvidence) {
  app.unlockAs(0);
  EXPECT_FALSE(app.ui->exists("nav/review"));
  EXPECT_FALSE(app.ui->exists("nav/evidence"));
  app.controller->handle(app::model::ShellIntent(app::model::GoTo{Place::Evidence}));
  app.settle();
  EXPECT_NE(app.state.models.shell.place, Place::Evidence);
}

TEST_F(Journey, WorriedOpensOverEveryScreenAndBeforeUnlocking) {
  app.ui->frame(2);
  app.ui->key(Key::F9);
  app.settle();
  EXPECT_TRUE(app.ui->shows("This app tells no one"));
  EXPECT_TRUE(app.ui->shows("01632 960114"));
  app.ui->scrollTo("worried/card/not-yet");
  app.ui->click("worried/card/not-yet");
  app.settle();
  EXPECT_TRUE(app.ui->exists("reminder/yes"));
  app.unlockAs(0);
  EXPECT_TRUE(app.ui->exists("reminder/yes")) << "until the person says so";
  app.ui->click("reminder/yes");
  app.settle();
  app.state.ui.worried.told = "DSL at the school";
  app.settle();
  app.ui->click("worried/card/keep");
  app.settle();
  EXPECT_FALSE(app.ui->exists("reminder/yes"));
}

TEST_F(Journey, AWrongPassphraseIsAnsweredInPlainWords) {
  app.ui->frame(2);
  app.ui->type("not this one");
  app.ui->key(Key::Enter);
  app.settle();
  EXPECT_FALSE(app.controller->open());
  EXPECT_FALSE(app.state.models.unlock.problem.empty());
  EXPECT_TRUE(app.ui->shows(app.state.models.unlock.problem));
}

struct FirstRun : testing::Test {
  tests::AppUnderTest app{{.ui = {}, .firstRun = true}};
};

TEST_F(FirstRun, LeadsToAFirstNoteAndTheRecoveryKeyOpensTheJournalLater) {
  app.ui->frame(2);
  app.ui->type("Imani Brooke");
  app.ui->click("first-run/form/next");
  app.settle();
  app.ui->type(tests::kPassphrase);
  app.settle();
  EXPECT_FALSE(app.ui->item("first-run/form/next").enabled) << "typed twice";
  app.ui->click("first-run/form/again");
  app.ui->type(tests::kPassphrase);
  app.settle();
  app.ui->click("first-run/form/next");
  app.settle();
  const auto groups = app.state.models.firstRun.keyGroups;
  ASSERT_EQ(groups.size(), 9U);
  app.ui->click("first-run/form/next");
  app.settle();
  EXPECT_TRUE(app.state.models.firstRun.keyGroups.empty()) << "not shown while it is asked for";
  const auto asked = app.state.models.firstRun.askedGroups;
  app.ui->type("XXXX");
  app.ui->click("first-run/form/next");
  app.settle();
  EXPECT_FALSE(app.state.models.firstRun.problem.empty());
  app.state.ui.firstRun.groups = {groups[asked[0] - 1], groups[asked[1] - 1]};
  app.settle();
  app.ui->click("first-run/form/next");
  app.settle();
  EXPECT_FALSE(app.ui->item("first-run/form/next").enabled) << "the three lines first";
  app.ui->click("first-run/form/promised");
  app.settle();
  app.ui->click("first-run/form/next");
  app.settle();
  ASSERT_TRUE(app.controller->open());
  app.ui->type("My first line.");
  app.wait(1s);
  app.lock();

  app.ui->click("unlock/form/use-recovery-key");
  app.settle();
  std::string key;
  for (const std::string& group : groups) key += group + "-";
  app.state.ui.unlock.recoveryKey = key;
  app.state.ui.unlock.newPassphrase = "orchard pebble violet compass";
  app.settle();
  app.ui->click("unlock/form/recover");
  app.settle();
  ASSERT_TRUE(app.controller->open()) << app.state.models.unlock.problem;
  EXPECT_EQ(app.journal().counts()->reflections, 1U);
}

}  // namespace
