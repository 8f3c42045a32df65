#include "journal/domain/framework.h"

#include <gtest/gtest.h>

namespace journal {
namespace {

/// Two domains, two outcomes, three indicators; sound.
Framework aFramework() {
  const auto indicator = [](const char* code, const char* name) {
    return Indicator{*IndicatorCode::parse(code), name, {"a", "b", "c", "d", "e"}};
  };
  Framework framework;
  framework.version = 1;
  framework.name = "Test";
  framework.levelNames = framework.scaleRule = {"1", "2", "3", "4", "5"};
  framework.noChanceName = "No chance to see it";
  framework.domains = {
      {"M",
       "Musical",
       {{"M1",
         "Playing",
         "Playing",
         "I play.",
         {indicator("M1.1", "Keeping a pulse"), indicator("M1.2", "Sound")}}}},
      {"S",
       "Social",
       {{"S4", "Leading", "Leading", "I lead.", {indicator("S4.3", "Supporting others")}}}}};
  return framework;
}

TEST(IndicatorCode, IsLettersNumberDotNumberAndNothingElse) {
  for (const char* good : {"P4.1", "M1.12", "ABC12.3"})
    EXPECT_TRUE(IndicatorCode::parse(good)) << good;
  for (const char* bad : {"", "P", "P4", "P4.", "P.1", "4.1", "p4.1", "ABCD1.1", "P4.1 ", " P4.1",
                          "P4.1.1", "P4,1", "P4.x", "P1234.1",
                          "\xC3\x89"
                          "1.1"})
    EXPECT_FALSE(IndicatorCode::parse(bad)) << bad;
}

TEST(IndicatorCode, KnowsItsDomainAndOutcome) {
  const IndicatorCode code = *IndicatorCode::parse("AB12.3");
  EXPECT_EQ(code.domainCode(), "AB");
  EXPECT_EQ(code.outcomeCode(), "AB12");
  EXPECT_EQ(IndicatorCode{}.outcomeCode(), "");
  EXPECT_EQ(IndicatorCode{}.domainCode(), "");
}

TEST(Level, RunsFromOneToFive) {
  EXPECT_FALSE(Level::of(0));
  EXPECT_FALSE(Level::of(6));
  EXPECT_EQ(Level::of(5)->value(), 5);
  EXPECT_LT(*Level::of(1), *Level::of(2));
}

TEST(Framework, FindsWhatItHoldsAndNothingElse) {
  const Framework framework = aFramework();
  ASSERT_NE(framework.find(*IndicatorCode::parse("S4.3")), nullptr);
  EXPECT_EQ(framework.find(*IndicatorCode::parse("S4.3"))->name, "Supporting others");
  EXPECT_EQ(framework.find(*IndicatorCode::parse("S4.4")), nullptr);
  EXPECT_EQ(framework.find(IndicatorCode{}), nullptr);
  EXPECT_NE(framework.findOutcome("M1"), nullptr);
  EXPECT_EQ(framework.findOutcome("M2"), nullptr);
  EXPECT_NE(framework.findDomain("S"), nullptr);
  EXPECT_EQ(framework.findDomain(""), nullptr);
}

template <class Spoil>
void expectFault(const char* code, Spoil spoil) {
  Framework framework = aFramework();
  spoil(framework);
  const Result<void> checked = checkFramework(framework);
  ASSERT_FALSE(checked.ok()) << code;
  EXPECT_EQ(checked.error().code, ErrorCode::InvalidInput);
  EXPECT_NE(checked.error().detail.find(code), std::string::npos) << checked.error().detail;
}

TEST(CheckFramework, AcceptsASoundOne) {
  EXPECT_TRUE(checkFramework(aFramework()).ok());
}

TEST(CheckFramework, NamesTheCodeAtFault) {
  expectFault("M1.2",
              [](Framework& f) { f.domains[0].outcomes[0].indicators[1].levels[4].clear(); });
  expectFault("M1.2", [](Framework& f) { f.domains[0].outcomes[0].indicators[1].name.clear(); });
  expectFault("M1.1", [](Framework& f) {
    f.domains[0].outcomes[0].indicators[1].code = *IndicatorCode::parse("M1.1");
  });
  expectFault("P1.1", [](Framework& f) {
    f.domains[0].outcomes[0].indicators[0].code = *IndicatorCode::parse("P1.1");
  });
  expectFault("S4", [](Framework& f) { f.domains[1].outcomes[0].name.clear(); });
  expectFault("S4", [](Framework& f) {
    f.domains[1].outcomes[0].shortName = "more than eighteen characters";
  });
  expectFault("S4", [](Framework& f) { f.domains[1].outcomes[0].indicators.clear(); });
  expectFault("M4", [](Framework& f) { f.domains[1].outcomes[0].code = "M4"; });
  expectFault("M", [](Framework& f) { f.domains[1].code = "M"; });
  expectFault("scale", [](Framework& f) { f.levelNames[2].clear(); });
  expectFault("scale", [](Framework& f) { f.noChanceName.clear(); });
  expectFault("framework", [](Framework& f) { f.domains.clear(); });
  expectFault("framework", [](Framework& f) { f.version = 0; });
  expectFault("S", [](Framework& f) { f.domains[1].outcomes.clear(); });
}

}  // namespace
}  // namespace journal
