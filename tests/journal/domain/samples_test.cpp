// The sample reflections against the shipped framework: what the suggestions and the name matcher
// make of real prose. Figures are printed, not asserted: the samples are one writer's and too few
// to tune against.
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "journal/base/utf8.h"
#include "journal/domain/indicator_matcher.h"
#include "journal/domain/mention.h"
#include "journal/domain/name_matcher.h"
#include "journal/exchange/assets_json.h"

namespace journal {
namespace {

std::string readAll(const std::string& path) {
  std::ifstream in(std::string(AFTERNOTE_SOURCE_DIR) + "/" + path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

const Framework& shippedFramework() {
  static const Framework framework =
      exchange::readFramework(readAll("assets/framework.json")).value();
  return framework;
}

std::vector<nlohmann::json> samples() {
  std::vector<nlohmann::json> all;
  std::istringstream lines(readAll("tests/data/reflections.jsonl"));
  for (std::string line; std::getline(lines, line);) all.push_back(nlohmann::json::parse(line));
  return all;
}

NameId idOf(std::size_t n) {
  NameId::Bytes bytes{};
  bytes[0] = static_cast<std::uint8_t>(n + 1);
  return NameId::fromBytes(bytes);
}

TEST(ShippedFramework, IsSound) {
  const Framework& framework = shippedFramework();
  const Result<void> checked = checkFramework(framework);
  EXPECT_TRUE(checked.ok()) << checked.error().detail;
  EXPECT_EQ(framework.domains.size(), 3U);
}

TEST(NearestIndicator, GivesSaneSuggestions) {
  const IndicatorMatcher matcher(shippedFramework());
  const struct {
    const char* domain;
    const char* phrase;
    const char* code;
  } expected[] = {{"musical", "keeps a steady pulse with the bow", "M1.1"},
                  {"Musical", "produces a controlled, sustained tone", "M1.2"},
                  {"M", "holds own part against others", "M4.1"},
                  {"personal", "asks for help", "P1.3"},
                  {"personal", "recovers from a mistake", "P2.2"},
                  {"personal", "sets own goals", "P4.3"},
                  {"social", "helps a peer without being asked", "S4.3"},
                  {"social", "waits for others' turns", "S2.2"},
                  {"social", "offers and accepts feedback", "S3.3"},
                  {"social", "welcomes a newcomer", "S5.1"},
                  {"", "tackles the tricky bit", "M1.3"},
                  {"no such domain", "tackles the tricky bit", "M1.3"}};
  for (const auto& one : expected) {
    const auto found = matcher.nearest(one.domain, one.phrase);
    ASSERT_TRUE(found) << one.phrase;
    EXPECT_EQ(found->text(), one.code) << one.phrase;
  }
}

TEST(NearestIndicator, FindsEveryIndicatorByItsOwnName) {
  const IndicatorMatcher matcher(shippedFramework());
  for (const Domain& domain : shippedFramework().domains) {
    for (const Outcome& outcome : domain.outcomes) {
      for (const Indicator& indicator : outcome.indicators)
        EXPECT_EQ(matcher.nearest(domain.name, indicator.name), indicator.code) << indicator.name;
    }
  }
}

TEST(NearestIndicator, SuggestsNothingWhenNothingIsShared) {
  EXPECT_EQ(nearestIndicator(shippedFramework(), "", "zzz qqq"), std::nullopt);
  EXPECT_EQ(nearestIndicator(shippedFramework(), "social", ""), std::nullopt);
  EXPECT_EQ(nearestIndicator(Framework{}, "", "pulse"), std::nullopt);
}

TEST(NearestIndicator, IsDeterministicAndStaysInItsDomainOnTheSamples) {
  const IndicatorMatcher matcher(shippedFramework());
  std::size_t phrases = 0;
  std::size_t found = 0;
  for (const nlohmann::json& sample : samples()) {
    for (const nlohmann::json& tag : sample["tags"]) {
      const std::string domain = tag["domain"];
      const std::string phrase = tag["indicator"];
      const std::optional<IndicatorCode> nearest = matcher.nearest(domain, phrase);
      EXPECT_EQ(nearest, nearestIndicator(shippedFramework(), domain, phrase));
      ++phrases;
      if (!nearest) continue;
      ++found;
      EXPECT_EQ(foldCase(shippedFramework().findDomain(nearest->domainCode())->name), domain);
      std::cout << "  " << nearest->text() << "  " << phrase << "  ->  "
                << shippedFramework().find(*nearest)->name << '\n';
    }
  }
  std::cout << "  " << found << " of " << phrases << " phrases have a suggestion\n";
}

/// How much of what the labels call a person on the roster becomes a mention.
TEST(MentionKnownNames, OnTheSamplesTouchesNothingButNames) {
  std::size_t labelled = 0;
  std::size_t covered = 0;
  std::size_t mentions = 0;
  for (const nlohmann::json& sample : samples()) {
    std::vector<KnownName> names;
    for (const std::string name : sample["roster"]) {
      KnownName one;
      one.id = idOf(names.size());
      one.realName = name;
      names.push_back(one);
    }
    const std::string text = sample["text"];
    const std::string stored = mentionKnownNames(text, names);
    for (const TextPiece& piece : pieces(stored))
      mentions += piece.kind == TextPiece::Kind::Mention;
    const std::string code = render(stored, NamesShown::Code, [](NameId) { return nullptr; }).text;
    for (const nlohmann::json& person : sample["people"]) {
      if (!person["on_roster"]) continue;
      for (const std::string mention : person["mentions"]) {
        ++labelled;
        covered += code.find(mention) == std::string::npos;
      }
    }
    for (const std::string word : sample["plain"]) {
      const bool inLowerCase = (" " + text + " ").find(" " + word + " ") != std::string::npos;
      EXPECT_TRUE(!inLowerCase || code.find(word) != std::string::npos)
          << sample["id"] << ": the ordinary word was taken for a name: " << word;
    }
  }
  std::cout << "  " << covered << " of " << labelled
            << " written forms of people on the roster no longer stand in the text; " << mentions
            << " mentions\n";
  EXPECT_GT(mentions, 0U);
}

}  // namespace
}  // namespace journal
