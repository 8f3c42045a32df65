// Find anything, with the whole program behind it.

#include <gtest/gtest.h>

#include "tests/scenario/app_under_test.h"
#include "tests/support/ui_lint.h"

namespace {

using app::model::Place;
using app::ui::Key;
using namespace std::chrono_literals;

struct Finding : testing::Test {
  Finding() {
    app.unlockAs(0);
    wren = app.addYoungPerson("Ayaan Chaudhry", "Wren");
    app.ui->type("Ayaan chose the second verse to lead.");
    app.wait(2s);
    app.lock();
    app.unlockAs(0);
  }
  void find(const std::string& words) {
    app.ui->key(Key::K, true);
    app.settle();
    app.ui->type(words);
    app.settle();
  }
  Place place() const { return app.state.models.shell.place; }

  tests::AppUnderTest app;
  journal::NameId wren;
};

TEST_F(Finding, GoesAnywhereByKeyboardAlone) {
  find("settings");
  app.ui->key(Key::Enter);
  app.settle();
  EXPECT_EQ(place(), Place::Settings);
  EXPECT_FALSE(app.state.models.find.open);
}

TEST_F(Finding, OpensAReflectionByItsWords) {
  find("verse lead");
  ASSERT_FALSE(app.state.models.find.items.empty());
  app.ui->key(Key::Enter);
  app.settle();
  EXPECT_EQ(place(), Place::Write);
  EXPECT_NE(app.state.ui.write.words.text.find("second verse"), std::string::npos);
}

TEST_F(Finding, RemembersWhereThePersonWasUntilTheJournalIsLocked) {
  find("@wren");
  app.ui->key(Key::Enter);
  app.settle();
  app.ui->key(Key::K, true);
  app.settle();
  EXPECT_EQ(app.state.models.find.items.front().label, "Wren");
  app.ui->key(Key::Escape);
  app.settle();
  app.lock();
  app.unlockAs(0);
  app.ui->key(Key::K, true);
  app.settle();
  EXPECT_NE(app.state.models.find.items.front().group, app::model::FindGroup::Recent);
}

TEST_F(Finding, WritesAboutAYoungPersonInOneGo) {
  find("write wren");
  EXPECT_EQ(tests::lintEverywhere(*app.ui), "");
  ASSERT_EQ(app.state.models.find.items.front().label, "Write about Wren");
  app.ui->key(Key::Enter);
  app.settle();
  EXPECT_EQ(place(), Place::Write);
  app.controller->handle(app::model::WriteIntent(app::model::ChoosePromptSet{"Q0"}));
  app.settle();
  app.ui->type("Counted in alone.");
  app.wait(2s);
  const auto written = app.journal().newest(1, std::nullopt)->front();
  EXPECT_EQ(written.lesson.youngPeople, std::vector<journal::NameId>{wren});
  EXPECT_EQ(written.lesson.setting, journal::Setting::OneToOne);
}

TEST_F(Finding, BeginsACaseStudyAboutAYoungPerson) {
  find("case study wren");
  ASSERT_EQ(app.state.models.find.items.front().label, "Case study about Wren");
  app.ui->key(Key::Enter);
  app.settle();
  EXPECT_EQ(place(), Place::CaseStudies);
  EXPECT_EQ(app.state.ui.caseStudy.newAbout, wren.hex());
  EXPECT_TRUE(app.state.models.caseStudy.starting);
}

TEST_F(Finding, NeverFindsAHeldReflection) {
  const auto rows = app.journal().newest(10, std::nullopt);
  ASSERT_TRUE(rows.ok());
  ASSERT_FALSE(rows->empty());
  ASSERT_TRUE(app.journal().apply(journal::service::HoldReflection{rows->front().id, true}).ok());
  find("verse lead");
  for (const auto& item : app.state.models.find.items) {
    EXPECT_NE(item.group, app::model::FindGroup::Reflections);
  }
}

TEST_F(Finding, TheFindBoxOpensItAndItIsCleanEverywhere) {
  app.ui->click("nav/find");
  app.settle();
  ASSERT_TRUE(app.state.models.find.open);
  EXPECT_EQ(tests::lintEverywhere(*app.ui), "");
  app.ui->type("w");
  app.settle();
  EXPECT_EQ(tests::lintEverywhere(*app.ui), "");
}

TEST_F(Finding, TheSheetOfShortcutsIsCleanEverywhere) {
  app.ui->key(Key::Slash, true);
  app.settle();
  ASSERT_TRUE(app.state.models.shortcuts.open);
  EXPECT_EQ(tests::lintEverywhere(*app.ui), "");
}

TEST_F(Finding, EveryKeyThatTheSheetCallsEverywhereDoesSomething) {
  const auto press = [&](Key key, bool ctrl, bool alt = false) {
    app.ui->key(key, ctrl, false, alt);
    app.settle();
  };
  press(Key::Comma, true);
  EXPECT_EQ(place(), Place::Settings);
  press(Key::D2, true);
  EXPECT_EQ(place(), Place::Journal);
  press(Key::F1, false);
  EXPECT_TRUE(app.state.models.shortcuts.open);
  press(Key::Escape, false);
  EXPECT_FALSE(app.state.models.shortcuts.open);
  press(Key::H, true, true);
  EXPECT_TRUE(app.state.models.readingCopy.open);
  press(Key::Escape, false);
  EXPECT_FALSE(app.state.models.readingCopy.open);
  press(Key::F9, false);
  EXPECT_TRUE(app.state.models.worried.open);
  press(Key::Escape, false);
  press(Key::Equal, true);
  EXPECT_EQ(app.state.ui.preferences.textPercent, 110);
  press(Key::Minus, true);
  press(Key::Minus, true);
  EXPECT_EQ(app.state.ui.preferences.textPercent, 90);
  press(Key::D0, true);
  EXPECT_EQ(app.state.ui.preferences.textPercent, 100);
  press(Key::C, true, true);
  EXPECT_EQ(app.state.ui.preferences.theme, app::model::ThemeChoice::Dark);
  app.state.models.shell.message = "Something to know.";
  app.settle();
  press(Key::F8, false);
  EXPECT_EQ(app.ui->focused(), "toast[message]/dismiss");
  press(Key::Enter, false);
  EXPECT_FALSE(app.ui->shows("Something to know."));
  press(Key::N, true);
  EXPECT_EQ(place(), Place::Write);
  press(Key::F6, false);
  EXPECT_NE(app.ui->focused(), "write/words");
  app.ui->key(Key::F6, false, true);
  EXPECT_EQ(app.ui->focused(), "write/words");
  for (int i = 0; i < 6 && app.ui->focused().rfind("nav/", 0) != 0; ++i) press(Key::F6, false);
  EXPECT_EQ(app.ui->focused().rfind("nav/", 0), 0U) << app.ui->focused();
  press(Key::L, true);
  EXPECT_FALSE(app.controller->open());
}

}  // namespace
