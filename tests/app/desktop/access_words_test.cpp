#include "app/desktop/access/access_words.h"

#include <gtest/gtest.h>

namespace {

using app::desktop::codePointAt;
using app::desktop::codePointsOf;
using app::desktop::TextUnit;
using app::desktop::unitAround;
using app::desktop::utf8Of;
using app::ui::ByteRange;

const std::u32string kText = U"One two. Three\nfour";

std::u32string at(std::size_t place, TextUnit unit, const std::vector<std::size_t>& lines = {}) {
  const ByteRange range = unitAround(kText, place, unit, lines);
  return kText.substr(range.begin, range.size());
}

TEST(AccessWords, AWordComesWithTheSpacesAfterItAndALineWithItsBreak) {
  EXPECT_EQ(at(1, TextUnit::Word), U"One ");
  EXPECT_EQ(at(3, TextUnit::Word), U"One ") << "the space belongs to the word before it";
  EXPECT_EQ(at(10, TextUnit::Sentence), U"Three\n");
  EXPECT_EQ(at(0, TextUnit::Sentence), U"One two. ");
  EXPECT_EQ(at(2, TextUnit::Line), U"One two. Three\n");
  EXPECT_EQ(at(16, TextUnit::Line), U"four");
  EXPECT_EQ(at(4, TextUnit::Character), U"t");
}

TEST(AccessWords, LinesAreThoseThatWereDrawn) {
  EXPECT_EQ(at(2, TextUnit::Line, {0, 9, 15}), U"One two. ");
  EXPECT_EQ(at(9, TextUnit::Line, {0, 9, 15}), U"Three\n");
  EXPECT_EQ(at(9, TextUnit::Paragraph, {0, 9, 15}), U"One two. Three\n");
}

TEST(AccessWords, AfterTheLastLetterItsLineIsReadAndOnAnEmptyLineNothing) {
  EXPECT_EQ(at(kText.size(), TextUnit::Line), U"four");
  EXPECT_EQ(at(kText.size(), TextUnit::Character), U"");
  EXPECT_TRUE(unitAround(U"four\n", 5, TextUnit::Line, {}).empty());
  EXPECT_TRUE(unitAround(U"", 0, TextUnit::Line, {}).empty());
}

TEST(AccessWords, LettersAreCountedWholeAndIllFormedBytesAreShownAsSuch) {
  const std::string words = "caf\u00e9 \u2022 \U0001F3BA";
  EXPECT_EQ(codePointsOf(words).size(), 8U);
  EXPECT_EQ(utf8Of(codePointsOf(words)), words);
  EXPECT_EQ(codePointAt(words, 5), 4U);
  EXPECT_EQ(codePointAt(words, words.size()), 8U);
  EXPECT_EQ(codePointsOf("a\xFFz\xE2\x82"), U"a\uFFFDz\uFFFD");
}

}  // namespace
