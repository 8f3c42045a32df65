#include "tests/scenario/circle_table.h"

#include "app/model/circle_live_model.h"
#include "app/ui/several_kits.h"

namespace tests {

using app::model::Place;
using app::model::session::RoundKind;

namespace {
/// Another time than any laptop's: the hub's clock is its own.
constexpr journal::UtcTime kHubTime{std::chrono::milliseconds{1'769'097'903'250}};
}  // namespace

CircleTable::CircleTable() : hubClock(kHubTime), room(hubClock, random) {
  const std::size_t who[] = {1, 0, 2};
  for (const std::size_t person : who) {
    seats_.push_back(std::make_unique<Seat>(room));
    AppOptions options;
    options.circle = seats_.back().get();
    laptops_.push_back(std::make_unique<AppUnderTest>(options));
    seats_.back()->useClock(laptops_.back()->clock);
    laptops_.back()->settle();
    laptops_.back()->unlockAs(person);
    laptops_.back()->controller->handle(app::model::ShellIntent(app::model::GoTo{Place::Groups}));
  }
  settle();
}

AppUnderTest& CircleTable::at(std::size_t seat) {
  app::ui::makeCurrent(laptops_[seat]->ui->kit());
  return *laptops_[seat];
}

Seat& CircleTable::seatOf(const AppUnderTest& app) {
  for (std::size_t i = 0; i < laptops_.size(); ++i) {
    if (laptops_[i].get() == &app) return *seats_[i];
  }
  return *seats_.front();
}

void CircleTable::settle() {
  for (int round = 0; round < 2; ++round) {
    for (std::size_t i = 0; i < laptops_.size(); ++i) at(i).settle();
  }
}

void CircleTable::wait(std::chrono::milliseconds time) {
  hubClock.advance(time);
  for (auto& laptop : laptops_) laptop->clock.advance(time);
  settle();
}

void CircleTable::click(AppUnderTest& app, const std::string& path) {
  app::ui::makeCurrent(app.ui->kit());
  app.ui->scrollTo("groups/" + path);
  app.ui->click("groups/" + path);
  settle();
}

void CircleTable::type(AppUnderTest& app, const std::string& path, const std::string& words) {
  app::ui::makeCurrent(app.ui->kit());
  app::ui::focusPath("groups/" + path);
  app.ui->frame(2);
  ASSERT_EQ(app.ui->focused(), "groups/" + path);
  app.ui->type(words);
  settle();
}

void CircleTable::handle(AppUnderTest& app, app::model::CircleIntent intent) {
  app.controller->handle(app::model::Intent(std::move(intent)));
  settle();
}

bool CircleTable::shows(AppUnderTest& app, const std::string& words) {
  return app.ui->shows(words);
}

const app::model::CircleLiveModel& CircleTable::live(AppUnderTest& app) {
  return *app.state.models.circle.live;
}

void CircleTable::meet(app::model::session::Naming naming) {
  handle(gethin(), app::model::CirclePlanIntent(app::model::PlanGroup{"Q"}));
  gethin().state.ui.circle.plan.title = "Thursday reflection group";
  handle(gethin(), app::model::CirclePlanIntent(app::model::PlanWordsChanged{}));
  handle(gethin(), app::model::CirclePlanIntent(app::model::ChooseNaming{naming}));
  handle(gethin(), app::model::CirclePlanIntent(app::model::OpenRoom{}));
  for (AppUnderTest* other : {&imani(), &farida()}) {
    other->state.ui.circle.code = "heron fiddle amber stone";
    handle(*other, app::model::CircleLobbyIntent(app::model::JoinRoom{}));
  }
}

void CircleTable::begin() {
  handle(gethin(), app::model::CircleLobbyIntent(app::model::BeginSession{}));
  ASSERT_NE(gethin().state.models.circle.live, nullptr);
}

void CircleTable::goTo(RoundKind kind) {
  for (int step = 0; step < 12 && live(gethin()).kind != kind; ++step) {
    handle(gethin(), app::model::CircleCourseIntent(app::model::MoveOn{}));
  }
  ASSERT_EQ(live(gethin()).kind, kind);
}

}  // namespace tests
