// Rooms of sessions at the hub: who comes in, what is kept of what they send, and what is not.
#include <algorithm>

#include "journal/crypto/hash.h"
#include "sync/hub/schema.h"
#include "tests/sync/hub/room_world.h"

namespace syncing::hub::test {
namespace {

using journal::ErrorCode;
using session::CardKind;
using session::Event;
using session::EventKind;
using session::Member;
using session::Naming;
using session::RoundKind;
using session::Standing;
using namespace std::chrono_literals;

class RoomsTest : public testing::TestWithParam<Backend> {
 protected:
  RoomsTest() : at(freshDatabase(GetParam())) {}
  RoomWorld at;
};
INSTANTIATE_TEST_SUITE_P(Both, RoomsTest, testing::Values(Backend::Memory, Backend::Postgres),
                         backendName);

TEST_P(RoomsTest, WhoOpensARoomIsItsFirstAndOthersComeInWithNumbersOfTheirOwn) {
  EXPECT_EQ(at.open(roomPlan({RoundKind::Talk})), 1);
  EXPECT_EQ(at.come("Ben"), 2);
  EXPECT_EQ(at.come("Cas", Standing::Guest), 3);
  EXPECT_EQ(at.come("Ben"), 2) << "with the same token he is the same";
  const auto view = at.viewOf(2);
  EXPECT_EQ(view.people.size(), 3U);
  EXPECT_EQ(view.people[0].standing, Standing::Facilitator);
  EXPECT_EQ(view.people[1].sealedName, "sealed Ben");
}

TEST_P(RoomsTest, TheDoorShowsThePlanAndHowManyAreIn) {
  const auto plan = roomPlan({RoundKind::Arrive, RoundKind::Talk}, Naming::Anonymous);
  at.open(plan);
  at.come("Wall", Standing::Projector);
  const auto door = at.rooms->door(at.room, "192.0.2.9");
  ASSERT_TRUE(door.ok());
  EXPECT_EQ(door->plan, plan);
  EXPECT_EQ(door->people, 1);
  EXPECT_TRUE(door->open);
  EXPECT_EQ(door->phase, session::Phase::Lobby);
}

TEST_P(RoomsTest, OpenedAgainByTheSameItIsTheSameRoomAndByAnotherItIsRefused) {
  const auto plan = roomPlan({RoundKind::Talk});
  at.open(plan);
  EXPECT_EQ(*at.rooms->openRoom({}, {at.room, plan, joining("Ada")}), 1);
  EXPECT_REFUSED(at.rooms->openRoom({}, {at.room, plan, joining("Eve")}), ErrorCode::Conflict);
  EXPECT_EQ(at.logOf(1).size(), 1U);
}

TEST_P(RoomsTest, WhatIsAcknowledgedIsThereAfterARestart) {
  at.open(roomPlan({RoundKind::Talk, RoundKind::Close}));
  at.come("Ben");
  at.does(1, EventKind::Begun);
  const auto card = at.shares(2, CardKind::Question, "sealed question");
  at.does(2, EventKind::HandRaised, [] {
    Event up;
    up.on = true;
    return up;
  }());
  const auto log = at.logOf(2);
  const auto view = at.viewOf(2);
  at.restart();
  EXPECT_EQ(at.logOf(2), log);
  EXPECT_EQ(at.viewOf(2), view);
  EXPECT_EQ(at.viewOf(1).cards.at(0).id, card);
  EXPECT_EQ(at.does(2, EventKind::Left), log.size() + 1);
}

TEST_P(RoomsTest, AnEventSentAgainCountsOnceAlsoAfterARestart) {
  at.open(roomPlan({RoundKind::Talk}));
  Event agreed = at.event(EventKind::Agreed);
  const auto number = at.send(1, agreed);
  EXPECT_EQ(*at.send(1, agreed), *number);
  at.restart();
  EXPECT_EQ(*at.send(1, agreed), *number);
  EXPECT_EQ(at.logOf(1).size(), 2U);
}

TEST_P(RoomsTest, OfATokenOnlyAHashIsKept) {
  at.open(roomPlan({RoundKind::Talk}));
  auto select = at.world.db().prepare("SELECT token_hash FROM room_member");
  ASSERT_TRUE(select.ok());
  ASSERT_TRUE(*select->step());
  const auto hash = journal::crypto::sha256(journal::crypto::bytesOf(joining("Ada").token));
  EXPECT_EQ(select->bytes(0), std::string(hash.begin(), hash.end()));
}

TEST_P(RoomsTest, NobodySpeaksForAnotherOrWithoutTheirToken) {
  at.open(roomPlan({RoundKind::Talk}));
  at.come("Ben");
  RoomAsker forged = at.asker(2);
  forged.member = 1;
  EXPECT_REFUSED(at.rooms->send(forged, at.event(EventKind::Begun)), ErrorCode::Locked);
  forged.member = 9;
  EXPECT_REFUSED(at.rooms->view(forged), ErrorCode::Locked);
  forged = at.asker(2);
  forged.token.back() ^= 1;
  EXPECT_REFUSED(at.rooms->log(forged, 0), ErrorCode::Locked);
  EXPECT_REFUSED(at.rooms->hasNewer(forged, 0), ErrorCode::Locked);
  Event lie = at.event(EventKind::Agreed);
  lie.by = 1;
  lie.number = 77;
  lie.atMs = 5;
  EXPECT_OK(at.send(2, lie));
  EXPECT_EQ(at.logOf(1).back().by, 2);
  EXPECT_EQ(at.logOf(1).back().number, 3U);
  EXPECT_EQ(at.logOf(1).back().atMs, at.rooms->nowMs());
}

TEST_P(RoomsTest, AGuestWhoMovesTheRoundsIsToldThatItIsNotTheirs) {
  at.open(roomPlan({RoundKind::Talk, RoundKind::Close}));
  at.come("Gus", Standing::Guest);
  at.does(1, EventKind::Begun);
  Event move = at.event(EventKind::MovedTo);
  move.round = 1;
  const auto refused = at.send(2, move);
  EXPECT_REFUSED(refused, ErrorCode::Conflict);
  EXPECT_EQ(refused.error().advice, "Only a facilitator can do that.");
  Event away = at.event(EventKind::Away);
  away.member = 1;
  EXPECT_REFUSED(at.send(2, away), ErrorCode::Conflict);
  EXPECT_EQ(at.viewOf(1).round, 0);
}

TEST_P(RoomsTest, NobodyComesInAsAFacilitatorOrWithoutANameOrThroughAShutDoor) {
  at.open(roomPlan({RoundKind::Talk}));
  for (const Standing standing : {Standing::Facilitator, Standing::CoFacilitator})
    EXPECT_REFUSED(at.rooms->join(at.room, joining("Eve", standing), ""), ErrorCode::InvalidInput);
  wire::Joining nameless = joining("Eve");
  nameless.sealedName.clear();
  EXPECT_REFUSED(at.rooms->join(at.room, nameless, ""), ErrorCode::InvalidInput);
  wire::Joining weak = joining("Eve");
  weak.token = "short";
  EXPECT_REFUSED(at.rooms->join(at.room, weak, ""), ErrorCode::InvalidInput);
  at.come("Ben");
  at.does(1, EventKind::DoorSet);
  EXPECT_REFUSED(at.rooms->join(at.room, joining("Eve"), ""), ErrorCode::Conflict);
  EXPECT_EQ(at.come("Ben"), 2) << "who is in already comes back";
}

TEST_P(RoomsTest, WhoLeavesMayComeBackAndWhoWasPutOutMayNot) {
  at.open(roomPlan({RoundKind::Talk}));
  at.come("Ben");
  at.come("Cas");
  at.does(2, EventKind::Left);
  EXPECT_REFUSED(at.rooms->view(at.asker(2)), ErrorCode::Locked);
  EXPECT_EQ(at.come("Ben"), 2);
  at.does(1, EventKind::PutOut, aboutMember(3));
  EXPECT_REFUSED(at.rooms->view(at.asker(3)), ErrorCode::Locked);
  EXPECT_REFUSED(at.rooms->join(at.room, joining("Cas"), ""), ErrorCode::Conflict);
}

/// Whether this text stands in any column of any room table.
bool isKept(storage::Database& database, const std::string& text) {
  for (const char* sql : {"SELECT event FROM room_event", "SELECT plan FROM room"}) {
    auto select = database.prepare(sql);
    while (*select->step()) {
      if (select->text(0).find(text) != std::string::npos) return true;
    }
  }
  return false;
}

TEST_P(RoomsTest, InASessionWithoutNamesNothingSaysWhoSentACard) {
  at.open(roomPlan({RoundKind::Themes}, Naming::Anonymous));
  at.come("Ben");
  at.come("Cas");
  at.does(1, EventKind::Begun);
  const auto card = at.shares(3, CardKind::Pattern, "sealed pattern");
  at.does(2, EventKind::Sorted, [&] {
    Event sort = aboutCard(card);
    sort.count = 1;
    return sort;
  }());
  for (const Event& event : at.logOf(1)) {
    const bool ofACard = event.kind == EventKind::Shared || event.kind == EventKind::Sorted;
    EXPECT_TRUE(!ofACard || event.by == 0);
  }
  EXPECT_EQ(at.viewOf(2).cards.at(0).by, 0);
  EXPECT_TRUE(isKept(at.world.db(), "shared"));
  EXPECT_FALSE(isKept(at.world.db(), "\"by\":3"));
  EXPECT_FALSE(isKept(at.world.db(), "\"by\":2"));
}

TEST_P(RoomsTest, WhatIsHandedInIsSentToNobodyUntilTheBoxOpensAndIsNobodysThen) {
  at.open(roomPlan({RoundKind::Reveal, RoundKind::Close}, Naming::Anonymous));
  for (const char* name : {"Ben", "Cas", "Dee"}) at.come(name);
  at.does(1, EventKind::Begun);
  std::vector<std::string> all;
  for (Member member = 2; member <= 4; ++member) {
    std::vector<std::string> slots;
    for (int i = 0; i < 3; ++i)
      slots.push_back(slotFor(session::CardId::random(at.world.random), "sealed"));
    EXPECT_OK(at.handsIn(member, 0, slots));
    all.insert(all.end(), slots.begin(), slots.end());
  }
  for (const Event& event : at.logOf(1)) EXPECT_TRUE(event.slots.empty());
  EXPECT_EQ(at.rowsOf("room_slot"), 3);
  at.restart();
  at.does(1, EventKind::BoxOpened, inRound(0));
  EXPECT_EQ(at.rowsOf("room_slot"), 0);
  std::sort(all.begin(), all.end());
  EXPECT_EQ(at.logOf(2).back().slots, all);
  EXPECT_EQ(at.viewOf(3).cards.size(), all.size());
  at.restart();
  EXPECT_EQ(at.logOf(2).back().slots, all);
}

TEST_P(RoomsTest, HandedInAgainItIsInsteadAndMovingBackEmptiesTheBox) {
  at.open(roomPlan({RoundKind::Talk, RoundKind::Votes}));
  at.come("Ben");
  at.does(1, EventKind::Begun);
  at.does(1, EventKind::MovedTo, inRound(1));
  const auto slot = [&](const char* words) {
    return slotFor(session::CardId::random(at.world.random), words);
  };
  EXPECT_OK(at.handsIn(2, 1, {slot("first")}));
  EXPECT_OK(at.handsIn(2, 1, {slot("second")}));
  EXPECT_EQ(at.rowsOf("room_slot"), 1);
  at.does(1, EventKind::MovedTo, inRound(0));
  EXPECT_EQ(at.rowsOf("room_slot"), 0);
  at.does(1, EventKind::MovedTo, inRound(1));
  const std::string third = slot("third");
  EXPECT_OK(at.handsIn(2, 1, {third}));
  at.does(1, EventKind::BoxOpened, inRound(1));
  EXPECT_EQ(at.viewOf(2).ballots, std::vector{third});
}

TEST_P(RoomsTest, AnAnonymousCardIsTakenBackByWhoKnowsItsSecretAndByNobodyElse) {
  at.open(roomPlan({RoundKind::Themes}, Naming::Anonymous));
  at.come("Ben");
  at.does(1, EventKind::Begun);
  const std::string secret(32, 's');
  const auto digest = journal::crypto::sha256(journal::crypto::bytesOf(secret));
  session::CardId::Bytes bytes{};
  std::copy_n(digest.begin(), bytes.size(), bytes.begin());
  Event card = inRound(0);
  card.card = session::CardId::fromBytes(bytes);
  card.cardKind = CardKind::Pattern;
  card.sealed = "sealed";
  at.does(2, EventKind::Shared, card);
  EXPECT_REFUSED(at.rooms->recall(at.asker(1), {at.id(), card.card, "another"}),
                 ErrorCode::Conflict);
  const wire::Recall recall{at.id(), card.card, secret};
  const auto number = at.rooms->recall(at.asker(2), recall);
  EXPECT_OK(number);
  EXPECT_EQ(*at.rooms->recall(at.asker(2), recall), *number);
  EXPECT_TRUE(at.viewOf(1).cards.empty());
  EXPECT_EQ(at.logOf(1).back().by, 0);
}

TEST_P(RoomsTest, WhoKeepsALogIsSentWhatIsNewerInPiecesThatFollowOnEachOther) {
  at.limits.bytesAnAnswer = 300;
  at.restart();
  at.open(roomPlan({RoundKind::Talk}));
  at.come("Ben");
  for (int i = 0; i < 10; ++i) at.does(2, EventKind::Agreed);
  std::uint64_t after = 0;
  int asked = 0;
  for (auto some = at.logOf(2); !some.empty(); some = at.logOf(2, after), ++asked) {
    for (const Event& event : some) EXPECT_EQ(event.number, ++after);
  }
  EXPECT_EQ(after, 12U);
  EXPECT_GT(asked, 3);
  EXPECT_FALSE(*at.rooms->hasNewer(at.asker(2), after));
  EXPECT_TRUE(*at.rooms->hasNewer(at.asker(2), after - 1));
  EXPECT_TRUE(at.logOf(2, 1'000'000).empty());
}

TEST_P(RoomsTest, AStoreOfTheFirstVersionIsBroughtUpToDateAndKeepsWhatItHas) {
  TestDevice laptop(at.world.random);
  at.world.founder(laptop);
  auto& database = at.world.db();
  for (const char* table : {"room", "room_member", "room_event", "room_slot", "room_past"})
    EXPECT_OK(database.execute(std::string("DROP TABLE ") + table));
  EXPECT_OK(database.execute("DELETE FROM hub_schema WHERE version = 2"));
  EXPECT_OK(prepareSchema(database));
  EXPECT_OK(prepareSchema(database));
  EXPECT_EQ(at.rowsOf("hub_schema"), 2);
  EXPECT_EQ(at.rowsOf("hub_device"), 1);
  at.restart();
  EXPECT_EQ(at.open(roomPlan({RoundKind::Talk})), 1);
}

}  // namespace
}  // namespace syncing::hub::test
