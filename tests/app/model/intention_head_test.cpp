#include "app/model/intention_head.h"

#include <gtest/gtest.h>

#include "journal/base/random.h"
#include "journal/domain/mention.h"

namespace {

using namespace app::model;
using journal::Intention;

struct IntentionHead : testing::Test {
  IntentionHead() {
    wren.id = journal::NameId::random(random);
    wren.codeName = "Wren";
    page.id = journal::ReflectionId::random(random);
  }
  Intention about(std::optional<journal::NameId> who, const std::string& group) {
    Intention intention;
    intention.id = journal::IntentionId::random(random);
    intention.text = "Let " + journal::mentionToken(wren.id) + " count us in.";
    intention.youngPerson = who;
    intention.group = group;
    intention.madeOn = journal::parseDate("2026-01-15").value();
    return intention;
  }
  IntentionHeads headsFor(const std::vector<Intention>& open, const std::string& words = "") {
    return intentionsFor(page, words, open, {wren}, passedOver);
  }
  std::vector<IntentionLine> heads(const std::vector<Intention>& open) {
    return headsFor(open).ofLesson;
  }

  journal::SeededRandom random{7};
  journal::KnownName wren;
  journal::Reflection page;
  std::set<journal::IntentionId> passedOver;
};

TEST_F(IntentionHead, StandsOverALessonWithTheSameYoungPersonInCodeNames) {
  page.lesson.youngPeople = {wren.id};
  const auto lines = heads({about(wren.id, "")});
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_EQ(lines[0].words, "Let Wren count us in.");
  EXPECT_EQ(lines[0].detail, "Wren, 15 January");
}

TEST_F(IntentionHead, StandsBelowOnceTheYoungPersonIsMentionedSoThatTheWordsDoNotJump) {
  EXPECT_TRUE(headsFor({about(wren.id, "")}).ofWords.empty());
  const auto found = headsFor({about(wren.id, "")}, "Then " + journal::mentionToken(wren.id));
  EXPECT_TRUE(found.ofLesson.empty());
  EXPECT_EQ(found.ofWords.size(), 1U);
}

TEST_F(IntentionHead, StandsOverALessonOfTheSameGroupOnly) {
  page.lesson.group = "Brass group";
  EXPECT_EQ(heads({about({}, "Brass group")}).size(), 1U);
  EXPECT_TRUE(heads({about({}, "Choir")}).empty());
}

TEST_F(IntentionHead, AboutNobodyInParticularStandsOverEveryPage) {
  EXPECT_EQ(heads({about({}, "")}).size(), 1U);
}

TEST_F(IntentionHead, IsNotShownWhereItWasWrittenOrAnsweredOrSettled) {
  Intention here = about({}, "");
  here.from = page.id;
  Intention carried = about({}, "");
  passedOver = {carried.id};
  Intention done = about({}, "");
  done.state = journal::IntentionState::Done;
  EXPECT_TRUE(heads({here, carried, done}).empty());
}

TEST_F(IntentionHead, IsNeverMoreThanTwo) {
  EXPECT_EQ(heads({about({}, ""), about({}, ""), about({}, "")}).size(), 2U);
}

}  // namespace
