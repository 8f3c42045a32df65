#include "journal/text/snippet.h"

#include <string>

#include <gtest/gtest.h>

#include "journal/base/random.h"
#include "journal/base/utf8.h"

namespace journal::text {
namespace {

using Strings = std::vector<std::string>;

std::string shown(std::string_view text, const Snippet& snippet) {
  return std::string(text.substr(snippet.begin, snippet.end - snippet.begin));
}
Strings foundIn(std::string_view text, std::string_view typed) {
  Strings found;
  for (const FoundRange& range : findTerms(text, parseSearch(typed, false)))
    found.emplace_back(text.substr(range.begin, range.end - range.begin));
  return found;
}

TEST(FindTerms, MatchesWholeWordsWhateverTheirCaseAndAccents) {
  EXPECT_EQ(foundIn("Zo\xC3\xAB, ZOE and zoes", "zoe"), (Strings{"Zo\xC3\xAB", "ZOE"}));
  EXPECT_EQ(foundIn("cafe\xCC\x81 cafes", "caf\xC3\xA9"), (Strings{"cafe\xCC\x81"}));
}

TEST(FindTerms, MatchesWordsInARowAcrossMarks) {
  EXPECT_EQ(
      foundIn("Call-and-response. Call, and response; call response", "\"call and response\""),
      (Strings{"Call-and-response", "Call, and response"}));
}

TEST(FindTerms, APrefixMayGoOnAndAnExcludedTermIsNotShown) {
  EXPECT_EQ(foundIn("clarinet clarity declare", "clari* -declare"),
            (Strings{"clarinet", "clarity"}));
}

TEST(FindTerms, OverlappingFindsAreOne) {
  EXPECT_EQ(foundIn("hot cross buns", "\"hot cross\" \"cross buns\""), (Strings{"hot cross buns"}));
}

const std::string& note() {
  static const std::string text =
      "First proper go with the new clarinets at school and it was noisy. Three of them squashed "
      "into the library. "
      "One held a low E for eight counts.\n\nThen he turned round and showed her where his teeth "
      "go. Lovely. "
      "Next week: Hot Cross Buns on three notes and stop there.";
  return text;
}

TEST(Snippet, IsAboutTwoSentencesFromTheOneThatHolds) {
  const Snippet snippet = makeSnippet(note(), parseSearch("squashed", false));
  EXPECT_EQ(shown(note(), snippet),
            "Three of them squashed into the library. One held a low E for eight counts.");
  EXPECT_TRUE(snippet.cutBefore);
  EXPECT_FALSE(snippet.cutAfter) << "the paragraph ends here";
}

TEST(Snippet, IsWhereMostDifferentTermsStandTogether) {
  const Snippet snippet = makeSnippet(note(), parseSearch("three notes buns", false));
  EXPECT_NE(shown(note(), snippet).find("Hot Cross Buns on three notes"), std::string::npos);
  EXPECT_EQ(snippet.found.size(), 3U);
}

TEST(Snippet, OfNothingFoundIsTheStart) {
  const Snippet snippet = makeSnippet(note(), parseSearch("zebra", false));
  EXPECT_EQ(snippet.begin, 0U);
  EXPECT_TRUE(snippet.found.empty());
  EXPECT_FALSE(snippet.cutBefore);
  EXPECT_FALSE(snippet.cutAfter) << "the first paragraph fits";
}

TEST(Snippet, CutsALongSentenceBetweenWords) {
  std::string text;
  for (int i = 0; i < 200; ++i) text += "word" + std::to_string(i) + ' ';
  const Snippet snippet = makeSnippet(text, parseSearch("word150", false));
  const std::string part = shown(text, snippet);
  EXPECT_NE(part.find("word150"), std::string::npos);
  EXPECT_LE(part.size(), kSnippetBytes);
  EXPECT_EQ(part.substr(0, 4), "word");
  EXPECT_NE(part.back(), ' ');
  EXPECT_EQ(text[snippet.end], ' ');
  EXPECT_TRUE(snippet.cutBefore && snippet.cutAfter);
}

TEST(Snippet, OfEmptyTextIsEmpty) {
  const Snippet snippet = makeSnippet("", parseSearch("a", false));
  EXPECT_EQ(snippet.end, 0U);
}

TEST(Snippet, OfAnyTextIsBoundedWholeAndHoldsWhatItSays) {
  constexpr std::uint64_t kSeed = 23;
  SCOPED_TRACE(kSeed);
  SeededRandom random(kSeed);
  const Strings parts{"reed",
                      "R\xC3\x89"
                      "ED",
                      "reeds",
                      " ",
                      " ",
                      ". ",
                      "\n",
                      "\xF0\x9F\x8E\xB5",
                      "one-two",
                      "A",
                      "long" + std::string(300, 'x'),
                      "? "};
  const std::vector<SearchTerm> terms = parseSearch("reed* \"one two\" a", false);
  for (int i = 0; i < 5'000; ++i) {
    std::string text;
    for (std::uint64_t n = random.below(60); n > 0; --n)
      text += parts[random.below(parts.size() - (i % 4 == 0 ? 0 : 2))];
    const std::size_t most = i % 2 == 0 ? kSnippetBytes : 10 + random.below(60);
    const Snippet snippet = makeSnippet(text, terms, most);
    ASSERT_LE(snippet.end - snippet.begin, most) << text;
    ASSERT_LE(snippet.end, text.size());
    ASSERT_TRUE(isBoundary(text, snippet.begin));
    ASSERT_TRUE(isBoundary(text, snippet.end));
    std::size_t at = snippet.begin;
    for (const FoundRange& range : snippet.found) {
      ASSERT_LE(at, range.begin);
      ASSERT_LT(range.begin, range.end);
      ASSERT_LE(range.end, snippet.end);
      at = range.end;
    }
    ASSERT_EQ(snippet.found.empty(), findTerms(text, terms).empty()) << text;
  }
}

}  // namespace
}  // namespace journal::text
