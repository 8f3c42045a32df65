// Locking by itself, and coming back after the program was killed: no word lost, none left in
// sight.

#include <gtest/gtest.h>

#include "tests/scenario/app_under_test.h"
#include "tests/scenario/refusing_journal.h"

namespace {

using app::ui::Key;
using namespace std::chrono_literals;

struct Locking : testing::Test {
  void SetUp() override { app.unlockAs(0); }
  std::string newest() {
    const auto rows = app.journal().newest(1, std::nullopt);
    EXPECT_TRUE(rows.ok() && !rows->empty());
    return app.journal().reflection(rows->front().id).value().text;
  }
  tests::AppUnderTest app;
};

TEST_F(Locking, TenMinutesOfNothingSaveTheDraftLockAndWipe) {
  app.ui->type("Half a sentence");
  app.wait(9min + 59s);
  EXPECT_TRUE(app.controller->open());
  app.wait(1s);
  EXPECT_FALSE(app.controller->open());
  EXPECT_TRUE(app.state.ui.write.words.text.empty());
  EXPECT_TRUE(app.view.words.editor.text().empty());
  EXPECT_EQ(app.ui->dump().find("Half a sentence"), std::string::npos);
  app.unlockAs(0);
  EXPECT_NE(newest().find("Half a sentence"), std::string::npos);
}

TEST_F(Locking, CtrlLLocksAndF9AsksWhateverLiesOverThePage) {
  const auto press = [&](Key key, bool ctrl = false) {
    app.ui->key(key, ctrl);
    app.settle();
  };
  for (const auto& [over, ctrl] : {std::pair{Key::F1, false}, std::pair{Key::K, true}}) {
    press(over, ctrl);
    press(Key::F9);
    EXPECT_TRUE(app.state.models.worried.open);
    press(Key::Escape);
    EXPECT_FALSE(app.state.models.worried.open);
    press(Key::L, true);
    ASSERT_FALSE(app.controller->open());
    EXPECT_FALSE(app.state.models.shortcuts.open || app.state.models.find.open);
    app.unlockAs(0);
  }
}

TEST_F(Locking, AKeyKeepsItOpen) {
  app.wait(9min);
  app.ui->type("x");
  app.wait(9min);
  EXPECT_TRUE(app.controller->open());
}

TEST_F(Locking, TheMinutesAreASettingAndNoneMeansNever) {
  app.state.ui.preferences.lockAfterMinutes = 2;
  app.wait(2min);
  EXPECT_FALSE(app.controller->open());
  app.unlockAs(0);
  app.state.ui.preferences.lockAfterMinutes = 0;
  app.wait(5h);
  EXPECT_TRUE(app.controller->open());
}

TEST_F(Locking, TheFrameLoopIsToldWhenToWakeForIt) {
  app.wait(1s);
  const auto wait = app.controller->wait(app.clock.now());
  ASSERT_TRUE(wait.has_value());
  EXPECT_LE(*wait, 10min);
}

TEST_F(Locking, WordsTheDiskDidNotTakeAreNotLockedAway) {
  bool full = true;
  auto& journal = app.tasks.room().journal;
  journal = std::make_unique<tests::RefusingJournal>(std::move(journal), full);
  app.ui->type("Not one word may go.");
  app.wait(10min);
  EXPECT_TRUE(app.controller->open());
  EXPECT_NE(app.view.words.editor.text().find("Not one word may go."), std::string::npos);
  full = false;
  app.wait(1min);
  EXPECT_FALSE(app.controller->open()) << "it tries again by itself";
  app.unlockAs(0);
  EXPECT_NE(newest().find("Not one word may go."), std::string::npos);
}

TEST_F(Locking, AfterAKillTheDraftIsOpenAndItSaysUpToWhen) {
  app.ui->type("The verse they chose");
  app.wait(1s);
  app.restart();  // the program never said goodbye
  app.unlockAs(0);
  EXPECT_NE(app.view.words.editor.text().find("The verse they chose"), std::string::npos);
  EXPECT_TRUE(app.ui->shows("We kept your words up to 16:05."));
  EXPECT_EQ(app.ui->focused(), "write/words");
}

TEST_F(Locking, AfterAnOrdinaryLockNothingIsSaidOfRecovery) {
  app.ui->type("The verse they chose");
  app.wait(1s);
  app.lock();
  app.unlockAs(0);
  EXPECT_FALSE(app.ui->shows("We kept your words"));
  EXPECT_TRUE(app.state.models.write.blank) << "a fresh page";
}

}  // namespace
