// What a group keeps of a session, as paper and as a table.
#include "journal/exchange/group_record.h"

#include <gmock/gmock.h>

#include "journal/exchange/reading_entry.h"

namespace journal::exchange::test {
namespace {

using session::CardKind;
using session::Keep;
using ::testing::HasSubstr;
using ::testing::Not;

KeptCard card(CardKind kind, const char* text, Keep keep = Keep::Group) {
  KeptCard one;
  one.kind = kind;
  one.text = text;
  one.keep = keep;
  return one;
}

GroupSession held() {
  GroupSession group;
  group.state = GroupSessionState::Held;
  group.title = "Thursday <group>";
  group.day = *parseDate("2026-02-05");
  group.format.name = "Half-term round";
  group.agreement = {"No names, no school."};
  group.headcount = 7;
  group.lasted = std::chrono::minutes(74);
  group.cards = {card(CardKind::Theme, "Stepping back on purpose", Keep::Themes),
                 card(CardKind::Moment, "I counted to ten in my head"),
                 card(CardKind::Question, "What did the quiet sound like?"),
                 card(CardKind::Question, "Only for her own journal", Keep::Presenter),
                 card(CardKind::Word, "tired"),
                 card(CardKind::Action, "=cmd: ask \"SENCO\"")};
  group.cards[0].dots = 10;
  group.cards[0].leaves = true;
  group.cards[5].owner = "Priti";
  group.cards[5].due = *parseDate("2026-03-06");
  return group;
}

std::string html(const GroupSession& group) {
  std::string out;
  const auto writer = makeHtmlWriter([&](std::string_view bytes) -> Result<void> {
    out += bytes;
    return {};
  });
  EXPECT_TRUE(writeGroupRecord(group, *writer).ok());
  return out;
}

TEST(GroupRecordCopy, SaysWhatTheFormatKeepsAndNothingElse) {
  const std::string page = html(held());
  for (const char* kept :
       {"Stepping back on purpose", "[10 dots]", "What did the quiet sound like?", "Priti",
        "2026-03-06", "7 people, 74 minutes", "Kept until 2027-08-31", "No names, no school."})
    EXPECT_THAT(page, HasSubstr(kept));
  for (const char* own : {"counted to ten", "Only for her own journal", "tired"})
    EXPECT_THAT(page, Not(HasSubstr(own)));
}

TEST(GroupRecordCopy, NothingSomebodyWroteIsEverMarkup) {
  EXPECT_THAT(html(held()), HasSubstr("Thursday &lt;group&gt;"));
}

TEST(GroupRecordCopy, SaysThatNothingLeftTheRoomWhenNothingDid) {
  GroupSession group = held();
  EXPECT_THAT(html(group), Not(HasSubstr("Nothing left the room")));
  group.cards[0].leaves = false;
  EXPECT_THAT(html(group), HasSubstr("Nothing left the room"));
}

TEST(GroupRecordCopy, ATableHasTheSameAndNoFormulas) {
  const std::string table = groupRecordCsv(held());
  EXPECT_THAT(table, HasSubstr("\"Theme\",\"Stepping back on purpose\",\"yes\",\"10\""));
  EXPECT_THAT(table, HasSubstr("\"'=cmd: ask \"\"SENCO\"\"\""));
  EXPECT_THAT(table, Not(HasSubstr("counted to ten")));
  EXPECT_THAT(table, Not(HasSubstr("Only for her")));
}

}  // namespace
}  // namespace journal::exchange::test
