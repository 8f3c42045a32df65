#include <gtest/gtest.h>

#include "app/ui/buttons.h"
#include "app/ui/choices.h"
#include "app/ui/feedback.h"
#include "app/ui/fields.h"
#include "app/ui/layout.h"
#include "app/ui/notes.h"
#include "app/ui/rows.h"
#include "app/ui/text.h"
#include "tests/support/ui_driver.h"

namespace {

namespace ui = app::ui;
using tests::UiDriver;
using ui::Key;

/// A page of one region, for whatever `body` draws.
template <class Body>
std::function<void()> page(Body body) {
  return [body] {
    const ui::Vec2 size = ui::windowSize();
    const ui::Region region("page", {0, 0, size.x, size.y},
                            {.padX = 24, .padY = 24, .gap = 12, .scroll = true});
    body();
  };
}

TEST(Button, PressesWhenReleasedOnItAndByEnterAndSpace) {
  int presses = 0;
  UiDriver driver(page([&] { presses += ui::primaryButton("save", "Save") ? 1 : 0; }));
  driver.click("page/save");
  EXPECT_EQ(presses, 1);
  driver.key(Key::Enter);
  driver.key(Key::Space);
  EXPECT_EQ(presses, 3);
}

TEST(Button, NotYetKeepsItsReasonAndDoesNotPress) {
  int presses = 0;
  UiDriver driver(page(
      [&] { presses += ui::primaryButton("finish", "Finish", "Write something first") ? 1 : 0; }));
  driver.click("page/finish");
  driver.key(Key::Enter);
  EXPECT_EQ(presses, 0);
  EXPECT_FALSE(driver.item("page/finish").enabled);
  EXPECT_EQ(driver.item("page/finish").reason, "Write something first");
}

TEST(Field, ACaretLeftAloneRestsLitAndWantsNoFramesUntilSomebodyStirs) {
  std::string value;
  UiDriver driver(page([&] { ui::textField("name", "Name", value); }));
  driver.click("page/name");
  EXPECT_TRUE(driver.kit().wantsFrames());
  driver.frame(11 * 60);
  EXPECT_FALSE(driver.kit().wantsFrames());
  driver.type("a");
  EXPECT_TRUE(driver.kit().wantsFrames());
}

TEST(Focus, TabVisitsInReadingOrderAndShiftTabGoesBack) {
  UiDriver driver(page([] {
    ui::secondaryButton("a", "A");
    ui::secondaryButton("b", "B");
    ui::secondaryButton("c", "C");
  }));
  driver.key(Key::Tab);
  EXPECT_EQ(driver.focused(), "page/a");
  driver.key(Key::Tab);
  EXPECT_EQ(driver.focused(), "page/b");
  driver.key(Key::Tab, false, true);
  EXPECT_EQ(driver.focused(), "page/a");
  driver.key(Key::Tab, false, true);
  EXPECT_EQ(driver.focused(), "page/c");
}

TEST(Focus, TabEntersAGroupOnceAtWhatIsChosenAndArrowsMoveInside) {
  std::string chosen = "b";
  UiDriver driver(page([&] {
    ui::secondaryButton("before", "Before");
    ui::segmented("kind", "Kind", {{"a", "A"}, {"b", "B"}, {"c", "C"}}, chosen);
    ui::secondaryButton("after", "After");
  }));
  driver.key(Key::Tab);
  driver.key(Key::Tab);
  EXPECT_EQ(driver.focused(), "page/kind/b");
  driver.key(Key::Right);
  EXPECT_EQ(driver.focused(), "page/kind/c");
  driver.key(Key::Enter);
  EXPECT_EQ(chosen, "c");
  driver.key(Key::Tab);
  EXPECT_EQ(driver.focused(), "page/after");
}

TEST(Focus, TabScrollsWhatItReachesIntoView) {
  UiDriver driver(page([] {
    for (std::size_t i = 0; i < 60; ++i) ui::secondaryButton(ui::key("b", i), "Button");
  }));
  EXPECT_FALSE(driver.item("page/b[59]").visible);
  driver.key(Key::Tab, false, true);
  driver.frame(3);
  EXPECT_EQ(driver.focused(), "page/b[59]");
  EXPECT_TRUE(driver.item("page/b[59]").visible);
}

TEST(Scroll, TheWheelBringsLaterItemsIntoView) {
  UiDriver driver(page([] {
    for (std::size_t i = 0; i < 60; ++i) ui::secondaryButton(ui::key("b", i), "Button");
  }));
  driver.scrollTo("page/b[40]");
  EXPECT_TRUE(driver.item("page/b[40]").visible);
}

TEST(Field, TakesTypingPasteSelectionAndUndo) {
  std::string value;
  UiDriver driver(page([&] { ui::textField("name", "Name", value); }));
  driver.click("page/name");
  driver.type("Brass gr\xC3\xA9oup \xF0\x9F\x8E\xBA");
  EXPECT_EQ(value, "Brass gr\xC3\xA9oup \xF0\x9F\x8E\xBA");
  driver.key(Key::A, true);
  driver.key(Key::X, true);
  EXPECT_EQ(value, "");
  EXPECT_EQ(driver.clipboard(), "Brass gr\xC3\xA9oup \xF0\x9F\x8E\xBA");
  driver.key(Key::Z, true);
  EXPECT_EQ(value, "Brass gr\xC3\xA9oup \xF0\x9F\x8E\xBA");
  driver.clipboard() = "one\ntwo";
  driver.key(Key::A, true);
  driver.key(Key::V, true);
  EXPECT_EQ(value, "one two");
}

TEST(Field, EnterSubmitsAndEscClearsASearch) {
  std::string value;
  bool submitted = false;
  int submits = 0;
  UiDriver driver(page([&] {
    ui::searchField("search", "Search", value, 0, &submitted);
    submits += submitted ? 1 : 0;
    submitted = false;
  }));
  driver.click("page/search");
  driver.type("chose");
  driver.key(Key::Enter);
  EXPECT_EQ(submits, 1);
  driver.click("page/search/clear");
  EXPECT_EQ(value, "");
  driver.click("page/search");
  driver.type("wren");
  driver.key(Key::Escape);
  EXPECT_EQ(value, "");
}

TEST(Passphrase, IsNeverRecordedNorCopied) {
  std::string value;
  bool shown = false;
  UiDriver driver(
      page([&] { ui::passphraseField("pass", value, shown, {.label = "Passphrase"}); }));
  driver.click("page/pass");
  driver.type("four plain words");
  EXPECT_EQ(value, "four plain words");
  driver.key(Key::A, true);
  driver.key(Key::C, true);
  EXPECT_EQ(driver.clipboard(), "");
  EXPECT_EQ(driver.dump().find("plain"), std::string::npos);
  driver.click("page/pass/show");
  EXPECT_TRUE(shown);
}

TEST(Dropdown, OpensOverThePageAndChoosesByMouseKeysAndTyping) {
  std::string chosen = "any";
  int behind = 0;
  UiDriver driver(page([&] {
    ui::dropdown("when", {{"any", "Any year"}, {"this", "This year"}, {"last", "Last year"}},
                 chosen, {.placeholder = "When", .width = 240});
    behind += ui::secondaryButton("behind", "Behind") ? 1 : 0;
  }));
  driver.click("page/when");
  driver.click("page/when/list/this");
  EXPECT_EQ(chosen, "this");
  driver.key(Key::Enter);  // the keyboard is back on the control
  driver.type("l");
  driver.key(Key::Enter);
  EXPECT_EQ(chosen, "last");
  driver.click("page/when");
  driver.key(Key::Escape);
  EXPECT_FALSE(driver.exists("page/when/list/any"));
  driver.click("page/when");
  driver.clickAt({900, 700});
  EXPECT_FALSE(driver.exists("page/when/list/any"));
  EXPECT_EQ(behind, 0);
}

TEST(Dialog, TakesTheKeyboardBlocksWhatIsBehindAndGivesItBack) {
  bool open = false;
  int behind = 0;
  int confirmed = 0;
  UiDriver driver([&] {
    {
      const ui::Region region("page", {0, 0, 1440, 900}, {.padX = 24, .padY = 24});
      if (ui::secondaryButton("open", "Open")) open = true;
      behind += ui::secondaryButton("behind", "Behind") ? 1 : 0;
    }
    if (!open) return;
    ui::Dialog dialog("confirm", "Put this in the bin?", {});
    ui::body("It stays there for thirty days.");
    if (ui::primaryButton("yes", "Put it in the bin")) {
      ++confirmed;
      open = false;
    }
    if (dialog.closeWanted()) open = false;
  });
  driver.click("page/open");
  driver.frame(2);
  EXPECT_EQ(driver.focused().rfind("confirm/", 0), 0U);
  driver.clickAt(driver.item("page/behind").rect.centre());
  EXPECT_EQ(behind, 0);
  for (int i = 0; i < 5; ++i) {
    driver.key(Key::Tab);
    EXPECT_EQ(driver.focused().rfind("confirm/", 0), 0U) << driver.focused();
  }
  driver.click("confirm/card/yes");
  EXPECT_EQ(confirmed, 1);
  driver.frame(2);
  EXPECT_EQ(driver.focused(), "page/open");
}

TEST(Dialog, EscClosesIt) {
  bool open = true;
  UiDriver driver([&] {
    if (!open) return;
    ui::Dialog dialog("about", "About", {});
    ui::body("Words.");
    if (dialog.closeWanted()) open = false;
  });
  driver.key(Key::Escape);
  EXPECT_FALSE(open);
}

TEST(Shortcut, LettersDoNotFireWhileWritingButCtrlDoes) {
  std::string value;
  int plain = 0;
  int withCtrl = 0;
  UiDriver driver(page([&] {
    plain += ui::shortcut({Key::M}) ? 1 : 0;
    withCtrl += ui::shortcut({Key::T, true}) ? 1 : 0;
    ui::textField("name", "Name", value);
    ui::secondaryButton("other", "Other");
  }));
  driver.click("page/name");
  driver.key(Key::M);
  driver.key(Key::T, true);
  EXPECT_EQ(plain, 0);
  EXPECT_EQ(withCtrl, 1);
  driver.click("page/other");
  driver.key(Key::M);
  EXPECT_EQ(plain, 1);
}

TEST(LevelPicker, ChoosesByMouseArrowsAndDigits) {
  std::optional<ui::Level> level;
  ui::LevelPickerModel model;
  model.names = {"Not yet", "Glimpsed", "Prompted", "Mostly", "Settled"};
  UiDriver driver(page([&] { ui::levelPicker("level", model, level); }));
  driver.click("page/level/level[4]");
  EXPECT_EQ(level, 4);
  driver.key(Key::Left);
  driver.key(Key::Enter);
  EXPECT_EQ(level, 3);
  driver.key(Key::D5);
  EXPECT_EQ(level, 5);
  driver.click("page/level/rest");
  EXPECT_EQ(level, ui::kNoChance);
}

TEST(Choices, SwitchCheckboxAndRadioToggle) {
  bool on = false;
  bool ticked = false;
  bool second = false;
  UiDriver driver(page([&] {
    ui::switchControl("still", "Keep things still", on);
    ui::checkbox("tick", "I have read this", ticked);
    if (ui::radio("second", "Second", second)) second = true;
  }));
  driver.click("page/still");
  driver.click("page/tick");
  driver.click("page/second");
  EXPECT_TRUE(on && ticked && second);
  EXPECT_EQ(driver.item("page/tick").value, "on");
}

TEST(Rows, SayTheirSecondLineAndWhatStandsAtTheEnd) {
  UiDriver driver(page([&] {
    ui::ListRowModel row;
    row.title = "Finding a way in";
    row.subtitle = "4 claims";
    row.trailing = "With the facilitator";
    row.chosen = true;
    ui::listRow("both", row);
    ui::listRow("one", "Another", "2 claims", false);
  }));
  EXPECT_EQ(driver.item("page/both").name, "Finding a way in");
  EXPECT_EQ(driver.item("page/both").value, "4 claims, With the facilitator");
  EXPECT_TRUE(driver.item("page/both").chosen);
  EXPECT_EQ(driver.item("page/one").value, "2 claims");
}

TEST(Coverage, ArrowsMoveByCellAndEnterOpens) {
  ui::CoverageModel model;
  model.columns = {{ui::Domain::Musical, "1", "One"}, {ui::Domain::Musical, "2", "Two"}};
  for (const char* name : {"A", "B"})
    model.rows.push_back({name, {{"25", true, "about 25"}, {"none", false, "none written yet"}}});
  ui::CellPressed pressed;
  UiDriver driver(page([&] {
    if (const auto now = ui::coverageTable("table", model)) pressed = now;
  }));
  driver.key(Key::Tab);
  driver.key(Key::Right);
  driver.key(Key::Down);
  EXPECT_EQ(driver.focused(), "page/table/cell[1,1]");
  driver.key(Key::Enter);
  EXPECT_EQ(pressed.row, 1);
  EXPECT_EQ(pressed.column, 1);
}

TEST(Tooltip, TheReasonIsShownAfterARest) {
  UiDriver driver(page([] { ui::primaryButton("finish", "Finish", "Write something first"); }));
  driver.hover("page/finish");
  driver.frame(40);
  EXPECT_TRUE(driver.exists("page/finish"));  // drawing a tooltip must not disturb the page
}

}  // namespace
