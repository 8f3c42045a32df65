// What time and too much do to rooms: who is away, what pauses and goes on, what is deleted, and
// what one person can make a hub hold.
#include <algorithm>

#include "tests/support/postgres_server.h"
#include "tests/sync/hub/room_world.h"

namespace syncing::hub::test {
namespace {

using journal::ErrorCode;
using session::CardKind;
using session::Event;
using session::EventKind;
using session::Member;
using session::PauseCause;
using session::RoundKind;
using session::Standing;
using namespace std::chrono_literals;

class RoomsTime : public testing::TestWithParam<Backend> {
 protected:
  RoomsTime() : at(freshDatabase(GetParam())) {}

  void keepAlive(Member member) { EXPECT_OK(at.rooms->hasNewer(at.asker(member), 0)); }
  /// A running session with Ada, Ben and Cas.
  void begin() {
    at.open(roomPlan({RoundKind::Talk, RoundKind::Close}));
    at.come("Ben");
    at.come("Cas");
    at.does(1, EventKind::Begun);
  }
  bool isAway(Member member) {
    const auto people = at.viewOf(member == 1 ? 2 : 1).people;
    return std::find_if(people.begin(), people.end(),
                        [&](const auto& one) { return one.number == member; })
        ->away;
  }
  RoomWorld at;
};
INSTANTIATE_TEST_SUITE_P(Both, RoomsTime, testing::Values(Backend::Memory, Backend::Postgres),
                         backendName);

TEST_P(RoomsTime, WhoAsksNothingForAWhileIsAwayAndBackWithTheNextQuestion) {
  begin();
  at.later(10s);
  keepAlive(1);
  keepAlive(3);
  at.later(5s);
  EXPECT_TRUE(isAway(2));
  EXPECT_FALSE(isAway(3));
  keepAlive(2);
  EXPECT_FALSE(isAway(2));
  at.later(14s);
  EXPECT_FALSE(isAway(2));
}

TEST_P(RoomsTime, AQuestionHeldOpenIsPresenceForAsLongAsItMayBe) {
  begin();
  keepAlive(2);
  at.rooms->beginWait(at.asker(2), at.rooms->nowMs() + 25'000);
  at.later(24s);
  keepAlive(1);
  EXPECT_FALSE(isAway(2));
  at.rooms->endWait(at.asker(2));
  at.later(14s);
  EXPECT_FALSE(isAway(2));
  at.later(1s);
  EXPECT_TRUE(isAway(2));
}

TEST_P(RoomsTime, AWallIsNeverMissed) {
  begin();
  at.come("Wall", Standing::Projector);
  at.later(20s);
  for (const Event& event : at.logOf(1))
    EXPECT_FALSE(event.kind == EventKind::Away && event.member == 4);
}

TEST_P(RoomsTime, WithoutAFacilitatorTheClockStandsStillAndGoesOnWhenOneComesBack) {
  begin();
  at.later(10s);
  keepAlive(2);
  at.later(5s);
  EXPECT_EQ(at.viewOf(2).pause, PauseCause::NoFacilitator);
  const auto left = at.viewOf(2).roundClock.leftMs;
  keepAlive(2);
  at.later(9min);
  EXPECT_EQ(at.viewOf(2).roundClock.leftMs, left);
  keepAlive(1);
  EXPECT_EQ(at.viewOf(2).pause, std::nullopt);
  EXPECT_EQ(at.viewOf(2).roundClock.leftMs, left);
}

TEST_P(RoomsTime, AfterTenMinutesTheFacilitatorSaysWhenItGoesOn) {
  begin();
  at.later(15s);
  at.later(10min + 1s);
  keepAlive(1);
  EXPECT_EQ(at.viewOf(1).pause, PauseCause::NoFacilitator);
  at.does(1, EventKind::Resumed);
  EXPECT_EQ(at.viewOf(1).pause, std::nullopt);
}

TEST_P(RoomsTime, ACoFacilitatorWhoIsHereIsEnoughAndOneWhoLeavesIsMissed) {
  begin();
  at.does(1, EventKind::Promoted, aboutMember(2));
  at.later(10s);
  keepAlive(2);
  at.later(5s);
  EXPECT_EQ(at.viewOf(2).pause, std::nullopt);
  at.does(2, EventKind::Left);
  at.later(1ms);
  EXPECT_EQ(at.viewOf(3).pause, PauseCause::NoFacilitator);
}

TEST_P(RoomsTime, APauseThatSomebodyAskedForStaysTheirs) {
  begin();
  Event pause;
  pause.cause = PauseCause::Safeguarding;
  at.does(2, EventKind::Paused, pause);
  at.later(20s);
  EXPECT_EQ(at.viewOf(2).pause, PauseCause::Safeguarding);
  keepAlive(1);
  EXPECT_EQ(at.viewOf(2).pause, PauseCause::Safeguarding);
}

TEST_P(RoomsTime, AfterARestartEverybodyHasAMomentToBeHeardAgain) {
  begin();
  at.world.clock.advance(1min);
  at.restart();
  keepAlive(1);
  at.later(14s);
  EXPECT_FALSE(isAway(1));
  EXPECT_EQ(at.viewOf(1).pause, std::nullopt);
  if (GetParam() == Backend::Postgres) return;  // others may have heard those this hub has not
  at.later(1s);
  EXPECT_TRUE(isAway(3));
}

TEST_P(RoomsTime, AFinishedRoomIsGoneAfterADayAndOnlySizesStay) {
  begin();
  at.come("Wall", Standing::Projector);
  at.later(30min);
  keepAlive(1);
  at.does(1, EventKind::Finished);
  at.later(23h);
  EXPECT_OK(at.rooms->view(at.asker(1)));
  at.later(1h);
  EXPECT_REFUSED(at.rooms->view(at.asker(1)), ErrorCode::NotFound);
  for (const char* table : {"room", "room_member", "room_event", "room_slot"})
    EXPECT_EQ(at.rowsOf(table), 0) << table;
  auto past = at.world.db().prepare("SELECT day, people, minutes FROM room_past");
  ASSERT_TRUE(past.ok());
  ASSERT_TRUE(*past->step());
  EXPECT_EQ(past->text(0), "2026-02-02");
  EXPECT_EQ(past->integer(1), 3);
  EXPECT_EQ(past->integer(2), 30);
}

TEST_P(RoomsTime, AnAbandonedRoomIsGoneAfterAWeekAlsoWhenTheHubWasDown) {
  at.open(roomPlan({RoundKind::Talk}));
  at.later(15s);
  at.later(6 * 24h);
  EXPECT_OK(at.rooms->door(at.room, ""));
  at.world.clock.advance(25h);
  at.restart();
  at.later(1min);
  EXPECT_REFUSED(at.rooms->door(at.room, ""), ErrorCode::NotFound);
  EXPECT_EQ(at.rowsOf("room_past"), 1);
}

TEST_P(RoomsTime, ARoomThatNobodyUsesTakesNoMemoryAndIsThereWhenSomebodyComes) {
  at.open(roomPlan({RoundKind::Talk}));
  EXPECT_EQ(at.rooms->roomsInUse(), 1U);
  at.later(1min);
  at.later(11min);
  EXPECT_EQ(at.rooms->roomsInUse(), 0U);
  EXPECT_EQ(at.viewOf(1).people.size(), 1U);
}

TEST_P(RoomsTime, AFloodOfOneMemberIsStoppedAndStopsNobodyElse) {
  begin();
  int taken = 0;
  for (int i = 0; i < 300; ++i) taken += at.send(2, at.event(EventKind::Agreed)).ok() ? 1 : 0;
  EXPECT_EQ(taken, at.limits.eventsAMinute);
  const auto refused = at.send(2, at.event(EventKind::Agreed));
  EXPECT_REFUSED(refused, ErrorCode::Network);
  EXPECT_FALSE(refused.error().advice.empty());
  EXPECT_OK(at.send(3, at.event(EventKind::Agreed)));
  at.later(1min);
  EXPECT_OK(at.send(2, at.event(EventKind::Agreed)));
}

TEST_P(RoomsTime, LookingWithoutPauseIsStoppedToo) {
  begin();
  int taken = 0;
  for (int i = 0; i < 1500; ++i) taken += at.rooms->hasNewer(at.asker(2), 0).ok() ? 1 : 0;
  EXPECT_EQ(taken, at.limits.looksAMinute);
  EXPECT_OK(at.rooms->hasNewer(at.asker(2), 0, true));  // a wait that ends is no question more
}

TEST_P(RoomsTime, WhoGuessesRoomsIsStoppedAndWhoIsInOneIsNot) {
  begin();
  int tried = 0;
  while (at.rooms->door(RoomId::random(at.world.random), "192.0.2.9").error().code ==
         ErrorCode::NotFound)
    ++tried;
  EXPECT_EQ(tried, at.limits.wrongRoomsAnHourPerAddress);
  EXPECT_REFUSED(at.rooms->door(at.room, "192.0.2.9"), ErrorCode::Network);
  EXPECT_REFUSED(at.rooms->join(at.room, joining("Eve"), "192.0.2.9"), ErrorCode::Network);
  EXPECT_OK(at.rooms->view(at.asker(2)));
  EXPECT_OK(at.rooms->door(at.room, "192.0.2.10"));
  at.later(1h);
  EXPECT_OK(at.rooms->door(at.room, "192.0.2.9"));
}

TEST_P(RoomsTime, WrongTokensAreGuessesToo) {
  begin();
  RoomAsker wrong = at.asker(2);
  wrong.token[0] ^= 1;
  int tried = 0;
  while (at.rooms->view(wrong).error().code == ErrorCode::Locked) ++tried;
  EXPECT_EQ(tried, at.limits.wrongRoomsAnHourPerAddress);
}

TEST_P(RoomsTime, ThereAreLimitsToJoinsOfANetworkRoomsOfAHostAndBytesOfARoom) {
  at.limits.joinsAnHourPerAddress = 2;
  at.limits.roomsOfAHost = 2;
  at.limits.bytesARoom = 20'000;
  at.restart();
  begin();
  EXPECT_REFUSED(at.rooms->join(at.room, joining("Dee"), "192.0.2.9"), ErrorCode::Network);
  EXPECT_OK(at.rooms->join(at.room, joining("Dee"), "192.0.2.10"));
  const auto host = wire::AccountId::random(at.world.random);
  const auto opens = [&] {
    return at.rooms->openRoom(
        host, {RoomId::random(at.world.random), roomPlan({RoundKind::Talk}), joining("Ada")});
  };
  EXPECT_OK(opens());
  EXPECT_OK(opens());
  EXPECT_REFUSED(opens(), ErrorCode::Network);
  Event card = inRound(0);
  card.id = at.id();
  card.kind = EventKind::Shared;
  card.card = session::CardId::random(at.world.random);
  card.cardKind = CardKind::Question;
  card.sealed.assign(session::kMostSealed, 'x');
  EXPECT_OK(at.send(2, card));
  card.id = at.id();
  card.card = session::CardId::random(at.world.random);
  EXPECT_REFUSED(at.send(2, card), ErrorCode::Conflict);
}

TEST_P(RoomsTime, WaitsOfASmallRoomEndAtOnceAndOfALargeOneABitLater) {
  at.limits.joinsAnHourPerAddress = 10'000;
  at.restart();
  begin();
  (void)at.rooms->takeWoken();
  at.does(2, EventKind::Agreed);
  const std::string log = Rooms::waitName(at.room, Rooms::Screen::Log);
  const std::string view = Rooms::waitName(at.room, Rooms::Screen::View);
  EXPECT_EQ(at.rooms->takeWoken(), (std::vector{log, view}));
  EXPECT_TRUE(at.rooms->takeWoken().empty());
  for (int i = 0; i < 200; ++i) at.come("Guest " + std::to_string(i));
  at.later(1s);
  at.does(2, EventKind::Agreed);
  (void)at.rooms->takeWoken();
  at.does(2, EventKind::Agreed);
  EXPECT_TRUE(at.rooms->takeWoken().empty());
  at.later(1s);
  EXPECT_EQ(at.rooms->takeWoken(), (std::vector{log, view}));
}

}  // namespace

TEST(RoomsOfTwoHubs, ShareAStoreAndBothSeeEverythingInOneOrder) {
  const std::string schema = tests::PostgresServer::instance().freshSchema();
  RoomWorld first(std::move(*storage::Database::connect(schema)));
  auto database = std::move(*storage::Database::connect(schema));
  auto other = std::move(
      *Rooms::open(*database, first.world.hub->service(), first.world.clock, first.world.random));
  first.open(roomPlan({RoundKind::Talk}));
  first.come("Ben");
  ASSERT_EQ(*other->join(first.room, joining("Cas"), ""), 3);
  first.tokens[3] = joining("Cas").token;
  std::uint64_t last = 3;
  for (int i = 0; i < 20; ++i) {
    Event agreed = first.event(EventKind::Agreed);
    const auto number = i % 2 == 0 ? first.send(2, agreed) : other->send(first.asker(3), agreed);
    ASSERT_TRUE(number.ok()) << number.error().detail;
    EXPECT_EQ(*number, ++last);
  }
  EXPECT_OK(first.rooms->tick());
  EXPECT_EQ(*other->log(first.asker(3), 0), *first.rooms->log(first.asker(2), 0));
  (void)other->takeWoken();
  first.does(2, EventKind::Agreed);
  EXPECT_OK(other->tick());
  EXPECT_FALSE(other->takeWoken().empty()) << "who waits at the other hub hears of it";
}

}  // namespace syncing::hub::test
