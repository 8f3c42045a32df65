#include <gtest/gtest.h>

#include "app/ui/find_in_text.h"
#include "app/ui/text_editor.h"
#include "tests/app/ui/sample_mention.h"
#include "tests/support/ui_lint.h"

namespace {

namespace ui = app::ui;
using ui::ByteRange;
using ui::Key;

std::string wren(std::string_view) {
  return "Wren";
}
std::vector<std::string> found(const std::string& text, std::string_view words) {
  std::vector<std::string> out;
  for (const ByteRange& place : ui::findInText(text, words, wren))
    out.push_back(text.substr(place.begin, place.size()));
  return out;
}

TEST(FindInText, CaseAndAccentsDoNotMatter) {
  EXPECT_EQ(found("Zoë and ZOE and zoe\xCC\x88.", "zoe"),
            (std::vector<std::string>{"Zoë", "ZOE", "zoe\xCC\x88"}));
  EXPECT_EQ(found("zoe", "Zoë"), std::vector<std::string>{"zoe"});
  EXPECT_EQ(found("Straße", "STRASSE"), std::vector<std::string>{"Straße"});
}

TEST(FindInText, CurlyAndStraightQuotesAreAlike) {
  EXPECT_EQ(found("don\xE2\x80\x99t", "don't"), std::vector<std::string>{"don\xE2\x80\x99t"});
}

TEST(FindInText, AMentionIsFoundByItsLabelAndWhole) {
  const std::string token = ui::mentionToken(kMentioned);
  EXPECT_EQ(found("saw " + token + " play", "ren"), std::vector<std::string>{token});
  EXPECT_EQ(found("saw " + token + " play", "wren pl"), std::vector<std::string>{token + " pl"});
  EXPECT_TRUE(found("saw " + token, "0011").empty());
}

TEST(FindInText, PromptsAreNotTheWritersWords) {
  EXPECT_TRUE(found(ui::promptParagraph("What went well?") + "\nmuch", "well").empty());
}

TEST(FindInText, NothingIsFoundForNoWordsOrInNoText) {
  EXPECT_TRUE(found("words", "").empty());
  EXPECT_TRUE(found("", "words").empty());
  EXPECT_TRUE(found("words", "\xCC\x88").empty());  // a mark alone reads as nothing
}

class FindBar : public ::testing::Test {
 protected:
  FindBar()
      : driver([this] {
          ui::EditorStyle style;
          style.rect = {0, 0, ui::windowSize().x, ui::windowSize().y};
          style.label = wren;
          last = ui::textEditor("text", state, style);
        }) {}
  void open(const std::string& text) {
    state.setText(text);
    ui::focusPath("text");
    driver.frame(2);
    state.moveTo(0);
    driver.key(Key::F, true);
  }
  ui::EditorState state;
  ui::EditorResult last;
  tests::UiDriver driver;
};

TEST_F(FindBar, CountsAndStepsRoundByEnterAndBack) {
  open("beat, Beat and béat");
  EXPECT_EQ(driver.focused(), "text/find/words");
  driver.type("beat");
  EXPECT_EQ(driver.item("text/find/count").name, "1 of 3");
  EXPECT_EQ(state.selection(), (ByteRange{0, 4}));
  driver.key(Key::Enter);
  EXPECT_EQ(state.selection(), (ByteRange{6, 10}));
  driver.key(Key::Enter);
  driver.key(Key::Enter);
  EXPECT_EQ(driver.item("text/find/count").name, "1 of 3");
  driver.key(Key::Enter, false, true);
  EXPECT_EQ(driver.item("text/find/count").name, "3 of 3");
  driver.click("text/find/previous");
  EXPECT_EQ(driver.item("text/find/count").name, "2 of 3");
}

TEST_F(FindBar, EscapeReturnsToTheWordsFound) {
  open("one two one");
  driver.type("two");
  driver.key(Key::Escape);
  EXPECT_FALSE(driver.exists("text/find/words"));
  EXPECT_EQ(driver.focused(), "text");
  driver.type("2");
  EXPECT_EQ(state.text(), "one 2 one");
}

TEST_F(FindBar, EscapeLeavesTheCaretWhereItWasWhenNothingWasFound) {
  open("one two one");
  driver.key(Key::Escape);
  state.moveTo(4);
  driver.key(Key::F, true);
  driver.type("nine");
  EXPECT_EQ(driver.item("text/find/count").name, "Not here");
  driver.key(Key::Escape);
  driver.type("x");
  EXPECT_EQ(state.text(), "one xtwo one");
}

TEST_F(FindBar, ASelectionIsWhatIsLookedFor) {
  open("one two one");
  driver.key(Key::Escape);
  state.select({4, 7});
  driver.key(Key::F, true);
  EXPECT_EQ(driver.item("text/find/words").value, "two");
}

TEST_F(FindBar, AnEditMovesThePlacesWithTheWords) {
  open("one two");
  driver.type("two");
  driver.key(Key::Escape);
  driver.key(Key::F, true);
  driver.click("text/find/close");
  EXPECT_EQ(driver.focused(), "text");
  state.moveTo(0);
  driver.type("and ");
  driver.key(Key::F, true);
  EXPECT_EQ(state.text(), "and one two");
  driver.type("two");
  EXPECT_EQ(state.selection(), (ByteRange{8, 11})) << driver.dump();
}

TEST_F(FindBar, NoWordStaysUnderTheBar) {
  open("needle " + std::string(120, 'x'));
  driver.resize({700, 600});
  driver.type("needle");
  driver.frame(2);
  const ui::Rect bar = driver.item("text/find/words").rect;
  EXPECT_GT(last.caretBox.y, bar.bottom());
  driver.key(Key::Escape);
  driver.frame(2);
  EXPECT_EQ(state.scrollY, 0);
}

TEST_F(FindBar, APlaceFarDownIsBroughtIntoViewAndTheBarIsClean) {
  std::string text;
  for (int i = 0; i < 200; ++i) text += "A paragraph of words.\n";
  open(text + "the needle");
  driver.type("needle");
  EXPECT_GT(state.scrollY, 0);
  EXPECT_EQ(tests::lintEverywhere(driver), "");
}

}  // namespace
