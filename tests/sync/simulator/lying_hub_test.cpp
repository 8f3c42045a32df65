#include <gmock/gmock.h>

#include "tests/sync/simulator/simulator.h"

namespace syncing::simulated {
namespace {

using ::testing::IsEmpty;
using ::testing::Not;

constexpr std::uint64_t kSeeds = 60;

/// Everybody writes and synchronises over a hub that lies so; then it stops lying.
void liveWith(Simulator& world, const Lies& lies) {
  world.lie(lies);
  for (int i = 0; i < 60; ++i) {
    world.people().act(world.people().random().below(world.size()));
    if (i % 3 == 0) world.sync(world.people().random().below(world.size()));
    if (::testing::Test::HasFailure()) return;
  }
  world.lie({});
  world.settle();
}

class LyingHub : public ::testing::TestWithParam<std::pair<const char*, Lies>> {};

TEST_P(LyingHub, CostsNobodyAWordAndIsForgivenOnceItTellsTheTruth) {
  for (std::uint64_t seed = 1; seed <= kSeeds; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    Simulator world(seed + 900'000, 3);
    liveWith(world, GetParam().second);
    auto& people = world.people();
    for (std::size_t i = 0; i < world.size() && !HasFailure(); ++i) {
      EXPECT_EQ(people.picture(i), people.picture(0)) << "device " << i;
      EXPECT_THAT(people.lost(i), IsEmpty());
      EXPECT_THAT(people.back(i), IsEmpty());
      EXPECT_THAT(people.problems(i), IsEmpty());
      const auto ends = people.device(i).journal->ends();
      EXPECT_EQ(ends->size(), world.size()) << "nobody came in who was not added";
    }
    if (HasFailure()) return;
  }
}

INSTANTIATE_TEST_SUITE_P(Ways, LyingHub,
                         ::testing::Values(std::pair{"LeavesOut", Lies{.leavesOut = 30}},
                                           std::pair{"Alters", Lies{.alters = 30}},
                                           std::pair{"ShowsOld", Lies{.showsOld = 50}},
                                           std::pair{"AddsDevices", Lies{.addsDevice = 60}},
                                           std::pair{"Swallows", Lies{.swallows = 40}},
                                           std::pair{"Everything", Lies{15, 15, 15, 15, 15}}),
                         [](const auto& one) { return std::string(one.param.first); });

TEST(LyingHubs, AreNoticed) {
  Simulator world(7, 2);
  auto& people = world.people();
  for (int i = 0; i < 10; ++i) people.act(0);
  world.sync(0);
  world.lie({.alters = 100});
  EXPECT_TRUE(world.sync(1).suspicions.contains(Suspicion::Damaged));
  world.lie({.leavesOut = 100});
  EXPECT_TRUE(world.sync(1).suspicions.contains(Suspicion::Behind));
  world.lie({});
  people.act(0);
  world.sync(0);
  world.sync(1);
  world.lie({.showsOld = 100});
  EXPECT_TRUE(world.sync(1).suspicions.contains(Suspicion::Behind));
}

}  // namespace
}  // namespace syncing::simulated
