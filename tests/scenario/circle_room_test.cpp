// Clocks, pauses, floors, and people who drop off.

#include "app/model/circle_live_model.h"
#include "tests/scenario/circle_table.h"

namespace {

using namespace app::model;
using app::ui::Key;
using session::CardKind;
using session::RoundKind;
using namespace std::chrono_literals;

class CircleInTheRoom : public tests::CircleTable {};

TEST_F(CircleInTheRoom, EverybodySeesTheSameClockWhateverTheirLaptopSays) {
  farida().clock.advance(7min);
  meet();
  begin();
  goTo(RoundKind::SilentWriting);
  wait(3s + 500ms);
  EXPECT_EQ(live(gethin()).clock.words, "6:57 of quiet left");
  EXPECT_EQ(live(imani()).clock.words, live(gethin()).clock.words);
  EXPECT_EQ(live(farida()).clock.words, live(gethin()).clock.words);
}

TEST_F(CircleInTheRoom, AMinuteMoreIsAMinuteMoreForEverybody) {
  meet();
  begin();
  goTo(RoundKind::SilentWriting);
  gethin().ui->key(Key::M, true, true);
  settle();
  EXPECT_EQ(live(imani()).clock.words, "8:00 of quiet left");
}

TEST_F(CircleInTheRoom, APauseStopsTheClockOnEveryScreen) {
  meet();
  begin();
  goTo(RoundKind::Reveal);
  wait(10s);
  gethin().ui->key(Key::Space, true, true);
  settle();
  const std::string stood = live(imani()).clock.words;
  wait(1min);
  EXPECT_EQ(live(imani()).clock.words, stood);
  EXPECT_TRUE(live(imani()).clock.stands);
  EXPECT_TRUE(shows(imani(), "Paused"));
  click(gethin(), "live/foot/resume");
  wait(1s);
  EXPECT_NE(live(imani()).clock.words, stood);
}

TEST_F(CircleInTheRoom, AnybodyStopsTheSessionForSafetyAndOnlyTheFacilitatorGoesOn) {
  meet();
  begin();
  goTo(RoundKind::Reveal);
  handle(imani(), CircleCourseIntent(PauseSession{session::PauseCause::Safeguarding}));
  for (tests::AppUnderTest* app : {&gethin(), &imani(), &farida()}) {
    EXPECT_TRUE(shows(*app, "We stop here"));
    EXPECT_TRUE(shows(*app, "Afternote tells nobody for you."));
    EXPECT_TRUE(app->ui->exists("groups/live/head/worried"));
  }
  EXPECT_FALSE(imani().ui->exists("groups/live/foot/resume"));
  click(gethin(), "live/foot/resume");
  EXPECT_FALSE(shows(imani(), "We stop here"));
}

TEST_F(CircleInTheRoom, WhenTheFacilitatorDropsOffTheOthersAreToldThatTheirWordsAreSafe) {
  meet();
  begin();
  goTo(RoundKind::SilentWriting);
  type(imani(), "live/round/words", "Half a sentence");
  seatOf(gethin()).cut();
  settle();
  EXPECT_TRUE(shows(imani(), "The facilitator's laptop has dropped off"));
  EXPECT_TRUE(shows(imani(), "Your words are safe. The clock is paused."));
  EXPECT_TRUE(shows(gethin(), "Your words are safe on this laptop."));
  seatOf(gethin()).restore();
  settle();
  EXPECT_FALSE(shows(imani(), "has dropped off"));
  EXPECT_EQ(live(imani()).kind, RoundKind::SilentWriting);
  EXPECT_EQ(imani().state.ui.circle.words.text, "Half a sentence");
}

TEST_F(CircleInTheRoom, SomebodyWhoDroppedOffHasLostNothingAndIsSaidToBeReconnecting) {
  meet();
  begin();
  goTo(RoundKind::SilentWriting);
  type(imani(), "live/round/words", "Words from before the cut.");
  wait(1s);
  goTo(RoundKind::Reveal);
  seatOf(imani()).cut();
  settle();
  EXPECT_TRUE(shows(gethin(), "Imani is reconnecting"));
  click(imani(), "live/round/choose/send");
  EXPECT_TRUE(live(gethin()).cards.empty());
  seatOf(imani()).restore();
  settle();
  ASSERT_EQ(live(gethin()).cards.size(), 1U);
  EXPECT_EQ(live(gethin()).cards[0].text, "Words from before the cut.");
}

TEST_F(CircleInTheRoom, AHandIsSeenAndTheFloorIsGivenAndPassed) {
  meet();
  begin();
  goTo(RoundKind::Reveal);
  handle(imani(), CircleCourseIntent(RaiseHand{true}));
  EXPECT_TRUE(shows(gethin(), "Imani would like to speak."));
  handle(gethin(), CircleCourseIntent(GiveFloor{seatOf(imani()).member()}));
  EXPECT_TRUE(shows(farida(), "Imani is speaking"));
  EXPECT_TRUE(shows(imani(), "You are speaking"));
  wait(20s);
  click(imani(), "live/round/speaker/pass");
  EXPECT_FALSE(shows(farida(), "Imani is speaking"));
  EXPECT_TRUE(shows(gethin(), "Not heard yet: Farida"));
  EXPECT_FALSE(shows(imani(), "Not heard yet"));
}

TEST_F(CircleInTheRoom, AirtimeHasNoNumbers) {
  meet();
  begin();
  goTo(RoundKind::Reveal);
  handle(gethin(), CircleCourseIntent(GiveFloor{seatOf(imani()).member()}));
  wait(20s);
  for (const auto& item : farida().ui->items()) {
    if (item.path.find("/airtime/person") == std::string::npos) continue;
    EXPECT_EQ(item.name.find_first_of("0123456789"), std::string::npos) << item.name;
    EXPECT_EQ(item.value, "");
  }
}

TEST_F(CircleInTheRoom, WithoutNamesNothingIsOpenedForFewerThanThree) {
  meet(session::Naming::Anonymous);
  begin();
  goTo(RoundKind::SilentWriting);
  for (tests::AppUnderTest* app : {&gethin(), &imani(), &farida()}) {
    type(*app, "live/round/words", "My own line.");
  }
  wait(1s);
  goTo(RoundKind::Reveal);
  handle(imani(), CircleWordsIntent(ShowChosenWords{}));
  handle(farida(), CircleWordsIntent(ShowChosenWords{}));
  EXPECT_NE(live(gethin()).boxNotYet, "");
  EXPECT_TRUE(live(gethin()).cards.empty());
  handle(gethin(), CircleWordsIntent(ShowChosenWords{}));
  handle(gethin(), CircleWordsIntent(OpenBox{}));
  std::size_t words = 0;
  for (const LiveCard& card : live(farida()).cards) {
    EXPECT_EQ(card.by, "");
    words += card.text == "My own line." ? 1 : 0;
  }
  EXPECT_EQ(words, 3U);
}

TEST_F(CircleInTheRoom, AMomentIsBroughtFromTheJournalAndWithdrawnAgain) {
  imani().controller->handle(WriteIntent(NewReflection{"Q0"}));
  settle();
  imani().ui->type("They put a hand up before I had finished asking.");
  imani().wait(1s);
  imani().controller->handle(ShellIntent(GoTo{Place::Groups}));
  meet();
  click(imani(), "lobby/bring");
  EXPECT_FALSE(imani().ui->item("groups/moment/send").enabled);
  const std::string& text = imani().state.ui.circle.moment.text;
  const std::size_t from = text.find("They put");
  ASSERT_NE(from, std::string::npos);
  handle(imani(), CircleMomentIntent(ChooseMoment{from, from + 18}));
  EXPECT_EQ(imani().state.models.circle.moment->choice.preview, "They put a hand up");
  click(imani(), "moment/send");
  EXPECT_EQ(room.session().cards.size(), 1U);
  EXPECT_EQ(room.everythingSent().find("finished asking"), std::string::npos);
  click(imani(), "lobby/bring");
  click(imani(), "moment/brought/" +
                     app::ui::key("card", room.session().cards.begin()->first.hex()) + "/withdraw");
  EXPECT_TRUE(room.session().cards.empty());
}

TEST_F(CircleInTheRoom, WhatLeavesTheRoomIsTickedAndAnybodyCanKeepItIn) {
  meet();
  begin();
  goTo(RoundKind::Close);
  imani().state.ui.circle.typed["card-4"] = "Rooms change without notice";
  handle(imani(), CircleWordsIntent(PutCard{CardKind::Pattern}));
  const auto id = live(gethin()).leaving.at(0).id;
  EXPECT_FALSE(live(imani()).leaving[0].mayTick);
  handle(gethin(), CircleWordsIntent(TickLeave{id, true}));
  EXPECT_TRUE(live(farida()).leaving[0].leaves);
  handle(farida(), CircleWordsIntent(OpposeLeave{id}));
  EXPECT_FALSE(live(gethin()).leaving[0].leaves);
  EXPECT_TRUE(shows(imani(), "Somebody would rather it stayed, so it stays."));
}

TEST_F(CircleInTheRoom, AnIntentionIsKeptInTheJournalAndSentToNobody) {
  meet();
  begin();
  imani().state.ui.circle.typed["intention"] = "Count to ten before I speak";
  handle(imani(), CircleWordsIntent(KeepMyIntention{}));
  const auto kept = imani().journal().openIntentions();
  ASSERT_TRUE(kept.ok());
  ASSERT_EQ(kept->size(), 1U);
  EXPECT_EQ((*kept)[0].text, "Count to ten before I speak");
  EXPECT_EQ(room.everythingSent().find("Count to ten"), std::string::npos);
}

TEST_F(CircleInTheRoom, OnAWallNothingOfOnesOwnIsShown) {
  meet();
  begin();
  goTo(RoundKind::SilentWriting);
  type(gethin(), "live/round/words", "Nobody else's business.");
  gethin().ui->key(Key::F11);
  settle();
  EXPECT_FALSE(shows(gethin(), "Nobody else's business."));
  gethin().ui->key(Key::F11);
  settle();
  EXPECT_TRUE(shows(gethin(), "Nobody else's business."));
}

TEST_F(CircleInTheRoom, DoesNotLockByItselfWhileTheGroupSitsTogether) {
  meet();
  begin();
  wait(45min);
  EXPECT_TRUE(imani().controller->open());
}

TEST_F(CircleInTheRoom, TheFacilitatorRemovesACardWithoutLearningWhoseItWas) {
  meet(session::Naming::Anonymous);
  begin();
  goTo(RoundKind::Themes);
  imani().state.ui.circle.typed["card-4"] = "A line";
  handle(imani(), CircleWordsIntent(PutCard{CardKind::Pattern}));
  ASSERT_EQ(live(gethin()).ungrouped.size(), 1U);
  EXPECT_EQ(live(gethin()).ungrouped[0].by, "");
  handle(gethin(), CircleWordsIntent(TakeCard{live(gethin()).ungrouped[0].id}));
  EXPECT_TRUE(live(imani()).ungrouped.empty());
}

}  // namespace
