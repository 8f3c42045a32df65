// A session as the people in it would tell it.
#include <gtest/gtest.h>

#include "tests/journal/session/room.h"

namespace tests {
namespace {

using journal::ErrorCode;

struct Group : ::testing::Test {
  /// A facilitator and three tutors, begun.
  explicit Group(Plan plan = planOf({RoundKind::Arrive, RoundKind::Turns, RoundKind::Questions,
                                     RoundKind::SilentWriting, RoundKind::Reveal, RoundKind::Themes,
                                     RoundKind::Votes, RoundKind::Actions, RoundKind::Close}))
      : room(std::move(plan)),
        lead(room.join()),
        ana(room.join()),
        ben(room.join()),
        cat(room.join(Standing::Guest)) {}
  void begin() { ASSERT_FALSE(room.does(lead, EventKind::Begun)); }
  void go(int round) {
    if (room.session.phase == Phase::Lobby) begin();
    if (room.session.round != round) {
      ASSERT_FALSE(room.movesTo(lead, round));
    }
  }
  static Event on(const CardId& card, bool is = true) {
    Event event;
    event.card = card;
    event.on = is;
    return event;
  }
  static Event about(Member member) {
    Event event;
    event.member = member;
    return event;
  }
  Room room;
  Member lead, ana, ben, cat;
};
using Session_ = Group;

TEST_F(Session_, OnlyAFacilitatorBeginsMovesAndFinishes) {
  for (const Member other : {ana, ben, cat}) {
    EXPECT_EQ(room.does(other, EventKind::Begun), ErrorCode::Locked);
    EXPECT_FALSE(mayDo(room.seenBy(other), Deed::Begin));
  }
  begin();
  EXPECT_EQ(room.movesTo(cat, 1), ErrorCode::Locked);
  EXPECT_EQ(room.does(ben, EventKind::Finished), ErrorCode::Locked);
  EXPECT_FALSE(room.movesTo(lead, 1));
  EXPECT_EQ(room.seenBy(cat).round, 1);
}

TEST_F(Session_, NobodyCanSendWordsWhileTheGroupWritesInSilence) {
  go(3);
  for (int kind = 0; kind <= static_cast<int>(CardKind::Word); ++kind) {
    for (const Member who : {lead, ana, cat})
      EXPECT_TRUE(room.shares(who, static_cast<CardKind>(kind), "words").isNil());
  }
  Event writing;
  writing.activity = Activity::Writing;
  EXPECT_FALSE(room.does(ana, EventKind::ActivityIs, writing));
  EXPECT_EQ(personIn(room.seenBy(ben), ana)->activity, Activity::Writing);
  EXPECT_TRUE(room.seenBy(ben).cards.empty());
}

TEST_F(Session_, WordsForARoundThatIsOverAreRefusedAndSaidToBeStillThere) {
  go(4);
  Event late;
  late.by = ana;
  late.kind = EventKind::Shared;
  late.round = 0;
  late.card = cardId(77);
  late.cardKind = CardKind::Word;
  late.sealed = "tired";
  late.id = eventId(99'999);
  const auto admitted = admit(room.session, late);
  ASSERT_FALSE(admitted.ok());
  EXPECT_EQ(admitted.error().code, ErrorCode::Conflict);
  EXPECT_NE(admitted.error().advice.find("still here"), std::string::npos);
}

TEST_F(Session_, TheFloorGoesRoundTheSeatsAndReachesEverybodyOnce) {
  go(1);
  ASSERT_FALSE(room.does(lead, EventKind::FloorGiven, about(ben)));
  EXPECT_EQ(room.seenBy(ana).next, (std::vector<Member>{cat, ana}));
  EXPECT_EQ(room.does(ana, EventKind::FloorPassed), ErrorCode::Conflict);
  ASSERT_FALSE(room.does(ben, EventKind::FloorPassed));
  EXPECT_EQ(room.session.floor, cat);
  ASSERT_FALSE(room.does(cat, EventKind::FloorPassed));
  EXPECT_EQ(room.session.floor, ana);
  ASSERT_FALSE(room.does(ana, EventKind::FloorPassed));
  EXPECT_EQ(room.session.floor, 0) << "ben has spoken, and the facilitator does not present";
}

TEST_F(Session_, OnlyWhoSpeaksTypesTheTitle) {
  go(1);
  ASSERT_FALSE(room.does(lead, EventKind::FloorGiven, about(ben)));
  EXPECT_TRUE(room.shares(ana, CardKind::Title, "A drum").isNil());
  EXPECT_FALSE(room.shares(ben, CardKind::Title, "A drum").isNil());
}

TEST_F(Session_, TheOthersAskAndThePresenterKeepsWhatIsWorthKeeping) {
  Event presents = about(ana);
  presents.count = 1;
  ASSERT_FALSE(room.does(lead, EventKind::Presents, presents));
  go(2);
  EXPECT_EQ(room.session.floor, ana);
  EXPECT_TRUE(room.shares(ana, CardKind::Question, "Why me?").isNil());
  const CardId asked = room.shares(ben, CardKind::Question, "What did you hear?", ana);
  ASSERT_FALSE(asked.isNil());
  EXPECT_EQ(room.does(ben, EventKind::Kept, on(asked)), ErrorCode::Locked);
  EXPECT_FALSE(room.does(ana, EventKind::Kept, on(asked)));
  EXPECT_TRUE(cardIn(room.seenBy(cat), asked)->kept);
}

TEST_F(Session_, ACardIsTakenBackByItsAuthorAloneAndNeverComesAgain) {
  go(4);
  const CardId card = room.shares(ana, CardKind::Moment, "I counted to ten");
  EXPECT_EQ(room.does(ben, EventKind::Withdrawn, on(card)), ErrorCode::Locked);
  EXPECT_EQ(room.does(lead, EventKind::Withdrawn, on(card)), ErrorCode::Locked);
  ASSERT_FALSE(room.does(ana, EventKind::Withdrawn, on(card)));
  for (const Member who : {lead, ana, ben, cat}) EXPECT_EQ(cardIn(room.seenBy(who), card), nullptr);
  Event again = on(card);
  again.sealed = "I counted to ten";
  EXPECT_EQ(room.does(ana, EventKind::Shared, again), ErrorCode::Conflict);
}

TEST_F(Session_, ACardIsStillTakenBackAfterTheEnd) {
  go(4);
  const CardId card = room.shares(ana, CardKind::Moment, "I counted to ten");
  ASSERT_FALSE(room.does(lead, EventKind::Finished));
  EXPECT_TRUE(room.shares(ana, CardKind::Moment, "more").isNil());
  EXPECT_FALSE(room.does(ana, EventKind::Withdrawn, on(card)));
  EXPECT_EQ(cardIn(room.seenBy(ben), card), nullptr);
}

TEST_F(Session_, AFacilitatorTakesACardAwayAndNobodyLearnsWhose) {
  go(4);
  const CardId card = room.shares(ana, CardKind::Moment, "Jayden from Year 4");
  EXPECT_EQ(room.does(ben, EventKind::CardTaken, on(card)), ErrorCode::Locked);
  ASSERT_FALSE(room.does(lead, EventKind::CardTaken, on(card)));
  EXPECT_EQ(cardIn(room.seenBy(ana), card), nullptr);
  EXPECT_EQ(room.log.back().member, 0);
  EXPECT_EQ(room.log.back().sealed, "");
}

TEST_F(Session_, VotesAreShownToNobodyBeforeTheyAreClosedAndCountedOnce) {
  go(6);
  ASSERT_FALSE(room.handsIn(ana, {"ana: 2 dots"}));
  ASSERT_FALSE(room.handsIn(ben, {"ben: 3 dots"}));
  ASSERT_FALSE(room.handsIn(ana, {"ana: 3 dots"})) << "she changes her mind";
  for (const Member who : {lead, ana, ben, cat}) {
    EXPECT_TRUE(room.seenBy(who).ballots.empty());
    EXPECT_TRUE(personIn(room.seenBy(who), ana)->handedIn);
  }
  EXPECT_EQ(room.movesTo(lead, 7), ErrorCode::Conflict) << "what was handed in would be lost";
  ASSERT_FALSE(room.does(lead, EventKind::BoxOpened));
  const auto ballots = room.seenBy(cat).ballots;
  ASSERT_EQ(ballots.size(), 2U);
  EXPECT_TRUE(std::count(ballots.begin(), ballots.end(), slotOf("ana: 3 dots")) == 1);
  EXPECT_EQ(room.handsIn(cat, {"cat: late"}), ErrorCode::Conflict);
  EXPECT_FALSE(room.movesTo(lead, 7));
  EXPECT_EQ(room.seenBy(cat).ballots, ballots) << "bars stay beside the actions";
}

TEST_F(Session_, VotingAgainBeginsWithAnEmptyBox) {
  go(6);
  ASSERT_FALSE(room.handsIn(ana, {"ana"}));
  ASSERT_FALSE(room.does(lead, EventKind::BoxOpened));
  go(7);
  ASSERT_FALSE(room.movesTo(lead, 6));
  EXPECT_TRUE(room.seenBy(ben).ballots.empty());
  EXPECT_FALSE(room.handsIn(ben, {"ben"}));
}

TEST_F(Session_, CardsAreSortedUnderThemesByAnybodyAndComeLooseWhenTheThemeGoes) {
  go(4);
  const CardId card = room.shares(ana, CardKind::Moment, "They ran it themselves");
  go(5);
  const CardId theme = room.shares(cat, CardKind::Theme, "Stepping back");
  Event sorted = on(card);
  sorted.under = theme;
  ASSERT_FALSE(room.does(ben, EventKind::Sorted, sorted));
  EXPECT_EQ(cardIn(room.seenBy(cat), card)->under, theme);
  sorted.under = card;
  EXPECT_EQ(room.does(ben, EventKind::Sorted, sorted), ErrorCode::NotFound);
  ASSERT_FALSE(room.does(cat, EventKind::Withdrawn, on(theme)));
  EXPECT_TRUE(cardIn(room.seenBy(cat), card)->under.isNil());
}

TEST_F(Session_, WhatOnePersonOpposesStaysInTheRoomAndNobodySeesWho) {
  go(5);
  const CardId theme = room.shares(ben, CardKind::Theme, "The room isn't ours");
  EXPECT_EQ(room.does(ana, EventKind::LeaveTicked, on(theme)), ErrorCode::Locked);
  ASSERT_FALSE(room.does(lead, EventKind::LeaveTicked, on(theme)));
  EXPECT_TRUE(cardIn(room.seenBy(ana), theme)->leaves);
  ASSERT_FALSE(room.does(cat, EventKind::LeaveOpposed, on(theme)));
  EXPECT_FALSE(cardIn(room.seenBy(lead), theme)->leaves);
  EXPECT_TRUE(cardIn(room.seenBy(lead), theme)->opposed);
  EXPECT_EQ(room.log.back().by, 0);
}

TEST_F(Session_, AMomentNeverLeavesTheRoom) {
  go(4);
  const CardId card = room.shares(ana, CardKind::Moment, "words");
  EXPECT_EQ(room.does(lead, EventKind::LeaveTicked, on(card)), ErrorCode::InvalidInput);
}

TEST_F(Session_, AnybodyStopsTheSessionForAChildAndOnlyAFacilitatorGoesOn) {
  go(4);
  Event worried;
  worried.cause = PauseCause::Safeguarding;
  ASSERT_FALSE(room.does(cat, EventKind::Paused, worried));
  EXPECT_EQ(room.seenBy(ana).pause, PauseCause::Safeguarding);
  EXPECT_EQ(room.movesTo(lead, 5), ErrorCode::Conflict);
  EXPECT_EQ(room.does(cat, EventKind::Resumed), ErrorCode::Locked);
  Event asked;
  EXPECT_EQ(room.does(lead, EventKind::Paused, asked), ErrorCode::Conflict);
  EXPECT_FALSE(room.does(lead, EventKind::Resumed));
  EXPECT_EQ(room.does(ana, EventKind::Paused, asked), ErrorCode::Locked);
}

TEST_F(Session_, WhoComesLateSeesWhatTheOthersSee) {
  go(4);
  const CardId card = room.shares(ana, CardKind::Moment, "words");
  const Member late = room.join(Standing::Guest);
  auto theirs = room.seenBy(late);
  const auto hers = room.seenBy(cat);
  EXPECT_NE(cardIn(theirs, card), nullptr);
  EXPECT_EQ(theirs.cards, hers.cards);
  EXPECT_EQ(theirs.roundClock, hers.roundClock);
  EXPECT_EQ(theirs.people, hers.people);
}

TEST_F(Session_, AShutDoorKeepsStrangersOutAndLetsThoseBackWhoLeft) {
  ASSERT_FALSE(room.does(ana, EventKind::Left));
  Event shut;
  shut.on = false;
  ASSERT_FALSE(room.does(lead, EventKind::DoorSet, shut));
  Event joined;
  joined.kind = EventKind::Joined;
  joined.number = room.session.newest + 1;
  joined.id = eventId(123'456);
  joined.sealed = "name";
  joined.member = 5;
  EXPECT_EQ(step(room.session, joined).error().code, ErrorCode::Conflict);
  joined.member = ana;
  EXPECT_TRUE(step(room.session, joined).ok());
}

TEST_F(Session_, WhoWasPutOutSeesNothingAndCannotComeBack) {
  go(4);
  ASSERT_FALSE(room.shares(ana, CardKind::Moment, "words").isNil());
  ASSERT_FALSE(room.does(lead, EventKind::PutOut, about(cat)));
  EXPECT_EQ(room.seenBy(cat), SessionView{});
  EXPECT_TRUE(room.shares(cat, CardKind::Moment, "spite").isNil());
  Event joined;
  joined.kind = EventKind::Joined;
  joined.number = room.session.newest + 1;
  joined.id = eventId(123'457);
  joined.sealed = "name";
  joined.member = cat;
  EXPECT_FALSE(step(room.session, joined).ok());
}

TEST_F(Session_, AProjectorShowsTheSameAndDoesNothing) {
  const Member wall = room.join(Standing::Projector);
  go(4);
  ASSERT_FALSE(room.shares(ana, CardKind::Moment, "words").isNil());
  EXPECT_EQ(room.seenBy(wall).cards, room.seenBy(ben).cards);
  EXPECT_EQ(personIn(room.seenBy(ana), wall), nullptr);
  EXPECT_TRUE(room.seenBy(wall).may.empty());
  EXPECT_TRUE(room.shares(wall, CardKind::Moment, "words").isNil());
}

TEST_F(Session_, AGuestIsNeverMadeAFacilitator) {
  EXPECT_EQ(room.does(lead, EventKind::Promoted, about(cat)), ErrorCode::InvalidInput);
  ASSERT_FALSE(room.does(lead, EventKind::Promoted, about(ana)));
  EXPECT_FALSE(room.does(ana, EventKind::Begun));
}

TEST_F(Session_, MomentsMayBeBroughtBeforeItBeginsWhereNamesStand) {
  EXPECT_FALSE(room.shares(ana, CardKind::Moment, "words").isNil());
  EXPECT_TRUE(room.shares(ana, CardKind::Question, "why?").isNil());
  Room anonymous(planOf({RoundKind::Reveal}, Naming::Anonymous));
  anonymous.join();
  EXPECT_TRUE(anonymous.shares(1, CardKind::Moment, "words").isNil());
}

TEST_F(Session_, NothingIsTakenInARoundThatCapturesNothing) {
  Plan plan = planOf({RoundKind::Talk});
  plan.rounds[0].keep = Keep::Nothing;
  Room holding(plan);
  holding.join();
  holding.does(1, EventKind::Begun);
  EXPECT_TRUE(holding.shares(1, CardKind::Pattern, "tired").isNil());
}

TEST(SessionPairs, EverybodyMeetsEverybodyElseOnce) {
  Room room(planOf({RoundKind::Pairs}));
  const Member lead = room.join();
  for (int i = 0; i < 6; ++i) room.join();
  room.does(lead, EventKind::Begun);
  std::set<std::pair<Member, Member>> met;
  for (int turn = 0; turn < 5; ++turn) {
    Event drawn;
    drawn.count = turn;
    ASSERT_FALSE(room.does(lead, EventKind::PairsDrawn, drawn));
    for (const SeenPerson& one : room.seenBy(lead).people) {
      if (one.number == lead) continue;
      ASSERT_EQ(personIn(room.seenBy(lead), one.pairedWith)->pairedWith, one.number);
      met.insert({one.number, one.pairedWith});
    }
  }
  EXPECT_EQ(met.size(), 6U * 5U);
}

TEST(SessionPairs, AnOddOneOutSitsWithTheFirstPair) {
  Room room(planOf({RoundKind::Pairs}));
  const Member lead = room.join();
  for (int i = 0; i < 3; ++i) room.join();
  room.does(lead, EventKind::Begun);
  for (const SeenPerson& one : room.seenBy(lead).people) {
    if (one.number != lead) {
      EXPECT_NE(one.pairedWith, 0) << one.number;
    }
  }
}

TEST(SessionPlan, APlanThatCannotBeRunIsNotOpened) {
  EXPECT_FALSE(open(Plan{}).ok());
  Plan plan = planOf({RoundKind::Talk});
  plan.rounds[0].length = std::chrono::seconds(0);
  EXPECT_FALSE(open(plan).ok());
  plan = planOf({RoundKind::Votes});
  plan.rounds[0].dots = 0;
  EXPECT_FALSE(open(plan).ok());
  plan = planOf({RoundKind::Telling});
  plan.presenters = 0;
  EXPECT_FALSE(open(plan).ok()) << "its presenter is nobody";
}

}  // namespace
}  // namespace tests
