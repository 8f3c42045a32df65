// How long a group's record stands, and what the next session opens with.
#include "journal/domain/group_session.h"

#include <gtest/gtest.h>

namespace journal {
namespace {

using namespace std::chrono;

LocalDate on(int y, unsigned m, unsigned d) {
  return year(y) / month(m) / std::chrono::day(d);
}

TEST(GroupRecord, IsKeptForTheSchoolYearAndTheNextOne) {
  EXPECT_EQ(recordEnds(on(2026, 2, 5)), on(2027, 8, 31));
  EXPECT_EQ(recordEnds(on(2026, 8, 31)), on(2027, 8, 31));
  EXPECT_EQ(recordEnds(on(2026, 9, 1)), on(2028, 8, 31));
}

TEST(GroupRecord, ThingsAreStruckOutForSevenDays) {
  EXPECT_EQ(strikeUntil(on(2026, 2, 26)), on(2026, 3, 5));
}

GroupSession held(const char* title, LocalDate day, std::vector<KeptCard> cards) {
  GroupSession one;
  one.state = GroupSessionState::Held;
  one.title = title;
  one.day = day;
  one.cards = std::move(cards);
  return one;
}
KeptCard action(const char* text, bool done = false) {
  KeptCard card;
  card.kind = session::CardKind::Action;
  card.text = text;
  card.done = done;
  return card;
}

TEST(GroupRecord, ASessionOpensWithTheLastOnesActionsThatAreNotDone) {
  KeptCard pattern;
  pattern.text = "We speak first";
  const std::vector<GroupSession> sessions{
      held("Thursday", on(2026, 1, 8), {action("old")}),
      held("Thursday", on(2026, 1, 22), {action("ask"), action("done", true), pattern}),
      held("Monday", on(2026, 1, 26), {action("other group")}),
      held("Thursday", on(2026, 2, 5), {action("to come")})};
  const auto open = openActions(sessions, "Thursday", on(2026, 2, 5));
  ASSERT_EQ(open.size(), 1U);
  EXPECT_EQ(open[0].text, "ask");
  EXPECT_TRUE(openActions(sessions, "Friday", on(2026, 2, 5)).empty());
}

KeptCard kept(const char* text, bool own = false, session::Keep keep = session::Keep::Group) {
  KeptCard card;
  card.text = text;
  card.own = own;
  card.keep = keep;
  return card;
}

TEST(GroupRecord, TheGroupsPartIsLockedAfterSevenDaysAndOnesOwnWordsNever) {
  GroupSession one = held("Thursday", on(2026, 2, 5), {});
  one.led = true;
  EXPECT_TRUE(mayStrike(one, kept("somebody's"), on(2026, 2, 12)));
  EXPECT_FALSE(mayStrike(one, kept("somebody's"), on(2026, 2, 13)));
  EXPECT_TRUE(mayStrike(one, kept("mine", true), on(2027, 1, 1)));
  EXPECT_TRUE(mayStrike(one, kept("for me", false, session::Keep::Presenter), on(2027, 1, 1)));
  one.led = false;
  EXPECT_TRUE(mayStrike(one, kept("in my journal"), on(2027, 1, 1)))
      << "nothing there is a group's";
}

TEST(GroupRecord, GoesOnUnderAnotherIdThatIsToldToBeTheSame) {
  SeededRandom random(1);
  const auto id = GroupSessionId::random(random);
  const auto next = goesOnAs(id, random);
  EXPECT_NE(id, next);
  EXPECT_TRUE(sameRecord(id, next));
  EXPECT_TRUE(sameRecord(next, goesOnAs(next, random)));
  EXPECT_FALSE(sameRecord(id, GroupSessionId::random(random)));
}

TEST(GroupRecord, WhatEitherOfTwoDevicesStruckIsStruckAndWhatEitherTickedIsDone) {
  SeededRandom random(2);
  GroupSession one = held("Thursday", on(2026, 2, 5), {kept("a"), kept("b"), action("ask", true)});
  one.id = GroupSessionId::random(random);
  GroupSession other = one;
  other.id = goesOnAs(one.id, random);
  other.cards = {kept("b"), kept("c"), action("ask")};
  GroupSession apart = held("Monday", on(2026, 2, 2), {kept("a")});
  apart.id = GroupSessionId::random(random);
  const auto joined = withRecordsJoined({other, apart, one});
  ASSERT_EQ(joined.size(), 2U);
  const GroupSession& both = sameRecord(joined[0].id, one.id) ? joined[0] : joined[1];
  EXPECT_EQ(both.id, std::min(one.id, other.id));
  EXPECT_EQ(both.cards, (std::vector<KeptCard>{kept("b"), action("ask", true)}));
}

}  // namespace
}  // namespace journal
