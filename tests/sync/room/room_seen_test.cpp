// What one person's screen shows of a session whose words were sealed.
#include "sync/room/room_seen.h"

#include <gtest/gtest.h>

namespace syncing::room {
namespace {

using namespace journal::session;
using journal::SeededRandom;

/// A hub, as far as it goes: two rounds, three people and a facilitator, all words sealed.
struct SealedRoom : ::testing::Test {
  explicit SealedRoom(Naming naming = Naming::Anonymous)
      : key(RoomKey::of(RoomCode::parse("zebra fiddle amber drum").value())) {
    Plan plan;
    plan.naming = naming;
    for (const RoundKind kind : {RoundKind::Reveal, RoundKind::Themes, RoundKind::Votes}) {
      RoundPlan round;
      round.kind = kind;
      round.length = std::chrono::minutes(5);
      if (kind == RoundKind::Votes) round.dots = 3;
      plan.rounds.push_back(round);
    }
    plan.sealedWords =
        key.seal(kPlanWords, toJson(PlanWords{"Thursday", "A", "", {}, {}, {}}), random);
    state = open(plan).value();
    for (const char* name : {"Gethin", "Ana", "Ben", "Cat"}) {
      Event joined;
      joined.kind = EventKind::Joined;
      joined.member = static_cast<Member>(state.people.size() + 1);
      joined.standing = joined.member == 1 ? Standing::Facilitator : Standing::Participant;
      joined.sealed = key.seal(kName, nameJson(name), random);
      log(joined);
    }
    does(1, EventKind::Begun);
  }
  void log(Event event) {
    if (event.id.isNil()) event.id = EventId::random(random);
    event.number = state.newest + 1;
    ASSERT_TRUE(apply(state, event).ok());
  }
  void does(Member who, EventKind kind, Event event = {}) {
    event.by = who;
    event.kind = kind;
    event.id = EventId::random(random);
    if (event.round < 0) event.round = static_cast<std::int16_t>(state.round);
    auto admitted = admit(state, event);
    ASSERT_TRUE(admitted.ok()) << admitted.error().advice;
    log(*admitted);
  }
  void handIn(Member who, const std::vector<std::string>& texts) {
    Event event;
    for (std::size_t at = 0; at < kSlotsAMember; ++at) {
      const CardSecret secret = CardSecret::random(random);
      event.slots.push_back(slotOf(key, state.round, secret.id,
                                   at < texts.size() ? toJson(CardWords{texts[at]}) : "{}",
                                   random));
    }
    does(who, EventKind::HandedIn, event);
  }
  RoomSeen seenBy(Member who) const { return openFor(who, state, 0, key); }

  SeededRandom random{11};
  RoomKey key;
  Session state;
};

TEST_F(SealedRoom, ShowsNamesThePlanAndWhatCameOutOfTheBoxWithoutItsEmptySlots) {
  handIn(2, {"I counted to ten"});
  handIn(3, {"Moved to the hall", "The TA stayed"});
  handIn(4, {});
  does(1, EventKind::BoxOpened);
  const RoomSeen seen = seenBy(4);
  EXPECT_EQ(seen.words.title, "Thursday");
  EXPECT_EQ(seen.names.at(2), "Ana");
  ASSERT_EQ(seen.view.cards.size(), 3U);
  std::set<std::string> texts;
  for (const SeenCard& one : seen.view.cards) texts.insert(seen.cards.at(one.id).text);
  EXPECT_EQ(texts,
            (std::set<std::string>{"I counted to ten", "Moved to the hall", "The TA stayed"}));
  EXPECT_TRUE(seen.mine.empty());
}

TEST_F(SealedRoom, ShowsTheBallotsOnceTheVotesAreOpenButNoneWithTooManyDots) {
  Event moved;
  moved.round = 1;
  does(1, EventKind::MovedTo, moved);
  Event theme;
  theme.card = CardSecret::random(random).id;
  theme.cardKind = CardKind::Theme;
  theme.sealed =
      key.seal(cardWords(CardKind::Theme, theme.card, 0), toJson(CardWords{"Quiet"}), random);
  does(2, EventKind::Shared, theme);
  moved.round = 2;
  does(1, EventKind::MovedTo, moved);
  for (const Member who : {Member{2}, Member{3}, Member{4}}) {
    Event vote;
    const CardSecret secret = CardSecret::random(random);
    vote.slots = {slotOf(key, 2, secret.id, toJson(Ballot{{{theme.card, who}}}), random)};
    does(who, EventKind::HandedIn, vote);
  }
  EXPECT_TRUE(seenBy(1).ballots.empty());
  does(1, EventKind::BoxOpened);
  int dots = 0;
  for (const Ballot& ballot : seenBy(4).ballots) dots += dotsOf(ballot);
  EXPECT_EQ(dots, 2 + 3) << "four dots are more than anybody had";
}

struct NamedRoom : SealedRoom {
  NamedRoom() : SealedRoom(Naming::Named) {}
};

TEST_F(NamedRoom, ACardThatAHubPutsIntoAnotherMouthShowsNoWords) {
  Event card;
  card.card = CardSecret::random(random).id;
  card.cardKind = CardKind::Moment;
  card.sealed =
      key.seal(cardWords(CardKind::Moment, card.card, 2), toJson(CardWords{"Mine"}), random);
  does(2, EventKind::Shared, card);
  EXPECT_EQ(seenBy(3).cards.at(card.card).text, "Mine");
  EXPECT_EQ(seenBy(2).mine.count(card.card), 1U);
  state.cards.at(card.card).by = 3;
  EXPECT_EQ(seenBy(4).cards.at(card.card).text, "");
}

}  // namespace
}  // namespace syncing::room
