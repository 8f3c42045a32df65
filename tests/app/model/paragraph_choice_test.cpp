#include "app/model/paragraph_choice.h"

#include <gtest/gtest.h>

namespace app::model {
namespace {

const std::string kFirst = "The same.\nWren led. It wobbled.\nThe end.";
const std::string kSecond = "The same.\nWren led. They counted us in.\nThe end.";
const std::string kNow = "The same.\nWren led. It wobbled. They counted us in.\nThe end.";

TEST(ParagraphChoice, WhatAllSayIsFoldedAndTheRestStandsSideBySide) {
  const auto parts = partsOf({kFirst, kSecond}, kNow);
  ASSERT_EQ(parts.size(), 3U);
  EXPECT_TRUE(parts[0].same);
  EXPECT_FALSE(parts[1].same);
  EXPECT_TRUE(parts[2].same);
  EXPECT_EQ(parts[1].sides[1], std::vector<std::string>{"Wren led. They counted us in."});
}

TEST(ParagraphChoice, ChoosingNothingLeavesTheTextAsItIs) {
  EXPECT_EQ(textOf(partsOf({kFirst, kSecond}, kNow), {kBoth, kBoth, kBoth}), kNow);
}

TEST(ParagraphChoice, ChoosingASideEverywhereIsThatSidesText) {
  EXPECT_EQ(textOf(partsOf({kFirst, kSecond}, kNow), {0, 0, 0}), kFirst);
  EXPECT_EQ(textOf(partsOf({kFirst, kSecond}, kNow), {1, 1, 1}), kSecond);
}

TEST(ParagraphChoice, ThatHoldsForAnyTextsThatWereThoughtOf) {
  const std::vector<std::string> texts = {"",       "a",       "a\nb",    "b\na",     "\n\n",
                                          "a\n\nb", "b\nb\nb", "c\na\nb", "a\nb\nc\n"};
  for (const std::string& one : texts) {
    for (const std::string& two : texts) {
      for (const std::string& now : texts) {
        const auto parts = partsOf({one, two}, now);
        const std::vector<int> none(parts.size(), kBoth);
        EXPECT_EQ(textOf(parts, none), now) << one << "|" << two << "|" << now;
        EXPECT_EQ(textOf(parts, std::vector<int>(parts.size(), 0)), one);
        EXPECT_EQ(textOf(parts, std::vector<int>(parts.size(), 1)), two);
      }
    }
  }
}

TEST(ParagraphChoice, OnlyTheWordsThatDifferAreMarked) {
  const auto runs = runsThatDiffer({"Wren led. It wobbled."}, {"Wren led. They counted."}, {});
  ASSERT_EQ(runs.size(), 2U);
  EXPECT_EQ(runs[0].text, "Wren led. ");
  EXPECT_FALSE(runs[0].differs);
  EXPECT_EQ(runs[1].text, "It wobbled.");
  EXPECT_TRUE(runs[1].differs);
}

}  // namespace
}  // namespace app::model
