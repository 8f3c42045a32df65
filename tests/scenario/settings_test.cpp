// Settings, with the whole program behind them.

#include <gtest/gtest.h>

#include "app/desktop/home.h"
#include "tests/scenario/app_under_test.h"
#include "tests/support/ui_lint.h"

namespace {

using namespace app::model;
using app::ui::Key;
using namespace std::chrono_literals;

struct SettingsPages : testing::Test {
  SettingsPages() {
    app.unlockAs(0);
    go(SettingsSection::Looks);
  }
  void go(SettingsSection section) {
    app.controller->handle(ShellIntent(GoTo{Place::Settings}));
    app.controller->handle(SettingsIntent(ChooseSection{section}));
    app.settle();
  }
  void fill(const std::string& path, const std::string& words) {
    app.ui->click(path);
    app.ui->type(words);
    app.settle();
  }
  const SettingsModel& model() const { return app.state.models.settings; }

  tests::AppUnderTest app;
};

TEST_F(SettingsPages, LooksAreChosenByMouseAndByKeyboard) {
  app.ui->click("settings/page/looks/easy-letters");
  EXPECT_TRUE(app.state.ui.preferences.easyLetters);
  const app::ui::Rect line = app.ui->item("settings/page/looks/text-size").rect;
  app.ui->clickAt({line.x + 14 + (line.w - 28) / 4, line.y + line.h / 2});
  EXPECT_EQ(app.state.ui.preferences.textPercent, 110);
  app::ui::focusPath("settings/page/looks/text-size");
  app.settle();
  app.ui->key(Key::Right);
  app.ui->key(Key::Right);
  app.ui->key(Key::Left);
  EXPECT_EQ(app.state.ui.preferences.textPercent, 120);
  app.ui->click("settings/page/looks/theme/2");
  EXPECT_EQ(app.state.ui.preferences.theme, ThemeChoice::HighContrast);
  app.ui->click("settings/page/looks/theme/3");
  EXPECT_EQ(app.state.ui.preferences.theme, ThemeChoice::Laptop);
  app::ui::focusPath("settings/page/looks/thick-focus");
  app.settle();
  app.ui->key(Key::Space);
  app.settle();
  EXPECT_TRUE(app.state.ui.preferences.thickFocus);
}

TEST_F(SettingsPages, SpeakingIsOffUntilChosenAndSaysWhenThisLaptopCannot) {
  EXPECT_FALSE(app.state.ui.preferences.speak);
  app::ui::focusPath("settings/page/looks/speak");
  app.settle();
  app.ui->key(Key::Space);
  app.settle();
  EXPECT_TRUE(app.state.ui.preferences.speak);
  EXPECT_FALSE(app.ui->shows("no speech service"));
  app.state.ui.settings.speechMissing = true;
  app.settle();
  EXPECT_TRUE(app.ui->shows("no speech service"));
  EXPECT_EQ(tests::lintEverywhere(*app.ui), "");
}

TEST_F(SettingsPages, WhatWasChosenIsThereNextTime) {
  Preferences chosen;
  chosen.theme = ThemeChoice::Dark;
  chosen.textPercent = 150;
  chosen.easyLetters = true;
  chosen.thickFocus = true;
  chosen.spelling = false;
  chosen.speak = true;
  chosen.lockAfterMinutes = 5;
  chosen.quietUntil = 20'500;
  ASSERT_TRUE(app::desktop::writePreferences(app.folder / "home0", chosen).ok());
  EXPECT_EQ(app::desktop::readPreferences(app.folder / "home0"), chosen);
  chosen.theme = ThemeChoice::Laptop;
  ASSERT_TRUE(app::desktop::writePreferences(app.folder / "home0", chosen).ok());
  EXPECT_EQ(app::desktop::readPreferences(app.folder / "home0"), chosen);
}

TEST_F(SettingsPages, TheJournalLocksItselfWhenNothingHappensAndKeepsTheWords) {
  app.controller->handle(ShellIntent(LockAfter{2}));
  app.controller->handle(ShellIntent(GoTo{Place::Write}));
  app.settle();
  app.ui->type("Half a sentence");
  app.wait(119s);
  EXPECT_TRUE(app.controller->open());
  app.wait(2s);
  EXPECT_FALSE(app.controller->open());
  app.unlockAs(0);
  const auto rows = app.journal().newest(1, std::nullopt);
  ASSERT_TRUE(rows.ok());
  ASSERT_FALSE(rows->empty());
  EXPECT_NE(rows->front().excerpt.find("Half a sentence"), std::string::npos);
}

TEST_F(SettingsPages, ItNeverLocksItselfWhenAskedNotTo) {
  app.controller->handle(ShellIntent(LockAfter{0}));
  app.wait(24h);
  EXPECT_TRUE(app.controller->open());
}

TEST_F(SettingsPages, ThePassphraseIsChangedOnlyByWhoKnowsIt) {
  go(SettingsSection::Locking);
  fill("settings/page/passphrase/now", "not my passphrase at all");
  fill("settings/page/passphrase/next", "marble canyon whistle seven");
  fill("settings/page/passphrase/again", "marble canyon whistle seven");
  app.ui->click("settings/page/passphrase/change");
  app.settle();
  EXPECT_NE(model().passphraseSaid.find("Nothing was changed"), std::string::npos);
  fill("settings/page/passphrase/now", tests::kPassphrase);
  fill("settings/page/passphrase/next", "marble canyon whistle seven");
  fill("settings/page/passphrase/again", "marble canyon whistle seven");
  app.ui->click("settings/page/passphrase/change");
  app.settle();
  EXPECT_NE(model().passphraseSaid.find("Changed"), std::string::npos);
  app.lock();
  app.ui->type("marble canyon whistle seven");
  app.ui->key(Key::Enter);
  app.settle();
  EXPECT_TRUE(app.controller->open());
}

TEST_F(SettingsPages, ANewRecoveryKeyOpensTheJournalAndIsShownOnce) {
  go(SettingsSection::RecoveryKey);
  app.ui->click("settings/page/recovery/new");
  app.settle();
  ASSERT_EQ(model().keyGroups.size(), 9U);
  std::string key;
  for (const std::string& group : model().keyGroups) key += group + "-";
  EXPECT_EQ(tests::lintEverywhere(*app.ui), "");
  app.ui->click("settings/page/recovery/written");
  app.settle();
  EXPECT_TRUE(model().keyGroups.empty());
  app.lock();
  std::string next = "marble canyon whistle seven";
  EXPECT_TRUE(app.vaults->recover(0, key, next).ok());
}

TEST_F(SettingsPages, ABackupIsMadeAndProvenToOpen) {
  go(SettingsSection::Data);
  fill("settings/page/backup/folder", (app.folder / "stick").string());
  app.ui->click("settings/page/backup/make");
  app.settle();
  EXPECT_NE(model().backupSaid.find("stick"), std::string::npos);
  fill("settings/page/drill/passphrase", tests::kPassphrase);
  app.ui->click("settings/page/drill/open");
  app.settle();
  EXPECT_NE(model().drillSaid.find("It opens, and it is whole."), std::string::npos);
  fill("settings/page/drill/passphrase", "not that one");
  app.ui->click("settings/page/drill/open");
  app.settle();
  EXPECT_EQ(model().drillSaid.find("It opens"), std::string::npos);
}

TEST_F(SettingsPages, TheJournalIsChecked) {
  go(SettingsSection::Data);
  app.ui->scrollTo("settings/page/check/check");
  app.ui->click("settings/page/check/check");
  app.settle();
  EXPECT_NE(model().checkSaid.find("All is well"), std::string::npos);
}

TEST_F(SettingsPages, NoPassphraseIsEverRecorded) {
  go(SettingsSection::Locking);
  fill("settings/page/passphrase/now", "quiet words here");
  EXPECT_EQ(app.ui->dump().find("quiet words"), std::string::npos);
}

TEST_F(SettingsPages, EveryPageIsCleanEverywhereAndWithinReach) {
  for (const SettingsSection section :
       {SettingsSection::Looks, SettingsSection::Locking, SettingsSection::RecoveryKey,
        SettingsSection::Data, SettingsSection::Outcomes, SettingsSection::Prompts,
        SettingsSection::Devices, SettingsSection::Spelling, SettingsSection::Timetable,
        SettingsSection::Safety}) {
    SCOPED_TRACE(static_cast<int>(section));
    go(section);
    EXPECT_EQ(tests::lintEverywhere(*app.ui), "");
    EXPECT_EQ(tests::joined(tests::unreachable(*app.ui)), "");
  }
}

}  // namespace
