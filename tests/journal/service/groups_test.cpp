// Sessions of reflection groups and formats of one's own in the journal.

#include <gmock/gmock.h>

#include "tests/journal/service/journal_support.h"

namespace journal::service {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class Groups : public JournalTest {
 protected:
  static SessionFormat format() {
    SessionFormat format;
    format.code = "Own";
    format.name = "Short round";
    Round round;
    round.name = "Talk";
    round.minutes = 20;
    format.rounds = {round};
    format.minutes = 20;
    return format;
  }
  GroupSession planned(const char* title, const char* on) {
    GroupSession group;
    group.id = GroupSessionId::random(random_);
    group.title = title;
    group.day = day(on);
    group.led = true;
    group.format = format();
    group.agreement = {"No names, no school."};
    group.people = {"Imani", "Tomasz"};
    return group;
  }
};

TEST_F(Groups, APlanIsKeptThenHeldAndTheLogAgrees) {
  GroupSession group = planned("Thursday", "2026-02-05");
  EXPECT_TRUE(must(PutGroupSession{group}).changes.groups);
  EXPECT_EQ(must(PutGroupSession{group}).skipped, 1U);
  group.state = GroupSessionState::Held;
  group.people.clear();
  group.headcount = 6;
  group.lasted = std::chrono::minutes(72);
  KeptCard card;
  card.text = "We wait longer than we did";
  card.leaves = true;
  group.cards = {card};
  must(PutGroupSession{group});
  reopen();
  EXPECT_THAT(*journal_->groupSessions(), ElementsAre(group));
  EXPECT_THAT(problems(), IsEmpty());
}

TEST_F(Groups, SessionsStandInTheOrderOfTheirDays) {
  const GroupSession late = planned("Thursday", "2026-02-05");
  const GroupSession early = planned("Monday", "2026-01-12");
  must(PutGroupSession{late});
  must(PutGroupSession{early});
  EXPECT_THAT(*journal_->groupSessions(), ElementsAre(early, late));
}

TEST_F(Groups, OneThatIsSetAsideIsNotShownAndHasNoWordsLeft) {
  GroupSession group = planned("Thursday", "2026-02-05");
  must(PutGroupSession{group});
  group.state = GroupSessionState::SetAside;
  must(PutGroupSession{group});
  EXPECT_THAT(*journal_->groupSessions(), IsEmpty());
  reopen();
  EXPECT_THAT(*journal_->groupSessions(), IsEmpty());
  EXPECT_THAT(problems(), IsEmpty());
}

TEST_F(Groups, WithoutATitleOrWithRoundsThatCannotBeRunItIsRefusedWithASentence) {
  GroupSession group = planned("  ", "2026-02-05");
  const auto nameless = journal_->apply(PutGroupSession{group});
  ASSERT_FALSE(nameless.ok());
  EXPECT_THAT(nameless.error().advice, HasSubstr("title"));
  group.title = "Thursday";
  group.format.rounds[0].minutes = 0;
  EXPECT_EQ(refused(PutGroupSession{group}), ErrorCode::InvalidInput);
  group = planned("Thursday", "2026-02-05");
  group.agreement = {std::string(20'000, 'x')};
  EXPECT_EQ(refused(PutGroupSession{group}), ErrorCode::InvalidInput);
}

TEST_F(Groups, AFormatOfOnesOwnIsKeptAndSetAside) {
  OwnFormat own{OwnFormatId::random(random_), format(), false};
  must(PutOwnFormat{own});
  own.format.rounds[0].minutes = 25;
  own.format.minutes = 25;
  must(PutOwnFormat{own});
  reopen();
  EXPECT_THAT(*journal_->ownFormats(), ElementsAre(own));
  own.setAside = true;
  must(PutOwnFormat{own});
  EXPECT_THAT(*journal_->ownFormats(), IsEmpty());
  EXPECT_THAT(problems(), IsEmpty());
}

TEST_F(Groups, AFormatSetAsideKeepsItsWordsAndIsBroughtBackWithThem) {
  OwnFormat own{OwnFormatId::random(random_), format(), false};
  own.format.author = "Gethin Rowe";
  must(PutOwnFormat{own});
  EXPECT_THAT(*journal_->formatsSetAside(), IsEmpty());
  own.setAside = true;
  must(PutOwnFormat{own});
  reopen();
  EXPECT_THAT(*journal_->formatsSetAside(), ElementsAre(own));
  own.setAside = false;
  must(PutOwnFormat{own});
  EXPECT_THAT(*journal_->ownFormats(), ElementsAre(own));
  EXPECT_THAT(*journal_->formatsSetAside(), IsEmpty());
  EXPECT_THAT(problems(), IsEmpty());
}

TEST_F(Groups, AFormatIsKeptAsFarAsItWasMadeWhenItSaysThatItCannotBeRunYet) {
  OwnFormat own{OwnFormatId::random(random_), format(), false};
  own.format.rounds.clear();
  own.format.minutes = 0;
  own.unready = true;
  must(PutOwnFormat{own});
  reopen();
  EXPECT_THAT(*journal_->ownFormats(), ElementsAre(own));
  own.format.purpose = std::string(20'000, 'x');
  EXPECT_EQ(refused(PutOwnFormat{own}), ErrorCode::InvalidInput) << "but not without end";
  EXPECT_THAT(problems(), IsEmpty());
}

TEST_F(Groups, APlanWhoseRoundsCannotBeRunYetIsKeptAsThatAndIsNeverHeld) {
  GroupSession group = planned("Thursday", "2026-02-05");
  group.format.rounds.clear();
  group.format.minutes = 0;
  group.state = GroupSessionState::Unready;
  must(PutGroupSession{group});
  reopen();
  EXPECT_THAT(*journal_->groupSessions(), ElementsAre(group));
  EXPECT_TRUE(isPlanned(group));
  for (const auto state : {GroupSessionState::Planned, GroupSessionState::Held}) {
    group.state = state;
    EXPECT_EQ(refused(PutGroupSession{group}), ErrorCode::InvalidInput);
  }
  EXPECT_THAT(problems(), IsEmpty());
}

TEST_F(Groups, OnlyAFormatThatCanBeRunIsKept) {
  OwnFormat own{OwnFormatId::random(random_), format(), false};
  own.format.rounds.clear();
  EXPECT_EQ(refused(PutOwnFormat{own}), ErrorCode::InvalidInput);
}

}  // namespace
}  // namespace journal::service
