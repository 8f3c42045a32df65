#include "journal/domain/own_framework.h"

#include <gmock/gmock.h>

namespace journal {
namespace {

using ::testing::HasSubstr;

LocalDate on(const char* iso) {
  return *parseDate(iso);
}

/// Two domains of one outcome each; M1 with two indicators.
Framework came() {
  const auto indicator = [](const char* code) {
    return Indicator{*IndicatorCode::parse(code),
                     std::string("About ") + code,
                     {"not yet", "glimpsed", "prompted", "mostly", "settled"}};
  };
  Framework framework;
  framework.version = 1;
  framework.name = "Test";
  framework.levelNames =
      framework.scaleRule = {"Not yet", "Glimpsed", "Prompted", "Mostly", "Settled"};
  framework.noChanceName = "No chance to see it";
  framework.domains = {
      {"M", "Musical", {{"M1", "Playing", "Playing", "", {indicator("M1.1"), indicator("M1.2")}}}},
      {"S", "Social", {{"S4", "Leading", "Leading", "", {indicator("S4.1")}}}}};
  return framework;
}
Outcome& m1(Framework& framework) {
  return framework.domains[0].outcomes[0];
}
FrameworkVersion version(int number, const char* from) {
  FrameworkVersion made{on(from), came()};
  made.framework.version = number;
  return made;
}
std::string advice(const Framework& framework) {
  const auto kept = requireKeepable(framework);
  return kept.ok() ? "" : kept.error().advice;
}
Tag taggedUnder(int number) {
  Tag tag;
  tag.indicator = *IndicatorCode::parse("M1.1");
  tag.level = Level::of(3);
  tag.frameworkVersion = number;
  return tag;
}

TEST(OwnFramework, AVersionComesIntoForceByItselfOnItsDay) {
  const Framework ours = came();
  const OwnFrameworks own{version(2, "2026-01-10"), version(3, "2026-09-01")};
  EXPECT_EQ(frameworkInForce(ours, own, on("2026-01-09")).version, 1);
  EXPECT_EQ(frameworkInForce(ours, own, on("2026-01-10")).version, 2);
  EXPECT_EQ(frameworkInForce(ours, own, on("2026-08-31")).version, 2);
  EXPECT_EQ(frameworkInForce(ours, own, on("2026-09-01")).version, 3);
  EXPECT_EQ(frameworkInForce(ours, {}, on("2026-09-01")).version, 1);
}

TEST(OwnFramework, ALaterVersionReplacesOneThatWasStillToCome) {
  const OwnFrameworks own{version(2, "2026-09-01"), version(3, "2026-01-10")};
  EXPECT_EQ(frameworkInForce(came(), own, on("2026-01-10")).version, 3);
  EXPECT_EQ(frameworkInForce(came(), own, on("2026-09-01")).version, 3);
  EXPECT_EQ(nextFrameworkVersion(came(), own), 4);
}

TEST(OwnFramework, ARewordedSentenceIsRememberedAsItWasWhenTagged) {
  const Framework ours = came();
  OwnFrameworks own{version(2, "2026-01-10")};
  m1(own[0].framework).indicators[0].levels[2] = "with a nod";
  const Framework& now = own[0].framework;
  EXPECT_EQ(wordedThen(taggedUnder(1), now, ours, own), "prompted");
  EXPECT_EQ(wordedThen(taggedUnder(2), now, ours, own), "") << "tagged by these very words";
  EXPECT_EQ(wordedThen(taggedUnder(7), now, ours, own), "") << "not here: from another laptop";
  Tag rest = taggedUnder(1);
  rest.level.reset();
  EXPECT_EQ(wordedThen(rest, now, ours, own), "");
}

TEST(OwnFramework, ALocalIndicatorTakesACodeThatNoVersionHasUsed) {
  const Framework ours = came();
  Framework draft = came();
  ASSERT_TRUE(addLocalIndicator(draft, "M1", ours, {}).ok());
  EXPECT_EQ(m1(draft).indicators.back().code.text(), "M1.3");
  EXPECT_TRUE(m1(draft).indicators.back().local);
  FrameworkVersion kept = version(2, "2026-01-10");
  m1(kept.framework).indicators.push_back(m1(draft).indicators.back());
  Framework again = came();  // begun from one that does not have it
  ASSERT_TRUE(addLocalIndicator(again, "M1", ours, {kept}).ok());
  EXPECT_EQ(m1(again).indicators.back().code.text(), "M1.4");
  EXPECT_EQ(addLocalIndicator(draft, "X9", ours, {}).error().code, ErrorCode::NotFound);
}

TEST(OwnFramework, NineInUseAreEnough) {
  Framework draft = came();
  for (int i = 0; i < 7; ++i) ASSERT_TRUE(addLocalIndicator(draft, "M1", came(), {}).ok());
  const auto tenth = addLocalIndicator(draft, "M1", came(), {});
  ASSERT_FALSE(tenth.ok());
  EXPECT_THAT(tenth.error().advice, HasSubstr("Switch one off first"));
  m1(draft).indicators[0].off = true;
  EXPECT_TRUE(addLocalIndicator(draft, "M1", came(), {}).ok());
}

TEST(OwnFramework, EveryRefusalNamesThePlaceAndWhatToDo) {
  Framework draft = came();
  EXPECT_EQ(advice(draft), "");
  m1(draft).shortName = "Nineteen characters";
  EXPECT_EQ(advice(draft), "Give M1 a short name of at most 18 characters.");
  draft = came();
  m1(draft).indicators[1].levels[3].clear();
  EXPECT_EQ(advice(draft), "Say in M1.2 what level 4 looks like, in at most 300 characters.");
  draft = came();
  draft.levelNames[1] = "Glimpsed a bit";
  EXPECT_EQ(advice(draft), "Give level 2 a name of at most 9 characters.");
  draft = came();
  draft.domains[1].outcomes[0].indicators[0].off = true;
  EXPECT_EQ(advice(draft),
            "Every indicator of S4 is switched off. Leave one on, or switch off S4.");
  draft.domains[1].outcomes[0].off = true;
  EXPECT_EQ(advice(draft), "");
  m1(draft).off = true;
  EXPECT_EQ(advice(draft), "Leave at least one outcome switched on.");
}

TEST(OwnFramework, CharactersAreCountedNotBytes) {
  Framework draft = came();
  m1(draft).shortName = "éééééééééééééééééé";
  EXPECT_EQ(advice(draft), "");
}

TEST(OwnFramework, AsItCameBringsBackOurWordsAndSwitchesOffWhatIsLocal) {
  Framework draft = came();
  ASSERT_TRUE(addLocalIndicator(draft, "M1", came(), {}).ok());
  m1(draft).indicators[2].name = "Ours alone";
  m1(draft).name = m1(draft).shortName = "Other words";
  m1(draft).off = true;
  draft.levelNames[0] = "Never";
  asItCame(draft, came());
  EXPECT_EQ(m1(draft).name, "Playing");
  EXPECT_FALSE(m1(draft).off);
  EXPECT_EQ(draft.levelNames, came().levelNames);
  ASSERT_EQ(m1(draft).indicators.size(), 3U);
  EXPECT_EQ(m1(draft).indicators[2].name, "Ours alone");
  EXPECT_TRUE(m1(draft).indicators[2].off);
}

TEST(OwnFramework, AnEarlierVersionIsBegunFromAgainWithoutLosingACode) {
  FrameworkVersion kept = version(2, "2026-01-10");
  ASSERT_TRUE(addLocalIndicator(kept.framework, "M1", came(), {}).ok());
  const Framework draft = begunFrom(came(), came(), {kept});
  EXPECT_EQ(draft.version, 3);
  const Indicator* local = draft.find(*IndicatorCode::parse("M1.3"));
  ASSERT_NE(local, nullptr);
  EXPECT_TRUE(local->off);
  EXPECT_TRUE(requireEveryCodeOf(kept.framework, draft).ok());
}

TEST(OwnFramework, BlanksAroundWordsAreNotWords) {
  Framework draft = came();
  m1(draft).name = "  Playing ";
  m1(draft).indicators[0].levels[0] = " \t";
  EXPECT_EQ(m1(draft = cleaned(draft)).name, "Playing");
  EXPECT_THAT(advice(draft), HasSubstr("what level 1 looks like"));
}

TEST(OwnFramework, NothingThatWasTaggedMayLoseItsName) {
  Framework later = came();
  EXPECT_TRUE(requireEveryCodeOf(came(), later).ok());
  m1(later).indicators.pop_back();
  const auto lost = requireEveryCodeOf(came(), later);
  ASSERT_FALSE(lost.ok());
  EXPECT_THAT(lost.error().advice, HasSubstr("Switch M1.2 off instead"));
}

}  // namespace
}  // namespace journal
