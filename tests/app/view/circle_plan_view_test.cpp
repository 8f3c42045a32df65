#include "app/model/build_circle.h"
#include "app/model/circle_formats.h"
#include "tests/app/view/drawn_screen.h"
#include "tests/support/ui_lint.h"

namespace {

using namespace app::model;
using app::ui::Key;

constexpr const char* kLongTitleOfPlan = "Wilhelmina-Theodora of the Very Long Double-Barrelled Family";

struct CirclePlanView : testing::Test {
  CirclePlanView() {
    screen.models.shell.places = {Place::Write, Place::Groups};
    screen.models.shell.place = Place::Groups;
    screen.models.circle.page = CirclePage::Plan;
    plan.title = "Thursday reflection group";
    plan.people = {"Imani Brooke", kLongTitleOfPlan};
    plan.actions = {
        {"Leave the first five minutes of one session unplanned.", "Imani", "2026-01-29"}};
    rebuild();
    screen.ui.frame(2);
  }
  void rebuild() {
    CirclePlanModel& model = screen.models.circle.plan;
    model = buildPlan(plan);
    model.formats = {{"Q", "One question"}, {"A", "Half-term round"}};
    model.hosts = {{"here", "This laptop"}};
    model.hostDetail = "People join over the office wifi. No internet is needed.";
    screen.state.circle.plan.title = plan.title;
  }
  std::string round(std::size_t i) {
    return "groups/plan/rounds/" + app::ui::key("round", plan.rounds[i].key);
  }
  template <class T>
  T only() {
    std::vector<T> found;
    for (const Intent& intent : screen.intents) {
      const auto* circle = std::get_if<CircleIntent>(&intent);
      const auto* planning = circle ? std::get_if<CirclePlanIntent>(circle) : nullptr;
      const auto* wanted = planning ? std::get_if<T>(planning) : nullptr;
      if (wanted != nullptr) found.push_back(*wanted);
    }
    EXPECT_EQ(found.size(), 1U);
    screen.intents.clear();
    return found.empty() ? T{} : found.front();
  }

  PlannedSession plan = oneQuestionSession();
  tests::DrawnScreen screen;
};

TEST_F(CirclePlanView, ARoundsMinutesGoUpAndDownByArrowAndByKey) {
  const auto& box = screen.ui.item(round(1) + "/minutes").rect;
  screen.ui.clickAt({box.right() - 10, box.centre().y});
  EXPECT_EQ(only<ChangeRoundMinutes>().by, 1);
  screen.ui.clickAt({box.x + 10, box.centre().y});
  EXPECT_EQ(only<ChangeRoundMinutes>().by, -1);
  app::ui::focusPath(round(1) + "/minutes");
  screen.ui.frame(2);
  screen.ui.key(Key::Down);
  EXPECT_EQ(only<ChangeRoundMinutes>().by, -1);
  screen.ui.key(Key::Up);
  const ChangeRoundMinutes up = only<ChangeRoundMinutes>();
  EXPECT_EQ(up.by, 1);
  EXPECT_EQ(up.round, plan.rounds[1].key);
}

TEST_F(CirclePlanView, TheLastMinuteOfARoundCannotBeTaken) {
  changeMinutes(plan.rounds[1], -100);
  rebuild();
  screen.ui.frame(2);
  app::ui::focusPath(round(1) + "/minutes");
  screen.ui.frame(2);
  screen.intents.clear();
  screen.ui.key(Key::Down);
  EXPECT_FALSE((screen.asked<CircleIntent, CirclePlanIntent>()));
}

TEST_F(CirclePlanView, ARoundIsMovedByItsMenuWithTheKeyboardAlone) {
  app::ui::focusPath(round(1) + "/menu");
  screen.ui.frame(2);
  screen.ui.key(Key::Enter);
  screen.ui.frame(2);
  screen.ui.key(Key::Down);
  screen.ui.key(Key::Enter);
  screen.ui.frame(2);
  EXPECT_TRUE(only<MoveRound>().earlier);
}

TEST_F(CirclePlanView, SaysWhatWithoutNamesMeansBeforeItIsChosen) {
  EXPECT_TRUE(screen.ui.shows("cannot be changed once the room is open"));
  screen.ui.scrollTo("groups/plan/naming/anonymous");
  screen.ui.click("groups/plan/naming/anonymous");
  EXPECT_EQ(only<ChooseNaming>().naming, session::Naming::Anonymous);
}

TEST_F(CirclePlanView, WhatWasSaidLastTimeStandsFirst) {
  float question = 0;
  float last = 0;
  for (const auto& item : screen.ui.items()) {
    if (item.name == "From last time") last = item.rect.y;
    if (item.name == "Prompt") question = item.rect.y;
  }
  EXPECT_GT(last, 0);
  EXPECT_LT(last, question);
  EXPECT_TRUE(screen.ui.shows("Imani, by 29 January"));
}

TEST_F(CirclePlanView, ANameIsAddedWithEnter) {
  screen.ui.scrollTo("groups/plan/people/name");
  screen.ui.click("groups/plan/people/name");
  screen.ui.type("Priti");
  screen.ui.key(Key::Enter);
  EXPECT_TRUE((screen.asked<CircleIntent, CirclePlanIntent>()));
  EXPECT_EQ(screen.state.circle.plan.person, "Priti");
}

TEST_F(CirclePlanView, IsCleanInEverySizeAndByKeyboard) {
  EXPECT_EQ(tests::lintEverywhere(screen.ui), "");
  EXPECT_EQ(tests::joined(tests::unreachable(screen.ui)), "");
}

TEST_F(CirclePlanView, TheFormOfARoundIsCleanInEverySize) {
  screen.models.circle.plan.editing = plan.rounds[1].key;
  screen.models.circle.plan.editingTurns = true;
  screen.state.circle.plan.round.name = kLongTitleOfPlan;
  screen.ui.frame(3);
  EXPECT_EQ(tests::lintEverywhere(screen.ui), "");
}

}  // namespace
