// Sessions of reflection groups and formats of one's own in the journal.

#include <gmock/gmock.h>

#include "journal/service/due_today.h"
#include "tests/journal/service/devices_support.h"

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

/// Two weeks ago, or whenever it is said to be.
class HeldGroups : public Groups {
 protected:
  static KeptCard kept(const char* text, bool own = false) {
    KeptCard card;
    card.text = text;
    card.own = own;
    return card;
  }
  GroupSession held(const char* on, std::vector<KeptCard> cards) {
    GroupSession group = planned("Thursday", on);
    group.state = GroupSessionState::Held;
    group.people.clear();
    group.cards = std::move(cards);
    must(PutGroupSession{group});
    return group;
  }
  /// Whether any entry of the log still holds these words.
  bool logSays(const std::string& words) {
    store::Query log = journal_->database().query(
        "SELECT count(*) FROM op_log WHERE instr(entry, CAST(:words AS BLOB)) > 0");
    log.bind(words);
    return log.firstInteger()->value_or(-1) != 0;
  }
  GroupSession only() {
    const auto sessions = *journal_->groupSessions();
    EXPECT_EQ(sessions.size(), 1U);
    return sessions.empty() ? GroupSession() : sessions.front();
  }
};

TEST_F(HeldGroups, WhatIsStruckIsInNoEntryOfTheLogAndTheRestGoesOn) {
  const GroupSession before = held("2026-01-20", {kept("Year 5 at Larkbeck"), kept("We wait")});
  must(StrikeFromSession{before.id, {before.cards[0]}});
  EXPECT_THAT(only().cards, ElementsAre(kept("We wait")));
  EXPECT_TRUE(sameRecord(only().id, before.id));
  EXPECT_FALSE(logSays("Larkbeck"));
  EXPECT_TRUE(logSays("We wait"));
  reopen();
  EXPECT_THAT(only().cards, ElementsAre(kept("We wait")));
  EXPECT_THAT(problems(), IsEmpty());
}

TEST_F(HeldGroups, TheGroupsPartIsLockedAfterSevenDaysAndSaysSinceWhen) {
  const GroupSession before = held("2026-01-14", {kept("A pattern"), kept("Mine", true)});
  const auto locked = journal_->apply(StrikeFromSession{before.id, {before.cards[0]}});
  ASSERT_FALSE(locked.ok());
  EXPECT_EQ(locked.error().code, ErrorCode::Conflict);
  EXPECT_THAT(locked.error().advice, HasSubstr("2026-01-21"));
  EXPECT_THAT(only().cards, ElementsAre(kept("A pattern"), kept("Mine", true)));
  must(StrikeFromSession{before.id, {before.cards[1]}});
  EXPECT_THAT(only().cards, ElementsAre(kept("A pattern")));
}

TEST_F(HeldGroups, WhatIsNotInTheRecordAnyMoreIsNotStruckTwice) {
  const GroupSession before = held("2026-01-20", {kept("One"), kept("Two")});
  must(StrikeFromSession{before.id, {before.cards[0]}});
  EXPECT_EQ(refused(StrikeFromSession{only().id, {before.cards[0]}}), ErrorCode::NotFound);
  EXPECT_THAT(only().cards, ElementsAre(kept("Two")));
}

TEST_F(HeldGroups, ADeletedRecordIsGoneAndACopyDoesNotBringItBack) {
  const GroupSession before = held("2026-01-20", {kept("We wait longer")});
  Erase erase;
  erase.groupSessions = {before.id};
  EXPECT_TRUE(must(erase).changes.groups);
  EXPECT_THAT(*journal_->groupSessions(), IsEmpty());
  EXPECT_FALSE(logSays("We wait longer"));
  EXPECT_EQ(must(PutGroupSession{before}).skipped, 1U);
  EXPECT_EQ(refused(erase), ErrorCode::NotFound);
  reopen();
  EXPECT_THAT(*journal_->groupSessions(), IsEmpty());
  EXPECT_THAT(problems(), IsEmpty());
}

TEST_F(HeldGroups, ARecordIsPastItsTimeAfterTheNextSchoolYearAndNotADayBefore) {
  const GroupSession before = held("2026-01-20", {kept("We wait longer")});
  const KeepingSchedule usual;
  EXPECT_THAT(dueToday(*journal_, usual, day("2027-08-31"), {})->due, IsEmpty());
  const auto due = dueToday(*journal_, usual, day("2027-09-01"), {})->due;
  ASSERT_EQ(due.size(), 1U);
  EXPECT_EQ(due[0].kind, KeptKind::GroupRecord);
  EXPECT_EQ(due[0].group, before.id);
}

TEST_F(HeldGroups, ALegalHoldStandsOverARecordToo) {
  const GroupSession before = held("2026-01-20", {kept("We wait longer")});
  LegalHold hold;
  hold.id = LegalHoldId::random(random_);
  hold.reason = "Asked for by the council";
  hold.since = day("2026-01-21");
  must(PutLegalHold{hold});
  Erase erase;
  erase.groupSessions = {before.id};
  EXPECT_EQ(refused(erase), ErrorCode::Conflict);
  EXPECT_EQ(refused(StrikeFromSession{before.id, before.cards}), ErrorCode::Conflict);
  EXPECT_THAT(only().cards, ElementsAre(kept("We wait longer")));
}

class GroupsApart : public TwoDevices {
 protected:
  GroupSession heldAtHome() {
    GroupSession group;
    group.id = GroupSessionId::random(home_.random);
    group.state = GroupSessionState::Held;
    group.title = "Thursday";
    group.day = *parseDate("2026-01-20");
    group.led = true;
    group.format.code = "Own";
    group.format.name = "Short round";
    Round round;
    round.name = "Talk";
    round.minutes = 20;
    group.format.rounds = {round};
    for (const char* text : {"Year 5", "Larkbeck", "We wait longer"}) {
      KeptCard card;
      card.text = text;
      group.cards.push_back(card);
    }
    does(home_, PutGroupSession{group});
    return group;
  }
};

TEST_F(GroupsApart, WhatEitherDeviceStruckIsStruckOnBothAndTheRecordIsDeletedWhole) {
  const GroupSession group = heldAtHome();
  exchange();
  does(home_, StrikeFromSession{group.id, {group.cards[0]}});
  does(school_, StrikeFromSession{group.id, {group.cards[1]}});
  exchange();
  for (OnDevice* on : {&home_, &school_}) {
    const auto sessions = *on->journal->groupSessions();
    ASSERT_EQ(sessions.size(), 1U);
    EXPECT_THAT(sessions[0].cards, ElementsAre(group.cards[2]));
  }
  Erase erase;
  erase.groupSessions = {home_.journal->groupSessions()->front().id};
  does(home_, erase);
  exchange();
  for (OnDevice* on : {&home_, &school_}) {
    EXPECT_THAT(*on->journal->groupSessions(), IsEmpty());
    EXPECT_THAT(on->journal->check({}, {})->problems, IsEmpty());
  }
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
