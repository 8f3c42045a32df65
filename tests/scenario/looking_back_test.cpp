// The journal and young people, with the whole program behind them.

#include <gtest/gtest.h>

#include "tests/scenario/app_under_test.h"
#include "tests/support/ui_lint.h"

namespace {

using namespace app::model;
using app::ui::Key;
using namespace std::chrono_literals;

struct LookingBack : testing::Test {
  LookingBack() {
    app.unlockAs(0);
    wren = app.addYoungPerson("Ayaan Chaudhry", "Wren");
    first = write("2025-10-20", "They waited for me to choose.", 2);
    latest = write("2026-01-15", "They chose the second verse to lead.", 4);
    app.lock();
    app.unlockAs(0);
  }
  journal::ReflectionId write(const char* date, const std::string& words, int level) {
    journal::Reflection reflection;
    reflection.id = journal::ReflectionId::random(app.random);
    reflection.lesson.date = journal::parseDate(date).value();
    reflection.lesson.group = "Brass group";
    reflection.lesson.youngPeople = {wren};
    reflection.text = words;
    journal::Tag tag;
    tag.id = journal::TagId::random(app.random);
    tag.reflection = reflection.id;
    tag.passage = {0, words.size()};
    tag.quote = words;
    tag.indicator = journal::IndicatorCode::parse("P4.1").value();
    tag.level = journal::Level::of(level);
    tag.youngPerson = wren;
    const auto done =
        app.journal().apply(journal::service::WriteReflection{reflection, {tag}, std::nullopt});
    EXPECT_TRUE(done.ok()) << done.error().detail;
    return reflection.id;
  }
  template <class T>
  void ask(T intent) {
    Intents intents;
    intents.push(std::move(intent));
    for (const Intent& each : intents.take()) app.controller->handle(each);
    app.settle();
  }
  void go(Place place) { ask(GoTo{place}); }
  const JournalModel& journalModel() const { return app.state.models.journal; }

  tests::AppUnderTest app;
  journal::NameId wren;
  journal::ReflectionId first;
  journal::ReflectionId latest;
};

TEST_F(LookingBack, AReflectionIsReadBesideTheListByMouseAndByKeyboard) {
  go(Place::Journal);
  app.ui->click("journal/results/beside[" + latest.hex() + "]");
  app.settle();
  ASSERT_TRUE(journalModel().beside.has_value());
  EXPECT_TRUE(app.ui->shows("They chose the second verse to lead."));
  EXPECT_EQ(app.state.models.shell.place, Place::Journal);
  app.ui->key(Key::Escape);
  app.settle();
  EXPECT_FALSE(journalModel().beside.has_value());
  app::ui::focusPath("journal/results/row[" + latest.hex() + "]");
  app.settle();
  app.ui->key(Key::Enter, true);
  app.settle();
  EXPECT_TRUE(journalModel().beside.has_value());
}

TEST_F(LookingBack, EarlierWordsAreRestoredAndTheNewerOnesStayAmongTheVersions) {
  const journal::service::EditText edit{latest, "They chose, and then they stopped."};
  ASSERT_TRUE(app.journal().apply(edit).ok());
  ask(OpenBeside{latest});
  app.ui->click("journal/beside/versions");
  app.settle();
  ASSERT_EQ(journalModel().beside->versions.size(), 2U);
  app.ui->click("journal/beside/history/version[1]");
  app.settle();
  EXPECT_TRUE(app.ui->shows("They chose the second verse to lead."));
  app.ui->click("journal/beside/restore");
  app.settle();
  EXPECT_EQ(app.journal().reflection(latest)->text, "They chose the second verse to lead.");
  EXPECT_EQ(app.journal().versions(latest)->size(), 3U);
}

TEST_F(LookingBack, TheBinGivesBackWhatWasPutThere) {
  ask(OpenBeside{first});
  app.ui->click("journal/beside/bin");
  app.settle();
  EXPECT_TRUE(app.journal().reflection(first)->binned);
  EXPECT_FALSE(app.ui->exists("journal/results/row[" + first.hex() + "]"));
  app.ui->click("journal/results/bin");
  app.settle();
  app.ui->click("journal/results/row[" + first.hex() + "]");
  app.settle();
  app.ui->click("journal/beside/put-back");
  app.settle();
  EXPECT_FALSE(app.journal().reflection(first)->binned);
}

TEST_F(LookingBack, AHeldReflectionIsNeitherListedNorBroughtBack) {
  go(Place::Journal);
  ASSERT_TRUE(journalModel().returned.has_value());
  ASSERT_TRUE(app.journal().apply(journal::service::HoldReflection{first, true}).ok());
  app.lock();
  app.unlockAs(0);
  go(Place::Journal);
  EXPECT_FALSE(app.ui->exists("journal/results/row[" + first.hex() + "]"));
  EXPECT_FALSE(journalModel().returned.has_value());
}

TEST_F(LookingBack, WhatComesBackCanBePutAwayForTheHalfTerm) {
  go(Place::Journal);
  ASSERT_TRUE(journalModel().returned.has_value());
  app.ui->click("journal/results/returned/quiet");
  app.settle();
  EXPECT_FALSE(journalModel().returned.has_value());
  EXPECT_GT(app.state.ui.preferences.quietUntil, 0);
}

TEST_F(LookingBack, AYoungPersonsStaveOpensThePassageBehindANote) {
  go(Place::YoungPeople);
  app.ui->click("young-people/everybody/list/person[" + wren.hex() + "]");
  app.settle();
  ASSERT_TRUE(app.state.models.youngPeople.page.has_value());
  EXPECT_TRUE(app.ui->shows("From glimpsed to mostly"));
  EXPECT_EQ(app.ui->item("young-people/person/passages/step[1]").name, "15 January");
  app.ui->click("young-people/person/stave[1]/notes/note[0]");
  app.settle();
  EXPECT_EQ(app.state.models.youngPeople.page->chosenNote, 0);
  app.ui->click("young-people/person/passages/step[0]");
  app.settle();
  EXPECT_EQ(app.state.models.shell.place, Place::Write);
}

TEST_F(LookingBack, TheTableSaysWhatTheStaveDraws) {
  ask(OpenPerson{wren});
  app.ui->click("young-people/person/as-table");
  app.settle();
  EXPECT_TRUE(app.ui->shows("20 October, 2 Glimpsed, They waited for me to choose."));
}

TEST_F(LookingBack, TheRealNameIsShownOnlyWhenAskedAndGoesWithThePage) {
  ask(OpenPerson{wren});
  EXPECT_FALSE(app.ui->shows("Ayaan"));
  app.ui->click("young-people/person/name");
  app.settle();
  EXPECT_TRUE(app.ui->shows("Ayaan Chaudhry"));
  app.ui->key(Key::Escape);
  app.settle();
  ask(OpenPerson{wren});
  EXPECT_FALSE(app.ui->shows("Ayaan"));
}

TEST_F(LookingBack, DetailsAreEditedAndKept) {
  ask(OpenPerson{wren});
  app.ui->click("young-people/person/edit");
  app.settle();
  app.ui->key(Key::A, true);
  app.ui->type("Linnet");
  app.ui->click("young-people/edit-person/card/keep");
  app.settle();
  EXPECT_EQ(app.state.models.youngPeople.page->codeName, "Linnet");
  EXPECT_EQ(app.journal().names()->front().realName, "Ayaan Chaudhry");
}

TEST_F(LookingBack, TheScreensAreCleanEverywhereAndWithinReach) {
  go(Place::Journal);
  EXPECT_EQ(tests::lintEverywhere(*app.ui), "");
  EXPECT_EQ(tests::joined(tests::unreachable(*app.ui)), "");
  ask(OpenBeside{latest});
  ask(ShowVersions{true});
  EXPECT_EQ(tests::lintEverywhere(*app.ui), "");
  EXPECT_EQ(tests::joined(tests::unreachable(*app.ui)), "");
  go(Place::YoungPeople);
  EXPECT_EQ(tests::lintEverywhere(*app.ui), "");
  ask(OpenPerson{wren});
  EXPECT_EQ(tests::lintEverywhere(*app.ui), "");
  EXPECT_EQ(tests::joined(tests::unreachable(*app.ui)), "");
  app.ui->click("young-people/person/as-table");
  app.settle();
  EXPECT_EQ(tests::lintEverywhere(*app.ui), "");
}

TEST_F(LookingBack, ALongCodeNameIsNotCutAnywhere) {
  const auto longOne = app.addYoungPerson("Tilly", tests::kLongName);
  app.lock();
  app.unlockAs(0);
  go(Place::YoungPeople);
  EXPECT_EQ(tests::lintEverywhere(*app.ui), "");
  ask(OpenPerson{longOne});
  EXPECT_EQ(tests::lintEverywhere(*app.ui), "");
}

}  // namespace
