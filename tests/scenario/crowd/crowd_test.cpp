// Many real devices in networks that come and go, and a real hub that is killed every few seconds:
// once the networks are whole, everybody soon has everything (security.md 6.2, no. 7).
//
// How many devices: AFTERNOTE_CROWD, or 200 in a long run and 12 else; ten share a process, each on
// a thread of its own, and each process has a network namespace of its own where the system allows
// that. All of them reach the hub through the test's proxy. Four devices have a journal together,
// no two of them in one process where there are processes enough.
#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <thread>

#include "app/devices/places.h"
#include "sync/replica/replica.h"
#include "tests/app/hub/hub_caller.h"
#include "tests/journal/service/journal_support.h"
#include "tests/scenario/crowd/crowd_process.h"
#include "tests/support/added_device.h"
#include "tests/support/forwarding_proxy.h"
#include "tests/support/postgres_server.h"

namespace crowd {
namespace {

using app::hub::test::HubFolder;
using app::hub::test::HubProcess;
using app::hub::test::invitationIn;
using app::hub::test::runHub;
using journal::service::LocalJournal;
using std::chrono::milliseconds;
using Clock = std::chrono::steady_clock;

constexpr std::size_t kTogether = 4;
constexpr std::size_t kAProcess = 10;
constexpr const char* kManyEnrolments =
    "connections_per_address = 2000\nenrolments_an_hour = 100000\n"
    "enrolments_an_hour_per_address = 100000\n";

bool isLong() {
  return std::getenv("AFTERNOTE_LONG") != nullptr;
}
std::size_t deviceCount() {
  const char* chosen = std::getenv("AFTERNOTE_CROWD");
  const std::size_t count = chosen != nullptr ? std::strtoul(chosen, nullptr, 10) : 0;
  return std::max<std::size_t>(count != 0 ? count : isLong() ? 200 : 12, kTogether);
}

/// The most memory that a process had, in MB.
double peakMb(int process) {
  std::ifstream status("/proc/" + std::to_string(process) + "/status");
  for (std::string line; std::getline(status, line);) {
    if (line.rfind("VmHWM:", 0) == 0) return std::strtod(line.c_str() + 6, nullptr) / 1024;
  }
  return 0;
}

class Crowd {
 public:
  explicit Crowd(const std::string& postgresql)
      : at_(postgresql, kManyEnrolments), journals_(deviceCount() / kTogether) {
    const auto made = runHub({"init", "--config", at_.config.string(), "--service", "Eastby"});
    EXPECT_EQ(made.status, 0) << made.err;
    place_.host = "127.0.0.1";
    place_.pin = invitationIn(made.out).pin;
    startHub();
    for (std::size_t i = 0; i < journals_; ++i) makeJournal(i);
    const std::size_t processes = std::max(devices() / kAProcess, kTogether);
    std::vector<std::vector<std::string>> vaults(processes);
    for (std::size_t i = 0; i < devices(); ++i) {
      // Device i % kTogether of journal i / kTogether.
      vaults[i % processes].push_back(vaultOf(i).string());
    }
    for (std::size_t i = 0; i < processes; ++i) {
      crowds_.push_back(
          std::make_unique<CrowdProcess>(app::formatHubAddress(place_), i + 1, vaults[i]));
      proxy_.listen(crowds_.back()->takeListener(), static_cast<int>(i));
    }
  }

  void run() {
    weather(isLong() ? std::chrono::seconds(60) : std::chrono::seconds(8));
    const auto healed = Clock::now();
    for (auto& one : crowds_) one->say("settle");
    const bool converged = converge(healed + std::chrono::seconds(60));
    const auto took = std::chrono::duration<double>(Clock::now() - healed).count();
    EXPECT_TRUE(converged) << "not everybody has everything after a minute";
    notePeak();
    Done all;
    for (auto& one : crowds_) all += one->finish();
    EXPECT_EQ(all.devices, devices());
    EXPECT_GT(all.written, devices());
    EXPECT_EQ(all.lost, 0U);
    EXPECT_EQ(all.damaged, 0U);
    EXPECT_EQ(all.forks, 0U);
    EXPECT_GT(all.brokenOff, 0U) << "there was no trouble";
    EXPECT_GT(kills_, 0U);
    EXPECT_LT(peakMb_, 300);
    std::printf(
        "%zu devices in %zu processes (%zu with a network of their own): %zu changes, %zu rounds, "
        "%zu broken off, hub killed %zu times, %zu partitions; converged %.1f s after healing; "
        "lost %zu; hub at most %.0f MB\n",
        all.devices, crowds_.size(), ownNetworks(), all.written, all.rounds, all.brokenOff, kills_,
        cuts_, took, all.lost, peakMb_);
  }

 private:
  std::size_t devices() const { return journals_ * kTogether; }
  std::filesystem::path vaultOf(std::size_t device) const {
    return folder_.path() / ("device-" + std::to_string(device));
  }
  void startHub() {
    hub_ = std::make_unique<HubProcess>(at_.config);
    place_.port = hub_->port();
    proxy_.setTarget(hub_->port());
  }
  std::size_t ownNetworks() const {
    return static_cast<std::size_t>(std::count_if(
        crowds_.begin(), crowds_.end(), [](const auto& one) { return one->hasOwnNetwork(); }));
  }
  void notePeak() { peakMb_ = std::max(peakMb_, peakMb(hub_->id())); }

  std::unique_ptr<LocalJournal> makeVault(std::size_t device) {
    auto made =
        LocalJournal::create(vaultOf(device), journal::crypto::SecretString("five plain words"),
                             {clock_, random_, journal::crypto::KdfPreset::Fast});
    EXPECT_TRUE(made.ok());
    return std::move(made->journal);
  }

  /// Four devices of one journal with one entry that all of them have.
  void makeJournal(std::size_t index) {
    const auto first = makeVault(index * kTogether);
    const auto invited = runHub({"invite", "--config", at_.config.string(), "--role", "tutor"});
    const auto channel = app::channelTo(place_);
    const auto enrolled =
        syncing::transport::enrol(*channel, invitationIn(invited.out).code, first->self().device,
                                  first->signingKey(), clock_, random_);
    ASSERT_TRUE(enrolled.ok());
    place_.service = enrolled->service;
    ASSERT_TRUE(syncing::beginHere(*first, clock_, random_, "First").ok());
    journal::service::WriteReflection op;
    op.reflection.id = journal::ReflectionId::random(random_);
    op.reflection.lesson.date = journal::dateFromDayNumber(20700);
    op.reflection.text = "Everybody begins with this.";
    ASSERT_TRUE(first->apply(op).ok());
    const auto link = linkOf(*first);
    syncing::Replica replica({*first, *link, clock_, random_, "hub"});
    ASSERT_TRUE(replica.begin("First").ok());
    ASSERT_TRUE(replica.sync().ok());
    for (std::size_t i = 1; i < kTogether; ++i) {
      const auto next = makeVault(index * kTogether + i);
      ASSERT_TRUE(tests::addWithoutLetters(*first, *next, *link, random_).ok());
      const auto theirs = linkOf(*next);
      syncing::Replica other({*next, *theirs, clock_, random_, "hub"});
      ASSERT_TRUE(other.sync().ok());
    }
  }
  std::unique_ptr<syncing::wire::HubLink> linkOf(LocalJournal& journal) {
    return app::hubLink(app::needsOf(journal, clock_, random_), place_, *app::syncedVault(journal));
  }

  /// Partitions and kills, and everything whole again at the end.
  void weather(std::chrono::seconds time) {
    const auto until = Clock::now() + time;
    auto nextKill = Clock::now() + milliseconds(1500);
    std::vector<bool> cutOff(crowds_.size(), false);
    while (Clock::now() < until) {
      std::this_thread::sleep_for(milliseconds(200 + seeded_.below(400)));
      const std::size_t which = seeded_.below(crowds_.size());
      setCut(which, cutOff[which] = !cutOff[which]);
      if (seeded_.below(3) == 0) proxy_.cut(static_cast<int>(seeded_.below(crowds_.size())));
      if (Clock::now() < nextKill) continue;
      notePeak();
      hub_->kill();
      ++kills_;
      startHub();
      nextKill = Clock::now() + milliseconds(1500 + seeded_.below(2500));
    }
    for (std::size_t i = 0; i < crowds_.size(); ++i) {
      if (cutOff[i]) setCut(i, false);
    }
  }
  void setCut(std::size_t which, bool cut) {
    crowds_[which]->say(cut ? "cut" : "heal");
    proxy_.hold(static_cast<int>(which), cut);
    cuts_ += cut ? 1 : 0;
  }

  /// Whether all devices of each journal came to say the same.
  bool converge(Clock::time_point until) {
    std::map<std::size_t, std::string> digests;
    while (Clock::now() < until) {
      for (auto& one : crowds_) {
        if (!one->hearAll(digests)) {
          ADD_FAILURE() << "a crowd is gone";
          return false;
        }
      }
      std::size_t same = 0;
      for (const auto& [device, digest] : digests) {
        const auto first = digests.find(device / kTogether * kTogether);
        same += first != digests.end() && first->second == digest ? 1 : 0;
      }
      if (same == devices()) return true;
      std::this_thread::sleep_for(milliseconds(50));
    }
    return false;
  }

  HubFolder at_;
  std::size_t journals_;
  journal::service::TempFolder folder_;
  app::SystemClock clock_;
  journal::crypto::SystemRandom random_;
  journal::SeededRandom seeded_{20261127};
  app::HubPlace place_;
  tests::ForwardingProxy proxy_;
  std::unique_ptr<HubProcess> hub_;
  std::vector<std::unique_ptr<CrowdProcess>> crowds_;
  double peakMb_ = 0;
  std::size_t kills_ = 0;
  std::size_t cuts_ = 0;
};

TEST(Crowd, ConvergesAndLosesNothingOverAStoreOfItsOwn) {
  Crowd("").run();
}

TEST(Crowd, ConvergesAndLosesNothingOverPostgresql) {
  Crowd(tests::PostgresServer::instance().freshSchema()).run();
}

}  // namespace
}  // namespace crowd
