#include "app/desktop/access/access_host.h"

#include <gtest/gtest.h>

#include <condition_variable>
#include <fstream>
#include <mutex>

#include "app/ui/choices.h"
#include "app/ui/layout.h"
#include "tests/app/desktop/access_bus.h"
#include "tests/support/ui_driver.h"

namespace {

namespace ui = app::ui;
using app::desktop::AccessHost;
using tests::UiDriver;

/// Waits for wakes, as the frame loop does.
class WokenHost {
 public:
  void operator()() {
    const std::lock_guard lock(mutex_);
    woken_ = true;
    came_.notify_all();
  }
  /// Looks at `done` after each wake, half a minute at most for each.
  bool until(const std::function<bool()>& done) {
    while (!done()) {
      std::unique_lock lock(mutex_);
      if (!came_.wait_for(lock, std::chrono::seconds{30}, [&] { return woken_; })) return false;
      woken_ = false;
    }
    return true;
  }

 private:
  std::mutex mutex_;
  std::condition_variable came_;
  bool woken_ = false;
};

bool bridgeIsLoaded() {
  std::ifstream maps("/proc/self/maps");
  const std::string all((std::istreambuf_iterator<char>(maps)), {});
  return all.find("afternote-access") != std::string::npos;
}

class WindowAndReader : public testing::Test {
 protected:
  void draw() {
    const ui::Vec2 size = ui::windowSize();
    const ui::Region region("page", {0, 0, size.x, size.y}, {.padX = 24, .padY = 24, .gap = 12});
    ui::switchControl("still", "Keep things still", still);
  }
  void show() {
    driver.frame();
    host->show(driver.items(), {"Afternote", true, 0, 0});
  }

  tests::AccessBus bus;
  WokenHost woken;
  bool still = false;
  UiDriver driver{[this] { draw(); }};
  std::unique_ptr<AccessHost> host = std::make_unique<AccessHost>([this] { woken(); });
};

TEST_F(WindowAndReader, NothingIsLoadedOrRecordedUntilSomebodyListensAndNothingAfterwards) {
  EXPECT_FALSE(host->listening());
  EXPECT_FALSE(bridgeIsLoaded());
  bus.enable(true);
  ASSERT_TRUE(woken.until([&] { return host->listening(); }));
  EXPECT_TRUE(bridgeIsLoaded());
  show();
  bus.ask("wait toggle button|Keep things still");
  bus.listen("object:children-changed");
  bus.enable(false);
  ASSERT_TRUE(woken.until([&] { return !host->listening(); }));
  bus.event("children-changed:remove");
  EXPECT_EQ(bus.ask("tree").find("Keep things still"), std::string::npos);
}

TEST_F(WindowAndReader, WhatAScreenReaderPressesIsPressedInTheNextFrame) {
  bus.enable(true);
  ASSERT_TRUE(woken.until([&] { return host->listening(); }));
  show();
  bus.ask("wait toggle button|Keep things still");
  bus.ask("press toggle button|Keep things still");
  EXPECT_TRUE(woken.until([&] {
    host->act(driver.items());
    driver.frame(2);
    return still;
  }));
}

TEST_F(WindowAndReader, ALockTakesEverythingOutAtOnce) {
  bus.enable(true);
  ASSERT_TRUE(woken.until([&] { return host->listening(); }));
  show();
  bus.ask("wait toggle button|Keep things still");
  bus.listen("object:children-changed");
  host->forget();
  bus.event("children-changed:remove");
  EXPECT_EQ(bus.ask("tree").find("Keep things still"), std::string::npos);
}

TEST_F(WindowAndReader, AScreenReaderIsNoticedAndHears) {
  bus.enable(true);
  ASSERT_TRUE(woken.until([&] { return host->listening(); }));
  EXPECT_FALSE(host->screenReader()) << "something listens that does not speak";
  EXPECT_FALSE(host->heard());
  bus.runScreenReader();
  EXPECT_TRUE(woken.until([&] { return host->screenReader(); }));
  EXPECT_TRUE(host->heard());
}

TEST(WindowAlone, WithoutASessionBusNobodyListens) {
  WokenHost woken;
  AccessHost host([&] { woken(); }, "unix:path=/nowhere/at/all");
  EXPECT_FALSE(host.listening());
  EXPECT_FALSE(host.heard());
}

}  // namespace
