// Entries on safeguarding hold: found again, read, and brought to an end (domain.md 5.3 point 8).

#include <gtest/gtest.h>

#include "app/model/write_words.h"
#include "tests/scenario/app_under_test.h"
#include "tests/support/ui_lint.h"

namespace {

using namespace app::model;
using app::ui::Key;
using namespace std::chrono_literals;

struct HeldEntriesCard : testing::Test {
  HeldEntriesCard() {
    app.unlockAs(0);
    app.ui->type("he said he was scared to go home");
    app.wait(2s);
    const auto rows = app.journal().newest(1, std::nullopt);
    entry = rows->front().id;
    EXPECT_TRUE(app.journal().apply(journal::service::HoldReflection{entry, true}).ok());
    journal::Reflection line;
    line.id = journal::ReflectionId::random(app.random);
    line.lesson.date = *journal::parseDate("2026-01-21");
    line.text = "Concern passed to the DSL at Millhope Primary, 21 January, 16:10.";
    EXPECT_TRUE(app.journal().apply(journal::service::WriteReflection{line, {}, {}}).ok());
    EXPECT_TRUE(app.journal().apply(journal::service::HoldReflection{line.id, true}).ok());
    lineId = line.id;
    app.lock();
    app.unlockAs(0);
  }
  void press(const std::string& key) {
    app.ui->scrollTo("worried/card/" + key);
    app.ui->click("worried/card/" + key);
    app.settle();
  }
  void openList() {
    app.ui->key(Key::F9);
    app.settle();
    press("held");
  }
  std::string row(journal::ReflectionId id) { return app::ui::key("entry", id.hex()); }
  void openEntry() {
    openList();
    press(row(entry));
  }
  void recordReceipt() {
    app.state.ui.worried.held.role = "DSL at the school";
    app.settle();
    press("record");
  }
  /// Moves on with Tab until this has the keyboard, then presses.
  void byKeyboard(const std::string& key, Key pressed = Key::Enter) {
    for (int i = 0; i < 60 && app.ui->focused() != "worried/card/" + key; ++i) {
      app.ui->key(Key::Tab);
      app.settle();
    }
    ASSERT_EQ(app.ui->focused(), "worried/card/" + key);
    app.ui->key(pressed);
    app.settle();
  }
  void expectClean(const std::string& what) {
    EXPECT_EQ(tests::lintEverywhere(*app.ui), "") << what;
    EXPECT_EQ(tests::joined(tests::unreachable(*app.ui)), "") << what;
  }

  tests::AppUnderTest app;
  journal::ReflectionId entry;
  journal::ReflectionId lineId;
};

TEST_F(HeldEntriesCard, TheListSaysDaySettingAndSinceWhenAndNothingOfTheWords) {
  openList();
  EXPECT_TRUE(app.ui->shows("22 January 2026, small group"));
  const HeldModel& held = app.state.models.worried.held;
  EXPECT_EQ(held.entries.at(0).detail, "On hold since 22 January, 16:05");
  EXPECT_EQ(held.lines.at(0).detail, "A concern was passed on");
  EXPECT_FALSE(app.ui->shows("scared"));
  EXPECT_FALSE(app.ui->shows("Millhope Primary, 21"));
  expectClean("the list");
}

TEST_F(HeldEntriesCard, IsReachedFromSettingsToo) {
  app.controller->handle(ShellIntent(GoTo{Place::Settings}));
  app.controller->handle(SettingsIntent(ChooseSection{SettingsSection::Safety}));
  app.settle();
  app.ui->click("settings/page/held/see");
  app.settle();
  EXPECT_TRUE(app.ui->exists("worried/card/" + row(entry)));
}

TEST_F(HeldEntriesCard, IsNotOnTheLockScreen) {
  app.lock();
  app.ui->key(Key::F9);
  app.settle();
  EXPECT_FALSE(app.ui->exists("worried/card/held"));
  app.controller->handle(WorriedIntent(HeldIntent(OpenHeld{})));
  app.settle();
  EXPECT_FALSE(app.ui->exists("worried/card/" + row(entry)));
}

TEST_F(HeldEntriesCard, AnEntryIsReadWithItsTimeStampAndCannotBeChanged) {
  openEntry();
  EXPECT_TRUE(app.ui->shows("he said he was scared to go home"));
  EXPECT_TRUE(app.ui->shows("Written 22 January, 16:05. On hold since 22 January, 16:05."));
  EXPECT_TRUE(app.ui->shows("Nothing in it can be changed"));
  expectClean("an entry");
  press("back");
  EXPECT_FALSE(app.ui->shows("scared"));
}

TEST_F(HeldEntriesCard, SaysAtEachStepWhyItCannotBeRemovedYet) {
  openEntry();
  EXPECT_NE(app.ui->item("worried/card/remove-entry").reason.find("the DSL has received it"),
            std::string::npos);
  EXPECT_FALSE(app.ui->item("worried/card/remove").enabled) << "nobody has it yet";
  EXPECT_FALSE(app.ui->item("worried/card/record").enabled) << "who has it is not said";
  recordReceipt();
  EXPECT_TRUE(app.ui->shows("DSL at the school, 22 January, 16:05"));
  EXPECT_NE(app.ui->item("worried/card/remove-entry").reason.find("what the DSL wants"),
            std::string::npos);
  press("keep");
  EXPECT_NE(app.ui->item("worried/card/remove-entry").reason.find("kept on hold"),
            std::string::npos);
  EXPECT_TRUE(app.journal().reflection(entry).ok());
}

TEST_F(HeldEntriesCard, BothStepsAndASecondYesRemoveItAndTheLineStays) {
  openEntry();
  recordReceipt();
  press("remove");
  press("remove-entry");
  EXPECT_TRUE(app.ui->shows("backups you made, still hold the words"));
  expectClean("the question before it goes");
  EXPECT_TRUE(app.journal().reflection(entry).ok()) << "not before the second yes";
  press("sure");
  EXPECT_FALSE(app.journal().reflection(entry).ok());
  EXPECT_TRUE(app.ui->shows("Received by: DSL at the school, 22 January, 16:05."));
  EXPECT_TRUE(app.journal().reflection(lineId).ok());
  expectClean("the list afterwards");
  app.restart();
  app.unlockAs(0);
  openList();
  EXPECT_FALSE(app.ui->exists("worried/card/" + row(entry)));
  EXPECT_TRUE(app.journal().check({}, {})->problems.empty());
}

TEST_F(HeldEntriesCard, AllOfItByKeyboard) {
  app.ui->key(Key::F9);
  app.settle();
  byKeyboard("held");
  byKeyboard(row(entry));
  byKeyboard("role");
  app.ui->key(Key::Enter);  // the first of the roles
  app.settle();
  ASSERT_FALSE(app.state.ui.worried.held.role.empty());
  byKeyboard("record");
  byKeyboard("keep", Key::Down);
  app.ui->key(Key::Space);
  app.settle();
  byKeyboard("remove-entry");
  byKeyboard("sure");
  EXPECT_FALSE(app.journal().reflection(entry).ok());
}

TEST_F(HeldEntriesCard, NotRemovedAfterAllStaysOnHold) {
  openEntry();
  recordReceipt();
  press("remove");
  press("remove-entry");
  press("leave");
  EXPECT_TRUE(app.ui->exists("worried/card/remove-entry"));
  app.lock();
  EXPECT_TRUE(app.state.models.worried.held.entries.empty()) << "nothing of it while locked";
  app.unlockAs(0);
  openEntry();
  EXPECT_TRUE(app.ui->shows("DSL at the school, 22 January, 16:05")) << "and the steps are kept";
}

TEST_F(HeldEntriesCard, TheLineIsReadAndHasNoStepsToItsRemoval) {
  openList();
  press(row(lineId));
  EXPECT_TRUE(app.ui->shows("Concern passed to the DSL at Millhope Primary"));
  EXPECT_TRUE(app.ui->shows("This line stays"));
  EXPECT_FALSE(app.ui->exists("worried/card/remove-entry"));
}

TEST_F(HeldEntriesCard, ThePageItWasOpenOnIsLeftWhenItIsRemoved) {
  app.controller->handle(JournalIntent(OpenReflection{entry}));
  app.settle();
  ASSERT_TRUE(app.state.models.write.held);
  openEntry();
  recordReceipt();
  press("remove");
  press("remove-entry");
  press("sure");
  EXPECT_FALSE(app.state.models.write.held);
  EXPECT_EQ(app.state.ui.write.words.text.find("scared"), std::string::npos);
}

TEST_F(HeldEntriesCard, AReceiptCanBeCorrected) {
  openEntry();
  recordReceipt();
  press("correct");
  EXPECT_EQ(app.state.ui.worried.held.role, "DSL at the school");
  app.state.ui.worried.held.time = "15:30";
  app.settle();
  press("record");
  EXPECT_TRUE(app.ui->shows("DSL at the school, 22 January, 15:30"));
  press("correct");
  app.state.ui.worried.held.date = "2026-01-23";
  app.settle();
  press("record");
  EXPECT_TRUE(app.ui->shows("that time has not come yet"));
}

}  // namespace
