#include "app/desktop/spelling.h"

#include <gtest/gtest.h>

#include <atomic>

namespace {

using app::desktop::HunspellChecker;
using Verdict = app::ui::SpellChecker::Verdict;

/// Waits for the other thread by its own call, not by time.
class Spelling : public ::testing::Test {
 protected:
  Spelling() : checker(app::desktop::installedDictionary(), [this] { woken.release(); }) {}

  Verdict settled(const std::string& word) {
    for (Verdict verdict = checker.check(word);; verdict = checker.check(word)) {
      if (verdict != Verdict::Waiting) return verdict;
      woken.acquire();
    }
  }
  std::vector<std::string> suggestions(const std::string& word) {
    for (auto words = checker.suggestions(word);; words = checker.suggestions(word)) {
      if (words) return *words;
      woken.acquire();
    }
  }

  struct Wakes {  // counts, because a wake may come before anyone waits for it
    void release() {
      ++count;
      count.notify_all();
    }
    void acquire() {
      count.wait(taken);
      taken = count;
    }
    std::atomic<int> count{0};
    int taken = 0;
  } woken;
  HunspellChecker checker;
};

TEST_F(Spelling, ReadsBritishEnglish) {
  EXPECT_EQ(settled("colour"), Verdict::Known);
  EXPECT_EQ(settled("practise"), Verdict::Known);
  EXPECT_EQ(settled("rehearsed"), Verdict::Known);
  EXPECT_EQ(settled("don't"), Verdict::Known);
  EXPECT_EQ(settled("reflexshun"), Verdict::Unknown);
}

TEST_F(Spelling, AFirstQuestionIsNotWaitedFor) {
  EXPECT_EQ(checker.check("rhythm"), Verdict::Waiting);
}

TEST_F(Spelling, SuggestsTheWordThatWasMeant) {
  const std::vector<std::string> words = suggestions("rythm");
  EXPECT_LE(words.size(), 5U);
  EXPECT_NE(std::find(words.begin(), words.end(), "rhythm"), words.end());
}

TEST_F(Spelling, AnAddedWordIsKnownUntilItIsForgotten) {
  EXPECT_EQ(settled("ocarinist"), Verdict::Unknown);
  checker.add("ocarinist");
  EXPECT_EQ(checker.check("ocarinist"), Verdict::Known);
  checker.forget();
  EXPECT_EQ(settled("ocarinist"), Verdict::Unknown);
}

TEST_F(Spelling, AnAnswerFromBeforeForgettingIsDropped) {
  static_cast<void>(checker.check("rhythm"));
  checker.forget();
  EXPECT_EQ(checker.check("rhythm"), Verdict::Waiting);
  EXPECT_EQ(settled("rhythm"), Verdict::Known);
}

TEST_F(Spelling, ARunOfLettersNoDictionaryTakesIsLeftAlone) {
  EXPECT_EQ(checker.check(std::string(500, 'a')), Verdict::Known);
}

TEST(SpellingWithoutADictionary, MarksNothing) {
  HunspellChecker checker({"/nowhere/en_GB.aff", "/nowhere/en_GB.dic"}, {});
  EXPECT_EQ(checker.check("reflexshun"), Verdict::Waiting);
  EXPECT_EQ(checker.suggestions("reflexshun"), std::nullopt);
}

}  // namespace
