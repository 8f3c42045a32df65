// Learning plans, words for the spelling and the timetable, with the whole program behind them.

#include <gtest/gtest.h>

#include <fstream>
#include <set>

#include "app/ui/spelling.h"
#include "tests/scenario/app_under_test.h"
#include "tests/support/ui_lint.h"

namespace {

using namespace app::model;
using app::ui::Key;
using namespace std::chrono_literals;

template <class T>
void ask(tests::AppUnderTest& app, T intent) {
  Intents intents;
  intents.push(std::move(intent));
  for (const Intent& each : intents.take()) app.controller->handle(each);
  app.settle();
}

// Learning plans
// -----------------------------------------------------------------------------------

struct LearningPlan : testing::Test {
  LearningPlan() {
    app.unlockAs(0);
    wren = app.addYoungPerson("Ayaan Chaudhry", "Wren");
    other = app.addYoungPerson("Zofia", tests::kLongName);
    app.lock();
    app.unlockAs(0);
    ask(app, OpenPerson{wren});
  }
  void open() {
    app.ui->scrollTo("young-people/person/plan/together");
    app.ui->click("young-people/person/plan/together");
    app.settle();
  }
  void type(int field, const std::string& words) {
    const std::string path = "young-people/plan-form/card/field[" + std::to_string(field) + "]";
    app.ui->scrollTo(path);
    app.ui->click(path);
    app.ui->type(words);
    app.settle();
  }
  void done() {
    app.ui->scrollTo("young-people/plan-form/card/done");
    app.ui->click("young-people/plan-form/card/done");
    app.settle();
  }
  journal::Profile stored() { return *app.journal().profile(wren); }

  tests::AppUnderTest app;
  journal::NameId wren;
  journal::NameId other;
};

TEST_F(LearningPlan, IsWrittenWithTheKeyboardAloneAndKeptWhenTypingPauses) {
  app::ui::focusPath("young-people/person/plan/together");
  app.settle();
  app.ui->key(Key::Enter);
  app.settle();
  app.ui->type("Drum machines");
  app.wait(1s);
  EXPECT_EQ(stored().interests, "Drum machines");
  EXPECT_EQ(tests::joined(tests::unreachable(*app.ui)), "");
  app.ui->key(Key::Escape);
  app.settle();
  EXPECT_FALSE(app.state.models.youngPeople.planning);
  EXPECT_TRUE(app.ui->shows("Drum machines"));
}

TEST_F(LearningPlan, GoalsAreOfThisTermAndSayHowTheyStand) {
  open();
  type(2, "Lead the second verse");
  app.ui->scrollTo("young-people/plan-form/card/goal[0]/theirs");
  app.ui->click("young-people/plan-form/card/goal[0]/theirs");
  app.settle();
  done();
  ASSERT_EQ(stored().goals.size(), 1U);
  EXPECT_EQ(stored().goals[0].term, journal::schoolTermOf(*journal::parseDate("2026-01-22")));
  EXPECT_TRUE(stored().goals[0].theirWords);
  EXPECT_TRUE(app.ui->shows("Lead the second verse"));
  EXPECT_TRUE(app.ui->shows("In their own words"));
  EXPECT_TRUE(app.ui->shows("spring term 2026"));
}

TEST_F(LearningPlan, LockingWhileItIsOpenLosesNoWord) {
  open();
  type(1, "Time to look first");
  ask(app, LockNow{});
  ASSERT_FALSE(app.controller->open());
  EXPECT_TRUE(app.state.ui.people.plan.whatHelps.text.empty());
  app.unlockAs(0);
  EXPECT_EQ(stored().whatHelps, "Time to look first");
}

TEST_F(LearningPlan, ARealNameBecomesTheCodeNameInWhatIsKept) {
  open();
  type(0, "Ayaan Chaudhry likes grime");
  app.wait(1s);
  EXPECT_EQ(stored().interests.find("Ayaan"), std::string::npos);
  done();
  EXPECT_TRUE(app.ui->shows("Wren likes grime"));
}

TEST_F(LearningPlan, AnEarlierPlanIsSeenAndCanComeBack) {
  open();
  type(0, "Drums");
  app.wait(1s);
  type(0, ", then singing");
  app.wait(1s);
  done();
  ask(app, ShowEarlierPlans{true});
  ASSERT_EQ(app.state.models.youngPeople.page->plan.versions.size(), 2U);
  EXPECT_EQ(tests::lintEverywhere(*app.ui), "");
  app.ui->scrollTo("young-people/person/plan/earlier/restore[1]");
  app.ui->click("young-people/person/plan/earlier/restore[1]");
  app.settle();
  EXPECT_EQ(stored().interests, "Drums");
  EXPECT_EQ(app.journal().profileVersions(wren)->size(), 3U) << "nothing is lost by going back";
}

TEST_F(LearningPlan, OnePersonsWordsNeverShowInAnothersForm) {
  open();
  type(0, "Drums");
  done();
  ask(app, ClosePerson{});
  ask(app, OpenPerson{other});
  open();
  EXPECT_EQ(app.ui->item("young-people/plan-form/card/field[0]").value, "");
  EXPECT_EQ(tests::lintEverywhere(*app.ui), "");
}

TEST_F(LearningPlan, TheFormAndThePageAreCleanEverywhere) {
  journal::Profile plan{wren, "Drums and " + std::string(tests::kLongName), "Time", {}};
  for (int i = 0; i < 3; ++i) {
    plan.goals.push_back(
        {{2025, journal::Term::Spring}, tests::kLongName, journal::GoalState::Reached, true});
    plan.goals.push_back(
        {{2025, journal::Term::Autumn}, "Own tune", journal::GoalState::SetAside, false});
  }
  ASSERT_TRUE(app.journal().apply(journal::service::PutProfile{plan}).ok());
  ask(app, ClosePerson{});
  ask(app, OpenPerson{wren});
  EXPECT_TRUE(app.ui->shows("autumn term 2025"));
  EXPECT_EQ(tests::lintEverywhere(*app.ui), "");
  open();
  EXPECT_EQ(tests::lintEverywhere(*app.ui), "");
}

// Words for the spelling
// ---------------------------------------------------------------------------

/// Knows only what it was told.
struct TaughtChecker final : app::ui::SpellChecker {
  std::set<std::string> known;
  Verdict check(const std::string& word) override {
    return known.contains(word) ? Verdict::Known : Verdict::Unknown;
  }
  std::optional<std::vector<std::string>> suggestions(const std::string&) override {
    return std::vector<std::string>{};
  }
  void add(const std::string& word) override { known.insert(word); }
  void forget() override { known.clear(); }
};

struct KeptWords : testing::Test {
  KeptWords() {
    app.ui->kit().setSpelling(&checker);
    app.unlockAs(0);
  }
  ~KeptWords() override { app.ui->kit().setSpelling(nullptr); }
  void page() {
    ask(app, GoTo{Place::Settings});
    ask(app, ChooseSection{SettingsSection::Spelling});
  }

  TaughtChecker checker;
  tests::AppUnderTest app;
};

TEST_F(KeptWords, AnAddedWordIsKnownAgainAfterTheNextUnlock) {
  ask(app, LearnWord{"djembe"});
  EXPECT_EQ(app.journal().keptWords()->size(), 1U);
  app.lock();
  checker.forget();
  EXPECT_TRUE(app.state.models.shell.keptWords.empty());
  app.unlockAs(0);
  EXPECT_TRUE(checker.known.contains("djembe"));
}

TEST_F(KeptWords, TheMenuOnAMarkedWordKeepsIt) {
  app.ui->type("djembe ");
  app.settle();
  app.ui->key(Key::Home);
  app.ui->key(Key::Menu);
  app.settle();
  app.ui->click("write/words/menu/add");
  app.settle();
  ASSERT_EQ(app.journal().keptWords()->size(), 1U);
  EXPECT_EQ(app.journal().keptWords()->front().word, "djembe");
}

TEST_F(KeptWords, AWordIsForgottenInSettings) {
  ask(app, LearnWord{"djembe"});
  ask(app, LearnWord{"cajon"});
  page();
  EXPECT_TRUE(app.ui->shows("djembe"));
  EXPECT_EQ(tests::lintEverywhere(*app.ui), "");
  EXPECT_EQ(tests::joined(tests::unreachable(*app.ui)), "");
  const std::string id = app.state.models.settings.words[1].id.hex();
  app.ui->click("settings/page/words/word[" + id + "]/forget");
  app.settle();
  EXPECT_FALSE(checker.known.contains("djembe"));
  EXPECT_TRUE(checker.known.contains("cajon"));
  EXPECT_FALSE(app.ui->shows("djembe"));
}

TEST_F(KeptWords, MarkingIsSwitchedOffAndOn) {
  page();
  app.ui->click("settings/page/spelling/mark");
  EXPECT_FALSE(app.state.ui.preferences.spelling);
  app.ui->key(Key::Space);
  app.settle();
  EXPECT_TRUE(app.state.ui.preferences.spelling);
}

// Timetable
// ----------------------------------------------------------------------------------------

struct Timetable : testing::Test {
  Timetable() {
    app.unlockAs(0);
    ask(app, GoTo{Place::Settings});
    ask(app, ChooseSection{SettingsSection::Timetable});
  }
  void fill(const std::string& field, const std::string& words) {
    app.ui->click("settings/page/slot/card/" + field);
    app.ui->key(Key::A, true);
    app.ui->type(words);
    app.settle();
  }
  std::vector<journal::TimetableSlot> slots() { return *app.journal().timetable(); }

  tests::AppUnderTest app;
};

TEST_F(Timetable, ALessonIsAddedChangedAndRemoved) {
  app.ui->click("settings/page/timetable/add");
  app.settle();
  EXPECT_FALSE(app.ui->item("settings/page/slot/card/keep").enabled);
  app.ui->type("Brass group");
  fill("starts", "15:15");
  fill("minutes", "45");
  fill("place", "Millbrook Primary");
  EXPECT_EQ(tests::lintEverywhere(*app.ui), "");
  EXPECT_EQ(app.state.models.settings.slotNotYet, "");
  app.ui->click("settings/page/slot/card/keep");
  app.settle();
  ASSERT_EQ(slots().size(), 1U) << app.ui->dump();
  EXPECT_TRUE(app.ui->shows("Mondays"));
  EXPECT_TRUE(app.ui->shows("15:15 to 16:00, small group, Millbrook Primary"));
  EXPECT_EQ(tests::lintEverywhere(*app.ui), "");
  EXPECT_EQ(tests::joined(tests::unreachable(*app.ui)), "");
  const std::string row = "settings/page/day[0]/slot[" + slots()[0].id.hex() + "]/";
  app.ui->click(row + "change");
  app.settle();
  fill("starts", "16:00");
  app.ui->click("settings/page/slot/card/keep");
  app.settle();
  ASSERT_EQ(slots().size(), 1U);
  EXPECT_EQ(slots()[0].startsAt, std::chrono::minutes{960});
  app.ui->click(row + "remove");
  app.settle();
  EXPECT_TRUE(slots().empty());
  EXPECT_TRUE(app.ui->shows("No lessons yet."));
}

TEST_F(Timetable, WhatCannotBeALessonSaysWhy) {
  ask(app, EditSlot{});
  SlotUi& ui = app.state.ui.settings.slot;
  const auto why = [&] {
    app.settle();
    return app.state.models.settings.slotNotYet;
  };
  EXPECT_NE(why().find("which lesson"), std::string::npos);
  ui.title = "Brass group";
  ui.starts = "quarter past";
  EXPECT_NE(why().find("time like"), std::string::npos);
  ui.starts = "15:15";
  ui.minutes = "an hour";
  EXPECT_NE(why().find("minutes"), std::string::npos);
  ui.minutes = "";
  EXPECT_EQ(why(), "");
  ui.weekly = false;
  ui.date = "tomorrow";
  EXPECT_NE(why().find("date like"), std::string::npos);
}

TEST_F(Timetable, ATableComesInOnceAndWeekly) {
  const auto file = app.folder / "lessons.csv";
  std::ofstream(file) << "day,start,minutes,lesson,room\n"
                         "Monday,15:15,45,Brass group,Hall\n"
                         "2026-03-27,18:00,60,Concert,Hall\n";
  for (int round = 0; round < 2; ++round) {
    ask(app, DropFile{file.string()});
    ASSERT_TRUE(app.state.models.settings.exchange.found.has_value())
        << app.state.models.settings.exchange.inProblem;
    ask(app, BringIn{});
    ASSERT_EQ(slots().size(), 2U);
  }
  EXPECT_TRUE(app.ui->shows("2 lessons there already"));
  EXPECT_FALSE(slots()[0].on.has_value());
  EXPECT_EQ(slots()[0].weekday, 1);
  EXPECT_EQ(*slots()[1].on, *journal::parseDate("2026-03-27"));
  ask(app, ChooseSection{SettingsSection::Timetable});
  EXPECT_TRUE(app.ui->shows("Only once"));
}

TEST_F(Timetable, AllOfItGoesRoundInTheCompleteCopy) {
  ask(app, LearnWord{"djembe"});
  const auto wren = app.addYoungPerson("Ayaan", "Wren");
  ASSERT_TRUE(app.journal().apply(journal::service::PutProfile{{wren, "Drums", "Time", {}}}).ok());
  journal::TimetableSlot slot;
  slot.id = journal::SlotId::random(app.random);
  slot.title = "Brass group";
  ASSERT_TRUE(app.journal().apply(journal::service::PutSlot{slot}).ok());
  const auto copy = app.folder / "copy.json";
  const auto made = app.exchange->takeAway(app.journal(), {"json", copy.string(), true}, {});
  ASSERT_TRUE(made.ok()) << made.error().detail;
  app.lock();
  app.unlockAs(1);
  const auto came = app.exchange->bringIn(app.journal(), copy.string(), {});
  ASSERT_TRUE(came.ok()) << came.error().detail;
  EXPECT_EQ(app.journal().profile(wren)->interests, "Drums");
  EXPECT_EQ(app.journal().keptWords()->front().word, "djembe");
  EXPECT_EQ(slots().front(), slot);
  const auto again = app.folder / "again.json";
  ASSERT_TRUE(app.exchange->takeAway(app.journal(), {"json", again.string(), true}, {}).ok());
  const auto bytes = [](const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(in), {});
  };
  EXPECT_EQ(bytes(copy), bytes(again));
}

}  // namespace
