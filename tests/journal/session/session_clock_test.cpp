// One clock on every screen, through pauses, dropped facilitators and added minutes.
#include <gtest/gtest.h>

#include "tests/journal/session/room.h"

namespace tests {
namespace {

constexpr std::int64_t kMinute = 60'000;

struct SessionClock : ::testing::Test {
  SessionClock() : room(planOf({RoundKind::Turns, RoundKind::Talk})) {
    lead = room.join();
    ana = room.join();
    ben = room.join();
    room.does(lead, EventKind::Begun);
  }
  std::int64_t left() const { return room.seenBy(ana).roundClock.leftMs; }
  void give(Member who) {
    Event event;
    event.member = who;
    ASSERT_FALSE(room.does(lead, EventKind::FloorGiven, event));
  }
  Room room;
  Member lead = 0, ana = 0, ben = 0;
};

TEST_F(SessionClock, RunsFromTheBeginningOfTheRound) {
  EXPECT_EQ(left(), 6 * kMinute);
  room.nowMs += kMinute;
  EXPECT_EQ(left(), 5 * kMinute);
  room.nowMs += 6 * kMinute;
  EXPECT_EQ(left(), -kMinute) << "over, and saying by how much";
}

TEST_F(SessionClock, StandsWhilePausedAndGoesOnWhereItStood) {
  room.nowMs += kMinute;
  ASSERT_FALSE(room.does(lead, EventKind::Paused));
  room.nowMs += 10 * kMinute;
  EXPECT_EQ(left(), 5 * kMinute);
  EXPECT_TRUE(room.seenBy(ana).roundClock.stands);
  ASSERT_FALSE(room.does(lead, EventKind::Resumed));
  room.nowMs += kMinute;
  EXPECT_EQ(left(), 4 * kMinute);
}

TEST_F(SessionClock, StandsWhileTheFacilitatorHasDroppedOffAndGoesOnByItself) {
  Event away;
  away.member = lead;
  room.happens(EventKind::Away, away);
  Event pause;
  pause.cause = PauseCause::NoFacilitator;
  room.happens(EventKind::Paused, pause);
  room.nowMs += 3 * kMinute;
  EXPECT_EQ(left(), 6 * kMinute);
  EXPECT_EQ(room.seenBy(ana).pause, PauseCause::NoFacilitator);
  room.happens(EventKind::Back, away);
  room.happens(EventKind::Resumed);
  EXPECT_EQ(left(), 6 * kMinute);
  EXPECT_EQ(room.seenBy(ana).pause, std::nullopt);
}

TEST_F(SessionClock, TheHubCannotEndAPauseThatAPersonAskedFor) {
  ASSERT_FALSE(room.does(lead, EventKind::Paused));
  Event resumed;
  resumed.kind = EventKind::Resumed;
  resumed.number = room.session.newest + 1;
  resumed.id = eventId(424'242);
  EXPECT_FALSE(step(room.session, resumed).ok());
}

TEST_F(SessionClock, AMinuteMoreIsAMinuteMore) {
  Event more;
  more.seconds = 60;
  ASSERT_FALSE(room.does(lead, EventKind::Lengthened, more));
  EXPECT_EQ(left(), 7 * kMinute);
  more.turn = true;
  give(ana);
  ASSERT_FALSE(room.does(lead, EventKind::Lengthened, more));
  EXPECT_EQ(left(), 7 * kMinute);
  EXPECT_EQ(room.seenBy(ben).turnClock.leftMs, 3 * kMinute);
}

TEST_F(SessionClock, ATurnHasItsOwnTimeWhichPausesToo) {
  give(ana);
  room.nowMs += kMinute / 2;
  ASSERT_FALSE(room.does(lead, EventKind::Paused));
  room.nowMs += kMinute;
  EXPECT_EQ(room.seenBy(ben).turnClock.leftMs, 2 * kMinute - kMinute / 2);
  ASSERT_FALSE(room.does(lead, EventKind::Resumed));
  ASSERT_FALSE(room.does(ana, EventKind::FloorPassed));
  EXPECT_EQ(room.seenBy(ana).floor, ben);
  EXPECT_EQ(room.seenBy(ana).turnClock.leftMs, 2 * kMinute);
}

TEST_F(SessionClock, AirtimeIsAShareOfTheLongestAndGoesWhenTheSessionEnds) {
  give(ana);
  room.nowMs += 2 * kMinute;
  give(ben);
  room.nowMs += kMinute;
  auto view = room.seenBy(lead);
  EXPECT_EQ(personIn(view, ana)->airtime, 100);
  EXPECT_EQ(personIn(view, ben)->airtime, 50);
  ASSERT_FALSE(room.does(lead, EventKind::Finished));
  view = room.seenBy(lead);
  EXPECT_EQ(personIn(view, ana)->airtime, 0);
  EXPECT_EQ(room.session.people.at(ana).airtimeMs, 0);
}

TEST_F(SessionClock, MovingBackStartsTheRoundAgain) {
  ASSERT_FALSE(room.movesTo(lead, 1));
  room.nowMs += kMinute;
  ASSERT_FALSE(room.movesTo(lead, 0));
  EXPECT_EQ(left(), 6 * kMinute);
}

}  // namespace
}  // namespace tests
