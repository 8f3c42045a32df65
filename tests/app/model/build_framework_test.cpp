#include "app/model/build_framework.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/app/model/small_framework.h"

namespace {

using namespace app::model;
using journal::FrameworkVersion;
using testing::ElementsAre;
using testing::IsEmpty;

struct BuildFramework : testing::Test {
  BuildFramework() {
    library.framework = tests::smallFramework();
    library.framework.scaleRule = library.framework.levelNames;
    library.asItCame = library.framework;
    ui.draft = journal::begunFrom(library.asItCame, library.asItCame, {});
    ui.from = "2026-01-22";
  }
  journal::Outcome& m1() { return ui.draft.domains[0].outcomes[0]; }
  std::string reason() {
    const auto version = frameworkFrom(ui, library, today);
    return version.ok() ? "" : version.error().advice;
  }
  /// As if the draft had been kept.
  void keep() {
    library.frameworks.push_back({*journal::parseDate(ui.from), ui.draft});
    library.framework = journal::frameworkInForce(library.asItCame, library.frameworks, today);
    ui.draft = journal::begunFrom(ui.draft, library.asItCame, library.frameworks);
  }

  Library library;
  FrameworkUi ui;
  journal::LocalDate today = *journal::parseDate("2026-01-22");
};

TEST_F(BuildFramework, EveryPartThatIsDifferentIsNamedOnce) {
  m1().shortName = "Sound";
  m1().youngPersonStatement = "I play.";
  m1().indicators[0].levels[1] = "Twice";
  m1().indicators[0].levels[4] = "Always";
  m1().indicators[1].off = true;
  ui.draft.levelNames[1] = "Seen";
  EXPECT_THAT(
      frameworkChanges(library.asItCame, ui.draft),
      ElementsAre("Names of the levels: 2 Seen", "M1 Sound: short name, the young person's line",
                  "M1.1 Indicator M1.1: level 2, level 5", "M1.2 Indicator M1.2: switched off"));
  EXPECT_THAT(frameworkChanges(ui.draft, ui.draft), IsEmpty());
}

TEST_F(BuildFramework, BlanksAreNoDifference) {
  m1().name += "  ";
  EXPECT_EQ(reason(), "Nothing is different from the version before.");
}

TEST_F(BuildFramework, TheSameWordsOnAnotherDayAreAVersionOnlyWhileTheOtherIsToCome) {
  m1().name = "Playing";
  ui.from = "2026-09-01";
  keep();
  EXPECT_EQ(reason(), "Nothing is different from the version before.");
  ui.from = "2026-04-01";
  EXPECT_EQ(reason(), "") << "brought forward";
  today = *journal::parseDate("2026-09-02");
  ui.from = "2026-09-02";
  EXPECT_EQ(reason(), "Nothing is different from the version before.") << "it is in force";
}

TEST_F(BuildFramework, AVersionThatCameInMeanwhileIsFollowedNotContradicted) {
  m1().name = "Playing";
  journal::FrameworkVersion other{today, library.asItCame};
  other.framework.version = 2;
  ASSERT_TRUE(addLocalIndicator(other.framework, "M1", library.asItCame, {}).ok());
  other.framework.domains[0].outcomes[0].indicators.back().name = "Theirs";
  for (std::string& level : other.framework.domains[0].outcomes[0].indicators.back().levels)
    level = "Seen";
  library.frameworks.push_back(other);
  const auto version = frameworkFrom(ui, library, today);
  ASSERT_TRUE(version.ok()) << version.error().advice;
  EXPECT_EQ(version->framework.version, 3);
  EXPECT_TRUE(requireEveryCodeOf(other.framework, version->framework).ok());
}

TEST_F(BuildFramework, AVersionThatIsToComeIsReadWithItsDay) {
  m1().off = true;
  ui.from = "2026-09-01";
  keep();
  const FrameworkModel now = buildFramework({library, ui, "", 0, false, true, today});
  EXPECT_EQ(now.name, "Small, version 1");
  EXPECT_EQ(now.when, "");
  ASSERT_EQ(now.versions.size(), 2U);
  EXPECT_EQ(now.versions[0].title, "Version 2, from 1 September 2026");
  EXPECT_EQ(now.versions[0].detail, "Begins by itself on its day");
  EXPECT_TRUE(now.versions[1].chosen);
  const FrameworkModel then = buildFramework({library, ui, "M1", 2, false, true, today});
  EXPECT_EQ(then.when, "Begins by itself on its day, from 1 September 2026");
  EXPECT_EQ(then.domains[0].outcomes[0].detail, "Switched off");
}

}  // namespace
