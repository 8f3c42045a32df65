// What a hub takes of a journal's log, in which order it gives it out, and what it must refuse.
#include "tests/sync/hub/hub_world.h"

namespace syncing::hub::test {
namespace {

using journal::ErrorCode;
using wire::Segment;

class Segments : public HubTest {
 protected:
  Segments() : laptop(world.random), me(world.founder(laptop)) {}
  wire::Pushed push(const std::vector<Segment>& segments) {
    auto pushed = hub.push(me, laptop.vault, segments);
    EXPECT_OK(pushed);
    return pushed.ok() ? *pushed : wire::Pushed{};
  }
  wire::Pulled pull(std::uint64_t after = 0, std::size_t bytes = 1 << 20) {
    auto pulled = hub.pull(me, laptop.vault, after, bytes);
    EXPECT_OK(pulled);
    return pulled.ok() ? *pulled : wire::Pulled{};
  }
  TestDevice laptop;
  Caller me;
};
INSTANTIATE_TEST_SUITE_P(Backends, Segments, testing::Values(Backend::Memory, Backend::Postgres),
                         backendName);

TEST_P(Segments, ComeBackAsTheyWereInTheOrderOfTheirNumbers) {
  const std::vector<Segment> sent = {laptop.segment(1, 3), laptop.segment(4, 4),
                                     laptop.segment(5, 9)};
  const wire::Pushed pushed = push(sent);
  EXPECT_FALSE(pushed.forked);
  EXPECT_EQ(pushed.head, (wire::Head{laptop.id, 9, sent.back().after}));
  const wire::Pulled pulled = pull();
  ASSERT_EQ(pulled.segments.size(), 3U);
  for (std::size_t i = 0; i < sent.size(); ++i) {
    EXPECT_EQ(pulled.segments[i].number, i + 1);
    EXPECT_EQ(pulled.segments[i].segment, sent[i]);
  }
  EXPECT_EQ(pulled.next, 3U);
  EXPECT_FALSE(pulled.more);
  EXPECT_EQ(pulled.epoch, *hub.epoch());
}

TEST_P(Segments, SentAgainTheyChangeNothingAndAreAnsweredWithTheHead) {
  push({laptop.segment(1, 3), laptop.segment(4, 9)});
  EXPECT_EQ(push({laptop.segment(1, 3)}).head.seq, 9U);
  EXPECT_EQ(push({laptop.segment(4, 9), laptop.segment(10, 12)}).head.seq, 12U);
  EXPECT_EQ(pull().segments.size(), 3U);
}

TEST_P(Segments, OneThatReachesAcrossTheHeadIsAskedForFromTheHeadOn) {
  push({laptop.segment(1, 5)});
  const wire::Pushed pushed = push({laptop.segment(1, 8), laptop.segment(9, 9)});
  EXPECT_FALSE(pushed.forked);
  EXPECT_EQ(pushed.head.seq, 5U);
  EXPECT_EQ(pull().segments.size(), 1U);
}

TEST_P(Segments, AGapIsAnsweredWithWhatIsMissing) {
  push({laptop.segment(1, 5)});
  EXPECT_EQ(push({laptop.segment(7, 8)}).head.seq, 5U);
  EXPECT_EQ(push({laptop.segment(6, 6), laptop.segment(8, 8)}).head.seq, 6U);
}

TEST_P(Segments, AnotherEntryUnderTheSameNumberIsAForkAndNothingIsTaken) {
  push({laptop.segment(1, 5), laptop.segment(6, 10)});
  const TestDevice clone = laptop.clonedAfter(7);
  for (const auto& fork :
       {std::vector{clone.segment(6, 10)},   // the same numbers
        std::vector{clone.segment(11, 12)},  // goes on from entries that are not there
        std::vector{laptop.segment(1, 5), clone.segment(6, 10), clone.segment(11, 11)}}) {
    const wire::Pushed pushed = push(fork);
    EXPECT_TRUE(pushed.forked);
    EXPECT_EQ(pushed.head.seq, 10U);
  }
  EXPECT_EQ(pull().segments.size(), 2U);
}

TEST_P(Segments, WhatCannotBeIsRefused) {
  TestDevice other(world.random);
  other.join(laptop);
  Segment unsignedOne = laptop.segment(1, 2);
  unsignedOne.signature[5] ^= 1;
  Segment changed = laptop.segment(1, 2);
  changed.sealed[0] = '?';
  Segment elsewhere = laptop.segment(1, 2);
  elsewhere.vault = VaultId::random(world.random);
  for (const auto& wrong :
       {std::vector<Segment>{}, std::vector{unsignedOne}, std::vector{changed},
        std::vector{elsewhere}, std::vector{other.segment(1, 1)},
        std::vector{laptop.segment(1, 1), other.segment(1, 1)},
        std::vector{laptop.segment(1, 2), laptop.clonedAfter(0).segment(3, 3)}}) {
    EXPECT_REFUSED(hub.push(me, laptop.vault, wrong), ErrorCode::InvalidInput);
  }
  EXPECT_TRUE(pull().segments.empty());
}

TEST_P(Segments, APullTakesAboutWhatWasAskedForButOneAtLeast) {
  for (std::uint64_t i = 1; i <= 10; ++i) push({laptop.segment(i, i, 10'000)});
  EXPECT_EQ(pull(0, 1).segments.size(), 1U);
  const wire::Pulled some = pull(2, 35'000);
  EXPECT_EQ(some.segments.size(), 3U);
  EXPECT_EQ(some.next, 5U);
  EXPECT_TRUE(some.more);
  EXPECT_FALSE(pull(8, 35'000).more);
  EXPECT_TRUE(pull(10).segments.empty());
  EXPECT_EQ(pull(10).next, 10U);
  EXPECT_TRUE(pull(~std::uint64_t{0}).segments.empty());
}

TEST_P(Segments, ErasedEntriesAreGoneAndTheRestGetsANewNumber) {
  const Segment whole = laptop.segment(1, 5);
  push({whole, laptop.segment(6, 9)});
  const Segment less = laptop.without(whole, 2);
  EXPECT_OK(hub.replace(me, laptop.vault, less));
  const wire::Pulled pulled = pull();
  ASSERT_EQ(pulled.segments.size(), 2U);
  EXPECT_EQ(pulled.segments[0].number, 2U);
  EXPECT_EQ(pulled.segments[1].number, 3U);
  EXPECT_EQ(pulled.segments[1].segment, less);
  EXPECT_OK(hub.replace(me, laptop.vault, less));  // sent again: nothing more
  EXPECT_EQ(pull().next, 3U);
  EXPECT_FALSE(push({whole}).forked);  // who had it whole sends it again: it stays erased
  EXPECT_EQ(pull().segments[1].segment, less);
}

TEST_P(Segments, NothingThatIsErasedComesBack) {
  const Segment whole = laptop.segment(1, 5);
  push({whole});
  EXPECT_OK(hub.replace(me, laptop.vault, laptop.without(whole, 3)));
  EXPECT_REFUSED(hub.replace(me, laptop.vault, whole), ErrorCode::Conflict);
  EXPECT_REFUSED(hub.replace(me, laptop.vault, laptop.without(whole, 2)), ErrorCode::Conflict);
  EXPECT_REFUSED(hub.replace(me, laptop.vault, laptop.without(laptop.segment(1, 4), 4)),
                 ErrorCode::Conflict);
  Segment other = laptop.without(laptop.clonedAfter(0).segment(1, 5), 5);
  EXPECT_REFUSED(hub.replace(me, laptop.vault, other), ErrorCode::Conflict);
}

TEST_P(Segments, AnotherDeviceMayHandOnWhatItsAuthorSealed) {
  TestDevice tablet(world.random);
  tablet.join(laptop);
  EXPECT_OK(hub.state(me, laptop.vault, laptop.add(tablet)));
  const Caller second = world.caller(tablet);
  EXPECT_OK(hub.push(second, laptop.vault, {laptop.segment(1, 4)}));
  EXPECT_OK(hub.push(second, laptop.vault, {tablet.segment(1, 2)}));
  const auto standing = hub.standing(me, laptop.vault);
  ASSERT_TRUE(standing.ok());
  ASSERT_EQ(standing->heads.size(), 2U);
  EXPECT_LT(standing->heads[0].device, standing->heads[1].device);
  EXPECT_EQ(standing->newest, 2U);
  EXPECT_EQ(standing->nowMs, hub.nowMs());
}

TEST_P(Segments, AFullVaultTakesNoMoreButGivesEverythingOut) {
  CoreLimits limits;
  limits.bytesAVault = 1000;
  World small(freshDatabase(GetParam()), limits);
  TestDevice device(small.random);
  const Caller caller = small.founder(device);
  EXPECT_OK(small.hub->push(caller, device.vault, {device.segment(1, 1, 500)}));
  EXPECT_REFUSED(small.hub->push(caller, device.vault, {device.segment(2, 2, 600)}),
                 ErrorCode::InvalidInput);
  EXPECT_EQ(small.hub->pull(caller, device.vault, 0, 10'000)->segments.size(), 1U);
}

TEST_P(Segments, APushLargerThanTheLimitIsTakenInParts) {
  CoreLimits limits;
  limits.segmentsAPush = 3;
  World small(freshDatabase(GetParam()), limits);
  TestDevice device(small.random);
  const Caller caller = small.founder(device);
  std::vector<Segment> many;
  for (std::uint64_t i = 1; i <= 5; ++i) many.push_back(device.segment(i, i));
  EXPECT_EQ(small.hub->push(caller, device.vault, many)->head.seq, 3U);
  EXPECT_EQ(small.hub->push(caller, device.vault, many)->head.seq, 5U);
}

TEST_P(Segments, ARestoredStoreHasAnotherEpoch) {
  const HubEpoch before = *hub.epoch();
  const auto fresh = hub.beginNewEpoch();
  ASSERT_TRUE(fresh.ok());
  EXPECT_NE(before, *fresh);
  EXPECT_EQ(pull().epoch, *fresh);
}

}  // namespace
}  // namespace syncing::hub::test
