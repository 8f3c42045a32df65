#include "tests/app/view/drawn_screen.h"

namespace {

using namespace app::model;

struct JournalView : testing::Test {
  JournalView() {
    screen.models.shell.place = Place::Journal;
    screen.models.journal.heading = "1 reflection found";
    screen.models.journal.youngPeople = {{"", "Any young person"}};
    screen.models.journal.outcomes = {{"", "Any outcome"}};
    screen.ui.frame(3);
  }
  journal::SeededRandom random{4};
  tests::DrawnScreen screen;
};

TEST_F(JournalView, SearchesAsItIsTyped) {
  screen.ui.type("v");
  EXPECT_EQ(screen.state.journal.typed, "v");
  EXPECT_TRUE((screen.asked<JournalIntent, SearchChanged>()));
}

TEST_F(JournalView, OpensAReflectionByPressingItAnywhere) {
  ResultRow row;
  row.id = journal::ReflectionId::random(random);
  row.title = "Brass group";
  row.words = {{ResultRun::Kind::Plain, "They "}, {ResultRun::Kind::Found, "chose"}};
  screen.models.journal.rows = {row};
  screen.ui.frame(2);
  screen.ui.click("journal/results/row[" + row.id.hex() + "]");
  EXPECT_EQ((screen.only<JournalIntent, OpenReflection>().reflection), row.id);
}

TEST_F(JournalView, AnEmptyJournalInvitesOneLine) {
  screen.models.journal.nothingYet = true;
  screen.ui.frame(2);
  EXPECT_TRUE(screen.ui.shows("Your first reflection can be one line."));
  screen.ui.click("journal/results/nothing/action");
  EXPECT_TRUE((screen.asked<WriteIntent, NewReflection>()));
}

TEST_F(JournalView, AWeekIsChosenAndLeftAgain) {
  WeekRow week;
  week.monday = 20'000;
  week.label = "19 Jan";
  week.heads = {0, 1, 2};
  screen.models.journal.weeks = {week};
  screen.ui.frame(2);
  screen.ui.click("journal/weeks/week[20000]");
  EXPECT_EQ((screen.only<JournalIntent, ChooseWeek>().monday), 20'000);
  screen.models.journal.weeks[0].chosen = true;
  screen.ui.click("journal/weeks/week[20000]");
  EXPECT_EQ((screen.only<JournalIntent, ChooseWeek>().monday), std::nullopt);
}

}  // namespace
