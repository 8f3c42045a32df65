// "Where has this entry been?" (domain.md 1.3), with real screens and a real journal.

#include <gtest/gtest.h>

#include "tests/scenario/app_under_test.h"
#include "tests/support/ui_lint.h"

namespace {

using namespace app::model;
using namespace std::chrono_literals;

struct WhereBeen : testing::Test {
  WhereBeen() { app.unlockAs(0); }
  void turnOn() {
    app.controller->handle(ShellIntent(GoTo{Place::Settings}));
    app.controller->handle(SettingsIntent(ChooseSection{SettingsSection::Spelling}));
    app.settle();
    app.ui->click("settings/page/while-you-write/places");
    app.settle();
    app.controller->handle(ShellIntent(GoTo{Place::Write}));
    app.settle();
  }
  void write(const std::string& words) {
    app.ui->click("write/words");
    app.ui->type(words);
    app.wait(1s);
  }
  std::string chip(EntryPlace place) {
    return "write/beside/places/place[" + std::to_string(static_cast<int>(place)) + "]";
  }
  bool lit(EntryPlace place) { return app.ui->item(chip(place)).value == "on"; }

  tests::AppUnderTest app;
};

TEST_F(WhereBeen, StaysAwayUntilTheWriterTurnsItOn) {
  write("She led because I waited.");
  EXPECT_FALSE(app.ui->exists(chip(EntryPlace::Told)));
}

TEST_F(WhereBeen, LightsUpAsTheEntryGoesAndAPressSaysOtherwise) {
  turnOn();
  EXPECT_FALSE(app.ui->exists(chip(EntryPlace::Told))) << "nothing is written yet";
  write("She led because I waited. ");
  EXPECT_TRUE(lit(EntryPlace::Told));
  EXPECT_TRUE(lit(EntryPlace::TurnedOver));
  EXPECT_FALSE(lit(EntryPlace::Felt));
  app.ui->click(chip(EntryPlace::Felt));
  app.ui->click(chip(EntryPlace::Told));
  app.settle();
  write("He listened.");
  EXPECT_TRUE(lit(EntryPlace::Felt));
  EXPECT_FALSE(lit(EntryPlace::Told));
}

TEST_F(WhereBeen, KnowsWhatWasWrittenBeforeItWasTurnedOn) {
  write("She led because I waited. ");
  turnOn();
  EXPECT_TRUE(lit(EntryPlace::TurnedOver));
  EXPECT_FALSE(lit(EntryPlace::Felt));
}

TEST_F(WhereBeen, TakesHerSomewhereNewAndKeepsNothingOfIt) {
  turnOn();
  write("She led because I waited. ");
  const std::size_t ops = app.journal().counts()->ops;
  app.ui->click("write/beside/places/new");
  app.settle();
  EXPECT_TRUE(app.ui->shows("What did you notice in yourself?"));
  app.ui->click(chip(EntryPlace::LookedUnder));
  app.settle();
  EXPECT_EQ(app.journal().counts()->ops, ops);
  app.controller->handle(WriteIntent(NewReflection{}));
  app.settle();
  write("He sang.");
  EXPECT_FALSE(lit(EntryPlace::LookedUnder));
  EXPECT_FALSE(app.ui->shows("What did you notice in yourself?"));
}

TEST_F(WhereBeen, GoesAwayWhereSomethingMayNeedTheDsl) {
  turnOn();
  write("He said he was scared to go home. ");
  EXPECT_TRUE(app.ui->exists("write/beside/concern/no"));
  EXPECT_FALSE(app.ui->exists(chip(EntryPlace::Told)));
  app.ui->click("write/beside/concern/no");
  app.settle();
  EXPECT_FALSE(app.ui->exists(chip(EntryPlace::Told))) << "a hard event is not turned over";
}

TEST_F(WhereBeen, IsCleanInEverySizeAndReachedByKeyboard) {
  turnOn();
  write("She led because I waited. ");
  app.ui->click("write/beside/places/new");
  app.settle();
  EXPECT_EQ(tests::lintEverywhere(*app.ui), "");
  EXPECT_EQ(tests::joined(tests::unreachable(*app.ui)), "");
}

}  // namespace
