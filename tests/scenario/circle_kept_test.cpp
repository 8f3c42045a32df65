// What stands in whose journal of a session, before and after it.

#include <gmock/gmock.h>

#include "app/model/circle_live_model.h"
#include "tests/scenario/circle_table.h"
#include "tests/scenario/refusing_journal.h"

namespace {

using namespace app::model;
using journal::GroupSession;
using journal::GroupSessionState;
using session::CardKind;
using session::RoundKind;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using namespace std::chrono_literals;

class CircleKept : public tests::CircleTable {
 protected:
  std::vector<GroupSession> sessionsOf(tests::AppUnderTest& app) {
    return *app.journal().groupSessions();
  }
  void plan(const std::string& title) {
    handle(gethin(), CirclePlanIntent(PlanGroup{"A"}));
    gethin().state.ui.circle.plan.title = title;
    handle(gethin(), CirclePlanIntent(PlanWordsChanged{}));
  }
};

TEST_F(CircleKept, APlanIsInTheJournalAMomentAfterItWasMade) {
  plan("Brass and wind");
  EXPECT_THAT(sessionsOf(gethin()), IsEmpty());
  wait(1s);
  ASSERT_THAT(sessionsOf(gethin()), SizeIs(1));
  EXPECT_EQ(sessionsOf(gethin())[0].title, "Brass and wind");
  EXPECT_EQ(sessionsOf(gethin())[0].state, GroupSessionState::Planned);
  EXPECT_EQ(sessionsOf(gethin())[0].format.rounds.size(), 7U);
  handle(gethin(), CirclePlanIntent(ChangeRoundMinutes{1, 5}));
  wait(1s);
  ASSERT_THAT(sessionsOf(gethin()), SizeIs(1)) << "the same plan, not another";
}

TEST_F(CircleKept, APlanWhoseRoundsCannotBeRunYetOutlivesALockAndAKill) {
  plan("Brass and wind");
  const std::vector<PlanRoundRow> rounds = gethin().state.models.circle.plan.rounds;
  for (const PlanRoundRow& round : rounds)
    handle(gethin(), CirclePlanIntent(RemoveRound{round.key}));
  EXPECT_EQ(gethin().state.models.circle.plan.openNotYet, "A session needs at least one round.");
  gethin().lock();
  settle();
  gethin().unlockAs(1);
  ASSERT_THAT(sessionsOf(gethin()), SizeIs(1));
  EXPECT_EQ(sessionsOf(gethin())[0].state, GroupSessionState::Unready);
  for (int again = 0; again < 2; ++again) {
    gethin().controller->handle(ShellIntent(GoTo{Place::Groups}));
    settle();
    EXPECT_EQ(gethin().state.models.circle.home.planTitle, "Brass and wind");
    handle(gethin(), CirclePlanIntent(PlanGroup{}));
    EXPECT_THAT(gethin().state.models.circle.plan.rounds, IsEmpty());
    EXPECT_EQ(gethin().state.ui.circle.plan.title, "Brass and wind");
    gethin().restart();
    gethin().unlockAs(1);
  }
  gethin().controller->handle(ShellIntent(GoTo{Place::Groups}));
  settle();
  handle(gethin(), CirclePlanIntent(AddRound{RoundKind::Talk}));
  wait(1s);
  ASSERT_THAT(sessionsOf(gethin()), SizeIs(1)) << "the same plan, and it can be run now";
  EXPECT_EQ(sessionsOf(gethin())[0].state, GroupSessionState::Planned);
}

TEST_F(CircleKept, APlanTheDiskDidNotTakeIsNotLockedAway) {
  bool full = true;
  auto& journal = gethin().tasks.room().journal;
  journal = std::make_unique<tests::RefusingJournal>(std::move(journal), full);
  plan("Brass and wind");
  gethin().ui->key(app::ui::Key::L, true);
  settle();
  EXPECT_TRUE(gethin().controller->open());
  full = false;
  wait(11s);
  ASSERT_THAT(sessionsOf(gethin()), SizeIs(1));
  EXPECT_EQ(sessionsOf(gethin())[0].title, "Brass and wind");
}

TEST_F(CircleKept, ADroppedPlanIsGone) {
  plan("Brass and wind");
  wait(1s);
  handle(gethin(), CirclePlanIntent(DropPlan{}));
  EXPECT_THAT(sessionsOf(gethin()), IsEmpty());
}

TEST_F(CircleKept, TheFacilitatorKeepsWhatTheGroupAgreedAndTheOthersOnlyTheirOwn) {
  meet();
  begin();
  goTo(RoundKind::Themes);
  gethin().state.ui.circle.typed["card-6"] = "Stepping back";
  handle(gethin(), CircleWordsIntent(PutCard{CardKind::Theme}));
  wait(10min);
  goTo(RoundKind::Close);
  handle(gethin(), CircleCourseIntent(MoveOn{}));
  settle();
  const auto led = sessionsOf(gethin());
  ASSERT_THAT(led, SizeIs(1));
  EXPECT_EQ(led[0].state, GroupSessionState::Held);
  EXPECT_TRUE(led[0].led);
  EXPECT_EQ(led[0].lasted, 10min);
  EXPECT_EQ(led[0].headcount, 3);
  ASSERT_THAT(led[0].cards, SizeIs(1));
  EXPECT_EQ(led[0].cards[0].text, "Stepping back");
  const auto joined = sessionsOf(imani());
  ASSERT_THAT(joined, SizeIs(1)) << "the minutes are hers to claim";
  EXPECT_FALSE(joined[0].led);
  EXPECT_THAT(joined[0].cards, IsEmpty());
  EXPECT_EQ(joined[0].lasted, 10min);
}

}  // namespace
