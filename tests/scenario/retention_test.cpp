// How long things are kept (domain.md 5.5), and finding what has passed its time.

#include <gtest/gtest.h>

#include "tests/scenario/app_under_test.h"
#include "tests/support/ui_lint.h"

namespace {

using namespace app::model;

/// Thursday 22 January 2026.
struct Kept : testing::Test {
  Kept() { app.unlockAs(0); }
  void wrote(const char* date, const std::string& words) {
    journal::Reflection reflection;
    reflection.id = journal::ReflectionId::random(app.random);
    reflection.lesson.date = journal::parseDate(date).value();
    reflection.text = words;
    reflection.writtenAt = reflection.changedAt = app.clock.now();
    EXPECT_TRUE(app.journal().apply(journal::service::WriteReflection{reflection, {}, {}}).ok());
  }
  void seeSettings() {
    app.controller->handle(ShellIntent(GoTo{Place::Settings}));
    app.controller->handle(SettingsIntent(ChooseSection{SettingsSection::Data}));
    app.settle();
  }
  std::vector<std::string> listed() {
    std::vector<std::string> words;
    for (const ResultRow& row : app.state.models.journal.rows) {
      std::string text;
      for (const auto& run : row.words) text += run.text;
      words.push_back(text);
    }
    return words;
  }

  tests::AppUnderTest app;
};

TEST_F(Kept, NothingIsSaidToBeOldWhenNothingIs) {
  wrote("2024-09-01", "The first of last year.");
  seeSettings();
  EXPECT_EQ(app.state.models.settings.keeping.pastTimeLine, "No reflection is past its time.");
  app.ui->scrollTo("settings/page/kept/past-time");
  app.ui->click("settings/page/kept/past-time");
  app.settle();
  EXPECT_TRUE(app.ui->shows("Nothing is past its time."));
}

TEST_F(Kept, WhatHasPassedItsTimeIsCountedAndLookedThrough) {
  wrote("2024-08-31", "Past its time by a day.");
  wrote("2024-09-01", "The first of last year.");
  wrote("2026-01-20", "This week.");
  seeSettings();
  EXPECT_EQ(app.state.models.settings.keeping.pastTimeLine,
            "1 reflection is of lessons before September 2024.");
  EXPECT_EQ(tests::lintEverywhere(*app.ui), "");
  app.ui->scrollTo("settings/page/kept/past-time");
  app.ui->click("settings/page/kept/past-time");
  app.settle();
  EXPECT_TRUE(app.ui->shows("Lesson of 31 August 2024"));
  EXPECT_FALSE(app.ui->shows("Lesson of 1 September 2024"));
  EXPECT_EQ(app.journal().counts()->reflections, 3U) << "nothing goes by itself";
}

TEST_F(Kept, TheJournalIsNarrowedByDates) {
  wrote("2025-06-01", "Last year's summer.");
  wrote("2025-12-01", "This year's autumn.");
  wrote("2026-01-20", "This term.");
  app.lock();  // what was written behind its back is read at the next unlock
  app.unlockAs(0);
  app.controller->handle(ShellIntent(GoTo{Place::Journal}));
  app.settle();
  app.ui->click("journal/header/more-filters");
  app.settle();
  const auto choose = [this](const std::string& dates) {
    app.state.ui.journal.dates = dates;
    app.controller->handle(JournalIntent(SearchChanged{}));
    app.settle();
    return listed();
  };
  EXPECT_TRUE(app.ui->exists("journal/header/dates"));
  EXPECT_EQ(choose("term"), std::vector<std::string>{"This term."});
  EXPECT_EQ(choose("last-year"), std::vector<std::string>{"Last year's summer."});
  EXPECT_EQ(choose("older"), std::vector<std::string>{});
  EXPECT_EQ(choose("").size(), 3U);
}

}  // namespace
