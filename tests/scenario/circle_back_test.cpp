// Coming back: the program ended or the journal was locked in the middle of a session.

#include "app/model/circle_live_model.h"
#include "tests/scenario/circle_table.h"

namespace {

using namespace app::model;
using session::CardKind;
using session::RoundKind;
using namespace std::chrono_literals;

class CircleComingBack : public tests::CircleTable {
 protected:
  /// As when its battery is empty, and it is started again.
  void kill(tests::AppUnderTest& app) {
    seatOf(app).drop();
    app.restart();
    settle();
  }
  void unlock(tests::AppUnderTest& app, std::size_t who) {
    app.unlockAs(who);
    settle();
  }
};

TEST_F(CircleComingBack, WhoseLaptopWasKilledWritesOnAsTheSamePersonWhereTheyStopped) {
  meet();
  begin();
  goTo(RoundKind::SilentWriting);
  type(imani(), "live/round/words", "Half a sentence");
  wait(1s);
  const session::Member before = seatOf(imani()).member();
  kill(imani());
  EXPECT_TRUE(room.session().people.at(before).away);
  unlock(imani(), 0);
  EXPECT_FALSE(room.session().people.at(before).away);
  EXPECT_EQ(seatOf(imani()).member(), before);
  EXPECT_EQ(imani().state.models.shell.place, Place::Groups);
  EXPECT_TRUE(shows(imani(), "You're back. Nothing was lost."));
  EXPECT_EQ(live(imani()).kind, RoundKind::SilentWriting);
  EXPECT_EQ(imani().state.ui.circle.words.text, "Half a sentence");
  type(imani(), "live/round/words", " and the rest");
  wait(1s);
  goTo(RoundKind::Reveal);
  click(imani(), "live/round/choose/send");
  ASSERT_EQ(live(gethin()).cards.size(), 1U);
  EXPECT_EQ(live(gethin()).cards[0].text, "Half a sentence and the rest");
  EXPECT_EQ(imani().journal().newest(10, std::nullopt)->size(), 1U) << "one paper, not two";
}

TEST_F(CircleComingBack, WhatWasSaidOutOfReachIsSentOnceAfterTheLaptopWasKilled) {
  meet();
  begin();
  goTo(RoundKind::Themes);
  seatOf(imani()).cut();
  imani().state.ui.circle.typed["card-4"] = "Rooms change without notice";
  handle(imani(), CircleWordsIntent(PutCard{CardKind::Pattern}));
  EXPECT_TRUE(live(gethin()).ungrouped.empty());
  kill(imani());
  unlock(imani(), 0);
  ASSERT_EQ(live(gethin()).ungrouped.size(), 1U);
  EXPECT_TRUE(live(imani()).ungrouped.at(0).mine);
}

TEST_F(CircleComingBack, DotsThatWerePutDownAreStillThereHandedInOrNot) {
  meet();
  begin();
  goTo(RoundKind::Themes);
  gethin().state.ui.circle.typed["card-6"] = "Letting go";
  handle(gethin(), CircleWordsIntent(PutCard{CardKind::Theme}));
  goTo(RoundKind::Votes);
  const auto theme = live(imani()).themes.at(0).id;
  handle(imani(), CircleWordsIntent(PutDot{theme, 1}));
  handle(farida(), CircleWordsIntent(PutDot{theme, 1}));
  handle(farida(), CircleWordsIntent(PutDot{theme, 1}));
  handle(farida(), CircleWordsIntent(HandInDots{}));
  wait(1s);
  kill(imani());
  kill(farida());
  unlock(imani(), 0);
  unlock(farida(), 2);
  EXPECT_EQ(live(imani()).themes.at(0).yours, 1);
  EXPECT_FALSE(live(imani()).vote.handedIn);
  EXPECT_EQ(live(farida()).themes.at(0).yours, 2);
  EXPECT_TRUE(live(farida()).vote.handedIn);
}

TEST_F(CircleComingBack, ALineThatWasNotSentYetIsStillInItsField) {
  meet();
  begin();
  goTo(RoundKind::Themes);
  imani().state.ui.circle.typed["card-4"] = "Half a pattern";
  wait(1s);
  kill(imani());
  unlock(imani(), 0);
  EXPECT_EQ(imani().state.ui.circle.typed["card-4"], "Half a pattern");
}

TEST_F(CircleComingBack, ALockIsNoGoodbyeAndUnlockingGoesBackIn) {
  meet();
  begin();
  goTo(RoundKind::SilentWriting);
  type(imani(), "live/round/words", "Before the lock.");
  const session::Member before = seatOf(imani()).member();
  imani().lock();  // at once: nothing was saved yet
  settle();
  EXPECT_TRUE(room.session().people.at(before).away);
  EXPECT_EQ(imani().state.ui.circle.words.text, "");
  unlock(imani(), 0);
  EXPECT_EQ(imani().state.ui.circle.words.text, "Before the lock.");
  EXPECT_FALSE(room.session().people.at(before).away);
}

TEST_F(CircleComingBack, TheFacilitatorLeadsAgainAndTheSessionIsKeptOnceUnderThePlan) {
  meet();
  begin();
  goTo(RoundKind::Themes);
  kill(gethin());
  EXPECT_TRUE(shows(imani(), "The facilitator's laptop has dropped off"));
  unlock(gethin(), 1);
  EXPECT_FALSE(shows(imani(), "has dropped off"));
  EXPECT_TRUE(live(gethin()).facilitates);
  imani().state.ui.circle.typed["card-4"] = "Rooms change without notice";
  handle(imani(), CircleWordsIntent(PutCard{CardKind::Pattern}));
  goTo(RoundKind::Close);
  handle(gethin(), CircleCourseIntent(MoveOn{}));
  ASSERT_TRUE(live(gethin()).finished);
  const auto kept = gethin().journal().groupSessions();
  ASSERT_TRUE(kept.ok());
  ASSERT_EQ(kept->size(), 1U) << "the plan that waited is the record now";
  EXPECT_EQ(kept->front().state, journal::GroupSessionState::Held);
  EXPECT_TRUE(kept->front().led);
  EXPECT_EQ(kept->front().cards.size(), 1U);
}

TEST_F(CircleComingBack, WhoComesBackAfterTheEndHasTheRecordOfItAndOnlyOne) {
  meet();
  begin();
  goTo(RoundKind::Close);
  wait(1s);
  kill(imani());
  handle(gethin(), CircleCourseIntent(MoveOn{}));
  unlock(imani(), 0);
  EXPECT_TRUE(live(imani()).finished);
  EXPECT_FALSE(seatOf(imani()).remembersARoom()) << "there is nothing to come back to";
  kill(imani());
  unlock(imani(), 0);
  EXPECT_EQ(imani().state.models.circle.page, CirclePage::Home);
  EXPECT_EQ(imani().journal().groupSessions()->size(), 1U);
}

TEST_F(CircleComingBack, WhoLeftIsNotTakenBackIn) {
  meet();
  begin();
  handle(imani(), CircleLobbyIntent(LeaveRoom{}));
  kill(imani());
  unlock(imani(), 0);
  EXPECT_NE(imani().state.models.shell.place, Place::Groups);
  EXPECT_EQ(imani().state.models.circle.home.leftTitle, "");
}

TEST_F(CircleComingBack, AfterHoursItIsOfferedAndNotDone) {
  meet();
  begin();
  kill(imani());
  seatOf(imani()).leftLongAgo();
  unlock(imani(), 0);
  EXPECT_EQ(imani().state.models.shell.place, Place::Write);
  imani().controller->handle(ShellIntent(GoTo{Place::Groups}));
  settle();
  EXPECT_TRUE(shows(imani(), "You were in a session"));
  EXPECT_TRUE(shows(imani(), "Thursday reflection group"));
  click(imani(), "home/left/back");
  EXPECT_EQ(imani().state.models.circle.page, CirclePage::Live);
}

TEST_F(CircleComingBack, WhoDoesNotWantToGoBackIsNotAskedAgain) {
  meet();
  begin();
  kill(imani());
  seatOf(imani()).leftLongAgo();
  unlock(imani(), 0);
  imani().controller->handle(ShellIntent(GoTo{Place::Groups}));
  settle();
  click(imani(), "home/left/out");
  EXPECT_FALSE(shows(imani(), "You were in a session"));
  EXPECT_FALSE(seatOf(imani()).remembersARoom());
}

TEST_F(CircleComingBack, ARoomThatIsNotReachedIsTriedAgainByItself) {
  meet();
  begin();
  kill(imani());
  seatOf(imani()).outOfReach(true);
  unlock(imani(), 0);
  EXPECT_EQ(seatOf(imani()).member(), 0);
  wait(6s);
  EXPECT_EQ(seatOf(imani()).member(), 0);
  seatOf(imani()).outOfReach(false);
  wait(6s);
  EXPECT_NE(seatOf(imani()).member(), 0);
}

TEST_F(CircleComingBack, WordsThatTheGroupWillNotHaveComeBackToWhoWroteThem) {
  meet();
  begin();
  goTo(RoundKind::Themes);
  seatOf(imani()).cut();
  imani().state.ui.circle.typed["card-6"] = "Too late for a theme";
  handle(imani(), CircleWordsIntent(PutCard{CardKind::Theme}));
  EXPECT_EQ(imani().state.ui.circle.typed["card-6"], "");
  goTo(RoundKind::Close);
  seatOf(imani()).restore();
  settle();
  EXPECT_EQ(imani().state.ui.circle.typed["card-6"], "Too late for a theme");
}

}  // namespace
