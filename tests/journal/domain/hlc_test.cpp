#include "journal/domain/hlc.h"

#include <limits>

#include <gtest/gtest.h>

#include "journal/base/random.h"

namespace journal {
namespace {

UtcTime at(std::int64_t ms) {
  return UtcTime{std::chrono::milliseconds{ms}};
}

constexpr std::int64_t k1970 = 0;
constexpr std::int64_t k2026 = 1'767'225'600'000;
constexpr std::int64_t k2106 = 4'291'747'200'000;
constexpr std::int64_t kDay = 86'400'000;

TEST(Hlc, FollowsTheClockWhenTheClockIsAhead) {
  EXPECT_EQ(nextHlc({5, 7}, at(k2026)), (Hlc{k2026, 0}));
}

TEST(Hlc, CountsWhenTheClockWasSetBack) {
  EXPECT_EQ(nextHlc({k2026, 7}, at(k1970)), (Hlc{k2026, 8}));
}

TEST(Hlc, MovesTheWallOnWhenTheCounterIsFull) {
  EXPECT_EQ(nextHlc({k2026, 65535}, at(k2026)), (Hlc{k2026 + 1, 0}));
}

TEST(Hlc, AClockBefore1970ReadsAs1970) {
  EXPECT_EQ(nextHlc({0, 0}, at(-kDay)), (Hlc{0, 1}));
}

TEST(Hlc, AStampFromWithinADayPullsOurs) {
  const Hlc received{k2026 + kDay, 3};
  EXPECT_GT(afterReceiving({k2026, 0}, received, at(k2026)), received);
}

TEST(Hlc, AStampMoreThanADayAheadDoesNotPullOurs) {
  EXPECT_EQ(afterReceiving({k2026, 0}, {k2026 + kDay + 1, 3}, at(k2026)), (Hlc{k2026, 1}));
}

TEST(Hlc, IsStrictlyMonotonicUnderAnyClock) {
  constexpr std::uint64_t kSeed = 20261;
  SCOPED_TRACE(kSeed);
  SeededRandom random(kSeed);
  const std::int64_t clocks[] = {k1970,
                                 k2026,
                                 k2106,
                                 -kDay,
                                 std::numeric_limits<std::int64_t>::min(),
                                 std::numeric_limits<std::int64_t>::max()};
  Hlc last;
  for (int i = 0; i < 200'000; ++i) {
    const std::int64_t base = clocks[random.below(i < 100'000 ? 4 : 6)];
    const bool jitter = base > -kDay && base < k2106 + 1;
    const UtcTime now = at(jitter ? base + static_cast<std::int64_t>(random.below(1000)) : base);
    const Hlc received{clocks[random.below(6)], static_cast<std::uint16_t>(random.next())};
    const Hlc next =
        random.below(3) == 0 ? afterReceiving(last, received, now) : nextHlc(last, now);
    ASSERT_GT(next, last) << i;
    last = next;
  }
}

TEST(Hlc, AMillionStampsInOneMillisecondStayInOrder) {
  Hlc last{k2026, 0};
  for (int i = 0; i < 1'000'000; ++i) {
    const Hlc next = nextHlc(last, at(k2026));
    ASSERT_GT(next, last);
    last = next;
  }
  EXPECT_LE(last.wallMs - k2026, 16);
}

}  // namespace
}  // namespace journal
