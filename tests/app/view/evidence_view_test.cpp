#include "tests/app/view/drawn_screen.h"

namespace {

using namespace app::model;

struct EvidenceView : testing::Test {
  EvidenceView() {
    screen.models.shell.place = Place::Evidence;
    EvidenceModel& evidence = screen.models.evidence;
    evidence.loaded = true;
    evidence.empty = false;
    for (const char* letter : {"M", "P", "S"}) {
      FigureCard card;
      card.domain = letter;
      card.passages = "about 240 passages";
      for (int i = 1; i <= 5; ++i) {
        FigureRow row;
        row.outcome = letter + std::to_string(i);
        row.number = i;
        row.name = "Outcome " + row.outcome;
        row.detail = i == 2 ? "fewer than 5" : "about 30";
        row.movement = i == 2 ? "" : "Glimpsed to mostly";
        row.first = 2;
        row.latest = 4;
        row.enough = i != 2;
        card.rows.push_back(row);
      }
      evidence.cards.push_back(card);
    }
    screen.ui.frame(3);
  }
  tests::DrawnScreen screen;
};

TEST_F(EvidenceView, TheThreeDomainsStandSideBySideAndAreOfOneSize) {
  const auto& musical = screen.ui.item("evidence/page/domain[M]/figure[M1]").rect;
  const auto& personal = screen.ui.item("evidence/page/domain[P]/figure[P1]").rect;
  const auto& social = screen.ui.item("evidence/page/domain[S]/figure[S1]").rect;
  EXPECT_EQ(musical.y, personal.y);
  EXPECT_EQ(personal.y, social.y);
  EXPECT_NEAR(musical.w, social.w, 1);
  EXPECT_LT(musical.x, personal.x);
  EXPECT_LT(personal.x, social.x);
}

TEST_F(EvidenceView, AFigureOpens) {
  screen.ui.click("evidence/page/domain[P]/figure[P4]");
  EXPECT_EQ((screen.only<EvidenceIntent, OpenFigure>().outcome), "P4");
}

TEST_F(EvidenceView, TheDrawerShowsWordsAndNoLevelOfOnePerson) {
  DrawerModel drawer;
  drawer.outcome = "P4";
  drawer.outcomeName = "Own choices";
  drawer.heading = "From glimpsed to mostly";
  drawer.enough = true;
  drawer.passages = {{"Said no, kindly, and meant it.", "Small group, autumn term 2025", "Tutor"}};
  screen.models.evidence.drawer = drawer;
  screen.ui.frame(2);
  EXPECT_TRUE(screen.ui.shows("Said no, kindly, and meant it."));
  screen.ui.click("evidence/drawer/close");
  EXPECT_TRUE((screen.asked<EvidenceIntent, CloseFigure>()));
}

}  // namespace
