// Your data: what is past its time is met one thing at a time, and goes only when somebody says so
// twice (domain.md 5.5); legal holds stop it (5.4).

#include <gtest/gtest.h>

#include "journal/domain/mention.h"
#include "tests/scenario/keeping_pages.h"

namespace {

using namespace app::model;
using app::ui::Key;

constexpr const char* kPage = "settings/page/past-time/";

/// Thursday 22 January 2026.
struct PastTime : tests::KeepingPages {
  PastTime() {
    app.unlockAs(0);
    wren = app.addYoungPerson("Ayaan", tests::kLongName);
    old = wrote("2024-05-12", "I waited too long. " + journal::mentionToken(wren) + " left.");
    wrote("2024-06-20", "The hall was too loud to hear anybody.");
    wrote("2026-01-20", "This week.");
    app.lock();  // what was written behind its back is read at the next unlock
    app.unlockAs(0);
  }
  void review() {
    open("past-time");
    press(std::string(kPage) + "review");
  }
  void choose(const std::string& key) { press(kPage + key); }
  std::size_t reflections() { return app.journal().counts()->reflections; }

  journal::NameId wren;
  journal::ReflectionId old;
};

TEST_F(PastTime, IsListedByKindWithItsRuleAndNothingHappens) {
  open("past-time");
  EXPECT_TRUE(app.ui->shows("2 reflections of your own"));
  EXPECT_TRUE(app.ui->shows("Kept to the end of the next school year."));
  EXPECT_TRUE(app.ui->shows("Lesson of 12 May 2024"));
  EXPECT_EQ(app.state.models.settings.keeping.pastTime.groups.at(0).rows.at(0).detail,
            "Was to be kept until 31 August 2025");
  EXPECT_FALSE(app.ui->shows("I waited too long"));
  expectClean("the list");
  EXPECT_EQ(reflections(), 3U);
}

TEST_F(PastTime, WhatWillBePastItsTimeWithinThreeMonthsIsSaidBefore) {
  wrote("2025-05-01", "Last summer.");
  app.clock.advance(std::chrono::hours{24 * 180});  // 21 July 2026
  app.settle();
  app.unlockAs(0);
  open("past-time");
  EXPECT_TRUE(app.ui->shows("1 reflection of your own, kept until 31 August 2026"));
}

TEST_F(PastTime, OneIsReadBeforeAnythingAndLeavingItChangesNothing) {
  review();
  EXPECT_TRUE(app.ui->shows("1 of 2"));
  EXPECT_TRUE(app.ui->shows("I waited too long."));
  EXPECT_TRUE(app.ui->shows(tests::kLongName));
  EXPECT_EQ(app.ui->focused(), std::string(kPage) + "leave");
  expectClean("one of them");
  choose("leave");
  EXPECT_TRUE(app.ui->shows("2 of 2"));
  EXPECT_TRUE(app.ui->shows("too loud"));
  choose("leave");
  EXPECT_TRUE(app.ui->shows("Lesson of 12 May 2024"));
  EXPECT_EQ(reflections(), 3U);
}

TEST_F(PastTime, LettingGoSaysWhatGoesAndTheAnswerThatHasTheKeyboardKeepsIt) {
  review();
  choose("let-go");
  EXPECT_TRUE(app.ui->shows("It cannot be undone."));
  EXPECT_TRUE(app.ui->shows("every earlier version"));
  EXPECT_EQ(app.ui->focused(), std::string(kPage) + "keep");
  expectClean("the question");
  app::ui::focusPath(std::string(kPage) + "keep");
  app.settle();
  app.ui->key(Key::Enter);
  app.settle();
  EXPECT_EQ(reflections(), 3U);
  EXPECT_TRUE(app.ui->exists(std::string(kPage) + "let-go"));
}

TEST_F(PastTime, LettingGoErasesThatOneAndGoesOnWithTheNext) {
  review();
  choose("let-go");
  choose("erase");
  EXPECT_EQ(reflections(), 2U);
  EXPECT_FALSE(app.journal().reflection(old).ok());
  EXPECT_TRUE(app.ui->shows("1 of 1"));
  EXPECT_TRUE(app.ui->shows("too loud"));
  choose("let-go");
  choose("erase");
  EXPECT_TRUE(app.ui->shows("Nothing is past its time."));
  EXPECT_TRUE(app.journal().check({}, {})->problems.empty());
}

TEST_F(PastTime, OwnLearningIsReadFirstAndIsAllThatStays) {
  review();
  choose("learning");
  EXPECT_TRUE(app.ui->shows("I waited too long. a young person left."));
  EXPECT_EQ(app.ui->focused(), std::string(kPage) + "keep");
  expectClean("own learning");
  EXPECT_EQ(reflections(), 3U);
  choose("keep-learning");
  EXPECT_EQ(reflections(), 3U);
  EXPECT_FALSE(app.journal().reflection(old).ok());
  const auto rows = app.journal().newest(9, std::nullopt);
  EXPECT_EQ(rows->back().excerpt, "I waited too long. a young person left.");
}

TEST_F(PastTime, OwnWordsThatStillNameAYoungPersonDoNotStay) {
  review();
  choose("learning");
  choose("own");
  fill(std::string(kPage) + "own-words", "Ayaan left because I waited.");
  choose("see");
  EXPECT_TRUE(app.ui->shows("A young person is still named in it."));
  EXPECT_FALSE(app.ui->item(std::string(kPage) + "keep-learning").enabled);
  expectClean("own words");
  fill(std::string(kPage) + "own-words", "Waiting costs more than asking.");
  choose("see");
  choose("keep-learning");
  const auto rows = app.journal().newest(9, std::nullopt);
  EXPECT_EQ(rows->back().excerpt, "Waiting costs more than asking.");
}

TEST_F(PastTime, OneIsOpenedInTheJournalAndTheReviewWaits) {
  review();
  choose("open");
  ASSERT_TRUE(app.state.models.journal.beside.has_value());
  EXPECT_EQ(app.state.models.journal.beside->id, old);
  app.controller->handle(ShellIntent(GoTo{Place::Settings}));
  app.settle();
  EXPECT_TRUE(app.ui->exists(std::string(kPage) + "let-go"));
}

TEST_F(PastTime, WhatIsShownElsewhereGoesFromThereToo) {
  app.controller->handle(JournalIntent(OpenBeside{old}));
  app.settle();
  review();
  choose("let-go");
  choose("erase");
  app.controller->handle(ShellIntent(GoTo{Place::Journal}));
  app.settle();
  EXPECT_FALSE(app.state.models.journal.beside.has_value());
  EXPECT_FALSE(app.ui->shows("That is not here any more"));
}

TEST_F(PastTime, ALegalHoldTakesItOffTheListAndSaysSo) {
  open("holds");
  press("settings/page/holds/add");
  fill("settings/page/holds/reason", "Data protection officer: a claim");
  expectClean("the form");
  press("settings/page/holds/put");
  EXPECT_TRUE(app.ui->shows("The whole journal"));
  expectClean("a hold");
  open("past-time");
  EXPECT_TRUE(app.ui->shows("2 things, past their time or soon, stay because of a legal hold"));
  EXPECT_FALSE(app.ui->exists(std::string(kPage) + "review"));
  EXPECT_EQ(reflections(), 3U);
}

TEST_F(PastTime, AHoldNeedsAReasonAndBeginsTodayOrEarlier) {
  open("holds");
  press("settings/page/holds/add");
  EXPECT_FALSE(app.ui->item("settings/page/holds/put").enabled);
  fill("settings/page/holds/reason", "A claim");
  fill("settings/page/holds/since", "2026-01-23");
  EXPECT_EQ(app.ui->item("settings/page/holds/put").reason,
            "A legal hold begins today or began earlier.");
  press("settings/page/holds/cancel");
  EXPECT_TRUE(app.journal().legalHolds()->empty());
}

TEST_F(PastTime, AHoldOverOnePersonIsLiftedWithAReasonAndStaysOnRecord) {
  journal::LegalHold hold{journal::LegalHoldId::random(app.random),
                          wren,
                          "A claim",
                          *journal::parseDate("2026-01-10"),
                          {}};
  ASSERT_TRUE(app.journal().apply(journal::service::PutLegalHold{hold}).ok());
  open("past-time");
  EXPECT_TRUE(app.ui->shows("1 thing, past its time or soon, stays because of a legal hold"));
  press(std::string(kPage) + "holds");
  const std::string row = "settings/page/holds/" + app::ui::key("hold", hold.id.hex()) + "/";
  EXPECT_TRUE(app.ui->shows(std::string("What is about ") + tests::kLongName));
  press(row + "lift");
  EXPECT_EQ(app.ui->focused(), row + "reason");
  EXPECT_FALSE(app.ui->item(row + "lift-it").enabled);
  expectClean("lifting");
  fill(row + "reason", "The claim was settled");
  press(row + "lift-it");
  ASSERT_TRUE(app.journal().legalHolds()->front().ended.has_value());
  EXPECT_TRUE(app.ui->shows("Lifted 22 January 2026: The claim was settled"));
  EXPECT_FALSE(app.ui->exists(row + "lift"));
}

TEST_F(PastTime, AllOfItByKeyboard) {
  open("past-time");
  const auto byKeyboard = [this](const std::string& path) {
    for (int i = 0; i < 40 && app.ui->focused() != path; ++i) {
      app.ui->key(Key::Tab);
      app.settle();
    }
    ASSERT_EQ(app.ui->focused(), path);
    app.ui->key(Key::Enter);
    app.settle();
  };
  byKeyboard(std::string(kPage) + "review");
  byKeyboard(std::string(kPage) + "let-go");
  byKeyboard(std::string(kPage) + "erase");
  EXPECT_EQ(reflections(), 2U);
}

TEST_F(PastTime, NothingOfItIsLeftAfterALock) {
  review();
  choose("learning");
  app.lock();
  EXPECT_FALSE(app.state.models.settings.keeping.pastTime.page.has_value());
  app.unlockAs(0);
  app.controller->handle(ShellIntent(GoTo{Place::Settings}));
  app.controller->handle(SettingsIntent(ChooseSection{SettingsSection::Data}));
  app.settle();
  EXPECT_TRUE(app.ui->exists("settings/page/kept/past-time"));
}

}  // namespace
