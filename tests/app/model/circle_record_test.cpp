// What stands in whose journal once a session is over.
#include "app/model/circle_record.h"

#include <gmock/gmock.h>

namespace app::model {
namespace {

using session::CardKind;
using session::Keep;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

session::CardId cardId(std::uint8_t n) {
  session::CardId::Bytes bytes{};
  bytes[0] = n;
  return session::CardId::fromBytes(bytes);
}

/// Three rounds: nothing kept, kept for the group, kept by who presents. We are number 2.
struct AfterASession : ::testing::Test {
  AfterASession() {
    for (const Keep keep : {Keep::Nothing, Keep::Group, Keep::Presenter}) {
      session::RoundPlan round;
      round.keep = keep;
      seen.plan.plan.rounds.push_back(round);
    }
    seen.plan.words.title = "Thursday";
    seen.view.you = 2;
    seen.view.people.resize(5);
    seen.names = {{1, "Gethin"}, {2, "Imani"}, {3, "Priti"}};
    format.name = "Half-term round";
  }
  void card(std::uint8_t n, CardKind kind, int round, const char* text, session::Member by,
            session::Member to = 0, bool kept = false) {
    session::SeenCard one;
    one.id = cardId(n);
    one.kind = kind;
    one.round = round;
    one.by = by;
    one.to = to;
    one.kept = kept;
    seen.view.cards.push_back(one);
    seen.cards[one.id] = {text};
    if (by == 2) seen.mine.insert(one.id);
  }
  journal::GroupSession record(bool led) {
    journal::GroupSession planned;
    planned.led = led;
    planned.people = {"Imani", "Priti"};
    return recordOf(seen, planned, format, *journal::parseDate("2026-02-05"),
                    std::chrono::minutes(74));
  }
  static std::vector<std::string> textsOf(const journal::GroupSession& group) {
    std::vector<std::string> texts;
    for (const journal::KeptCard& one : group.cards) texts.push_back(one.text);
    return texts;
  }
  CircleSeen seen;
  journal::SessionFormat format;
};

TEST_F(AfterASession, TheFacilitatorKeepsWhatIsTheGroupsAndNoMoments) {
  card(1, CardKind::Moment, 1, "I counted to ten", 3);
  card(2, CardKind::Pattern, 1, "We wait longer", 3);
  card(3, CardKind::Pattern, 0, "Said in a round that keeps nothing", 3);
  card(4, CardKind::Idea, 2, "For the presenter", 3, 4);
  card(5, CardKind::Word, 1, "tired", 2);
  const auto kept = record(true);
  EXPECT_THAT(textsOf(kept), ElementsAre("We wait longer"));
  EXPECT_EQ(kept.headcount, 5);
  EXPECT_EQ(kept.lasted, std::chrono::minutes(74));
  EXPECT_THAT(kept.people, IsEmpty()) << "who was there is kept apart, for pay alone";
}

TEST_F(AfterASession, EverybodyElseKeepsWhatIsTheirOwnAndWhatWasForThem) {
  card(1, CardKind::Pattern, 1, "Somebody's", 3);
  card(2, CardKind::Pattern, 1, "Mine", 2);
  card(3, CardKind::Question, 1, "What did you hear?", 3, 2);
  card(4, CardKind::Question, 1, "For another", 3, 4);
  EXPECT_THAT(textsOf(record(false)), ElementsAre("Mine", "What did you hear?"));
}

TEST_F(AfterASession, AnActionKeepsItsOwnerAndItsDateAndAThemeItsDots) {
  card(1, CardKind::Theme, 1, "Stepping back", 3);
  card(2, CardKind::Action, 1, "Ask the SENCO", 3);
  seen.cards[cardId(2)].owner = 3;
  seen.cards[cardId(2)].due = "2026-03-06";
  seen.ballots = {{{cardId(1), 2}}, {{cardId(1), 1}, {cardId(9), 2}}};
  const auto kept = record(true);
  ASSERT_EQ(kept.cards.size(), 2U);
  EXPECT_EQ(kept.cards[0].dots, 3);
  EXPECT_EQ(kept.cards[1].owner, "Priti");
  EXPECT_EQ(kept.cards[1].due, *journal::parseDate("2026-03-06"));
}

}  // namespace
}  // namespace app::model
