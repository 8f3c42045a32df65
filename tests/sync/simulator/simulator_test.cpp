#include "tests/sync/simulator/simulator.h"

#include <gmock/gmock.h>

#include <cstdlib>

#include "journal/store/text_heads.h"

namespace syncing::simulated {
namespace {

using ::testing::IsEmpty;

/// How many runs, and from which seed on: SIMULATOR_FIRST=4711 SIMULATOR_RUNS=1 is that one run
/// again.
std::uint64_t number(const char* name, std::uint64_t otherwise) {
  const char* said = std::getenv(name);
  return said == nullptr ? otherwise : std::strtoull(said, nullptr, 10);
}

void live(Simulator& world, int steps) {
  for (int i = 0; i < steps; ++i) {
    world.step();
    if (::testing::Test::HasFailure()) return;
  }
  world.settle();
}

void expectAllWell(Simulator& world) {
  auto& people = world.people();
  for (std::size_t i = 0; i < world.size(); ++i) {
    ASSERT_EQ(people.picture(i), people.picture(0)) << "device " << i;
    ASSERT_THAT(people.lost(i), IsEmpty()) << "device " << i;
    ASSERT_THAT(people.back(i), IsEmpty()) << "device " << i;
    ASSERT_THAT(people.problems(i), IsEmpty()) << "device " << i;
  }
}

class Runs : public ::testing::TestWithParam<std::uint64_t> {};

/// Runs are dealt out to a few tests, so that two processors share them.
constexpr std::uint64_t kDealt = 8;

TEST_P(Runs, EndWithEverybodyReadingTheSameAndNothingLost) {
  const std::uint64_t runs =
      number("SIMULATOR_RUNS", std::getenv("AFTERNOTE_LONG") != nullptr ? 20'000 : 2'000);
  const std::uint64_t first = number("SIMULATOR_FIRST", 1);
  for (std::uint64_t seed = first + GetParam(); seed < first + runs; seed += kDealt) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    Simulator world(seed, 2 + seed % 2);
    live(world, 60);
    if (!HasFailure()) expectAllWell(world);
    if (HasFailure()) return;
  }
}

INSTANTIATE_TEST_SUITE_P(Dealt, Runs, ::testing::Range(std::uint64_t{0}, kDealt));

TEST(Simulator, LastWriterWinsInPlaceOfTheMergeLosesWhatSomebodyWrote) {
  std::size_t lost = 0;
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    Simulator world(seed, 3, [](std::string_view, std::string_view, std::string_view theirs) {
      return journal::store::MergedWords{std::string(theirs), false};
    });
    live(world, 60);
    for (std::size_t i = 0; i < world.size(); ++i) lost += world.people().lost(i).size();
  }
  EXPECT_GT(lost, 0U);
}

}  // namespace
}  // namespace syncing::simulated
