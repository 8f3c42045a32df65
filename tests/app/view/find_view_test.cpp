#include "tests/app/view/drawn_screen.h"

namespace {

using namespace app::model;
using app::ui::Key;

struct FindView : testing::Test {
  FindView() {
    screen.models.shell.place = Place::Groups;
    FindModel& find = screen.models.find;
    find.open = true;
    for (int i = 0; i < 14; ++i) {
      FindItem item;
      item.group = i < 4 ? FindGroup::YoungPeople : FindGroup::Do;
      item.key = "do[" + std::to_string(i) + "]";
      item.label = "Row number " + std::to_string(i);
      find.items.push_back(item);
    }
    screen.ui.frame(3);
  }
  tests::DrawnScreen screen;
};

TEST_F(FindView, TakesTypingAtOnce) {
  screen.ui.type("wren");
  EXPECT_EQ(screen.state.find.typed, "wren");
  EXPECT_TRUE((screen.asked<FindIntent, FindChanged>()));
}

TEST_F(FindView, DownAndEnterRunTheNextRow) {
  screen.ui.key(Key::Down);
  screen.ui.key(Key::Down);
  screen.ui.key(Key::Enter);
  EXPECT_EQ((screen.only<FindIntent, RunFound>().index), 2U);
}

TEST_F(FindView, UpFromTheFirstGoesToTheLastAndShowsIt) {
  screen.ui.key(Key::Up);
  screen.ui.frame(2);
  EXPECT_TRUE(screen.ui.item("find/list/do[13]").visible);
  screen.ui.key(Key::Enter);
  EXPECT_EQ((screen.only<FindIntent, RunFound>().index), 13U);
}

TEST_F(FindView, CtrlEnterOpensBeside) {
  screen.ui.key(Key::Enter, true);
  EXPECT_TRUE((screen.only<FindIntent, RunFound>().beside));
}

TEST_F(FindView, ARowIsPressedWithTheMouse) {
  screen.ui.click("find/list/do[1]");
  EXPECT_EQ((screen.only<FindIntent, RunFound>().index), 1U);
}

TEST_F(FindView, EscapeAndAPressOutsideCloseIt) {
  screen.ui.key(Key::Escape);
  EXPECT_TRUE((screen.asked<FindIntent, CloseFind>()));
  screen.intents.clear();
  screen.ui.clickAt({20, 880});
  EXPECT_TRUE((screen.asked<FindIntent, CloseFind>()));
}

TEST_F(FindView, NothingBehindItTakesAClick) {
  screen.ui.clickAt({60, 130});
  EXPECT_FALSE((screen.asked<ShellIntent, GoTo>()));
}

TEST(ShortcutsView, ShowsTheKeysAndClosesWithEscape) {
  tests::DrawnScreen screen;
  screen.models.shell.place = Place::Groups;
  screen.models.shortcuts.open = true;
  screen.models.shortcuts.groups = {{"Everywhere", {{"Ctrl K", "Find anything"}}}};
  screen.ui.frame(3);
  EXPECT_TRUE(screen.ui.shows("Ctrl K"));
  screen.ui.key(Key::Escape);
  EXPECT_TRUE((screen.asked<FindIntent, CloseShortcuts>()));
}

}  // namespace
