// What is decided about words that could identify somebody, and what a reader then sees.
#include "journal/domain/blur.h"

#include <gtest/gtest.h>

#include <random>

namespace journal {
namespace {

Mark markOf(std::string_view text, std::string_view words) {
  const std::size_t at = text.find(words);
  return {at, at + words.size(), "PLACE", "a place"};
}
std::vector<std::string> openWords(const BlurredText& after) {
  std::vector<std::string> words;
  for (const OpenMark& open : after.open) words.push_back(open.words);
  return words;
}

TEST(Blurs, StandWhereverTheirWordsDo) {
  const std::string text = "Eastby is small. Everybody in Eastby knows.";
  const auto after = blurred(text, {markOf(text, "Eastby")}, {{"Eastby", false, "the village"}});
  EXPECT_EQ(after.text, "the village is small. Everybody in the village knows.");
  EXPECT_TRUE(after.open.empty());
}

TEST(Blurs, HoldForWholeWordsOnly) {
  EXPECT_EQ(blurred("Ash and Ashley, Ash's", {}, {{"Ash", false, "somebody"}}).text,
            "somebody and Ashley, somebody's");
  EXPECT_EQ(blurred("Zoë, Zoëë", {}, {{"Zoë", false, "X"}}).text, "X, Zoëë");
}

TEST(Blurs, TheLongerWordsWin) {
  const std::vector<Blur> blurs{{"Millbrook", false, "a town"},
                                {"Millbrook Primary", false, "a primary school"}};
  EXPECT_EQ(blurred("Millbrook Primary in Millbrook", {}, blurs).text,
            "a primary school in a town");
}

TEST(Blurs, WhatIsLeftOutTakesItsBlankAlong) {
  EXPECT_EQ(blurred("He came on 22 January, early.", {}, {{"on 22 January", false, ""}}).text,
            "He came, early.");
}

TEST(Blurs, WhatStaysIsSettledAndUntouched) {
  const std::string text = "The only harpist.";
  const auto after = blurred(text, {markOf(text, "only harpist")}, {{"only harpist", true, ""}});
  EXPECT_EQ(after.text, text);
  EXPECT_TRUE(after.open.empty());
}

TEST(Blurs, AMarkOfWhichOnlyAPartIsDecidedStaysOpenWithItsOwnWords) {
  const std::string text = "By the only brass player in Year 5.";
  const auto after = blurred(text, {markOf(text, "only brass player in Year 5")},
                             {{"Year 5", false, "the year group"}});
  EXPECT_EQ(after.text, "By the only brass player in the year group.");
  ASSERT_EQ(after.open.size(), 1U);
  EXPECT_EQ(after.open[0].words, "only brass player in Year 5");
  EXPECT_EQ(after.text.substr(after.open[0].mark.begin,
                              after.open[0].mark.end - after.open[0].mark.begin),
            "only brass player in the year group");
  EXPECT_TRUE(blurred(text, {markOf(text, "only brass player in Year 5")},
                      {{"Year 5", false, "the year group"},
                       {"only brass player in Year 5", false, "another player"}})
                  .open.empty());
}

TEST(Blurs, ADecisionIsReplacedAndTakenBack) {
  auto blurs = decided({}, {"Eastby", false, "a village"});
  blurs = decided(std::move(blurs), {"Eastby", true, ""});
  EXPECT_EQ(blurs, (std::vector<Blur>{{"Eastby", true, ""}}));
  EXPECT_TRUE(undecided(std::move(blurs), "Eastby").empty());
}

/// Over made-up texts, marks and decisions: what nobody decided about is open, and nothing that was
/// to go is left.
TEST(Blurs, EveryMarkIsSettledOrOpenAndNothingBlurredIsLeft) {
  constexpr unsigned kSeed = 20261127;
  SCOPED_TRACE(kSeed);
  std::mt19937 random(kSeed);
  const std::vector<std::string> words{"Ash",  "Eastby", "Mr",  "Year", "5",
                                       "only", "Zoë",    "led", ",",    "harp"};
  std::size_t open = 0;
  std::size_t settled = 0;
  for (int run = 0; run < 5'000; ++run) {
    std::string text;
    std::vector<Mark> marks;
    std::vector<Blur> blurs;
    for (unsigned n = 0; n < 12; ++n) {
      if (!text.empty()) text += ' ';
      const std::size_t begin = text.size();
      text += words[random() % words.size()];
      if (random() % 3 == 0) marks.push_back({begin, text.size(), "PERSON", "somebody"});
    }
    for (const std::string& word : words) {
      if (random() % 3 == 0) blurs = decided(std::move(blurs), {word, random() % 2 == 0, "#"});
    }
    const BlurredText after = blurred(text, marks, blurs);
    for (const Blur& blur : blurs) {
      if (blur.stays) continue;
      EXPECT_FALSE((" " + after.text + " ").find(" " + blur.words + " ") != std::string::npos)
          << text << " became " << after.text;
    }
    for (const Mark& mark : marks) {
      const std::string said = text.substr(mark.begin, mark.end - mark.begin);
      const bool known = std::any_of(blurs.begin(), blurs.end(),
                                     [&](const Blur& blur) { return blur.words == said; });
      const auto left = openWords(after);
      const bool asked = std::find(left.begin(), left.end(), said) != left.end();
      EXPECT_NE(known, asked) << said << " in " << text;
      ++(asked ? open : settled);
    }
    for (const OpenMark& one : after.open)
      EXPECT_EQ(after.text.substr(one.mark.begin, one.mark.end - one.mark.begin), one.words);
  }
  EXPECT_GT(open, 1'000U);
  EXPECT_GT(settled, 1'000U);
}

}  // namespace
}  // namespace journal
