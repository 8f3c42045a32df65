#include "app/model/tag_panel.h"

#include <gtest/gtest.h>

#include "journal/domain/mention.h"
#include "tests/app/model/small_framework.h"

namespace {

using namespace app::model;

struct TagPanel : testing::Test {
  TagPanel() {
    wren.id = journal::NameId::random(random);
    wren.codeName = "Wren";
    siskin.id = journal::NameId::random(random);
    siskin.codeName = "Siskin";
    school.id = journal::NameId::random(random);
    school.kind = journal::NameKind::Place;
    school.codeName = "a primary school";
    names = {wren, siskin, school};
  }
  journal::IndicatorCode code(const char* text) { return *journal::IndicatorCode::parse(text); }
  TagMark markOf(const std::string& stored, const std::string& shown, journal::Passage passage) {
    journal::Tag tag;
    tag.passage = passage;
    tag.indicator = code("P1.1");
    tag.level = journal::Level::of(4);
    const auto marks = buildMarks({tag}, stored, shown, framework);
    return marks.empty() ? TagMark() : marks.front();
  }

  journal::SeededRandom random{3};
  journal::Framework framework = tests::smallFramework();
  journal::KnownName wren, siskin, school;
  std::vector<journal::KnownName> names;
};

TEST_F(TagPanel, CannotBeSavedBeforeAnIndicatorAndALevelAreChosen) {
  TagDraft draft;
  EXPECT_FALSE(buildTagPanel(draft, framework, names).saveNotYet.empty());
  draft.outcome = "P1";
  draft.indicator = code("P1.1");
  EXPECT_FALSE(buildTagPanel(draft, framework, names).saveNotYet.empty());
  draft.levelChosen = true;
  EXPECT_TRUE(buildTagPanel(draft, framework, names).saveNotYet.empty());
}

TEST_F(TagPanel, NoChanceToSeeItIsAChoiceAndNotLevelOne) {
  TagDraft draft;
  draft.indicator = code("P1.1");
  draft.levelChosen = true;
  const TagPanelModel model = buildTagPanel(draft, framework, names);
  EXPECT_EQ(model.level, std::nullopt);
  EXPECT_EQ(model.levelWord, "No chance to see it:");
}

TEST_F(TagPanel, TheLevelSpeaksInTheIndicatorsOwnWords) {
  TagDraft draft;
  draft.outcome = "P1";
  draft.indicator = code("P1.1");
  draft.levelChosen = true;
  draft.level = journal::Level::of(4);
  const TagPanelModel model = buildTagPanel(draft, framework, names);
  EXPECT_EQ(model.levelWord, "Mostly:");
  EXPECT_EQ(model.levelSentence, "makes most choices");
  EXPECT_EQ(model.domain, 1);
}

TEST_F(TagPanel, AFirstTagOffersBaselineAndALaterOneChange) {
  TagDraft draft;
  draft.indicator = code("P1.1");
  offerDirection(draft);
  EXPECT_EQ(draft.direction, journal::Direction::Baseline);
  journal::service::JourneyPoint before;
  before.tag.indicator = code("P1.1");
  before.tag.level = journal::Level::of(3);
  before.date = journal::parseDate("2026-01-15").value();
  draft.journey = {before};
  offerDirection(draft);
  EXPECT_EQ(draft.direction, journal::Direction::Change);
  const TagPanelModel model = buildTagPanel(draft, framework, names);
  EXPECT_EQ(model.lastTime, 3);
  EXPECT_EQ(model.lastTimeWords, "Last time: Prompted, 15 January");
}

TEST_F(TagPanel, AChosenDirectionIsNotOfferedAway) {
  TagDraft draft;
  draft.indicator = code("P1.1");
  draft.direction = journal::Direction::SetBack;
  draft.directionChosen = true;
  offerDirection(draft);
  EXPECT_EQ(draft.direction, journal::Direction::SetBack);
}

TEST_F(TagPanel, IsAboutWhoIsMentionedInThePassageOrLastBeforeIt) {
  const std::string text = journal::mentionToken(wren.id) + " waited. " +
                           journal::mentionToken(siskin.id) + " chose the verse.";
  const std::size_t second = text.find(" waited. ") + 9;
  journal::Lesson lesson;
  EXPECT_EQ(likelyPerson(text, {second, text.size()}, lesson, names), siskin.id);
  const std::size_t waited = text.find("waited");
  EXPECT_EQ(likelyPerson(text, {waited, waited + 6}, lesson, names), wren.id);
}

TEST_F(TagPanel, IsNeverAboutAPlace) {
  const std::string text = journal::mentionToken(school.id) + " was quiet.";
  EXPECT_EQ(likelyPerson(text, {0, text.size()}, journal::Lesson{}, names), std::nullopt);
}

TEST_F(TagPanel, MarksMoveWithTheWordsWhileTheyAreTyped) {
  const std::string stored = "He chose the verse.";
  const std::string shown = "Today he said no. He chose the verse.";
  const TagMark mark = markOf(stored, shown, {3, 8});
  EXPECT_EQ(shown.substr(mark.passage.begin, mark.passage.end - mark.passage.begin), "chose");
  EXPECT_EQ(mark.mark, "4");
}

TEST_F(TagPanel, AMarkGoesWhenItsWordsAreGone) {
  EXPECT_TRUE(markOf("He chose the verse.", "He the verse.", {3, 9}).name.empty());
}

}  // namespace
