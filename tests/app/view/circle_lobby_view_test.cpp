#include "app/model/build_circle.h"
#include "app/model/circle_formats.h"
#include "tests/app/view/drawn_screen.h"
#include "tests/support/ui_lint.h"

namespace {

using namespace app::model;

constexpr const char* kLong = "Wilhelmina-Theodora of the Very Long Double-Barrelled Family";

struct CircleLobbyView : testing::Test {
  CircleLobbyView() {
    screen.models.shell.places = {Place::Write, Place::Groups};
    screen.models.shell.place = Place::Groups;
    screen.models.circle.page = CirclePage::Lobby;
    PlannedSession plan = oneQuestionSession();
    plan.title = "Thursday reflection group";
    plan.when = "Thursday 22 January, 12:30 to 13:15";
    seen.plan = roomPlan(plan);
    seen.link = RoomLink::Here;
    seen.code = "heron-fiddle-amber-stone";
    seen.address = "https://192.168.1.24:7420/circle";
    seen.qr.side = 25;
    for (std::size_t i = 0; i < 25U * 25U; ++i) seen.qr.dark.push_back(i * i % 7 < 3);
    seen.view.you = 1;
    seen.view.may = {session::Deed::Begin, session::Deed::Agree};
    addPerson("Gethin Rees", session::Standing::Facilitator, session::DeviceKind::Laptop);
    addPerson("Imani Brooke", session::Standing::Participant, session::DeviceKind::Laptop);
    addPerson(kLong, session::Standing::Guest, session::DeviceKind::Phone);
    rebuild();
  }
  void addPerson(const std::string& name, session::Standing standing, session::DeviceKind device) {
    session::SeenPerson person;
    person.number = static_cast<session::Member>(seen.view.people.size() + 1);
    person.standing = standing;
    person.device = device;
    seen.view.people.push_back(person);
    seen.names[person.number] = name;
  }
  void rebuild(bool large = false) {
    screen.models.circle.lobby = buildLobby({seen, expected, large});
    screen.ui.frame(3);
  }
  template <class T>
  bool asked() {
    for (const Intent& intent : screen.intents) {
      const auto* circle = std::get_if<CircleIntent>(&intent);
      const auto* lobby = circle ? std::get_if<CircleLobbyIntent>(circle) : nullptr;
      if (lobby != nullptr && std::holds_alternative<T>(*lobby)) return true;
    }
    return false;
  }

  CircleSeen seen;
  std::vector<std::string> expected{"Imani", "Joss", "Denise"};
  tests::DrawnScreen screen;
};

TEST_F(CircleLobbyView, ShowsTheFourWordsWithoutDashes) {
  EXPECT_TRUE(screen.ui.shows("heron fiddle amber stone"));
  EXPECT_TRUE(screen.ui.exists("groups/lobby/code/qr"));
}

TEST_F(CircleLobbyView, SaysWhoIsStillToArriveAndThatItCanBeginWithoutThem) {
  EXPECT_TRUE(screen.ui.shows("Two still to arrive. You can start without them."));
  EXPECT_TRUE(screen.ui.shows("3 of 5"));
  screen.ui.click("groups/lobby/begin");
  EXPECT_TRUE(asked<BeginSession>());
}

TEST_F(CircleLobbyView, OnlyAFacilitatorCanBegin) {
  seen.view.may = {session::Deed::Agree};
  rebuild();
  EXPECT_FALSE(screen.ui.exists("groups/lobby/begin"));
  EXPECT_FALSE(screen.ui.exists("groups/lobby/code/door"));
  EXPECT_TRUE(screen.ui.shows("It begins when the facilitator is ready."));
}

TEST_F(CircleLobbyView, TheAgreementIsAgreedToOnce) {
  screen.ui.scrollTo("groups/lobby/agree");
  screen.ui.click("groups/lobby/agree");
  EXPECT_TRUE(asked<AgreeToIt>());
  seen.view.people[0].agreed = true;
  rebuild();
  EXPECT_FALSE(screen.ui.exists("groups/lobby/agree"));
}

TEST_F(CircleLobbyView, SaysWhetherANameStandsBesideWhatIsShown) {
  EXPECT_TRUE(screen.ui.shows("Your name stands beside what you show."));
  seen.plan.plan.naming = session::Naming::Anonymous;
  rebuild();
  EXPECT_TRUE(screen.ui.shows("No name stands beside what you show"));
}

TEST_F(CircleLobbyView, AWordNotReadYetIsAPersonAllTheSame) {
  seen.names.erase(2);
  rebuild();
  EXPECT_TRUE(screen.ui.shows("Somebody"));
}

TEST_F(CircleLobbyView, IsCleanInEverySizeAndByKeyboard) {
  seen.plan.plan.presenters = 2;
  rebuild();
  EXPECT_EQ(tests::lintEverywhere(screen.ui), "");
  EXPECT_EQ(tests::joined(tests::unreachable(screen.ui)), "");
}

TEST_F(CircleLobbyView, TheLargeCodeIsCleanInEverySize) {
  rebuild(true);
  EXPECT_TRUE(screen.ui.exists("groups/lobby/code-large/card/done"));
  EXPECT_EQ(tests::lintEverywhere(screen.ui), "");
}

}  // namespace
