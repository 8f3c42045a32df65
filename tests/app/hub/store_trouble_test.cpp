// A hub whose disk is full or fails: it says so, keeps what it acknowledged, and goes on by itself
// once the disk does.
#include <sys/mount.h>
#include <sys/resource.h>

#include <chrono>
#include <fstream>
#include <functional>
#include <optional>
#include <thread>

#include "tests/app/hub/hub_caller.h"

namespace app::hub::test {
namespace {

namespace fs = std::filesystem;

class StoreTrouble : public testing::Test, public HubCaller {
 protected:
  ~StoreTrouble() override {
    hub.reset();
    if (mounted) umount2((at.folder / "hub").c_str(), MNT_DETACH);
  }
  void start(const HubProcess::Environment& environment = {}) {
    init(at);
    hub.emplace(at.config, environment);
    enrolAndFound(hub->port());
  }
  int ping() { return channelTo(hub->port())->exchange({"GET", "/v1/ping", "", ""})->status; }
  /// Entries one after the other until one is not taken, `most` at most; how many were.
  std::uint64_t pushUntilRefused(std::uint64_t from, std::uint64_t most) {
    const auto to = link(hub->port());
    for (std::uint64_t next = from; next < from + most; ++next) {
      const auto pushed = to->push({laptop.segment(next, next, 20'000)});
      if (pushed.ok()) continue;
      EXPECT_EQ(pushed.error().code, journal::ErrorCode::Network) << pushed.error().detail;
      return next - from;
    }
    return most;
  }
  /// The trouble begins, lasts a while, and ends.
  void live(const std::function<void()>& begin, const std::function<void()>& end) {
    ASSERT_EQ(pushUntilRefused(1, 5), 5U);
    ASSERT_EQ(ping(), 200);
    begin();
    const std::uint64_t taken = pushUntilRefused(6, 2000);
    ASSERT_LT(taken, 2000U) << "there was no trouble";
    const auto aTryLater = std::chrono::steady_clock::now() + std::chrono::milliseconds(1500);
    do {
      EXPECT_EQ(ping(), 503);
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
    } while (std::chrono::steady_clock::now() < aTryLater);
    EXPECT_NE(metrics().find("afternote_hub_store_up 0"), std::string::npos);
    end();
    const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(20);
    while (ping() != 200 && std::chrono::steady_clock::now() < until)
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
    EXPECT_NE(metrics().find("afternote_hub_store_up 1"), std::string::npos);
    const auto standing = link(hub->port())->standing();
    ASSERT_TRUE(standing.ok());
    // What was acknowledged, and at most the one that was under way.
    const std::uint64_t kept = standing->heads[0].seq;
    EXPECT_GE(kept, 5 + taken);
    EXPECT_LE(kept, 6 + taken);
    EXPECT_EQ(pushUntilRefused(kept + 1, 20), 20U);
    EXPECT_EQ(hub->stop(), 0);
    EXPECT_EQ(runHub({"serve", "--check", "--config", at.config.string()}).status, 0);
    EXPECT_TRUE(hub->waitFor("stopping"));
    EXPECT_NE(hub->log().find("\"event\":\"store-failed\""), std::string::npos) << hub->log();
    EXPECT_NE(hub->log().find("\"event\":\"store-mended\""), std::string::npos) << hub->log();
  }
  std::string metrics() {
    return channelTo(hub->port())->exchange({"GET", "/metrics", "", ""})->body;
  }

  HubFolder at;
  std::optional<HubProcess> hub;
  bool mounted = false;
};

TEST_F(StoreTrouble, AFullDiskIsSaidAndOutlived) {
  fs::create_directories(at.folder / "hub");
  mounted = mount("tmpfs", (at.folder / "hub").c_str(), "tmpfs", 0, "size=3m,mode=0700") == 0;
  if (!mounted)
    GTEST_SKIP() << "no right to mount; AFileThatMayNotGrowIsSaidAndOutlived needs none";
  const fs::path filler = at.folder / "hub" / "filler";
  start();
  live(
      [&] {
        const auto room = fs::space(at.folder / "hub").available;
        std::ofstream(filler) << std::string(room, 'x');
      },
      [&] { fs::remove(filler); });
}

TEST_F(StoreTrouble, AFileThatMayNotGrowIsSaidAndOutlived) {
  start();
  rlimit before{};
  live(
      [&] {
        prlimit(hub->id(), RLIMIT_FSIZE, nullptr, &before);
        const rlimit tight{4096, before.rlim_max};
        ASSERT_EQ(prlimit(hub->id(), RLIMIT_FSIZE, &tight, nullptr), 0);
      },
      [&] { ASSERT_EQ(prlimit(hub->id(), RLIMIT_FSIZE, &before, nullptr), 0); });
}

TEST_F(StoreTrouble, ADiskThatCannotBeSyncedIsSaidAndOutlived) {
  const fs::path fails = at.folder / "sync-fails";
  start({{"LD_PRELOAD", AFTERNOTE_FAILING_SYNC},
         {"AFTERNOTE_TESTING_SYNC_FAILS", fails.string()},
         {"ASAN_OPTIONS", "verify_asan_link_order=0"}});  // where there is a sanitizer
  live([&] { std::ofstream(fails) << "now"; }, [&] { fs::remove(fails); });
}

}  // namespace
}  // namespace app::hub::test
