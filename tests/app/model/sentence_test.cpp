#include "app/model/sentence.h"

#include <gtest/gtest.h>

#include <string>

#include "journal/domain/mention.h"

namespace {

using app::model::sentenceAround;

std::string at(const std::string& text, std::size_t byte) {
  const journal::Passage found = sentenceAround(text, byte);
  return text.substr(found.begin, found.end - found.begin);
}

TEST(Sentence, IsTheOneTheCaretStandsIn) {
  const std::string text = "It wobbled. They laughed, and went on. Then home.";
  EXPECT_EQ(at(text, 3), "It wobbled.");
  EXPECT_EQ(at(text, 20), "They laughed, and went on.");
  EXPECT_EQ(at(text, text.size()), "Then home.");
}

TEST(Sentence, EndsWithoutAFullStopWhereTheParagraphEnds) {
  EXPECT_EQ(at("no stop here\nnext", 4), "no stop here");
}

TEST(Sentence, DoesNotStopInsideANumberOrAnAbbreviationWithoutASpace) {
  EXPECT_EQ(at("She held it for 1.5 bars. Good.", 2), "She held it for 1.5 bars.");
}

TEST(Sentence, BehindASentenceAndItsSpaceIsThatSentence) {
  EXPECT_EQ(at("It wobbled. They laughed. ", 26), "They laughed.");
}

TEST(Sentence, NeverTakesAPromptForWords) {
  const std::string prompt = journal::headingToken("What happened?");
  const journal::Passage none = sentenceAround(prompt, 5);
  EXPECT_EQ(none.begin, none.end);
}

TEST(Sentence, IsEmptyInAnEmptyParagraph) {
  const journal::Passage none = sentenceAround("One.\n\nTwo.", 5);
  EXPECT_EQ(none.begin, none.end);
}

TEST(Sentence, TrimmedLeavesTheWordsAlone) {
  const journal::Passage passage = app::model::trimmed("  two words \n", {0, 13});
  EXPECT_EQ(passage, (journal::Passage{2, 11}));
}

}  // namespace
