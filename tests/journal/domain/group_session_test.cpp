// How long a group's record stands, and what the next session opens with.
#include "journal/domain/group_session.h"

#include <gtest/gtest.h>

namespace journal {
namespace {

using namespace std::chrono;

LocalDate on(int y, unsigned m, unsigned d) { return year(y) / month(m) / std::chrono::day(d); }

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

}  // namespace
}  // namespace journal
