#include "journal/text/text_merge.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <map>

#include "journal/base/random.h"
#include "journal/domain/mention.h"

namespace journal::text {
namespace {

TEST(TextMerge, WhatOnlyOneSideChangedIsAsThatSideHasIt) {
  const auto merged = mergeTexts("They played. They stopped. We talked.",
                                 "They played well. They stopped. We talked.",
                                 "They played. They stopped. We talked for long.");
  EXPECT_EQ(merged.text, "They played well. They stopped. We talked for long.");
  EXPECT_TRUE(merged.clashes.empty());
}

TEST(TextMerge, WhatBothChangedIsKeptTwiceAndSaid) {
  const auto merged =
      mergeTexts("We began. They played. We ended.", "We began. They played well. We ended.",
                 "We began. They played badly. We ended.");
  EXPECT_EQ(merged.text, "We began. They played well. They played badly. We ended.");
  ASSERT_EQ(merged.clashes.size(), 1U);
  const Clash clash = merged.clashes.front();
  EXPECT_EQ(merged.text.substr(clash.begin, clash.middle - clash.begin), "They played well. ");
  EXPECT_EQ(merged.text.substr(clash.middle, clash.end - clash.middle), "They played badly. ");
}

TEST(TextMerge, NewSentencesOfBothStandOneAfterTheOtherAndClashWithNobody) {
  const auto merged = mergeTexts("We began.", "We began. Ours came next.", "We began.\nTheirs.");
  EXPECT_EQ(merged.text, "We began. Ours came next.\nTheirs.");
  EXPECT_TRUE(merged.clashes.empty());
}

TEST(TextMerge, ASentenceChangedByOneAndFollowedByANewOneOfTheOtherIsNoClash) {
  const auto merged = mergeTexts("It rained.", "It rained all day.", "It rained. We sang.");
  EXPECT_EQ(merged.text, "It rained all day. We sang.");
  EXPECT_TRUE(merged.clashes.empty());
}

TEST(TextMerge, NeighbouringSentencesChangedApartAreNoClash) {
  const auto merged = mergeTexts("One. Two. Three.", "One, ours. Two. Three.", "One. Two, theirs.");
  EXPECT_EQ(merged.text, "One, ours. Two, theirs.");
  EXPECT_TRUE(merged.clashes.empty());
}

TEST(TextMerge, ASentenceTakenOutByOneAndChangedByTheOtherStays) {
  const auto merged = mergeTexts("One. Two. Three.", "One. Three.", "One. Two, but better. Three.");
  EXPECT_EQ(merged.text, "One. Two, but better. Three.");
  EXPECT_EQ(merged.clashes.size(), 1U);
}

TEST(TextMerge, TheSameChangeOnBothSidesIsMadeOnce) {
  const auto merged = mergeTexts("One. Two.", "One. Two. Three.", "One. Two. Three.");
  EXPECT_EQ(merged.text, "One. Two. Three.");
  EXPECT_TRUE(merged.clashes.empty());
}

TEST(TextMerge, MentionsAndHeadingsAreNeverCut) {
  SeededRandom random(3);
  const std::string mention = mentionToken(NameId::random(random));
  const std::string heading = headingToken("What happened? What next.");
  const std::string text = heading + "\nThen " + mention + " played. And " + mention + " sang.";
  std::string joined;
  for (std::string_view unit : mergeUnits(text)) {
    EXPECT_EQ(sanitiseStored(unit), unit) << "a token was cut";
    joined += unit;
  }
  EXPECT_EQ(joined, text);
}

// Random changes ---------------------------------------------------------------------------------

std::string sentenceOf(SeededRandom& random) {
  static const char* kWords[] = {"They", "Drum", "Again", "Quiet", "Circle", "Wren", "Led", "Us"};
  std::string sentence;
  for (std::uint64_t i = 1 + random.below(4); i > 0; --i) {
    sentence += std::string(kWords[random.below(8)]) + (i == 1 ? "" : " ");
  }
  sentence += std::to_string(random.below(1000)) + ".";
  return sentence;
}

using Sentences = std::vector<std::string>;

std::string joined(const Sentences& all) {
  std::string text;
  for (const std::string& one : all) text += (text.empty() ? "" : " ") + one;
  return text;
}

Sentences changedBy(SeededRandom& random, Sentences all) {
  for (std::uint64_t i = random.below(4); i > 0; --i) {
    const std::size_t at = random.below(all.size() + 1);
    const auto place = all.begin() + static_cast<std::ptrdiff_t>(at);
    switch (random.below(3)) {
      case 0:
        all.insert(place, sentenceOf(random));
        break;
      case 1:
        if (at < all.size()) all.erase(place);
        break;
      default:
        if (at < all.size()) *place = sentenceOf(random);
    }
  }
  return all;
}

std::map<std::string, int> counted(std::string_view text) {
  std::map<std::string, int> counts;
  for (std::string_view unit : mergeUnits(text)) {
    std::string one(unit);
    while (!one.empty() && one.back() == ' ') one.pop_back();
    ++counts[one];
  }
  return counts;
}

int rounds() {
  return std::getenv("AFTERNOTE_LONG") != nullptr ? 100'000 : 3'000;
}

struct Case {
  std::string base, ours, theirs;
};

Case someCase(SeededRandom& random) {
  Sentences base;
  for (std::uint64_t i = random.below(8); i > 0; --i) base.push_back(sentenceOf(random));
  return {joined(base), joined(changedBy(random, base)), joined(changedBy(random, base))};
}

TEST(TextMerge, NoSentenceThatASideWroteIsMissing) {
  SeededRandom random(11);
  for (int i = 0; i < rounds(); ++i) {
    const Case c = someCase(random);
    const auto before = counted(c.base);
    const auto after = counted(mergeTexts(c.base, c.ours, c.theirs).text);
    for (const std::string& side : {c.ours, c.theirs}) {
      for (const auto& [sentence, count] : counted(side)) {
        if (before.contains(sentence)) continue;
        ASSERT_TRUE(after.contains(sentence)) << i << ": " << sentence;
      }
    }
  }
}

TEST(TextMerge, WithoutAClashNothingThatASideTookOutComesBack) {
  SeededRandom random(12);
  for (int i = 0; i < rounds(); ++i) {
    const Case c = someCase(random);
    const auto merged = mergeTexts(c.base, c.ours, c.theirs);
    if (!merged.clashes.empty()) continue;
    const auto ours = counted(c.ours);
    const auto theirs = counted(c.theirs);
    for (const auto& [sentence, count] : counted(merged.text)) {
      ASSERT_TRUE(ours.contains(sentence) || theirs.contains(sentence)) << i;
    }
    for (const auto& [sentence, count] : counted(c.base)) {
      if (count > 1 || ours.contains(sentence) || theirs.contains(sentence)) continue;
      ASSERT_FALSE(counted(merged.text).contains(sentence)) << i << ": both took it out";
    }
  }
}

TEST(TextMerge, WhoseSideIsNamedFirstChangesOnlyTheOrderOfWhatClashes) {
  SeededRandom random(13);
  for (int i = 0; i < rounds(); ++i) {
    const Case c = someCase(random);
    const auto one = mergeTexts(c.base, c.ours, c.theirs);
    const auto other = mergeTexts(c.base, c.theirs, c.ours);
    ASSERT_EQ(one.clashes.size(), other.clashes.size()) << i;
    ASSERT_EQ(counted(one.text), counted(other.text)) << i;
  }
}

TEST(TextMerge, WithASideThatChangedNothingTheOtherStandsByteForByte) {
  SeededRandom random(14);
  for (int i = 0; i < rounds(); ++i) {
    const Case c = someCase(random);
    ASSERT_EQ(mergeTexts(c.base, c.ours, c.base).text, c.ours) << i;
    ASSERT_EQ(mergeTexts(c.base, c.base, c.theirs).text, c.theirs) << i;
    ASSERT_EQ(mergeTexts(c.base, c.ours, c.ours).text, c.ours) << i;
  }
}

/// How often each sentence stands in a text; blanks after it do not count, nor do line ends.
std::map<std::string, std::size_t> timesOf(std::string_view text) {
  std::map<std::string, std::size_t> times;
  for (std::string_view unit : mergeUnits(text)) {
    while (!unit.empty() && (unit.back() == ' ' || unit.back() == '\n')) unit.remove_suffix(1);
    if (!unit.empty()) ++times[std::string(unit)];
  }
  return times;
}

/// The base of a merge may be a merge itself, and say something twice.
TEST(TextMerge, ASentenceThatBothSidesHaveStaysThoughEachTookOutAnotherCopyOfIt) {
  const TextMerge merge =
      mergeTexts("S11. S15. S1. S16. S14. S14. S2.", "S11. S15. S21. S1. S16. S14. S2. S20.",
                 "S32. S15. S33. S1. S16. S14. S2.");
  EXPECT_EQ(timesOf(merge.text)["S14."], 1U) << merge.text;
  const TextMerge apart = mergeTexts("Same. One. Two. Same.", "Same. One. Two.", "One. Two. Same.");
  EXPECT_EQ(timesOf(apart.text)["Same."], 1U) << apart.text;
}

TEST(TextMerge, WhateverStandsTwiceNothingThatBothHaveOrThatOneWroteIsMissing) {
  for (std::uint64_t seed = 1; seed <= 20'000; ++seed) {
    SCOPED_TRACE(seed);
    SeededRandom random(seed);
    const auto some = [&] {
      std::string text;
      for (std::uint64_t n = random.below(7); n > 0; --n)
        text += "S" + std::to_string(random.below(5)) + (random.below(5) == 0 ? ".\n" : ". ");
      return text;
    };
    const std::string base = some();
    const std::string ours = some();
    const std::string theirs = some();
    auto in = timesOf(mergeTexts(base, ours, theirs).text);
    auto inBase = timesOf(base);
    auto inOurs = timesOf(ours);
    auto inTheirs = timesOf(theirs);
    for (const auto& [sentence, times] : inOurs) {
      ASSERT_GE(in[sentence], std::min(times, inTheirs[sentence])) << sentence;
      if (inBase[sentence] == 0) {
        ASSERT_GE(in[sentence], 1U) << sentence;
      }
    }
    for (const auto& [sentence, times] : inTheirs) {
      if (inBase[sentence] == 0) {
        ASSERT_GE(in[sentence], 1U) << sentence;
      }
    }
  }
}

}  // namespace
}  // namespace journal::text
