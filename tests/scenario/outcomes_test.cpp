// Settings, Outcomes: the framework in versions of one's own (product.md A5).

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "journal/domain/mention.h"
#include "tests/scenario/app_under_test.h"
#include "tests/support/ui_lint.h"

namespace {

using namespace app::model;
using app::ui::Key;
using namespace std::chrono_literals;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

struct OutcomePages : testing::Test {
  OutcomePages() {
    app.unlockAs(0);
    open();
  }
  void open() {
    app.controller->handle(ShellIntent(GoTo{Place::Settings}));
    app.controller->handle(SettingsIntent(ChooseSection{SettingsSection::Outcomes}));
    app.settle();
  }
  void press(const std::string& path) {
    app.ui->scrollTo(path);
    app.ui->click(path);
    app.settle();
  }
  void retype(const std::string& path, const std::string& words) {
    app.ui->scrollTo(path);
    app.ui->click(path);
    app.ui->key(Key::A, true);
    app.ui->type(words);
    app.settle();
  }
  static std::string head(const std::string& key) { return "settings/page/outcomes/" + key; }
  static std::string keep(const std::string& key) { return "settings/page/keep/" + key; }
  static std::string edit(const std::string& key) { return "settings/page/edit/" + key; }
  static std::string outcome(const std::string& code) {
    return head(app::ui::key("outcome", code));
  }
  static std::string indicator(const std::string& code, const std::string& key) {
    return edit(app::ui::key("indicator", code) + "/" + key);
  }
  void change(const std::string& code) {
    press(head("change"));
    press(outcome(code));
  }
  std::string reason() { return app.ui->item(keep("keep")).reason; }
  journal::OwnFrameworks kept() { return *app.journal().ownFrameworks(); }
  const FrameworkModel& page() { return app.state.models.settings.framework; }

  /// P1 reworded at level 3, P1.2 off, a local indicator and P2 off, from `from`.
  void keepSecond(const std::string& from = "2026-01-22") {
    change("P1");
    retype(indicator("P1.1", app::ui::key("level", 3)), "Has a go once reassured");
    press(indicator("P1.2", "offered"));
    press(edit("add"));
    retype(indicator("P1.4", "name"), "Leading a warm-up");
    for (std::size_t level = 1; level <= 5; ++level) {
      retype(indicator("P1.4", app::ui::key("level", level)), "As we word it");
    }
    press(outcome("P2"));
    press(edit("offered"));
    retype(keep("from"), from);
    press(keep("keep"));
  }
  /// A reflection with "had a go" tagged P1.1, level 3, as things are now.
  journal::ReflectionId tagged() {
    const journal::NameId wren = app.addYoungPerson("Ayaan Chaudhry", "Wren");
    journal::Reflection reflection;
    reflection.id = journal::ReflectionId::random(app.random);
    reflection.lesson.date = *journal::parseDate("2026-01-22");
    reflection.text = "Wren had a go. He sang.";
    EXPECT_TRUE(
        app.journal().apply(journal::service::WriteReflection{reflection, {}, std::nullopt}).ok());
    const std::string text = app.journal().reflection(reflection.id)->text;
    journal::Tag tag;
    tag.id = journal::TagId::random(app.random);
    tag.reflection = reflection.id;
    tag.passage.begin = text.find("had a go");
    tag.passage.end = tag.passage.begin + 8;
    tag.quote = "had a go";
    tag.indicator = *journal::IndicatorCode::parse("P1.1");
    tag.level = journal::Level::of(3);
    tag.youngPerson = wren;
    EXPECT_TRUE(app.journal().apply(journal::service::PutTag{tag}).ok());
    wren_ = wren;
    tag_ = tag.id;
    app.lock();
    app.unlockAs(0);  // the program learns of Wren
    open();
    return reflection.id;
  }

  void startTag() {
    app.controller->handle(ShellIntent(GoTo{Place::Write}));
    app.settle();
    app.ui->type("She had a go.");
    app.settle();
    const std::size_t at = app.state.ui.write.words.text.find("She had");
    app.controller->handle(WriteIntent(StartTag{at, at}));
    app.settle();
    ASSERT_TRUE(app.state.models.write.tagPanel.has_value());
  }

  tests::AppUnderTest app;
  journal::NameId wren_;
  journal::TagId tag_;
};

TEST_F(OutcomePages, NothingIsKeptByLookingAndThePageStaysClean) {
  EXPECT_TRUE(app.ui->shows("Afternote starter framework, version 1"));
  EXPECT_EQ(tests::lintEverywhere(*app.ui), "");
  press(head("change"));
  EXPECT_EQ(app.ui->focused(), edit("name")) << "the keyboard is where one writes";
  EXPECT_EQ(reason(), "Nothing is different from the version before.");
  EXPECT_EQ(tests::lintEverywhere(*app.ui), "");
  EXPECT_EQ(tests::joined(tests::unreachable(*app.ui)), "");
  press(keep("cancel"));
  EXPECT_FALSE(page().editing);
  EXPECT_TRUE(kept().empty());
}

TEST_F(OutcomePages, AChangeIsKeptAsTheNextVersionAndSaysWhatIsDifferent) {
  keepSecond();
  ASSERT_EQ(kept().size(), 1U);
  const journal::FrameworkVersion version = kept().front();
  EXPECT_EQ(version.framework.version, 2);
  EXPECT_EQ(journal::isoDate(version.from), "2026-01-22");
  EXPECT_EQ(version.framework.find(*journal::IndicatorCode::parse("P1.1"))->levels[2],
            "Has a go once reassured");
  EXPECT_TRUE(version.framework.find(*journal::IndicatorCode::parse("P1.4"))->local);
  EXPECT_TRUE(app.ui->shows("Version 2 is in force."));
  press(head("versions"));
  EXPECT_THAT(page().versions.front().changes,
              ElementsAre("P1.1 Having a go at something new: level 3",
                          "P1.2 Taking in own success: switched off",
                          "P1.4 Leading a warm-up: added", HasSubstr("P2 ")));
  EXPECT_EQ(tests::lintEverywhere(*app.ui), "");
  press(head(app::ui::key("version", 1)));
  EXPECT_TRUE(app.ui->shows("Afternote starter framework, version 1"));
  press(outcome("P1"));
  EXPECT_TRUE(app.ui->shows("3 Prompted: Tries after reassurance"));
}

TEST_F(OutcomePages, AVersionThatStartsLaterComesIntoForceByItself) {
  keepSecond("2026-01-24");
  EXPECT_TRUE(app.ui->shows("Version 2 begins by itself on 24 January 2026."));
  EXPECT_EQ(app.controller->open(), true);
  press(head("versions"));
  EXPECT_EQ(page().versions.front().detail, "Begins by itself on its day");
  app.state.ui.preferences.lockAfterMinutes = 0;
  app.wait(23h);
  EXPECT_EQ(page().versions.back().detail, "In force");
  app.wait(24h);
  EXPECT_EQ(page().versions.front().detail, "In force");
  EXPECT_EQ(page().versions.back().detail, "Replaced by a later version");
}

TEST_F(OutcomePages, EveryRefusalStandsOnTheButton) {
  change("P1");
  retype(edit("short-name"), "Nineteen characters");
  EXPECT_EQ(reason(), "Give P1 a short name of at most 18 characters.");
  EXPECT_TRUE(app.ui->shows("Give P1 a short name of at most 18 characters."));
  retype(edit("short-name"), "Trying");
  EXPECT_EQ(reason(), "");
  retype(indicator("P1.3", app::ui::key("level", 5)), " ");
  EXPECT_EQ(reason(), "Say in P1.3 what level 5 looks like, in at most 300 characters.");
  press(edit("as-it-came"));
  EXPECT_EQ(reason(), "Nothing is different from the version before.");
  for (const char* code : {"P1.1", "P1.2", "P1.3"}) press(indicator(code, "offered"));
  EXPECT_THAT(reason(), HasSubstr("Every indicator of P1 is switched off."));
  press(edit("offered"));
  EXPECT_EQ(reason(), "");
  retype(keep("from"), "2026-01-21");
  EXPECT_THAT(reason(), HasSubstr("It can start today or later"));
  retype(keep("from"), "soon");
  EXPECT_EQ(reason(), "Write the date like 2026-01-22.");
  press(outcome("levels"));
  retype(edit("name"), "Not just yet");
  EXPECT_EQ(reason(), "Give level 1 a name of at most 9 characters.");
  press(edit("as-it-came"));
  press(keep("all-as-it-came"));
  EXPECT_TRUE(page().changes.empty());
}

TEST_F(OutcomePages, AnAddedIndicatorCanBeTakenOutUntilItIsKept) {
  change("P1");
  press(edit("add"));
  EXPECT_EQ(reason(), "Give P1.4 a name of at most 120 characters.");
  press(indicator("P1.4", "drop"));
  EXPECT_TRUE(page().changes.empty());
  press(keep("cancel"));
  keepSecond();
  change("P1");
  EXPECT_FALSE(app.ui->exists(indicator("P1.4", "drop"))) << "what was kept is only switched off";
  press(edit("add"));
  EXPECT_TRUE(app.ui->exists(indicator("P1.5", "drop")));
}

TEST_F(OutcomePages, LongNamesStayCleanWhereverTheyAreDrawn) {
  change("P1");
  retype(edit("name"), tests::kLongName);
  retype(edit("line"), std::string(tests::kLongName) + " " + tests::kLongName);
  retype(indicator("P1.1", "name"), tests::kLongName);
  retype(indicator("P1.1", app::ui::key("level", 1)),
         std::string(tests::kLongName) + " " + tests::kLongName);
  EXPECT_EQ(tests::lintEverywhere(*app.ui), "");
  press(keep("keep"));
  press(head("versions"));
  EXPECT_EQ(tests::lintEverywhere(*app.ui), "");
  startTag();
  app.controller->handle(WriteIntent(PickIndicator{*journal::IndicatorCode::parse("P1.1")}));
  app.controller->handle(WriteIntent(PickLevel{journal::Level::of(1)}));
  app.settle();
  EXPECT_EQ(tests::lintEverywhere(*app.ui), "");
}

TEST_F(OutcomePages, TaggingOffersWhatIsInForceAndKeepsEveryDigitInItsPlace) {
  keepSecond();
  startTag();
  app.settle();
  const std::string picker = "write/tag/picker/";
  EXPECT_FALSE(app.ui->exists(picker + "P2")) << "switched off";
  app.ui->key(Key::P);
  app.ui->key(Key::D2);
  app.settle();
  EXPECT_EQ(app.state.models.write.tagPanel->outcome, "") << "its digit is nobody else's";
  EXPECT_EQ(tests::lintEverywhere(*app.ui), "");
  app.ui->key(Key::P);
  app.ui->key(Key::D1);
  app.settle();
  EXPECT_TRUE(app.ui->exists(picker + "P1.1"));
  EXPECT_FALSE(app.ui->exists(picker + "P1.2"));
  EXPECT_TRUE(app.ui->exists(picker + "P1.4"));
  app.controller->handle(WriteIntent(PickIndicator{*journal::IndicatorCode::parse("P1.4")}));
  app.controller->handle(WriteIntent(PickLevel{journal::Level::of(4)}));
  app.controller->handle(WriteIntent(SaveTag{}));
  app.settle();
  const auto written = app.journal().newest(1, std::nullopt)->front().id;
  const auto tags = *app.journal().tagsOf(written);
  ASSERT_EQ(tags.size(), 1U);
  EXPECT_EQ(tags[0].frameworkVersion, 2);
  EXPECT_EQ(tags[0].indicator.text(), "P1.4");
}

TEST_F(OutcomePages, WhatWasTaggedKeepsTheWordsItWasTaggedBy) {
  const journal::ReflectionId written = tagged();
  keepSecond();
  const std::string line = "In the words of version 1: tries after reassurance";
  app.controller->handle(PeopleIntent(OpenPerson{wren_}));
  app.controller->handle(ShellIntent(GoTo{Place::YoungPeople}));
  app.settle();
  EXPECT_TRUE(app.ui->shows(line));
  EXPECT_EQ(tests::lintEverywhere(*app.ui), "");
  app.controller->handle(ShellIntent(GoTo{Place::Journal}));
  app.controller->handle(JournalIntent(OpenBeside{written}));
  app.settle();
  EXPECT_TRUE(app.ui->shows("Confidence, prompted. " + line));
  app.controller->handle(JournalIntent(OpenReflection{written}));
  app.settle();
  app.controller->handle(WriteIntent(EditTag{tag_}));
  app.settle();
  EXPECT_TRUE(app.ui->shows(line));
  app.controller->handle(WriteIntent(PickDirection{journal::Direction::SetBack}));
  app.controller->handle(WriteIntent(SaveTag{}));
  app.settle();
  EXPECT_EQ(app.journal().tagsOf(written)->front().frameworkVersion, 1)
      << "its level was not chosen anew";
  app.controller->handle(WriteIntent(EditTag{tag_}));
  app.controller->handle(WriteIntent(PickLevel{journal::Level::of(4)}));
  app.controller->handle(WriteIntent(SaveTag{}));
  app.settle();
  EXPECT_EQ(app.journal().tagsOf(written)->front().frameworkVersion, 2);
}

TEST_F(OutcomePages, WhatIsOffIsNotSilentButStaysOnItsStave) {
  tagged();
  keepSecond();
  change("P1");
  press(edit("offered"));
  press(keep("keep"));
  app.controller->handle(PeopleIntent(OpenPerson{wren_}));
  app.controller->handle(ShellIntent(GoTo{Place::YoungPeople}));
  app.settle();
  const PersonPage& person = *app.state.models.youngPeople.page;
  EXPECT_EQ(person.staves[1].outcomeName, "Confidence");
  EXPECT_EQ(person.staves[1].notes.size(), 1U);
  const SilentDomain& personal = person.silence[1];
  EXPECT_THAT(personal.heard, Contains("Confidence"));
  EXPECT_THAT(personal.silent, Not(Contains(HasSubstr("Feelings"))));
  EXPECT_EQ(personal.silent.size(), 3U) << "P3 to P5";
}

TEST_F(OutcomePages, ACodeFromANewerVersionElsewhereIsShownAndBreaksNothing) {
  const journal::ReflectionId written = tagged();
  journal::Tag tag = app.journal().tagsOf(written)->front();
  tag.indicator = *journal::IndicatorCode::parse("P9.7");
  tag.frameworkVersion = 12;
  ASSERT_TRUE(app.journal().apply(journal::service::PutTag{tag}).ok());
  app.controller->handle(PeopleIntent(OpenPerson{wren_}));
  app.controller->handle(ShellIntent(GoTo{Place::YoungPeople}));
  app.settle();
  EXPECT_EQ(app.state.models.youngPeople.page->staves[1].outcomeName, "P9");
  EXPECT_EQ(tests::lintEverywhere(*app.ui), "");
  app.controller->handle(JournalIntent(OpenReflection{written}));
  app.settle();
  app.controller->handle(WriteIntent(EditTag{tag_}));
  app.settle();
  ASSERT_TRUE(app.state.models.write.tagPanel.has_value());
  app.controller->handle(WriteIntent(PickIndicator{*journal::IndicatorCode::parse("P1.1")}));
  app.controller->handle(WriteIntent(SaveTag{}));
  app.settle();
  EXPECT_EQ(app.journal().tagsOf(written)->front().frameworkVersion, 1) << "now of this laptop";
}

TEST_F(OutcomePages, APlannedChangeIsTakenBackByBeginningFromTheVersionBefore) {
  keepSecond("2026-09-01");
  press(head("versions"));
  press(head(app::ui::key("version", 1)));
  press(head("change"));
  press(keep("keep"));
  ASSERT_EQ(kept().size(), 2U);
  EXPECT_FALSE(kept()[1].framework.findOutcome("P2")->off);
  EXPECT_TRUE(kept()[1].framework.find(*journal::IndicatorCode::parse("P1.4"))->off)
      << "a code is never lost";
  EXPECT_EQ(page().name, "Afternote starter framework, version 3");
}

TEST_F(OutcomePages, AllOfItByKeyboard) {
  const auto reach = [this](const std::string& path) {
    app::ui::focusPath(path);
    app.settle();
    ASSERT_EQ(app.ui->focused(), path);
  };
  const auto tabTo = [this](const std::string& path) {
    for (int i = 0; i < 120 && app.ui->focused() != path; ++i) {
      app.ui->key(Key::Tab);
      app.settle();
    }
    ASSERT_EQ(app.ui->focused(), path);
  };
  reach(head("change"));
  app.ui->key(Key::Enter);
  app.settle();
  app.ui->key(Key::A, true);
  app.ui->type("Playing together");
  reach(outcome("M2"));
  app.ui->key(Key::Enter);
  app.settle();
  EXPECT_EQ(app.ui->focused(), edit("name")) << "a chosen outcome is written in at once";
  tabTo(edit("see"));
  app.ui->key(Key::Enter);
  app.settle();
  EXPECT_EQ(app.ui->focused(), keep("keep"));
  app.ui->key(Key::Enter);
  app.settle();
  ASSERT_EQ(kept().size(), 1U);
  EXPECT_EQ(kept().front().framework.findOutcome("M1")->name, "Playing together");
}

TEST_F(OutcomePages, AnotherPersonOfThisLaptopSeesOurs) {
  keepSecond();
  app.lock();
  app.unlockAs(1);
  open();
  EXPECT_TRUE(app.ui->shows("Afternote starter framework, version 1"));
  EXPECT_FALSE(page().hasVersions);
}

TEST_F(OutcomePages, TheCompleteCopyTakesEveryVersionAlong) {
  keepSecond();
  const journal::OwnFrameworks mine = kept();
  const std::string file = (app.folder / "copy.json").string();
  ASSERT_TRUE(app.exchange->takeAway(app.journal(), {"json", file, true}, {}).ok());
  app.lock();
  app.unlockAs(1);
  ASSERT_TRUE(app.exchange->bringIn(app.journal(), file, {}).ok());
  EXPECT_EQ(kept(), mine);
  ASSERT_TRUE(app.exchange->bringIn(app.journal(), file, {}).ok()) << "and doubles nothing";
  EXPECT_EQ(kept(), mine);
}

}  // namespace
