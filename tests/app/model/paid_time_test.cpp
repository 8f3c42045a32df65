#include "app/model/paid_time.h"

#include <gtest/gtest.h>

namespace {

using app::model::PaidTime;
using journal::UtcTime;
using namespace std::chrono_literals;

struct Paid : testing::Test {
  Paid() { time.allow(10min); }
  /// Somebody types for this long.
  void write(std::chrono::milliseconds length) {
    for (const UtcTime end = now + length; now < end; now += 1s) time.stirred(now);
    time.stirred(now);
  }
  UtcTime now{std::chrono::hours{1}};
  PaidTime time;
};

TEST_F(Paid, PassesWhileSomebodyWrites) {
  write(4min + 12s);
  EXPECT_EQ(time.model().words, "4:12 of 10:00");
  EXPECT_FALSE(time.model().lastMinute);
}

TEST_F(Paid, StopsNinetySecondsAfterTheLastKey) {
  write(10s);
  now += 1h;
  time.tick(now);
  EXPECT_EQ(time.spent(), 100s);
  EXPECT_EQ(time.wait(now), std::nullopt) << "nobody there: nothing to wake for";
  write(10s);
  EXPECT_EQ(time.spent(), 110s) << "the hour away is not counted when they come back";
}

TEST_F(Paid, ThatIsPausedDoesNotPass) {
  write(10s);
  time.pause(now);
  write(60s);
  EXPECT_EQ(time.spent(), 10s);
  EXPECT_TRUE(time.model().paused);
  time.pause(now);
  write(5s);
  EXPECT_EQ(time.spent(), 15s);
}

TEST_F(Paid, WaitsAtItsEnd) {
  write(9min + 1s);
  EXPECT_TRUE(time.model().lastMinute);
  write(5min);
  EXPECT_TRUE(time.over());
  EXPECT_EQ(time.model().words, "10:00 of 10:00");
  EXPECT_FALSE(time.model().lastMinute);
}

TEST_F(Paid, OnAnotherScreenDoesNotPass) {
  write(10s);
  time.leave(now);
  now += 30s;
  time.tick(now);
  write(1s);
  EXPECT_EQ(time.spent(), 11s);
}

TEST_F(Paid, IsHandedToTheTotalOnce) {
  write(70s);
  EXPECT_EQ(time.takeCounted(), 70s);
  EXPECT_EQ(time.takeCounted(), 0s);
  write(5s);
  EXPECT_EQ(time.takeCounted(), 5s);
}

TEST_F(Paid, IsNothingWhereNoneIsPaid) {
  time.allow(0min);
  write(60s);
  EXPECT_FALSE(time.model().on);
  EXPECT_EQ(time.takeCounted(), 0s);
}

}  // namespace
