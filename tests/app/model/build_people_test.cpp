#include "app/model/build_people.h"

#include <gtest/gtest.h>

#include "tests/app/model/small_framework.h"

namespace {

using namespace app::model;
using journal::Level;

struct People : testing::Test {
  People() {
    library.framework = tests::smallFramework();
    wren.id = journal::NameId::random(random);
    wren.codeName = "Wren";
    wren.realName = "Ayaan Chaudhry";
  }
  void see(const char* date, const char* indicator, std::optional<int> level,
           journal::Voice voice = journal::Voice::Tutor) {
    journal::service::JourneyPoint point;
    point.date = journal::parseDate(date).value();
    point.tag.indicator = journal::IndicatorCode::parse(indicator).value();
    if (level) point.tag.level = Level::of(*level);
    point.tag.voice = voice;
    point.tag.quote = std::string("seen on ") + date;
    journey.push_back(point);
  }
  PersonPage build() {
    return buildPerson({wren, journey, intentions, studies, names, library, ui,
                        journal::parseDate("2026-01-22").value()});
  }

  journal::SeededRandom random{3};
  journal::KnownName wren;
  std::vector<journal::service::JourneyPoint> journey;
  std::vector<journal::Intention> intentions;
  std::vector<journal::CaseStudy> studies;
  std::vector<journal::KnownName> names;
  Library library;
  PeopleUi ui;
};

TEST_F(People, ThreeStavesStandInTheFrameworksOrderHoweverLittleWasWritten) {
  see("2026-01-10", "P1.1", 2);
  const PersonPage page = build();
  ASSERT_EQ(page.staves.size(), 3U);
  EXPECT_EQ(page.staves[0].name, "Musical");
  EXPECT_EQ(page.staves[2].name, "Social");
  EXPECT_NE(page.staves[0].nothing.find("a gap in our notes, not in Wren"), std::string::npos);
}

TEST_F(People, AllStavesShareOneTime) {
  see("2025-09-10", "M1.1", 1);
  see("2025-11-10", "P1.1", 2);
  see("2026-01-10", "S1.1", 3);
  const PersonPage page = build();
  EXPECT_FLOAT_EQ(page.staves[0].notes[0].x, 0);
  EXPECT_FLOAT_EQ(page.staves[1].notes[0].x, 0.5F);
  EXPECT_FLOAT_EQ(page.staves[2].notes[0].x, 1);
}

TEST_F(People, AFallIsSaidAsPlainlyAsARise) {
  see("2025-09-10", "P1.1", 4);
  see("2026-01-10", "P1.1", 2);
  EXPECT_EQ(build().staves[1].summary, "Short P1: mostly to glimpsed");
}

TEST_F(People, NoChanceToSeeItHasNoPlaceOnTheLines) {
  see("2025-09-10", "P1.1", 2);
  see("2025-10-10", "P1.1", std::nullopt);
  const PersonPage page = build();
  EXPECT_EQ(page.staves[1].notes.size(), 1U);
  EXPECT_EQ(page.staves[1].rests, "1 time with no chance to see it");
}

TEST_F(People, ShowsTheOutcomeThatIsAskedForElseTheFullest) {
  see("2025-09-10", "P1.1", 2);
  see("2025-09-11", "P2.1", 2);
  see("2025-09-12", "P2.2", 3);
  EXPECT_EQ(build().staves[1].outcome, "P2");
  ui.outcomes[1] = "P1";
  EXPECT_EQ(build().staves[1].outcome, "P1");
}

TEST_F(People, TheRealNameIsThereOnlyWhileItIsShown) {
  EXPECT_TRUE(build().realName.empty());
  ui.showName = true;
  EXPECT_EQ(build().realName, "Ayaan Chaudhry");
}

TEST_F(People, TheirOwnWordsAreTheLatestInTheirVoice) {
  see("2025-09-10", "P1.1", 2, journal::Voice::YoungPerson);
  see("2025-10-10", "P1.1", 2, journal::Voice::YoungPerson);
  see("2025-11-10", "P1.1", 2);
  EXPECT_EQ(build().ownWords, "seen on 2025-10-10");
}

TEST_F(People, ThenAndNowNeedsATermBetween) {
  see("2026-01-01", "P1.1", 2);
  see("2026-01-20", "P1.1", 3);
  EXPECT_FALSE(build().thenAndNow.has_value());
  journey.clear();
  see("2025-09-10", "P1.1", 2);
  see("2026-01-20", "P1.1", 3);
  const auto pair = build().thenAndNow;
  ASSERT_TRUE(pair.has_value());
  EXPECT_EQ(pair->then.words, "seen on 2025-09-10");
  EXPECT_EQ(pair->now.words, "seen on 2026-01-20");
}

TEST_F(People, SilenceIsAboutThisTermAndNotAboutLevels) {
  see("2025-10-10", "P1.1", 4);
  see("2026-01-10", "P2.1", 1);
  see("2026-01-11", "M1.1", std::nullopt);
  const PersonPage page = build();
  EXPECT_EQ(page.silence[1].heard, (std::vector<std::string>{"Short P2"}));
  EXPECT_EQ(page.silence[1].silent, (std::vector<std::string>{"Short P1"}));
  EXPECT_EQ(page.silence[0].silent.size(), 2U) << "no chance to see it is not evidence";
}

TEST_F(People, OnlyTheirOwnIntentionsAreShown) {
  journal::Intention mine;
  mine.id = journal::IntentionId::random(random);
  mine.text = "ask before showing";
  mine.youngPerson = wren.id;
  mine.madeOn = journal::parseDate("2026-01-20").value();
  journal::Intention other = mine;
  other.youngPerson = journal::NameId::random(random);
  intentions = {mine, other};
  ASSERT_EQ(build().intentions.size(), 1U);
  EXPECT_EQ(build().intentions[0].words, "ask before showing");
}

TEST_F(People, WithoutATagThereIsNothingToChoose) {
  const PersonPage page = build();
  EXPECT_TRUE(page.nothingYet);
  EXPECT_EQ(page.chosenStave, -1);
}

}  // namespace
