// What stands beside the words being written, with real screens and a real journal: lessons to
// choose from, what was meant last time, names nobody has told, a line about safeguarding, paid
// time.

#include <gtest/gtest.h>

#include "app/model/build_write.h"
#include "journal/domain/mention.h"
#include "tests/scenario/app_under_test.h"
#include "tests/support/ui_lint.h"

namespace {

using app::ui::Key;
using namespace std::chrono_literals;

/// Thursday 22 January 2026, 16:05; Wren is in the brass group.
struct WriteBeside : testing::Test {
  void SetUp() override {
    app.unlockAs(0);
    wren = app.addYoungPerson("Ayaan Chaudhry", "Wren");
    again();
  }
  void again() {
    app.lock();
    app.unlockAs(0);
  }
  journal::Reflection brassGroup(const char* date) {
    journal::Reflection reflection;
    reflection.id = journal::ReflectionId::random(app.random);
    reflection.lesson.setting = journal::Setting::Ensemble;
    reflection.lesson.date = journal::parseDate(date).value();
    reflection.lesson.startsAt = 15h + 15min;
    reflection.lesson.length = 45min;
    reflection.lesson.group = "Brass group";
    reflection.lesson.youngPeople = {wren};
    reflection.text = "They kept going.";
    reflection.writtenAt = reflection.changedAt = app.clock.now() - 24h * 7;
    return reflection;
  }
  journal::Reflection wrote(const char* date) {
    const journal::Reflection reflection = brassGroup(date);
    EXPECT_TRUE(app.journal().apply(journal::service::WriteReflection{reflection, {}, {}}).ok());
    return reflection;
  }
  void meant(const std::string& words) {
    const journal::Reflection from = wrote("2026-01-15");
    journal::Intention intention;
    intention.id = journal::IntentionId::random(app.random);
    intention.text = words;
    intention.from = from.id;
    intention.youngPerson = wren;
    intention.madeOn = from.lesson.date;
    EXPECT_TRUE(app.journal().apply(journal::service::PutIntention{intention}).ok());
    again();
  }
  journal::Reflection newest() {
    const auto rows = app.journal().newest(1, std::nullopt);
    if (!rows.ok() || rows->empty()) {
      ADD_FAILURE() << "nothing is written";
      return {};
    }
    return app.journal().reflection(rows->front().id).value();
  }
  const app::model::WriteModel& page() { return app.state.models.write; }
  void everyThursday(const std::string& title) {
    journal::TimetableSlot slot;
    slot.id = journal::SlotId::random(app.random);
    slot.weekday = 4;
    slot.startsAt = 15h + 30min;
    slot.length = 30min;
    slot.title = title;
    EXPECT_TRUE(app.journal().apply(journal::service::PutSlot{slot}).ok());
  }
  void openForm() {
    app.ui->click("write/header/lesson");
    app.settle();
  }

  tests::AppUnderTest app;
  journal::NameId wren;
};

// Lessons to choose from
// ----------------------------------------------------------------------------------------

TEST_F(WriteBeside, ANewPageIsFilledInWithTheLessonThatIsUsualAtThisHour) {
  wrote("2026-01-15");
  again();
  EXPECT_EQ(page().title, "Brass group");
  EXPECT_NE(page().detail.find("Thursday 22 January, 15:15 to 16:00"), std::string::npos)
      << page().detail;
  EXPECT_NE(page().detail.find("as usual"), std::string::npos) << "and it says why";
  app.ui->type("They kept the call and response.");
  app.wait(1s);
  EXPECT_EQ(newest().lesson.group, "Brass group");
  EXPECT_EQ(newest().lesson.youngPeople, std::vector{wren});
}

TEST_F(WriteBeside, ASecondPageOfTheHourIsNotFilledInWithTheSameLesson) {
  wrote("2026-01-15");
  wrote("2026-01-22");
  again();
  EXPECT_NE(page().title, "Brass group");
}

TEST_F(WriteBeside, ALessonIsChosenAndKeptWithEnterAlone) {
  wrote("2026-01-13");  // a Tuesday: recent, not usual
  again();
  openForm();
  EXPECT_EQ(app.ui->focused(), "write/lesson-form/card/choices/lesson[0]");
  app.ui->key(Key::Enter);
  app.settle();
  EXPECT_EQ(app.ui->focused(), "write/lesson-form/card/keep");
  app.ui->key(Key::Enter);
  app.settle();
  EXPECT_EQ(page().title, "Brass group");
  EXPECT_NE(page().detail.find("Thursday 22 January, 15:15 to 16:00"), std::string::npos)
      << "its day is the one in the form: " << page().detail;
}

TEST_F(WriteBeside, TheTimetableFillsInTheLessonOfTheHourWithoutTheNameInItsTitle) {
  everyThursday("Ayaan - cornet");
  again();
  EXPECT_EQ(page().title, "cornet") << "the name in it is nobody's to read";
  EXPECT_NE(page().detail.find("from your timetable"), std::string::npos);
  openForm();
  ASSERT_FALSE(page().lessonForm->choices.empty());
  EXPECT_EQ(page().lessonForm->choices[0].detail,
            "Today, 15:30 to 16:00, 1 young person, from your timetable");
  app.ui->key(Key::Escape);
  app.settle();
  app.ui->type("They kept the call and response.");
  app.wait(1s);
  EXPECT_EQ(newest().lesson.youngPeople, std::vector{wren});
}

TEST_F(WriteBeside, TheFormLeadsToTheTimetable) {
  openForm();
  app.ui->click("write/lesson-form/card/timetable");
  app.settle();
  EXPECT_EQ(app.state.models.shell.place, app::model::Place::Settings);
  EXPECT_TRUE(app.ui->exists("settings/page/timetable/add"));
}

TEST_F(WriteBeside, TheFormTakesAnEndAndAPlaceAndRefusesAnEndBeforeTheStart) {
  openForm();
  app.state.ui.write.lesson.starts = "15:15";
  app.state.ui.write.lesson.ends = "15:00";
  app.ui->click("write/lesson-form/card/keep");
  app.settle();
  EXPECT_TRUE(app.ui->shows("It ends before it starts"));
  app.state.ui.write.lesson.ends = "16:00";
  app.ui->click("write/lesson-form/card/new-place");
  app.settle();
  app.state.ui.write.person.codeName = "a primary school";
  app.settle();
  app.ui->click("write/new-person/card/keep");
  app.settle();
  app.ui->click("write/lesson-form/card/keep");
  app.settle();
  app.ui->type("One line.");
  app.wait(1s);
  EXPECT_EQ(newest().lesson.length, 45min);
  ASSERT_TRUE(newest().lesson.place.has_value());
  const auto names = app.journal().names().value();
  const auto place = std::find_if(names.begin(), names.end(), [](const journal::KnownName& name) {
    return name.kind == journal::NameKind::Place;
  });
  ASSERT_NE(place, names.end());
  EXPECT_EQ(*newest().lesson.place, place->id);
}

// Next time
// -----------------------------------------------------------------------------------------------

TEST_F(WriteBeside, WhatWasMeantHeadsTheNextPageAboutThem) {
  meant("Let them count us in.");
  EXPECT_TRUE(app.ui->shows("Last time you meant to"));
  EXPECT_TRUE(app.ui->shows("Let them count us in."));
  app.ui->key(Key::D, false, false, true);
  app.settle();
  EXPECT_FALSE(app.ui->shows("Let them count us in."));
  EXPECT_TRUE(app.journal().openIntentions()->empty());
  EXPECT_EQ(app.journal().intentions()->front().state, journal::IntentionState::Done);
  EXPECT_EQ(app.ui->focused(), "write/words");
}

TEST_F(WriteBeside, WhatIsCarriedOnHeadsTheNextPageAgain) {
  meant("Let them count us in.");
  app.ui->key(Key::C, false, false, true);
  app.settle();
  EXPECT_FALSE(app.ui->shows("Let them count us in."));
  EXPECT_EQ(app.journal().openIntentions()->size(), 1U);
  again();
  EXPECT_TRUE(app.ui->shows("Let them count us in."));
}

TEST_F(WriteBeside, WhatIsLetGoIsLetGoByMouseToo) {
  meant("Let them count us in.");
  const auto id = page().aside.intentions.at(0).id;
  app.ui->click("write/intentions/intention[" + id.hex() + "]/let-go");
  app.settle();
  EXPECT_EQ(app.journal().intentions()->front().state, journal::IntentionState::LetGo);
}

TEST_F(WriteBeside, WhatWasMeantForSomebodyJustMentionedStandsBelowTheWords) {
  meant("Let them count us in.");
  app.ui->click("write/header/lesson");
  app.settle();
  app.controller->handle(app::model::WriteIntent(app::model::ToggleLessonPerson{wren}));
  app.ui->click("write/lesson-form/card/keep");
  app.settle();
  ASSERT_FALSE(app.ui->shows("Let them count us in.")) << "Wren was not there";
  const float top = app.ui->item("write/words").rect.y;
  app.ui->type("Today @wr");
  app.ui->key(Key::Enter);
  app.settle();
  EXPECT_TRUE(app.ui->shows("Let them count us in."));
  EXPECT_EQ(app.ui->item("write/words").rect.y, top);
  app.ui->key(Key::D, false, false, true);
  app.settle();
  EXPECT_TRUE(app.journal().openIntentions()->empty());
}

TEST_F(WriteBeside, ASentenceIsKeptForNextTimeWithOneChord) {
  app.ui->type("It wobbled. Let Wren @wr");
  app.ui->key(Key::Enter);
  app.ui->type(" count us in.");
  app.ui->key(Key::I, true);
  app.settle();
  const auto open = app.journal().openIntentions().value();
  ASSERT_EQ(open.size(), 1U);
  EXPECT_EQ(open[0].youngPerson, wren);
  EXPECT_EQ(open[0].text.find("It wobbled"), std::string::npos);
  EXPECT_FALSE(app.ui->shows("Last time you meant to")) << "not on the page it was written on";
}

// Names
// ---------------------------------------------------------------------------------------------------

TEST_F(WriteBeside, AWordThatLooksLikeANameBecomesAMentionOfSomebodyNew) {
  app.ui->type("Then Maya chose the verse. ");
  app.wait(1s);
  ASSERT_TRUE(app.ui->shows("“Maya” looks like a name"));
  app.ui->click("write/beside/name-offer/young-person");
  app.settle();
  EXPECT_EQ(app.state.ui.write.person.realName, "Maya");
  EXPECT_EQ(app.state.ui.write.person.codeName, "Robin") << "a bird; there is a Wren";
  app.ui->click("write/new-person/card/keep");
  app.settle();
  app.wait(1s);
  EXPECT_EQ(newest().text.find("Maya"), std::string::npos);
  EXPECT_EQ(journal::mentionedNames(newest().text).size(), 1U);
  EXPECT_FALSE(app.ui->shows("looks like a name"));
}

TEST_F(WriteBeside, AColleagueAndAPlaceBecomeMentionsAndCanBeMentionedByAt) {
  app.ui->type("I told Sheila about it. ");
  app.wait(1s);
  app.ui->click("write/beside/name-offer/colleague");
  app.settle();
  app.state.ui.write.person.codeName = "the class teacher";
  app.settle();
  app.ui->click("write/new-person/card/keep");
  app.settle();
  app.wait(1s);
  EXPECT_EQ(newest().text.find("Sheila"), std::string::npos);
  app.ui->type("So did @the");
  EXPECT_TRUE(app.ui->shows("the class teacher"));
  app.ui->key(Key::Enter);
  app.wait(1s);
  EXPECT_EQ(newest().text.find('@'), std::string::npos);
}

TEST_F(WriteBeside, AWordThatIsNoNameIsNotOfferedAgain) {
  app.ui->type("Then Suzuki, and Suzuki again. ");
  app.wait(1s);
  app.ui->click("write/beside/name-offer/not-a-name");
  app.settle();
  EXPECT_FALSE(app.ui->shows("looks like a name"));
  EXPECT_EQ(app.ui->focused(), "write/words");
  app.ui->type("Suzuki once more. ");
  app.wait(1s);
  EXPECT_FALSE(app.ui->shows("looks like a name"));
}

// A line about safeguarding (domain.md 5.3 points 7 and 8)
// ------------------------------------------------

TEST_F(WriteBeside, APhraseRaisesAQuietLineThatBlocksNothingAndKeepsNothing) {
  app.ui->type("He said he was scared to go home. ");
  app.wait(1s);
  EXPECT_TRUE(app.ui->shows("Does this need to go to the DSL?"));
  EXPECT_TRUE(app.ui->shows("A memory aid that misses things"));
  app.ui->type("Still typing.");
  EXPECT_NE(app.view.words.editor.text().find("Still typing."), std::string::npos);
  app.wait(1s);
  app.ui->click("write/beside/concern/no");
  app.settle();
  EXPECT_FALSE(app.ui->shows("Does this need to go to the DSL?"));
  EXPECT_FALSE(newest().held);
}

TEST_F(WriteBeside, YesOpensTheCard) {
  app.ui->type("He said he was scared to go home. ");
  app.wait(1s);
  app.ui->click("write/beside/concern/yes");
  app.settle();
  EXPECT_TRUE(app.state.models.worried.open);
}

TEST_F(WriteBeside, MoveItOutCopiesTheWordsExactlyAndHoldsTheEntry) {
  app.ui->type("He said he was scared to go home. ");
  app.wait(1s);
  app.ui->click("write/beside/concern/move-out");
  app.settle();
  EXPECT_FALSE(page().held) << "first it says what it does";
  EXPECT_TRUE(app.ui->shows("Nothing is deleted"));
  EXPECT_EQ(app.ui->focused(), "write/beside/move-out/keep");
  EXPECT_EQ(tests::lintEverywhere(*app.ui), "");
  app.ui->click("write/beside/move-out/sure");
  app.settle();
  EXPECT_TRUE(app.state.models.worried.open);
  EXPECT_EQ(app.state.ui.worried.sheet.words[2].text, "He said he was scared to go home.");
  EXPECT_EQ(app.view.sheet[2].editor.text(), "He said he was scared to go home.");
  app.ui->key(Key::Escape);
  app.settle();
  EXPECT_TRUE(page().held);
  EXPECT_FALSE(app.ui->shows("Does this need to go to the DSL?"));
  EXPECT_TRUE(app.journal().newest(5, std::nullopt)->empty()) << "it goes nowhere";
  const std::string before = app.view.words.editor.text();
  app.ui->type("more");
  EXPECT_EQ(app.view.words.editor.text(), before) << "and nothing is deleted or changed";
}

TEST_F(WriteBeside, WhatNoPhraseWasFoundInIsMovedOutFromTheCard) {
  app.ui->key(Key::F9);
  app.settle();
  EXPECT_FALSE(app.ui->exists("worried/card/move-out")) << "nothing is written";
  app.ui->key(Key::Escape);
  app.settle();
  app.ui->type("Something I should not have written here.");
  app.settle();
  app.ui->key(Key::F9);
  app.settle();
  app.ui->scrollTo("worried/card/move-out");
  app.ui->click("worried/card/move-out");
  app.settle();
  app.ui->click("write/beside/move-out/keep");
  app.settle();
  EXPECT_FALSE(page().held);
  EXPECT_FALSE(app.ui->shows("Nothing is deleted"));
  EXPECT_EQ(app.ui->focused(), "write/words");
}

// Paid time
// -----------------------------------------------------------------------------------------------

TEST_F(WriteBeside, PaidTimePassesWhileWritingIsPausedWithAChordAndIsTotalled) {
  openForm();
  app.controller->handle(app::model::AsideIntent(app::model::ChoosePaidTime{10}));
  app.ui->key(Key::Escape);
  app.settle();
  app.ui->type("They kept the call and response.");
  app.wait(30s);
  EXPECT_TRUE(app.ui->shows("0:30 of 10:00")) << page().aside.paid.words;
  app.ui->key(Key::T, true, true);
  app.settle();
  app.wait(30s);
  EXPECT_TRUE(app.ui->shows("0:30 of 10:00"));
  EXPECT_TRUE(page().aside.paid.paused);
  EXPECT_EQ(app.state.ui.preferences.paidSeconds.at("2026-01"), 30);
  EXPECT_TRUE(app.state.models.write.tagPanel == std::nullopt);
}

TEST_F(WriteBeside, PaidTimeIsNotShownWhereNoneIsPaid) {
  EXPECT_FALSE(app.ui->exists("write/footer/paid/pause"));
}

// Looks
// ---------------------------------------------------------------------------------------------------

TEST_F(WriteBeside, AWordSaidOnOneScreenDoesNotStandOverTheNext) {
  app.ui->type("It wobbled. They chose.");
  app.ui->key(Key::I, true);
  app.settle();
  ASSERT_TRUE(app.ui->shows("Kept for next time"));
  app.ui->key(Key::D2, true);
  app.settle();
  EXPECT_FALSE(app.ui->shows("Kept for next time"));
}

TEST(SmallWindow, ShowsAllOfTheTagPanelWithoutScrolling) {
  tests::AppOptions options;
  options.ui.size = {900, 600};
  tests::AppUnderTest app(options);
  app.unlockAs(0);
  app.ui->type("They chose the second verse to lead.");
  app.ui->key(Key::T, true);
  app.settle();
  for (const Key key : {Key::P, Key::D4, Key::D1, Key::D4}) {
    app.ui->key(key);
    app.settle();
  }
  ASSERT_TRUE(app.ui->exists("write/tag/picker/P4.4"));
  for (const app::ui::RecordedItem& item : app.ui->items()) {
    if (item.path.rfind("write/tag/", 0) != 0) continue;
    EXPECT_LE(item.rect.y + item.rect.h, item.clip.y + item.clip.h + 0.5F) << item.path;
    EXPECT_GE(item.rect.y, item.clip.y - 0.5F) << item.path;
  }
}

TEST(LargeText, KeepsTheCrossOfTheWorriedCardBesideItsTitle) {
  tests::AppOptions options;
  options.ui.size = {900, 600};
  options.ui.settings.textPercent = 200;
  tests::AppUnderTest app(options);
  app.settle();
  app.ui->key(Key::F9);
  app.settle();
  const auto title = std::find_if(
      app.ui->items().begin(), app.ui->items().end(),
      [](const app::ui::RecordedItem& item) { return item.role == "dialog" && item.layer > 0; });
  ASSERT_NE(title, app.ui->items().end());
  const app::ui::RecordedItem& cross = app.ui->item("worried/card/close");
  EXPECT_LT(cross.rect.y, title->rect.y + title->rect.h);
  EXPECT_GT(cross.rect.x, title->rect.x + title->rect.w - 1);
}

TEST_F(WriteBeside, IsCleanInEverySizeAndReachedByKeyboard) {
  app.state.ui.preferences.paidMinutes = 10;
  meant("Let them count us in, and wait for " + std::string(tests::kLongName) +
        " before the chorus.");
  app.ui->type("Then Maya chose the verse. ");
  app.wait(1s);
  ASSERT_TRUE(page().aside.name.has_value());
  EXPECT_EQ(tests::lintEverywhere(*app.ui), "");
  EXPECT_EQ(tests::joined(tests::unreachable(*app.ui)), "");
  app.ui->click("write/words");
  app.ui->type(" He said he was scared to go home. ");
  app.wait(1s);
  ASSERT_TRUE(page().aside.concern);
  EXPECT_EQ(tests::lintEverywhere(*app.ui), "");
  EXPECT_EQ(tests::joined(tests::unreachable(*app.ui)), "");
}

TEST_F(WriteBeside, TheLessonFormIsCleanInEverySizeAndReachedByKeyboard) {
  journal::KnownName place;
  place.id = journal::NameId::random(app.random);
  place.kind = journal::NameKind::Place;
  place.codeName = tests::kLongName;
  EXPECT_TRUE(app.journal().apply(journal::service::PutName{place}).ok());
  wrote("2026-01-15");
  wrote("2026-01-13");
  again();
  openForm();
  EXPECT_EQ(tests::lintEverywhere(*app.ui), "");
  EXPECT_EQ(tests::joined(tests::unreachable(*app.ui)), "");
  app.controller->handle(
      app::model::AsideIntent(app::model::StartAddingName{journal::NameKind::Place}));
  app.settle();
  EXPECT_EQ(tests::lintEverywhere(*app.ui), "");
}

}  // namespace
