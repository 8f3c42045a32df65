#include "app/ui/spelling.h"

#include <gtest/gtest.h>

#include <set>

#include "app/ui/text_editor.h"
#include "tests/app/ui/sample_mention.h"
#include "tests/support/ui_lint.h"

namespace {

namespace ui = app::ui;
using ui::Key;

std::vector<std::string> words(const std::string& text) {
  std::vector<std::string> out;
  for (const ui::ByteRange& word : ui::spellingWords(text))
    out.push_back(text.substr(word.begin, word.size()));
  return out;
}

TEST(SpellingWords, ApostrophesInsideAWordBelongToIt) {
  EXPECT_EQ(words("They don't say 'encore' or Zo\xC3\xAB\xE2\x80\x99s."),
            (std::vector<std::string>{"They", "don't", "say", "encore", "or",
                                      "Zo\xC3\xAB\xE2\x80\x99s"}));
  EXPECT_EQ(ui::spellingForm("Zo\xC3\xAB\xE2\x80\x99s"), "Zo\xC3\xAB's");
}

TEST(SpellingWords, HyphensAndDashesPart) {
  EXPECT_EQ(words("well-being\xE2\x80\x94yes"), (std::vector<std::string>{"well", "being", "yes"}));
}

TEST(SpellingWords, LeavesOutWhatNoDictionaryKnows) {
  EXPECT_EQ(words("ABRSM grade 5th b4 a I mail me@here.org www.site.uk e.g. end."),
            (std::vector<std::string>{"grade", "mail", "end"}));
  EXPECT_EQ(words("saw " + ui::mentionToken(kMentioned) + " play"),
            (std::vector<std::string>{"saw", "play"}));
}

/// Knows a few words, answers at once unless told to wait.
struct FewWords : ui::SpellChecker {
  std::set<std::string> known{"they", "kept", "the", "beat"};
  bool slow = false;
  int asked = 0;
  Verdict check(const std::string& word) override {
    ++asked;
    if (slow) return Verdict::Waiting;
    return known.contains(word) ? Verdict::Known : Verdict::Unknown;
  }
  std::optional<std::vector<std::string>> suggestions(const std::string&) override {
    if (slow) return std::nullopt;
    return std::vector<std::string>{"kept", "keep"};
  }
  void add(const std::string& word) override { known.insert(word); }
  void forget() override { known.clear(); }
};

class Spelling : public ::testing::Test {
 protected:
  Spelling()
      : driver([this] {
          style.rect = {0, 0, ui::windowSize().x, ui::windowSize().y};
          const ui::EditorResult result = ui::textEditor("text", state, style);
          if (result.wordAdded) added.push_back(*result.wordAdded);
          changed = changed || result.changed;
        }) {
    driver.kit().setSpelling(&checker);
  }
  void open(const std::string& text, std::size_t caret) {
    state.setText(text);
    ui::focusPath("text");
    driver.frame(2);
    state.moveTo(caret);
    driver.frame();
  }
  FewWords checker;
  ui::EditorState state;
  ui::EditorStyle style;
  std::vector<std::string> added;
  bool changed = false;
  tests::UiDriver driver;
};

TEST_F(Spelling, TheMenuKeyOffersWordsAndEnterPutsOneIn) {
  open("they kepd the beat", 6);
  driver.key(Key::Menu);
  EXPECT_EQ(driver.focused(), "text/menu/word[0]");
  EXPECT_EQ(driver.item("text/menu/word[0]").name, "kept");
  driver.key(Key::Enter);
  EXPECT_EQ(state.text(), "they kept the beat");
  EXPECT_TRUE(changed);
  EXPECT_EQ(driver.focused(), "text");
  driver.key(Key::Z, true);
  EXPECT_EQ(state.text(), "they kepd the beat");
}

TEST_F(Spelling, ShiftF10AndAltEnterOpenItTooAndEscapeCloses) {
  open("they kepd", 6);
  driver.key(Key::F10, false, true);
  EXPECT_TRUE(driver.exists("text/menu/add"));
  driver.key(Key::Escape);
  EXPECT_FALSE(driver.exists("text/menu/add"));
  driver.key(Key::Enter, false, false, true);
  EXPECT_TRUE(driver.exists("text/menu/add"));
  driver.key(Key::Escape);
  EXPECT_EQ(state.text(), "they kepd");
  EXPECT_EQ(driver.focused(), "text");
}

TEST_F(Spelling, TheOtherButtonOpensItOnTheWordUnderIt) {
  open("kepd the beat", 13);
  const ui::Rect box = driver.item("text").rect;
  driver.menuAt({box.x + 20, box.y + 29});
  driver.click("text/menu/word[1]");
  EXPECT_EQ(state.text(), "keep the beat");
}

TEST_F(Spelling, AKeptWordIsKnownAndHandedOn) {
  open("kepd the", 2);
  driver.key(Key::Menu);
  driver.click("text/menu/add");
  EXPECT_EQ(added, std::vector<std::string>{"kepd"});
  driver.key(Key::Menu);
  EXPECT_FALSE(driver.exists("text/menu/add"));
  EXPECT_TRUE(driver.exists("text/menu/copy"));
}

TEST_F(Spelling, NamesOfTheTutorsOwnAreNeverQuestioned) {
  style.familiar = [](const std::string& word) { return word == "Ayaan"; };
  open("Ayaan kept", 2);
  driver.key(Key::Menu);
  EXPECT_FALSE(driver.exists("text/menu/add"));
}

TEST_F(Spelling, SwitchedOffNothingIsAsked) {
  ui::Settings settings = driver.kit().settings();
  settings.spelling = false;
  driver.kit().apply(settings);
  checker.asked = 0;
  open("they kepd", 6);
  driver.key(Key::Menu);
  EXPECT_EQ(checker.asked, 0);
  EXPECT_FALSE(driver.exists("text/menu/add"));
}

TEST_F(Spelling, WhileSuggestionsAreLookedForTheMenuSaysSo) {
  open("they kepd", 6);
  driver.key(Key::Menu);
  checker.slow = true;
  driver.frame(2);
  EXPECT_FALSE(driver.item("text/menu/looking").enabled);
  EXPECT_FALSE(driver.item("text/menu/looking").reason.empty());
  checker.slow = false;
  driver.frame(3);
  driver.key(Key::Enter);  // the keyboard stayed on the first row
  EXPECT_EQ(state.text(), "they kept");
}

TEST_F(Spelling, OnlyWhatShowsIsLookedAt) {
  std::string text;
  for (int i = 0; i < 20000; ++i) text += "kepd ";
  open(text, 0);
  checker.asked = 0;
  driver.frame();
  EXPECT_LT(checker.asked, 1000);
  EXPECT_GT(checker.asked, 100);
}

TEST_F(Spelling, TheMenuIsCleanAtEverySize) {
  open("they kepd the beat", 6);
  driver.key(Key::Menu);
  EXPECT_EQ(tests::lintEverywhere(driver), "");
  EXPECT_EQ(tests::joined(tests::unreachable(driver)), "");
}

TEST_F(Spelling, CutCopyAndPasteAreInTheMenuAndSayWhenTheyCannot) {
  open("they kept", 0);
  driver.key(Key::Menu);
  EXPECT_FALSE(driver.item("text/menu/cut").enabled);
  EXPECT_FALSE(driver.item("text/menu/cut").reason.empty());
  driver.click("text/menu/all");
  driver.key(Key::Menu);
  driver.click("text/menu/cut");
  EXPECT_EQ(state.text(), "");
  driver.key(Key::Menu);
  driver.click("text/menu/paste");
  EXPECT_EQ(state.text(), "they kept");
}

}  // namespace
