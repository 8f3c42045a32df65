// Every stage of a session, at every size and text size and in every theme, from every seat.

#include "app/model/circle_live_model.h"
#include "tests/scenario/circle_table.h"
#include "tests/support/ui_lint.h"

namespace {

using namespace app::model;
using session::CardKind;
using session::RoundKind;
using namespace std::chrono_literals;

class CircleLooks : public tests::CircleTable {
 protected:
  void put(tests::AppUnderTest& app, CardKind kind, const std::string& words) {
    app.state.ui.circle.typed["card-" + std::to_string(static_cast<int>(kind))] = words;
    handle(app, CircleWordsIntent(PutCard{kind}));
  }
  void looksRight(const std::string& stage) {
    EXPECT_EQ(tests::lintEverywhere(*gethin().ui), "") << stage;
    EXPECT_EQ(tests::lintEverywhere(*imani().ui), "") << stage;
  }
  void reachesAll(const std::string& stage) {
    EXPECT_EQ(tests::joined(tests::unreachable(*gethin().ui)), "") << stage;
    EXPECT_EQ(tests::joined(tests::unreachable(*imani().ui)), "") << stage;
  }
};

TEST_F(CircleLooks, Home) {
  looksRight("home");
  reachesAll("home");
}

TEST_F(CircleLooks, ARoomThatWasNotLeft) {
  meet();
  begin();
  seatOf(imani()).drop();
  seatOf(imani()).leftLongAgo();
  imani().restart();
  imani().unlockAs(0);
  imani().controller->handle(ShellIntent(GoTo{Place::Groups}));
  settle();
  ASSERT_TRUE(shows(imani(), "Go back in"));
  looksRight("a room that was not left");
  reachesAll("a room that was not left");
}

TEST_F(CircleLooks, ArrivalAndSilentWriting) {
  meet();
  begin();
  looksRight("arrive");
  reachesAll("arrive");
  goTo(RoundKind::SilentWriting);
  type(imani(), "live/round/words", "I let go of the plan, and it was better for it.");
  wait(1s);
  looksRight("silent writing");
  reachesAll("silent writing");
}

TEST_F(CircleLooks, RevealAndQuestions) {
  meet();
  begin();
  goTo(RoundKind::SilentWriting);
  type(imani(), "live/round/words", "I let go of the plan, and it was better for it.");
  wait(1s);
  goTo(RoundKind::Reveal);
  looksRight("choosing");
  click(imani(), "live/round/choose/send");
  handle(gethin(), CircleCourseIntent(GiveFloor{seatOf(imani()).member()}));
  wait(20s);
  put(farida(), CardKind::Question, "What did the quiet sound like before they started?");
  type(farida(), "live/round/ask/words", "You could try counting out loud");
  wait(1s);
  looksRight("reveal");
  EXPECT_EQ(tests::lintEverywhere(*farida().ui), "");
  handle(gethin(), CircleCourseIntent(ShowMoves{true}));
  looksRight("moves");
  reachesAll("reveal");
}

TEST_F(CircleLooks, ThemesVotesAndActions) {
  meet();
  begin();
  goTo(RoundKind::Themes);
  put(gethin(), CardKind::Theme, "Stepping back on purpose");
  put(gethin(), CardKind::Theme, "When the room isn't ours, and nobody told us beforehand");
  put(imani(), CardKind::Pattern, "I said less, and the quiet did more.");
  put(farida(), CardKind::Barrier, "Rooms change without notice.");
  handle(gethin(), CircleWordsIntent(
                       PutUnder{live(gethin()).ungrouped[0].id, live(gethin()).themes[0].id, 0}));
  looksRight("themes");
  reachesAll("themes");
  goTo(RoundKind::Votes);
  handle(imani(), CircleWordsIntent(PutDot{live(imani()).themes[0].id, 1}));
  handle(imani(), CircleWordsIntent(HandInDots{}));
  looksRight("votes");
  handle(gethin(), CircleWordsIntent(OpenBox{}));
  looksRight("votes counted");
  goTo(RoundKind::Actions);
  imani().state.ui.circle.typed["owner"] = "2";
  put(imani(), CardKind::Action, "Leave the first five minutes of one session unplanned");
  looksRight("actions");
  reachesAll("actions");
}

TEST_F(CircleLooks, CloseAndAfterwards) {
  meet();
  begin();
  goTo(RoundKind::Close);
  put(imani(), CardKind::Pattern, "Rooms change without notice.");
  looksRight("close");
  handle(gethin(), CircleCourseIntent(MoveOn{}));
  looksRight("afterwards");
  reachesAll("afterwards");
}

TEST_F(CircleLooks, PausedAndCutOff) {
  meet();
  begin();
  goTo(RoundKind::Reveal);
  handle(imani(), CircleCourseIntent(PauseSession{session::PauseCause::Safeguarding}));
  looksRight("safety");
  handle(gethin(), CircleCourseIntent(ResumeSession{}));
  seatOf(gethin()).cut();
  settle();
  looksRight("facilitator gone");
}

TEST_F(CircleLooks, BringingAMomentBeforeAndAfterItWasBrought) {
  imani().controller->handle(WriteIntent(NewReflection{"Q0"}));
  settle();
  imani().ui->type("They put a hand up before I had finished asking, and it wobbled.");
  imani().wait(1s);
  imani().controller->handle(ShellIntent(GoTo{Place::Groups}));
  meet();
  looksRight("lobby");
  click(imani(), "lobby/bring");
  EXPECT_EQ(tests::lintEverywhere(*imani().ui), "") << "nothing chosen";
  const std::size_t from = imani().state.ui.circle.moment.text.find("They put");
  ASSERT_NE(from, std::string::npos);
  handle(imani(), CircleMomentIntent(ChooseMoment{from, from + 18}));
  EXPECT_EQ(tests::lintEverywhere(*imani().ui), "") << "chosen";
  EXPECT_EQ(tests::joined(tests::unreachable(*imani().ui)), "");
  click(imani(), "moment/send");
  click(imani(), "lobby/bring");
  EXPECT_EQ(tests::lintEverywhere(*imani().ui), "") << "brought";
  EXPECT_EQ(tests::joined(tests::unreachable(*imani().ui)), "");
}

/// Every round of a format as whoever leads it and whoever presents in it see it, with something of
/// each kind on the table.
class EveryRound : public CircleLooks {
 protected:
  void meetWith(const std::string& format) {
    handle(gethin(), CirclePlanIntent(PlanGroup{format}));
    gethin().state.ui.circle.plan.title = "Thursday reflection group";
    handle(gethin(), CirclePlanIntent(PlanWordsChanged{}));
    handle(gethin(), CirclePlanIntent(OpenRoom{}));
    for (tests::AppUnderTest* other : {&imani(), &farida()}) {
      other->state.ui.circle.code = "heron fiddle amber stone";
      handle(*other, CircleLobbyIntent(JoinRoom{}));
    }
    const auto presenters = gethin().state.models.circle.lobby.presenters.size();
    for (std::size_t place = 1; place <= presenters; ++place) {
      const auto who = place == 1 ? seatOf(imani()).member() : seatOf(farida()).member();
      handle(gethin(), CircleLobbyIntent(SayPresenter{who, static_cast<int>(place)}));
    }
  }
  void putWhatCanBePut(tests::AppUnderTest& app) {
    for (const ShareField& field : std::vector<ShareField>(live(app).fields))
      put(app, field.kind, "What the quiet did, and what I would not have seen without it.");
  }
  void looksRightThrough(const std::string& format) {
    meetWith(format);
    EXPECT_EQ(tests::lintEverywhere(*gethin().ui), "") << "lobby";
    begin();
    while (gethin().state.models.circle.live && !live(gethin()).finished) {
      putWhatCanBePut(imani());
      putWhatCanBePut(farida());
      const std::string stage = format + std::to_string(live(gethin()).stage);
      looksRight(stage);
      EXPECT_EQ(tests::joined(tests::unreachable(*imani().ui)), "") << stage;
      handle(gethin(), CircleCourseIntent(MoveOn{}));
    }
    looksRight("afterwards");
  }
};

TEST_F(EveryRound, OfTheHalfTermRound) {
  looksRightThrough("A");
}
TEST_F(EveryRound, OfTheTwoPassIncident) {
  looksRightThrough("B");
}
TEST_F(EveryRound, OfTheQuestionClinic) {
  looksRightThrough("C");
}
TEST_F(EveryRound, OfEvidenceTuning) {
  looksRightThrough("D");
}
TEST_F(EveryRound, OfTheHoldingSpace) {
  looksRightThrough("E");
}
TEST_F(EveryRound, OfThemesToAction) {
  looksRightThrough("F");
}

}  // namespace
