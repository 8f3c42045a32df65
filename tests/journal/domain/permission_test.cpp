// How far notes about a young person may go (domain.md 4.3).

#include "journal/domain/permission.h"

#include <gtest/gtest.h>

namespace journal {
namespace {

constexpr LocalDate kToday{std::chrono::year{2026}, std::chrono::January, std::chrono::day{22}};
using Why = Standing::Why;

Permission answer(Answerer who, std::optional<int> level, const char* on,
                  const char* until = "2028-01-01") {
  Permission permission;
  permission.answerer = who;
  if (level) permission.level = UseLevel::of(*level);
  permission.on = *parseDate(on);
  permission.until = *parseDate(until);
  return permission;
}
Permission child(std::optional<int> level, const char* on, const char* until = "2028-01-01") {
  return answer(Answerer::YoungPerson, level, on, until);
}
Permission carer(std::optional<int> level, const char* on, const char* until = "2028-01-01") {
  return answer(Answerer::Carer, level, on, until);
}

TEST(Permission, TheYoungPersonsNoOutranksAnyYesWheneverItWasGiven) {
  for (const auto& answers : {std::vector{child({}, "2026-01-01"), carer(3, "2026-01-02")},
                              std::vector{carer(3, "2026-01-01"), child({}, "2026-01-02")}}) {
    const Standing now = standing(answers, kToday);
    EXPECT_EQ(now.why, Why::YoungPersonSaidNo);
    EXPECT_EQ(now.most.value(), 0);
  }
}

TEST(Permission, TheSmallerOfTwoAnswersCounts) {
  const Standing now = standing({child(1, "2026-01-01"), carer(3, "2026-01-02")}, kToday);
  EXPECT_EQ(now.why, Why::Agreed);
  EXPECT_EQ(now.most.value(), 1);
}

TEST(Permission, TheLastAnswerOfEachCounts) {
  EXPECT_EQ(standing({child({}, "2025-01-01"), child(2, "2026-01-01")}, kToday).most.value(), 2);
  EXPECT_EQ(standing({carer(2, "2025-01-01"), carer({}, "2026-01-01")}, kToday).why,
            Why::CarerSaidNo);
}

TEST(Permission, AYesEndsAndANoDoesNot) {
  EXPECT_EQ(standing({child(2, "2024-01-01", "2026-01-22")}, kToday).most.value(), 2)
      << "on its last day it still holds";
  EXPECT_EQ(standing({child(2, "2024-01-01", "2026-01-21")}, kToday).why, Why::RanOut);
  EXPECT_EQ(standing({child({}, "2020-01-01", "2022-01-01")}, kToday).why, Why::YoungPersonSaidNo);
  EXPECT_EQ(standing({child(2, "2024-01-01", "2026-01-21"), carer(2, "2026-01-01")}, kToday).why,
            Why::RanOut);
}

TEST(Permission, NobodyAskedIsSaidAndTheCarerAloneToo) {
  EXPECT_EQ(standing({}, kToday).why, Why::NotAsked);
  EXPECT_EQ(standing({carer(2, "2026-01-01")}, kToday).why, Why::YoungPersonNotAsked);
}

TEST(Permission, ARefusalSaysWhoAndWhenAndIsEmptyWhenItReaches) {
  const Standing no = standing({child({}, "2026-01-02")}, kToday);
  EXPECT_EQ(refusalFor(no, *UseLevel::of(1), "Wren").find("Wren said no on 2026-01-02"), 0u);
  EXPECT_EQ(refusalFor(no, *UseLevel::of(0), "Wren"), "");
  const Standing yes = standing({child(1, "2026-01-02")}, kToday);
  EXPECT_EQ(refusalFor(yes, *UseLevel::of(1), "Wren"), "");
  EXPECT_NE(refusalFor(yes, *UseLevel::of(2), "Wren"), "");
  EXPECT_EQ(refusalFor({}, *UseLevel::of(3), "Wren"), "") << "nobody was asked on their page";
}

}  // namespace
}  // namespace journal
