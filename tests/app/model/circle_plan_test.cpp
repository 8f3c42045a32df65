#include "app/model/circle_plan.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "app/model/build_circle.h"
#include "app/model/circle_formats.h"

namespace {

using namespace app::model;
using session::RoundKind;

int sumOfShares(const CirclePlanModel& model) {
  float sum = model.spare;
  for (const PlanRoundRow& row : model.rounds) sum += row.share;
  return static_cast<int>(sum * 1000 + 0.5F);
}

TEST(CirclePlan, AFirstSessionIsFortyFiveMinutesAndOneQuestion) {
  const PlannedSession plan = oneQuestionSession();
  EXPECT_EQ(plannedMinutes(plan), 45);
  EXPECT_EQ(plan.minutes, 45);
  EXPECT_FALSE(plan.question.empty());
  EXPECT_EQ(plan.rounds[1].plan.kind, RoundKind::SilentWriting);
}

TEST(CirclePlan, TheBarAndTheTotalAddUpWhateverIsChanged) {
  PlannedSession plan = oneQuestionSession();
  for (int step = 0; step < 60; ++step) {
    const std::size_t at = static_cast<std::size_t>(step * 7) % plan.rounds.size();
    changeMinutes(plan.rounds[at], step % 3 == 0 ? -2 : 3);
    if (step % 5 == 0) moveRound(plan, at, step % 2 == 0);
    if (step % 11 == 0) addRound(plan, RoundKind::Pairs);
    if (step % 13 == 0) removeRound(plan, at);
    int minutes = 0;
    for (const PlannedRound& round : plan.rounds)
      minutes += static_cast<int>(round.plan.length.count() / 60);
    const CirclePlanModel model = buildPlan(plan);
    EXPECT_EQ(model.total, std::to_string(minutes));
    EXPECT_NEAR(sumOfShares(model), 1000, 2);
    EXPECT_EQ(model.over, minutes > plan.minutes);
  }
}

TEST(CirclePlan, SaysHowMuchIsLeftOrTooMuch) {
  PlannedSession plan = oneQuestionSession();
  EXPECT_EQ(buildPlan(plan).overOrUnder, "");
  changeMinutes(plan.rounds[0], -1);
  EXPECT_EQ(buildPlan(plan).overOrUnder, "1 minute to spare");
  changeMinutes(plan.rounds[0], 3);
  EXPECT_EQ(buildPlan(plan).overOrUnder, "2 minutes too long");
}

TEST(CirclePlan, ARoundIsAtLeastAMinuteAndItsTurnsFitIntoIt) {
  PlannedRound round = freshRound(RoundKind::Turns);
  changeMinutes(round, -200);
  EXPECT_EQ(round.plan.length, std::chrono::minutes{1});
  EXPECT_EQ(round.plan.turn, std::chrono::minutes{1});
  changeMinutes(round, 1000);
  EXPECT_EQ(round.plan.length, std::chrono::minutes{kMostRoundMinutes});
}

TEST(CirclePlan, ANewRoundStandsBeforeTheClose) {
  PlannedSession plan = oneQuestionSession();
  const std::size_t at = addRound(plan, RoundKind::Breath);
  EXPECT_EQ(plan.rounds[at].plan.kind, RoundKind::Breath);
  EXPECT_EQ(plan.rounds.back().plan.kind, RoundKind::Close);
}

TEST(CirclePlan, MovesARoundButNeverOutOfThePlan) {
  PlannedSession plan = oneQuestionSession();
  const std::uint64_t first = plan.rounds[0].key;
  moveRound(plan, 0, true);
  EXPECT_EQ(plan.rounds[0].key, first);
  moveRound(plan, 0, false);
  EXPECT_EQ(plan.rounds[1].key, first);
  moveRound(plan, plan.rounds.size() - 1, false);
  EXPECT_EQ(plan.rounds.size(), 7U);
}

TEST(CirclePlan, TheSharedQuestionIsWhatSilentWritingAsks) {
  PlannedSession plan = oneQuestionSession();
  plan.title = "Thursday group";
  plan.question = "What surprised you?";
  const CirclePlan room = roomPlan(plan);
  ASSERT_EQ(room.words.rounds.size(), room.plan.rounds.size());
  EXPECT_EQ(room.words.rounds[1].prompts, std::vector<std::string>{"What surprised you?"});
  EXPECT_NE(room.words.rounds[0].prompts, std::vector<std::string>{"What surprised you?"});
  EXPECT_TRUE(room.plan.sealedWords.empty());
}

TEST(CirclePlan, CannotBeOpenedWithoutATitleOrRounds) {
  PlannedSession plan = oneQuestionSession();
  EXPECT_NE(planProblem(plan), "");
  plan.title = "Thursday group";
  EXPECT_EQ(planProblem(plan), "");
  plan.rounds.clear();
  EXPECT_NE(planProblem(plan), "");
}

TEST(CirclePlan, InitialsAreOfTheFirstTwoNames) {
  EXPECT_EQ(initialsOf("Gethin Rees"), "GR");
  EXPECT_EQ(initialsOf("Siân Wyn-Hughes"), "SW");
  EXPECT_EQ(initialsOf("Ełka"), "E");
  EXPECT_EQ(initialsOf("  "), "?");
}

}  // namespace
