#include "app/desktop/laptop_looks.h"

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <systemd/sd-bus.h>
#include <unistd.h>

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <mutex>
#include <string>
#include <thread>

namespace {

using app::desktop::followPortal;
using app::desktop::LaptopLooks;
using app::desktop::LooksSource;
using app::desktop::ThemeFollower;
using app::model::ThemeChoice;
using app::ui::Theme;

struct FakeDesktop {
  LaptopLooks looks;
  int asked = 0;
  int listening = 0;
};

class FakeSource final : public LooksSource {
 public:
  explicit FakeSource(FakeDesktop& desktop) : desktop_(desktop) {
    ++desktop_.asked;
    ++desktop_.listening;
  }
  ~FakeSource() override { --desktop_.listening; }
  LaptopLooks looks() const override { return desktop_.looks; }

 private:
  FakeDesktop& desktop_;
};

ThemeFollower following(FakeDesktop& desktop) {
  return ThemeFollower([&desktop] { return std::make_unique<FakeSource>(desktop); });
}

TEST(LaptopTheme, NobodyAsksTheDesktopUntilSomebodyChoosesToFollowIt) {
  FakeDesktop desktop{.looks = {.dark = true}};
  ThemeFollower follower = following(desktop);
  EXPECT_EQ(follower.theme(ThemeChoice::Light), Theme::Light);
  EXPECT_EQ(follower.theme(ThemeChoice::HighContrast), Theme::HighContrast);
  EXPECT_EQ(desktop.asked, 0);
  EXPECT_EQ(follower.theme(ThemeChoice::Laptop), Theme::Dark);
  EXPECT_EQ(follower.theme(ThemeChoice::Laptop), Theme::Dark);
  EXPECT_EQ(desktop.asked, 1);
  EXPECT_EQ(follower.theme(ThemeChoice::Light), Theme::Light);
  EXPECT_EQ(desktop.listening, 0);
}

TEST(LaptopTheme, FollowsEveryChangeAndHighContrastComesFirst) {
  FakeDesktop desktop;
  ThemeFollower follower = following(desktop);
  EXPECT_EQ(follower.theme(ThemeChoice::Laptop), Theme::Light);
  desktop.looks.dark = true;
  EXPECT_EQ(follower.theme(ThemeChoice::Laptop), Theme::Dark);
  desktop.looks.highContrast = true;
  EXPECT_EQ(follower.theme(ThemeChoice::Laptop), Theme::HighContrast);
  desktop.looks = {};
  EXPECT_EQ(follower.theme(ThemeChoice::Laptop), Theme::Light);
}

TEST(LaptopTheme, ADesktopThatCannotBeAskedIsLight) {
  ThemeFollower follower([] { return nullptr; });
  EXPECT_EQ(follower.theme(ThemeChoice::Laptop), Theme::Light);
}

/// Nothing on it but what a test puts there: no service of this computer is started by a question.
constexpr const char* kBusRules =
    "<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen>"
    "<policy context='default'><allow send_destination='*' eavesdrop='true'/>"
    "<allow eavesdrop='true'/><allow own='*'/></policy></busconfig>";

/// A session bus of the test's own.
class PrivateBus {
 public:
  PrivateBus() {
    std::string rules = std::filesystem::temp_directory_path() / "afternote-bus-XXXXXX";
    close(mkstemp(rules.data()));
    std::ofstream(rules) << kBusRules;
    const std::string option = "--config-file=" + rules;
    int ends[2];
    if (pipe(ends) != 0) return;
    pid_ = fork();
    if (pid_ == 0) {
      dup2(ends[1], 1);
      execlp("dbus-daemon", "dbus-daemon", option.c_str(), "--nofork", "--print-address=1",
             nullptr);
      _exit(127);
    }
    close(ends[1]);
    for (char c = 0; read(ends[0], &c, 1) == 1 && c != '\n';) address += c;
    close(ends[0]);
    std::error_code ignored;
    std::filesystem::remove(rules, ignored);
  }
  ~PrivateBus() {
    kill(pid_, SIGTERM);
    waitpid(pid_, nullptr, 0);
  }
  PrivateBus(const PrivateBus&) = delete;
  PrivateBus& operator=(const PrivateBus&) = delete;

  std::string address;

 private:
  pid_t pid_ = 0;
};

int readAll(sd_bus_message* call, void* self, sd_bus_error*) {
  sd_bus_message* reply = nullptr;
  const auto scheme = static_cast<std::atomic<std::uint32_t>*>(self)->load();
  sd_bus_message_new_method_return(call, &reply);
  sd_bus_message_append(reply, "a{sa{sv}}", 1, "org.freedesktop.appearance", 3, "accent-color",
                        "(ddd)", 0.1, 0.2, 0.3, "color-scheme", "u", scheme, "contrast", "u", 0);
  const int sent = sd_bus_send(nullptr, reply, nullptr);
  sd_bus_message_unref(reply);
  return sent;
}

const sd_bus_vtable kTable[] = {
    SD_BUS_VTABLE_START(0),
    SD_BUS_METHOD("ReadAll", "as", "a{sa{sv}}", readAll, SD_BUS_VTABLE_UNPRIVILEGED),
    SD_BUS_SIGNAL("SettingChanged", "ssv", 0), SD_BUS_VTABLE_END};

/// Answers as xdg-desktop-portal does, on a thread of its own.
class FakePortal {
 public:
  FakePortal(const std::string& address, std::uint32_t scheme) : scheme_(scheme) {
    sd_bus_new(&bus_);
    sd_bus_set_address(bus_, address.c_str());
    sd_bus_set_bus_client(bus_, 1);
    sd_bus_start(bus_);
    sd_bus_add_object_vtable(bus_, nullptr, "/org/freedesktop/portal/desktop",
                             "org.freedesktop.portal.Settings", kTable, &scheme_);
    sd_bus_request_name(bus_, "org.freedesktop.portal.Desktop", 0);
    thread_ = std::thread([this] { serve(); });
  }
  ~FakePortal() {
    ending_ = true;
    thread_.join();
    sd_bus_close_unref(bus_);
  }
  FakePortal(const FakePortal&) = delete;
  FakePortal& operator=(const FakePortal&) = delete;

  void change(std::uint32_t scheme) { scheme_ = scheme; }

 private:
  void serve() {
    std::uint32_t told = scheme_;
    while (!ending_) {
      while (sd_bus_process(bus_, nullptr) > 0) {
      }
      if (const std::uint32_t now = scheme_; now != told) {
        sd_bus_emit_signal(bus_, "/org/freedesktop/portal/desktop",
                           "org.freedesktop.portal.Settings", "SettingChanged", "ssv",
                           "org.freedesktop.appearance", "color-scheme", "u", now);
        told = now;
      }
      sd_bus_wait(bus_, 10'000);
    }
  }

  sd_bus* bus_ = nullptr;
  std::atomic<std::uint32_t> scheme_;
  std::atomic<bool> ending_ = false;
  std::thread thread_;
};

/// Waits for wakes, as the frame loop does.
class Woken {
 public:
  void operator()() {
    const std::lock_guard lock(mutex_);
    ++count_;
    came_.notify_all();
  }
  bool times(int wanted) {
    std::unique_lock lock(mutex_);
    return came_.wait_for(lock, std::chrono::seconds{30}, [&] { return count_ >= wanted; });
  }

 private:
  std::mutex mutex_;
  std::condition_variable came_;
  int count_ = 0;
};

TEST(SettingsPortal, TellsThatTheDesktopIsDarkAndWhenItIsNoMore) {
  const PrivateBus bus;
  ASSERT_FALSE(bus.address.empty());
  FakePortal portal(bus.address, 1);
  Woken woken;
  const auto source = followPortal([&woken] { woken(); }, bus.address);
  ASSERT_TRUE(woken.times(1));
  EXPECT_EQ(source->looks(), (LaptopLooks{.dark = true}));
  portal.change(2);
  ASSERT_TRUE(woken.times(2));
  EXPECT_EQ(source->looks(), LaptopLooks{});
}

TEST(SettingsPortal, ABusWithoutAPortalAndNoBusAtAllAreLightAndEndAtOnce) {
  const PrivateBus bus;
  for (const std::string& address : {bus.address, std::string("unix:path=/nowhere/at/all")}) {
    const auto source = followPortal({}, address);
    EXPECT_EQ(source->looks(), LaptopLooks{});
  }
}

}  // namespace
