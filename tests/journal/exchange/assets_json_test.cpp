#include "journal/exchange/assets_json.h"
#include "journal/exchange/session_formats.h"

#include <gtest/gtest.h>

#include <string>

#include "journal/domain/own_framework.h"
#include "tests/journal/exchange/exchange_support.h"

namespace journal::exchange::test {
namespace {

std::string without(std::string text, const std::string& part, const std::string& instead = "") {
  const std::size_t at = text.find(part);
  EXPECT_NE(at, std::string::npos) << part;
  return at == std::string::npos ? text : text.replace(at, part.size(), instead);
}

TEST(Assets, TheShippedFrameworkHasThreeDomainsFifteenOutcomesAndFiftyOneIndicators) {
  const Framework& framework = shippedFramework();
  std::size_t outcomes = 0;
  std::size_t indicators = 0;
  for (const Domain& domain : framework.domains) {
    outcomes += domain.outcomes.size();
    for (const Outcome& outcome : domain.outcomes) indicators += outcome.indicators.size();
  }
  EXPECT_EQ(framework.domains.size(), 3u);
  EXPECT_EQ(outcomes, 15u);
  EXPECT_EQ(indicators, 51u);
  const Indicator* indicator = framework.find(*IndicatorCode::parse("P4.1"));
  ASSERT_NE(indicator, nullptr);
  EXPECT_EQ(indicator->name, "Making choices");
  EXPECT_EQ(indicator->levels[1], "Chooses between two things");
}

TEST(Assets, TheShippedFrameworkIsOneThatAServiceCouldKeep) {
  const auto kept = requireKeepable(shippedFramework());
  EXPECT_TRUE(kept.ok()) << kept.error().advice;
}

TEST(Assets, TheShippedPromptsAreRead) {
  const auto prompts = readPrompts(sourceFile("assets/prompts.json"));
  ASSERT_TRUE(prompts.ok());
  EXPECT_EQ(prompts->sets.size(), 13u);
  ASSERT_NE(prompts->find("Q1"), nullptr);
  EXPECT_EQ(prompts->find("Q1")->prompts.size(), 3u);
}

TEST(Assets, AFrameworkWithoutAnIndicatorsNameSaysWhichOne) {
  const std::string broken =
      without(sourceFile("assets/framework.json"), "\"Making choices\"", "null");
  const auto read = readFramework(broken);
  ASSERT_FALSE(read.ok());
  EXPECT_EQ(read.error().code, ErrorCode::InvalidInput);
  EXPECT_NE(read.error().advice.find("P4.1"), std::string::npos) << read.error().advice;
}

TEST(Assets, AnIndicatorThatStandsTwiceIsRefused) {
  const auto read =
      readFramework(without(sourceFile("assets/framework.json"), "\"P4.1\"", "\"P4.2\""));
  ASSERT_FALSE(read.ok());
  EXPECT_NE(read.error().advice.find("P4"), std::string::npos) << read.error().advice;
}

TEST(Assets, EveryTruncationOfTheFrameworkIsRefusedWithASentence) {
  const std::string whole = sourceFile("assets/framework.json");
  const std::size_t end = whole.find_last_of('}');
  for (std::size_t size = 0; size <= end; size += 211) {
    const auto read = readFramework(std::string_view(whole).substr(0, size));
    ASSERT_FALSE(read.ok()) << size;
    EXPECT_FALSE(read.error().advice.empty());
  }
}

TEST(Assets, TenMillionNestedArraysAreRefusedWithoutOverflowingTheStack) {
  const std::string nested(10'000'000, '[');
  EXPECT_FALSE(readFramework(nested).ok());
  EXPECT_FALSE(readPrompts("[" + nested.substr(0, 5'000'000)).ok());
  EXPECT_FALSE(readSessionFormats(nested.substr(0, 5'000'000)).ok());
}

}  // namespace
}  // namespace journal::exchange::test
