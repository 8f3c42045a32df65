#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "tests/scenario/app_under_test.h"
#include "tests/support/room_in_process.h"

namespace tests {

/// Three laptops in one room: Gethin, who facilitates, Imani and Farida. Paths are those under
/// "groups/".
class CircleTable : public testing::Test {
 protected:
  CircleTable();

  // Each makes that laptop the one that is drawn and typed on.
  AppUnderTest& gethin() { return at(0); }
  AppUnderTest& imani() { return at(1); }
  AppUnderTest& farida() { return at(2); }
  Seat& seatOf(const AppUnderTest& app);

  /// Everybody hears of what happened.
  void settle();
  void wait(std::chrono::milliseconds time);
  void click(AppUnderTest& app, const std::string& path);
  void type(AppUnderTest& app, const std::string& path, const std::string& words);
  void handle(AppUnderTest& app, app::model::CircleIntent intent);
  bool shows(AppUnderTest& app, const std::string& words);
  const app::model::CircleLiveModel& live(AppUnderTest& app);

  /// Gethin plans "One question" and opens the room; the others join with the four words.
  void meet(app::model::session::Naming naming = app::model::session::Naming::Named);
  void begin();
  /// Gethin moves the group on until it is at this kind of round.
  void goTo(app::model::session::RoundKind kind);

  HandClock hubClock;
  journal::SeededRandom random{7};
  RoomInProcess room;

 private:
  AppUnderTest& at(std::size_t seat);

  std::vector<std::unique_ptr<Seat>> seats_;
  std::vector<std::unique_ptr<AppUnderTest>> laptops_;
};

}  // namespace tests
