// A whole session round one table, with real programs and journals.

#include "app/model/circle_live_model.h"
#include "tests/scenario/circle_table.h"

namespace {

using namespace app::model;
using app::ui::Key;
using session::CardKind;
using session::RoundKind;
using namespace std::chrono_literals;

class CircleSession : public tests::CircleTable {
 protected:
  /// At the reveal, Imani having written two sentences in silence.
  void writeAndReveal() {
    meet();
    begin();
    goTo(RoundKind::SilentWriting);
    type(imani(), "live/round/words", "I let go of the plan. It was better for it.");
    wait(1s);
    goTo(RoundKind::Reveal);
  }
  void select(std::size_t begin, std::size_t end) {
    handle(imani(), CircleWordsIntent(ChooseOwnWords{begin, end}));
  }
  std::vector<std::string> draftsOf(tests::AppUnderTest& app) {
    std::vector<std::string> texts;
    const auto rows = app.journal().newest(10, std::nullopt);
    if (!rows.ok()) return texts;
    for (const auto& row : *rows) texts.push_back(app.journal().reflection(row.id)->text);
    return texts;
  }
  LiveCard cardAt(tests::AppUnderTest& app, std::size_t i) { return live(app).cards.at(i); }
};

TEST_F(CircleSession, IsPlannedAndOpenedByHandAndJoinedWithFourWords) {
  click(gethin(), "home/no-groups/action");
  type(gethin(), "plan/when/title", "Thursday reflection group");
  click(gethin(), "plan/open");
  EXPECT_TRUE(shows(gethin(), "heron fiddle amber stone"));
  EXPECT_TRUE(shows(gethin(), "Nobody has joined yet. Show the code, or read it out."));
  type(imani(), "home/join/code", "heron fiddle amber stone");
  imani().ui->key(Key::Enter);
  settle();
  EXPECT_TRUE(shows(imani(), "Thursday reflection group"));
  EXPECT_TRUE(shows(gethin(), "Imani Brooke"));
  EXPECT_TRUE(shows(imani(), "Gethin Rees"));
}

TEST_F(CircleSession, ARoomThatIsNotOpenIsSaidWhereTheCodeWasTyped) {
  type(imani(), "home/join/code", "heron fiddle amber moon");
  imani().ui->key(Key::Enter);
  settle();
  EXPECT_TRUE(shows(imani(), "That room isn't open. Check the last word."));
  EXPECT_EQ(imani().state.models.circle.page, CirclePage::Home);
}

TEST_F(CircleSession, WhatIsWrittenInSilenceIsInTheWritersJournalAndNowhereElse) {
  meet();
  begin();
  goTo(RoundKind::SilentWriting);
  type(imani(), "live/round/words", "I let go of the plan.");
  wait(1s);
  ASSERT_EQ(draftsOf(imani()).size(), 1U);
  EXPECT_NE(draftsOf(imani())[0].find("I let go of the plan."), std::string::npos);
  EXPECT_TRUE(draftsOf(gethin()).empty());
  EXPECT_EQ(room.everythingSent().find("let go"), std::string::npos);
  EXPECT_TRUE(shows(gethin(), "writing"));
  EXPECT_FALSE(shows(gethin(), "I let go of the plan"));
}

TEST_F(CircleSession, OnlyWhatWasChosenIsShownAtTheReveal) {
  writeAndReveal();
  EXPECT_FALSE(shows(gethin(), "let go"));
  EXPECT_TRUE(shows(gethin(), "Imani is choosing"));
  select(0, 21);
  EXPECT_EQ(live(imani()).choose.preview, "I let go of the plan.");
  click(imani(), "live/round/choose/send");
  ASSERT_EQ(live(gethin()).cards.size(), 1U);
  EXPECT_EQ(cardAt(gethin(), 0).text, "I let go of the plan.");
  EXPECT_EQ(cardAt(gethin(), 0).by, "Imani");
  EXPECT_EQ(room.everythingSent().find("better for it"), std::string::npos);
}

TEST_F(CircleSession, AYoungPersonIsACodeNameByTheTimeOthersSeeThem) {
  imani().addYoungPerson("Ayaan", "Wren");
  imani().lock();
  imani().unlockAs(0);
  imani().controller->handle(ShellIntent(GoTo{Place::Groups}));
  meet();
  begin();
  goTo(RoundKind::SilentWriting);
  type(imani(), "live/round/words", "Today Ayaan chose the verse.");
  wait(1s);
  goTo(RoundKind::Reveal);
  EXPECT_EQ(live(imani()).choose.preview, "Today Wren chose the verse.");
  click(imani(), "live/round/choose/send");
  EXPECT_EQ(cardAt(farida(), 0).text, "Today Wren chose the verse.");
  EXPECT_EQ(room.everythingSent().find("Ayaan"), std::string::npos);
}

TEST_F(CircleSession, AWordThatLooksLikeANameIsDecidedAboutBeforeItIsShown) {
  meet();
  begin();
  goTo(RoundKind::SilentWriting);
  type(imani(), "live/round/words", "I think that Tomos chose the verse.");
  wait(1s);
  goTo(RoundKind::Reveal);
  EXPECT_FALSE(imani().ui->item("groups/live/round/choose/send").enabled);
  click(imani(), "live/round/choose/allow");
  EXPECT_TRUE(imani().ui->item("groups/live/round/choose/send").enabled);
}

TEST_F(CircleSession, WhatWasShownIsTakenBackFromEveryScreen) {
  writeAndReveal();
  click(imani(), "live/round/choose/send");
  ASSERT_EQ(live(farida()).cards.size(), 1U);
  handle(imani(), CircleWordsIntent(WithdrawCard{cardAt(imani(), 0).id}));
  EXPECT_TRUE(live(farida()).cards.empty());
  EXPECT_TRUE(live(gethin()).cards.empty());
}

TEST_F(CircleSession, CardsAreSortedByKeyboardAloneAndPutBackWithEsc) {
  writeAndReveal();
  click(imani(), "live/round/choose/send");
  goTo(RoundKind::Themes);
  type(gethin(), "live/round/new-theme/name", "Stepping back on purpose");
  gethin().ui->key(Key::Enter);
  settle();
  ASSERT_EQ(live(imani()).themes.size(), 1U);
  const std::string card = "groups/live/round/ungrouped/" +
                           app::ui::key("card", live(gethin()).ungrouped.at(0).id.hex()) + "/words";
  gethin();  // is typed on
  app::ui::focusPath(card);
  gethin().ui->frame(2);
  gethin().ui->key(Key::X);
  gethin().ui->key(Key::Right);
  settle();
  ASSERT_EQ(live(imani()).themes[0].cards.size(), 1U);
  EXPECT_TRUE(shows(gethin(), "In Stepping back on purpose, 1 of 1"));
  EXPECT_NE(gethin().ui->focused().find("/theme["), std::string::npos);
  gethin().ui->key(Key::Escape);
  settle();
  EXPECT_TRUE(live(imani()).themes[0].cards.empty());
  EXPECT_EQ(live(imani()).ungrouped.size(), 1U);
}

TEST_F(CircleSession, AnybodyMayFindABetterNameForATheme) {
  writeAndReveal();
  click(imani(), "live/round/choose/send");
  goTo(RoundKind::Themes);
  gethin().state.ui.circle.typed["card-6"] = "Steping back";
  handle(gethin(), CircleWordsIntent(PutCard{CardKind::Theme}));
  const auto id = live(farida()).themes.at(0).id;
  farida().state.ui.circle.typed["reword"] = "Stepping back";
  handle(farida(), CircleWordsIntent(RewordCard{id}));
  EXPECT_EQ(live(gethin()).themes.at(0).title, "Stepping back");
}

TEST_F(CircleSession, SomebodyIsAskedToLeadTooAndSomebodyToGo) {
  meet();
  begin();
  handle(gethin(), CircleCourseIntent(MakeCoFacilitator{seatOf(imani()).member()}));
  EXPECT_TRUE(live(imani()).facilitates);
  EXPECT_FALSE(live(imani()).onward.empty());
  handle(gethin(), CircleCourseIntent(PutSomebodyOut{seatOf(farida()).member()}));
  EXPECT_EQ(live(gethin()).people.size(), 2U);
}

TEST_F(CircleSession, ACardIsDraggedOnToATheme) {
  writeAndReveal();
  click(imani(), "live/round/choose/send");
  goTo(RoundKind::Themes);
  gethin().state.ui.circle.typed["card-6"] = "Stepping back";
  handle(gethin(), CircleWordsIntent(PutCard{CardKind::Theme}));
  const auto id = live(gethin()).ungrouped.at(0).id;
  const auto& words =
      gethin().ui->item("groups/live/round/ungrouped/" + app::ui::key("card", id.hex()) + "/words");
  const auto from = words.rect.centre();
  const auto theme = live(gethin()).themes[0].id.hex();
  app::ui::Vec2 to;
  for (const auto& item : gethin().ui->items()) {
    if (item.name == "Stepping back") to = item.rect.centre();
  }
  gethin().ui->drag(from, to);
  settle();
  ASSERT_EQ(live(farida()).themes[0].cards.size(), 1U) << theme;
}

TEST_F(CircleSession, DotsAreHiddenUntilVotingClosesAndOnesOwnStayUnderlined) {
  writeAndReveal();
  click(imani(), "live/round/choose/send");
  goTo(RoundKind::Themes);
  gethin().state.ui.circle.typed["card-6"] = "Stepping back";
  handle(gethin(), CircleWordsIntent(PutCard{CardKind::Theme}));
  goTo(RoundKind::Votes);
  const auto theme = live(imani()).themes.at(0).id;
  for (tests::AppUnderTest* app : {&imani(), &farida()}) {
    handle(*app, CircleWordsIntent(PutDot{theme, 1}));
    handle(*app, CircleWordsIntent(HandInDots{}));
  }
  handle(imani(), CircleWordsIntent(PutDot{theme, 1}));
  EXPECT_EQ(live(imani()).vote.left, 1);
  handle(imani(), CircleWordsIntent(HandInDots{}));
  EXPECT_EQ(live(gethin()).themes[0].others, 0);
  EXPECT_TRUE(live(gethin()).themes[0].count.empty());
  EXPECT_NE(live(gethin()).onwardNotYet, "");
  handle(gethin(), CircleWordsIntent(OpenBox{}));
  EXPECT_EQ(live(imani()).themes[0].yours, 2);
  EXPECT_EQ(live(imani()).themes[0].others, 1);
  EXPECT_EQ(live(gethin()).themes[0].others, 3);
  EXPECT_EQ(live(gethin()).vote.outcome, "Votes are in: 3 dots from 2 people.");
}

TEST_F(CircleSession, NobodyPutsMoreDotsThanThereAre) {
  writeAndReveal();
  goTo(RoundKind::Themes);
  gethin().state.ui.circle.typed["card-6"] = "Stepping back";
  handle(gethin(), CircleWordsIntent(PutCard{CardKind::Theme}));
  goTo(RoundKind::Votes);
  const auto theme = live(imani()).themes.at(0).id;
  for (int i = 0; i < 5; ++i) handle(imani(), CircleWordsIntent(PutDot{theme, 1}));
  EXPECT_EQ(live(imani()).themes[0].yours, 3);
  for (int i = 0; i < 5; ++i) handle(imani(), CircleWordsIntent(PutDot{theme, -1}));
  EXPECT_EQ(live(imani()).themes[0].yours, 0);
}

TEST_F(CircleSession, TheNextPlanOpensWithWhatWasAgreed) {
  meet();
  begin();
  goTo(RoundKind::Actions);
  EXPECT_EQ(gethin().state.ui.circle.typed["due"], "2026-02-05");  // two weeks
  type(gethin(), "live/round/actions/new/words", "Leave the first five minutes open");
  gethin().state.ui.circle.typed["owner"] = "2";
  settle();
  click(gethin(), "live/round/actions/new/add");
  ASSERT_EQ(live(imani()).actions.size(), 1U);
  EXPECT_EQ(live(imani()).actions[0].owner, "Imani");
  EXPECT_EQ(live(imani()).actions[0].due, "Thu 5 Feb");
  goTo(RoundKind::Close);
  handle(gethin(), CircleCourseIntent(MoveOn{}));
  EXPECT_TRUE(shows(imani(), "Thank you. The session is over."));
  click(gethin(), "live/round/afterwards/close");
  handle(gethin(), CirclePlanIntent(PlanGroup{"A"}));
  EXPECT_TRUE(shows(gethin(), "Leave the first five minutes open"));
}

TEST_F(CircleSession, AQuestionThatWasKeptStandsUnderTheWritersOwnEntry) {
  writeAndReveal();
  click(imani(), "live/round/choose/send");
  handle(gethin(), CircleCourseIntent(GiveFloor{seatOf(imani()).member()}));
  type(farida(), "live/round/ask/words", "What were you hoping would happen?");
  farida().ui->key(Key::Enter);
  settle();
  ASSERT_EQ(live(imani()).ask.asked.size(), 1U);
  EXPECT_FALSE(live(gethin()).ask.asked[0].mayKeep);
  handle(imani(), CircleWordsIntent(KeepAsked{live(imani()).ask.asked[0].id, true}));
  goTo(RoundKind::Close);
  handle(gethin(), CircleCourseIntent(MoveOn{}));
  ASSERT_EQ(draftsOf(imani()).size(), 1U);
  EXPECT_NE(draftsOf(imani())[0].find("What were you hoping would happen?"), std::string::npos);
  EXPECT_TRUE(draftsOf(farida()).empty());
}

TEST_F(CircleSession, AdviceGetsAGentleHintThatOnlyItsWriterSees) {
  writeAndReveal();
  handle(gethin(), CircleCourseIntent(GiveFloor{seatOf(imani()).member()}));
  type(farida(), "live/round/ask/words", "You could try counting out loud next time");
  EXPECT_FALSE(shows(farida(), "Hold that idea."));
  wait(600ms);
  EXPECT_TRUE(shows(farida(), "Hold that idea."));
  EXPECT_FALSE(shows(imani(), "Hold that idea."));
  EXPECT_TRUE(farida().ui->item("groups/live/round/ask/ask").enabled);
  EXPECT_EQ(room.everythingSent().find("counting out loud"), std::string::npos);
}

}  // namespace
