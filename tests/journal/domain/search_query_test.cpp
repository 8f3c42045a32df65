#include "journal/domain/search_query.h"

#include <gtest/gtest.h>

#include "journal/base/random.h"
#include "journal/base/utf8.h"

namespace journal {
namespace {

using Terms = std::vector<SearchTerm>;

SearchTerm term(std::vector<std::string> words, bool prefix = false, bool excluded = false) {
  return {std::move(words), prefix, excluded};
}

TEST(ParseSearch, TakesWordsPhrasesPrefixesAndExclusions) {
  EXPECT_EQ(parseSearch("steady \"call and response\" clari* -gig", false),
            (Terms{term({"steady"}), term({"call", "and", "response"}), term({"clari"}, true),
                   term({"gig"}, false, true)}));
}

TEST(ParseSearch, ReadsCurlyQuotesAndExcludedPhrases) {
  EXPECT_EQ(parseSearch("-\xE2\x80\x9C"
                        "hot cross\xE2\x80\x9D",
                        false),
            (Terms{term({"hot", "cross"}, false, true)}));
}

TEST(ParseSearch, MarksInsideAWordMakeWordsInARow) {
  EXPECT_EQ(parseSearch("call-and-response don't", false),
            (Terms{term({"call", "and", "response"}), term({"don", "t"})}));
}

TEST(ParseSearch, IgnoresMarksWithoutWords) {
  EXPECT_TRUE(parseSearch("- -- * \"\" \" \" -\"\" ... ***", true).empty());
}

TEST(ParseSearch, TheLastWordMayGoOnWhileTyping) {
  EXPECT_EQ(parseSearch("steady pul", true), (Terms{term({"steady"}), term({"pul"}, true)}));
  EXPECT_EQ(parseSearch("steady pulse ", true), (Terms{term({"steady"}), term({"pulse"})}));
  EXPECT_EQ(parseSearch("\"steady pul", true), (Terms{term({"steady", "pul"}, true)}));
  EXPECT_EQ(parseSearch("\"steady pulse\"", true), (Terms{term({"steady", "pulse"})}));
  EXPECT_EQ(parseSearch("steady -pul", true),
            (Terms{term({"steady"}), term({"pul"}, false, true)}));
}

TEST(ParseSearch, AStarMayFollowAClosingQuote) {
  EXPECT_EQ(parseSearch("\"hot cro\"* next", false),
            (Terms{term({"hot", "cro"}, true), term({"next"})}));
}

TEST(ParseSearch, KeepsAtMostThirtyTwoTermsAndWords) {
  std::string typed;
  for (int i = 0; i < 100; ++i) typed += "word ";
  EXPECT_EQ(parseSearch(typed, false).size(), 32U);
  const Terms phrase = parseSearch('"' + typed + '"', false);
  ASSERT_EQ(phrase.size(), 1U);
  EXPECT_EQ(phrase[0].words.size(), 32U);
}

TEST(ParseSearch, GivesOnlyWordPartsForAnyBytes) {
  constexpr std::uint64_t kSeed = 9;
  SCOPED_TRACE(kSeed);
  SeededRandom random(kSeed);
  const std::string marks = "\"*- 'a\xE2\x80\x9C\xC3\xA9\xF0\x9F\x8E\xB5\xEF\xA3\xB0";
  for (int i = 0; i < 20'000; ++i) {
    std::string typed;
    for (std::uint64_t n = random.below(60); n > 0; --n)
      typed.push_back(random.below(2) ? marks[random.below(marks.size())]
                                      : static_cast<char>(random.next()));
    for (const SearchTerm& one : parseSearch(typed, i % 2 == 0)) {
      ASSERT_FALSE(one.words.empty());
      for (const std::string& word : one.words) {
        ASSERT_FALSE(word.empty());
        ASSERT_TRUE(isValidUtf8(word));
        for (std::size_t at = 0; at < word.size(); at += decodeUtf8(word, at).length)
          ASSERT_TRUE(isWordPart(decodeUtf8(word, at).value));
      }
    }
  }
}

}  // namespace
}  // namespace journal
