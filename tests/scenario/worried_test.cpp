// "Worried about someone?" exactly as domain.md 5.3, with real screens and a real journal.

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "tests/scenario/app_under_test.h"

namespace {

using app::ui::Key;
using namespace std::chrono_literals;

struct Worried : testing::Test {
  void openCard() {
    app.ui->key(Key::F9);
    app.settle();
  }
  void press(const std::string& key) {
    app.ui->click("worried/card/" + key);
    app.settle();
  }
  std::vector<journal::Reflection> everything() {
    std::vector<journal::Reflection> all;
    EXPECT_TRUE(app.journal()
                    .forEachReflection({},
                                       [&](const journal::Reflection& one, const auto&) {
                                         all.push_back(one);
                                         return journal::Result<void>();
                                       })
                    .ok());
    return all;
  }
  std::string file(const std::filesystem::path& path) {
    std::ifstream in(path);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  tests::AppUnderTest app;
};

TEST_F(Worried, OpensBeforeUnlockWithTheNumbersAndTheFirstContactInFocus) {
  app.settle();
  openCard();
  EXPECT_TRUE(app.ui->shows("01632 960114"));
  EXPECT_TRUE(app.ui->shows("call 999"));
  EXPECT_TRUE(app.ui->shows("tells no one"));
  EXPECT_EQ(app.ui->focused(), "worried/card/contact[0]/number");
  EXPECT_FALSE(app.controller->open());
}

TEST_F(Worried, ShowsTheDslDeputySocialCareAndLadoOfTheChosenSetting) {
  app.settle();
  openCard();
  for (const char* role : {"DSL at the school", "Deputy DSL at the school", "DSL for the music",
                           "Office, 9 to 5", "Out of hours", "LADO, for the other route"}) {
    EXPECT_TRUE(app.ui->shows(role)) << role;
  }
  EXPECT_FALSE(app.ui->shows("Erik Lindqvist")) << "of another setting";
  EXPECT_TRUE(app.ui->shows("Numbers checked by Farida, 6 January"));
}

TEST_F(Worried, AnAdultsBehaviourGoesToTheServiceAndLadoAndPastThePersonItIsAbout) {
  app.settle();
  openCard();
  press("adult-box/adult");
  EXPECT_TRUE(app.ui->shows("01632 960355"));
  EXPECT_FALSE(app.ui->shows("Ruth Okafor"));
  EXPECT_TRUE(app.ui->shows("go past them"));
}

TEST_F(Worried, NotYetStaysOnEveryScreenOverALockAndTheNextStart) {
  app.unlockAs(0);
  openCard();
  press("not-yet");
  ASSERT_TRUE(app.ui->exists("reminder/yes"));
  app.lock();
  EXPECT_TRUE(app.ui->exists("reminder/yes")) << "on the lock screen too";
  app.restart();
  EXPECT_TRUE(app.ui->exists("reminder/yes")) << "and when the program starts again";
  EXPECT_TRUE(app.ui->shows("You have not yet spoken to the DSL"));
}

TEST_F(Worried, NotYetIsSaidAgainEveryHour) {
  app.unlockAs(0);
  openCard();
  press("not-yet");
  app.wait(59min);
  EXPECT_FALSE(app.ui->shows("You have not yet spoken to the DSL"));
  app.wait(1min);
  EXPECT_TRUE(app.ui->shows("You have not yet spoken to the DSL"));
}

TEST_F(Worried, TheReminderIsThatPersonsAndNotAnothers) {
  app.unlockAs(0);
  openCard();
  press("not-yet");
  app.lock();
  app.unlockAs(1);
  EXPECT_FALSE(app.ui->exists("reminder/yes"));
}

TEST_F(Worried, YesAsksWhoAndWhenAndTheJournalKeepsOnlyOneHeldLine) {
  app.unlockAs(0);
  openCard();
  press("not-yet");
  app.ui->click("reminder/yes");
  app.settle();
  EXPECT_FALSE(app.ui->item("worried/card/keep").enabled) << "who has to be said";
  app.state.ui.worried.told = "DSL at the school";
  app.settle();
  press("keep");
  EXPECT_FALSE(app.ui->exists("reminder/yes"));
  const auto all = everything();
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].text, "Concern passed to the DSL at Millhope Primary, 22 January, 16:05.");
  EXPECT_TRUE(all[0].held) << "out of tags, case studies, groups and search";
  app.restart();
  EXPECT_FALSE(app.ui->exists("reminder/yes"));
}

TEST_F(Worried, WhatWasReportedOnTheLockScreenIsKeptAtTheNextUnlock) {
  app.settle();
  openCard();
  press("contact[0]/number");
  press("keep");
  EXPECT_EQ(app.ui->focused(), "unlock/form/passphrase") << app.ui->dump();
  app.unlockAs(0);
  ASSERT_EQ(everything().size(), 1U);
}

TEST_F(Worried, TheHandoverSheetIsPrintedAndIsNowhereInTheJournal) {
  app.unlockAs(0);
  openCard();
  press("sheet");
  EXPECT_FALSE(app.ui->item("worried/card/print").enabled) << "nothing is on it";
  EXPECT_EQ(app.ui->focused(), "worried/card/sheet[0]");
  app.ui->type("he said he was scared to go home");
  app.settle();
  app.ui->key(Key::Tab);
  press("print");
  const std::string printed = file(app.folder / "printed.txt");
  EXPECT_NE(printed.find("Their exact words\nhe said he was scared to go home\n"),
            std::string::npos)
      << printed;
  EXPECT_NE(printed.find("What you asked\n"), std::string::npos);
  EXPECT_TRUE(app.ui->shows("Sent to the printer"));
  EXPECT_TRUE(everything().empty());
}

TEST_F(Worried, TheSheetIsClearedOnlyOnceHandedOver) {
  app.unlockAs(0);
  openCard();
  press("sheet");
  app.ui->type("scared to go home");
  app.settle();
  app.ui->key(Key::Escape);
  app.settle();
  openCard();
  press("sheet");
  EXPECT_EQ(app.view.sheet[0].editor.text(), "scared to go home") << "closing the card kept it";
  EXPECT_FALSE(app.ui->item("worried/card/clear").enabled);
  app.state.ui.worried.sheet.handedOver = true;
  app.settle();
  app.controller->handle(app::model::WorriedIntent(app::model::HandedOver{}));
  app.settle();
  EXPECT_TRUE(app.state.ui.worried.sheet.words[0].text.empty());
  EXPECT_TRUE(app.ui->exists("worried/card/told")) << "then it asks who and when";
}

TEST_F(Worried, ALockHidesTheSheetAndTheSamePersonFindsItAgain) {
  app.unlockAs(0);
  openCard();
  press("sheet");
  app.ui->type("scared to go home");
  app.settle();
  app.lock();
  openCard();
  press("sheet");
  EXPECT_TRUE(app.view.sheet[0].editor.text().empty()) << "not for whoever passes by";
  app.ui->key(Key::Escape);
  app.settle();
  app.unlockAs(0);
  openCard();
  press("sheet");
  EXPECT_EQ(app.view.sheet[0].editor.text(), "scared to go home");
}

TEST_F(Worried, ASavedSheetIsThisAccountsAloneAndNeverReplacesAFile) {
  const auto path = app.folder / "handover.txt";
  ASSERT_TRUE(app.care->save("words", path.string()).ok());
  EXPECT_EQ(std::filesystem::status(path).permissions() & std::filesystem::perms::all,
            std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
  const auto again = app.care->save("others", path.string());
  ASSERT_FALSE(again.ok());
  EXPECT_EQ(file(path), "words");
  EXPECT_FALSE(again.error().advice.empty());
}

TEST_F(Worried, SaysWhenThereIsNoPrinter) {
  app::desktop::LocalCare care({}, "/nowhere/no-printer");
  const auto done = care.print("words");
  ASSERT_FALSE(done.ok());
  EXPECT_NE(done.error().advice.find("No printer"), std::string::npos);
}

}  // namespace
