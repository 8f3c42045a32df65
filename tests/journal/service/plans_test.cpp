// Learning plans, words for the spelling, and the timetable.

#include <gmock/gmock.h>

#include "tests/journal/service/journal_support.h"

namespace journal::service {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr SchoolTerm kSpring{2025, Term::Spring};
constexpr SchoolTerm kAutumn{2025, Term::Autumn};

class Plans : public JournalTest {
 protected:
  void SetUp() override {
    JournalTest::SetUp();
    wren_ = person("Ayaan Chaudhry", "Wren");
    wren_.alsoWritten = {"Ayaan"};
    must(PutName{wren_});
  }
  Profile plan(std::vector<Goal> goals = {}) {
    return {wren_.id, "Drum machines", "Time to look first", std::move(goals)};
  }
  TimetableSlot slot(std::string title) {
    TimetableSlot slot;
    slot.id = SlotId::random(random_);
    slot.weekday = 4;
    slot.startsAt = std::chrono::minutes{915};
    slot.length = std::chrono::minutes{45};
    slot.title = std::move(title);
    return slot;
  }

  KnownName wren_;
};

TEST_F(Plans, WhatWasPlannedIsThereAfterReopeningAndTheLogAgrees) {
  const Profile planned = plan({{kSpring, "Lead the second verse", GoalState::Open, true}});
  EXPECT_TRUE(must(PutProfile{planned}).changes.profiles);
  reopen();
  EXPECT_EQ(*journal_->profile(wren_.id), planned);
  EXPECT_THAT(*journal_->profiles(), SizeIs(1));
  EXPECT_THAT(problems(), IsEmpty());
}

TEST_F(Plans, SayingTheSameAgainIsNoChange) {
  must(PutProfile{plan()});
  const auto ops = journal_->counts()->ops;
  EXPECT_FALSE(must(PutProfile{plan()}).changes.any());
  EXPECT_EQ(journal_->counts()->ops, ops);
}

TEST_F(Plans, EveryEarlierPlanStays) {
  must(PutProfile{plan()});
  clock_.advance(std::chrono::hours{1});
  Profile later = plan({{kSpring, "Own tune", GoalState::Open, false}});
  must(PutProfile{later});
  later.goals[0].state = GoalState::Reached;
  must(PutProfile{later});
  const auto versions = *journal_->profileVersions(wren_.id);
  ASSERT_THAT(versions, SizeIs(3));
  EXPECT_EQ(versions[0].profile, later);
  EXPECT_EQ(versions[2].profile, plan());
  EXPECT_LT(versions[2].at, versions[0].at);
  EXPECT_THAT(problems(), IsEmpty());
}

TEST_F(Plans, ChangingTheNameLeavesThePlan) {
  must(PutProfile{plan()});
  wren_.codeName = "Heron";
  must(PutName{wren_});
  must(PutProfile{plan({{kSpring, "Own tune", GoalState::Open, false}})});
  EXPECT_THAT(*journal_->profileVersions(wren_.id), SizeIs(2));
  EXPECT_THAT(problems(), IsEmpty());
}

TEST_F(Plans, ARealNameInAPlanBecomesAMention) {
  must(PutProfile{plan({{kSpring, "Ayaan leads", GoalState::Open, false}})});
  const Profile kept = *journal_->profile(wren_.id);
  ASSERT_THAT(kept.goals, SizeIs(1));
  EXPECT_EQ(kept.goals[0].text.find("Ayaan"), std::string::npos);
  EXPECT_THAT(mentionedNames(kept.goals[0].text), SizeIs(1));
}

TEST_F(Plans, ATermHasThreeGoalsAndNoMore) {
  std::vector<Goal> goals(3, Goal{kSpring, "One", GoalState::Open, false});
  goals.push_back({kAutumn, "Another term", GoalState::Reached, false});
  must(PutProfile{plan(goals)});
  EXPECT_EQ(journal_->profile(wren_.id)->goals.front().term, kAutumn) << "oldest term first";
  goals.push_back({kSpring, "Four", GoalState::Open, false});
  const auto refused = journal_->apply(PutProfile{plan(goals)});
  ASSERT_FALSE(refused.ok());
  EXPECT_THAT(refused.error().advice, HasSubstr("Three goals"));
  goals.back().text = "  ";
  EXPECT_FALSE(must(PutProfile{plan(goals)}).changes.any()) << "no words, no goal";
}

TEST_F(Plans, APlanIsOfSomebodyWhoIsKnown) {
  Profile nobody = plan();
  nobody.youngPerson = NameId::random(random_);
  EXPECT_EQ(refused(PutProfile{nobody}), ErrorCode::NotFound);
}

TEST_F(Plans, AWordIsKeptOnceAndForgottenWhenAsked) {
  const KeptWord word{WordId::random(random_), " djembe "};
  EXPECT_TRUE(must(KeepWord{word}).changes.words);
  EXPECT_EQ(must(KeepWord{{WordId::random(random_), "djembe"}}).skipped, 1u);
  reopen();
  ASSERT_THAT(*journal_->keptWords(), SizeIs(1));
  EXPECT_EQ(journal_->keptWords()->front().word, "djembe");
  EXPECT_EQ(refused(KeepWord{{WordId::random(random_), "  "}}), ErrorCode::InvalidInput);
  EXPECT_TRUE(must(DropWord{word.id}).changes.words);
  EXPECT_THAT(*journal_->keptWords(), IsEmpty());
  EXPECT_EQ(refused(DropWord{word.id}), ErrorCode::NotFound);
  EXPECT_THAT(problems(), IsEmpty());
}

TEST_F(Plans, TheTimetableKeepsChangesAndForgetsLessons) {
  TimetableSlot brass = slot("Brass group");
  EXPECT_TRUE(must(PutSlot{brass}).changes.timetable);
  brass.startsAt = std::chrono::minutes{930};
  must(PutSlot{brass});
  TimetableSlot concert = slot("Concert");
  concert.on = day("2026-03-27");  // a Friday, whatever weekday came with it
  must(PutSlot{concert});
  reopen();
  auto slots = *journal_->timetable();
  ASSERT_THAT(slots, SizeIs(2));
  EXPECT_EQ(slots[0], brass) << "weekly ones first";
  EXPECT_EQ(slots[1].weekday, 5);
  EXPECT_TRUE(fallsOn(slots[0], day("2026-01-22")));
  EXPECT_FALSE(fallsOn(slots[0], day("2026-01-23")));
  EXPECT_TRUE(fallsOn(slots[1], day("2026-03-27")));
  must(RemoveSlot{brass.id});
  EXPECT_THAT(*journal_->timetable(), SizeIs(1));
  EXPECT_EQ(refused(RemoveSlot{brass.id}), ErrorCode::NotFound);
  EXPECT_THAT(problems(), IsEmpty());
}

TEST_F(Plans, TheSameLessonIsNotThereTwice) {
  must(PutSlot{slot("Brass group")});
  EXPECT_EQ(must(PutSlot{slot("Brass group")}).skipped, 1u);
  EXPECT_THAT(*journal_->timetable(), SizeIs(1));
  EXPECT_EQ(refused(PutSlot{slot("  ")}), ErrorCode::InvalidInput);
  TimetableSlot late = slot("Late");
  late.startsAt = std::chrono::hours{24};
  EXPECT_EQ(refused(PutSlot{late}), ErrorCode::InvalidInput);
}

TEST_F(Plans, ADamagedPlanIsFoundByTheCheck) {
  must(PutProfile{plan({{kSpring, "Own tune", GoalState::Open, false}})});
  ASSERT_TRUE(journal_->database().script("UPDATE goal SET state = 1").ok());
  EXPECT_THAT(problems(), SizeIs(1));
}

}  // namespace
}  // namespace journal::service
