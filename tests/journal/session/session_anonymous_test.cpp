// In a session without names nobody can find out whose words these are: not another client, not the
// hub that relays them, not by when and in which order they came.
#include <algorithm>

#include <gtest/gtest.h>

#include "tests/journal/session/room.h"

namespace tests {
namespace {

using journal::ErrorCode;

struct Anonymous : ::testing::Test {
  Anonymous() { enter(room); }
  static void enter(Room& into) {
    for (int i = 0; i < 5; ++i) into.join();
    into.does(1, EventKind::Begun);
    into.movesTo(1, 1);
  }
  static Plan plan() {
    return planOf({RoundKind::SilentWriting, RoundKind::Reveal, RoundKind::Themes, RoundKind::Votes,
                   RoundKind::Close},
                  Naming::Anonymous);
  }
  Room room{plan()};
};

std::vector<std::string> threeWith(const std::string& a, int n) {
  return {a, "empty " + std::to_string(n) + "a", "empty " + std::to_string(n) + "b"};
}

TEST_F(Anonymous, WordsComeOutOfTheBoxAllAtOnceWithNobodyBesideThem) {
  for (int who = 2; who <= 4; ++who)
    ASSERT_FALSE(
        room.handsIn(static_cast<Member>(who), threeWith("words of " + std::to_string(who), who)));
  for (int who = 1; who <= 5; ++who)
    EXPECT_TRUE(room.seenBy(static_cast<Member>(who)).cards.empty());
  ASSERT_FALSE(room.does(1, EventKind::BoxOpened));
  const auto cards = room.seenBy(5).cards;
  ASSERT_EQ(cards.size(), 9U) << "the empty slots too: how many words somebody has tells nothing";
  for (const SeenCard& card : cards) EXPECT_EQ(card.by, 0);
}

TEST_F(Anonymous, WhoHandedInWhatMakesNoDifferenceToAnythingAnybodyIsSent) {
  const std::vector<std::vector<std::string>> hands{
      threeWith("the drum", 1), threeWith("the bell", 2), threeWith("the rain", 3),
      threeWith("silence", 4)};
  std::vector<int> whose{0, 1, 2, 3};
  std::vector<std::string> seen;
  do {
    Room other(plan());
    enter(other);
    for (std::size_t i = 0; i < whose.size(); ++i)
      ASSERT_FALSE(
          other.handsIn(static_cast<Member>(i + 2), hands[static_cast<std::size_t>(whose[i])]));
    ASSERT_FALSE(other.does(1, EventKind::BoxOpened));
    std::vector<std::string> now;
    for (const Event& event : other.log)
      now.insert(now.end(), event.slots.begin(), event.slots.end());
    for (const SeenCard& card : other.seenBy(1).cards) now.push_back(card.sealed);
    if (seen.empty()) seen = now;
    ASSERT_EQ(now, seen) << "the order tells who";
    for (const auto& [number, person] : other.session.people)
      for (const auto& [id, card] : other.session.cards) ASSERT_NE(card.by, number);
  } while (std::next_permutation(whose.begin(), whose.end()));
  EXPECT_EQ(seen.size(), 24U);
}

TEST_F(Anonymous, TheLogNamesNobodyBesideACardOrItsWords) {
  for (int who = 2; who <= 4; ++who)
    ASSERT_FALSE(room.handsIn(static_cast<Member>(who), threeWith("w" + std::to_string(who), who)));
  ASSERT_FALSE(room.does(1, EventKind::BoxOpened));
  ASSERT_FALSE(room.movesTo(1, 2));
  const CardId theme = room.shares(3, CardKind::Theme, "Stepping back");
  ASSERT_FALSE(theme.isNil());
  Event sorted;
  sorted.card = room.seenBy(1).cards.back().id;
  sorted.under = theme;
  ASSERT_FALSE(room.does(4, EventKind::Sorted, sorted));
  for (const Event& event : room.log) {
    const bool ofCards = !event.card.isNil() || event.kind == EventKind::Shared;
    if (ofCards) {
      EXPECT_EQ(event.by, 0) << static_cast<int>(event.kind);
    }
    if (event.kind == EventKind::HandedIn) {
      EXPECT_TRUE(event.slots.empty());
    }
  }
}

TEST_F(Anonymous, TheBoxIsNotOpenedForTwo) {
  ASSERT_FALSE(room.handsIn(2, threeWith("a", 2)));
  ASSERT_FALSE(room.handsIn(3, threeWith("b", 3)));
  EXPECT_EQ(room.does(1, EventKind::BoxOpened), ErrorCode::Conflict);
  ASSERT_FALSE(room.handsIn(4, threeWith("c", 4)));
  EXPECT_FALSE(room.does(1, EventKind::BoxOpened));
}

TEST_F(Anonymous, WhoComesAfterItWasOpenedCannotHandInAlone) {
  for (int who = 2; who <= 4; ++who)
    ASSERT_FALSE(room.handsIn(static_cast<Member>(who), threeWith("w" + std::to_string(who), who)));
  ASSERT_FALSE(room.does(1, EventKind::BoxOpened));
  EXPECT_EQ(room.handsIn(5, threeWith("late", 5)), ErrorCode::Conflict);
}

TEST_F(Anonymous, NobodyShowsAMomentUnderTheirOwnNumber) {
  EXPECT_TRUE(room.shares(3, CardKind::Moment, "words").isNil());
}

TEST_F(Anonymous, SlotsOfAnotherSizeOrNumberAreRefused) {
  Event event;
  event.slots = {slotOf("a"), slotOf("b")};
  EXPECT_EQ(room.does(2, EventKind::HandedIn, event), ErrorCode::InvalidInput);
  event.slots = {slotOf("a"), slotOf("b"), slotOf("c") + " "};
  EXPECT_EQ(room.does(2, EventKind::HandedIn, event), ErrorCode::InvalidInput);
  event.slots = {slotOf("a"), slotOf("b"), slotOf("a")};
  EXPECT_EQ(room.does(2, EventKind::HandedIn, event), ErrorCode::InvalidInput);
  ASSERT_FALSE(room.handsIn(3, {"x", "y", "z"}));
  EXPECT_EQ(room.handsIn(2, {"x", "1", "2"}), ErrorCode::InvalidInput)
      << "somebody else's id: it would take their card's place";
}

TEST_F(Anonymous, ACardIsTakenBackWithoutSayingWhoAsked) {
  for (int who = 2; who <= 4; ++who)
    ASSERT_FALSE(room.handsIn(static_cast<Member>(who), threeWith("w" + std::to_string(who), who)));
  ASSERT_FALSE(room.does(1, EventKind::BoxOpened));
  Event recalled;
  recalled.card = cardOfWords("w3");
  EXPECT_EQ(room.does(3, EventKind::Recalled, recalled), ErrorCode::Locked)
      << "the hub asks for the secret first";
  room.happens(EventKind::Recalled, recalled);
  EXPECT_EQ(cardIn(room.seenBy(4), recalled.card), nullptr);
  EXPECT_EQ(room.log.back().by, 0);
}

TEST_F(Anonymous, AHubThatPutsSomethingElseIntoTheBoxIsNotBelieved) {
  for (int who = 2; who <= 4; ++who)
    ASSERT_FALSE(room.handsIn(static_cast<Member>(who), threeWith("w" + std::to_string(who), who)));
  Session client = open(room.session.plan).value();
  for (const Event& event : room.log) ASSERT_TRUE(apply(client, event).ok());
  Event opened;
  opened.kind = EventKind::BoxOpened;
  opened.by = 1;
  opened.round = 1;
  opened.number = client.newest + 1;
  opened.id = eventId(1'000'001);
  opened.slots = {slotOf("one alone")};
  EXPECT_FALSE(step(client, opened).ok());
}

}  // namespace
}  // namespace tests
