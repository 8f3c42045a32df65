#include "tests/app/view/drawn_screen.h"

namespace {

using namespace app::model;

struct UnlockView : testing::Test {
  UnlockView() {
    screen.models.shell.unlocked = false;
    screen.models.unlock.greeting = "Good afternoon, Imani";
    screen.ui.frame(3);
  }
  tests::DrawnScreen screen;
};

TEST_F(UnlockView, TakesThePassphraseAtOnceAndUnlocksOnEnter) {
  screen.ui.type("four quiet words here");
  EXPECT_EQ(screen.state.unlock.passphrase, "four quiet words here");
  screen.ui.key(app::ui::Key::Enter);
  EXPECT_TRUE((screen.asked<UnlockIntent, Unlock>()));
}

TEST_F(UnlockView, NeverRecordsThePassphrase) {
  screen.ui.type("four quiet words here");
  screen.ui.frame(2);
  EXPECT_EQ(screen.ui.dump().find("quiet"), std::string::npos);
}

TEST_F(UnlockView, ShowsTheProblemInWords) {
  screen.models.unlock.problem = "That didn’t open it.";
  screen.ui.frame(2);
  EXPECT_TRUE(screen.ui.shows("That didn’t open it."));
}

TEST_F(UnlockView, OffersTheWorriedCardBeforeAnyPassphrase) {
  screen.ui.click("unlock/form/worried");
  EXPECT_TRUE((screen.asked<WorriedIntent, OpenWorried>()));
}

TEST_F(UnlockView, OffersWhoElseUsesThisLaptopOnlyWhenThereIsSomebodyElse) {
  EXPECT_FALSE(screen.ui.exists("unlock/form/open-as"));
  screen.models.unlock.people = {"Imani Brooke", "Farida Haleem"};
  screen.ui.frame(2);
  EXPECT_TRUE(screen.ui.exists("unlock/form/open-as"));
}

}  // namespace
