// The real hub, killed in the middle of what it does: what it acknowledged is there, and whoever
// reads by its cursors has skipped nothing.
#include <gtest/gtest.h>

#include <atomic>
#include <cstdlib>
#include <list>
#include <map>
#include <thread>

#include "app/cli/system_clock.h"
#include "journal/crypto/system_random.h"
#include "sync/transport/https_link.h"
#include "sync/wire/enrolment.h"
#include "tests/app/hub/hub_process.h"
#include "tests/support/postgres_server.h"
#include "tests/sync/hub/hub_world.h"

namespace app::hub::test {
namespace {

using syncing::hub::test::TestDevice;
using syncing::wire::Segment;

constexpr std::size_t kJournals = 3;

int kills() {
  return std::getenv("AFTERNOTE_LONG") != nullptr ? 1000 : 20;
}

/// One journal: a device that writes, and another place where it is read.
struct Journal {
  Journal(journal::SeededRandom& random) : device(random) {}  // NOLINT
  TestDevice device;
  std::atomic<std::uint64_t> acknowledged{0};
  std::uint64_t readTo = 0;                   // the reader's alone
  std::map<std::uint64_t, Segment> seen;      // by number; the reader's alone
  std::map<std::uint64_t, std::uint64_t> at;  // first entry to number; the reader's alone
};

class KillLoop {
 public:
  KillLoop(const std::string& postgresql, std::size_t hubs) : at_(postgresql) {
    const Outcome made = runHub({"init", "--config", at_.config.string(), "--service", "Eastby"});
    EXPECT_EQ(made.status, 0) << made.err;
    for (std::size_t i = 0; i < kJournals; ++i) {
      Journal& one = journals_.emplace_back(random_);
      invite(one.device);
    }
    for (std::size_t i = 0; i < hubs; ++i) {
      hubs_.push_back(std::make_unique<HubProcess>(at_.config));
      ports_.push_back(hubs_.back()->port());
    }
    for (Journal& one : journals_) enrolAndFound(one.device);
  }

  void run() {
    std::vector<std::thread> threads;
    std::size_t index = 0;
    for (Journal& one : journals_) {
      threads.emplace_back([this, &one, index] { write(one, index); });
      threads.emplace_back([this, &one, index] { read(one, index + 1); });
      ++index;
    }
    for (int i = 0; i < kills(); ++i) {
      std::this_thread::sleep_for(std::chrono::milliseconds(5 + random_.below(60)));
      const std::size_t which = random_.below(hubs_.size());
      hubs_[which]->kill();
      hubs_[which] = std::make_unique<HubProcess>(at_.config);
      const std::lock_guard lock(mutex_);
      ports_[which] = hubs_[which]->port();
    }
    ending_ = true;
    for (std::thread& thread : threads) thread.join();
    for (Journal& one : journals_) check(one);
  }

 private:
  void invite(const TestDevice&) {
    const Outcome invited = runHub({"invite", "--config", at_.config.string(), "--role", "tutor"});
    EXPECT_EQ(invited.status, 0) << invited.err;
    invitations_.push_back(*syncing::wire::parseEnrolment(invited.out));
  }
  std::shared_ptr<syncing::transport::Channel> channel(std::size_t which) {
    syncing::transport::HttpsOptions options;
    options.host = "127.0.0.1";
    options.pin = invitations_.front().pin;
    const std::lock_guard lock(mutex_);
    options.port = ports_[which % ports_.size()];
    return syncing::transport::httpsChannel(options);
  }
  std::unique_ptr<syncing::wire::HubLink> link(const TestDevice& device, std::size_t which) {
    return syncing::transport::httpsLink(channel(which),
                                         {device.id, service_,
                                          std::shared_ptr<const journal::crypto::SigningKey>(
                                              std::shared_ptr<void>(), &device.signing())},
                                         device.vault, clock_, system_);
  }
  void enrolAndFound(const TestDevice& device) {
    const auto in = syncing::transport::enrol(*channel(0), invitations_[enrolled_++].code,
                                              device.id, device.signing(), clock_, system_);
    ASSERT_TRUE(in.ok()) << in.error().detail;
    service_ = in->service;
    EXPECT_OK(link(device, 0)->state(device.found()));
  }

  /// Sends and sends again; counts only what was acknowledged.
  void write(Journal& one, std::size_t which) {
    auto hub = link(one.device, which);
    while (!ending_) {
      const std::uint64_t next = one.acknowledged + 1;
      std::vector<Segment> segments;
      for (std::uint64_t i = 0; i < 4; ++i)
        segments.push_back(one.device.segment(next + 2 * i, next + 2 * i + 1, 300));
      const auto pushed = hub->push(segments);
      if (!pushed.ok()) {
        EXPECT_EQ(pushed.error().code, journal::ErrorCode::Network) << pushed.error().detail;
        hub = link(one.device, ++which);
        continue;
      }
      EXPECT_FALSE(pushed->forked);
      EXPECT_GE(pushed->head.seq, one.acknowledged);
      one.acknowledged = pushed->head.seq;
    }
  }

  /// Follows by cursor, and never looks back.
  void read(Journal& one, std::size_t which) {
    auto hub = link(one.device, which);
    while (!ending_) {
      if (!readOn(one, *hub)) hub = link(one.device, ++which);
    }
  }
  bool readOn(Journal& one, syncing::wire::HubLink& hub) {
    const auto pulled = hub.pull(one.readTo, 64 * 1024);
    if (!pulled.ok()) {
      EXPECT_EQ(pulled.error().code, journal::ErrorCode::Network) << pulled.error().detail;
      return false;
    }
    for (const auto& [number, segment] : pulled->segments) {
      EXPECT_GT(number, one.readTo);
      one.seen.emplace(number, segment);
      one.at.emplace(segment.first, number);
    }
    one.readTo = pulled->next;
    return true;
  }

  void check(Journal& one) {
    auto hub = link(one.device, 0);
    ASSERT_TRUE(readOn(one, *hub));
    const auto standing = hub->standing();
    ASSERT_TRUE(standing.ok());
    while (one.readTo < standing->newest) ASSERT_TRUE(readOn(one, *hub));
    ASSERT_EQ(standing->heads.size(), 1U);
    EXPECT_GE(standing->heads[0].seq, one.acknowledged);
    // The reader has every entry once, in one unbroken run, though it never looked back.
    std::uint64_t next = 1;
    for (const auto& [first, number] : one.at) {
      ASSERT_EQ(first, next);
      next = one.seen.at(number).last + 1;
      EXPECT_EQ(one.seen.at(number), one.device.segment(first, next - 1, 300));
    }
    EXPECT_EQ(next - 1, standing->heads[0].seq);
    EXPECT_EQ(one.seen.size(), one.at.size());
    EXPECT_GT(one.acknowledged, 0U);
  }

  HubFolder at_;
  SystemClock clock_;
  journal::crypto::SystemRandom system_;
  journal::SeededRandom random_{20261127};
  std::list<Journal> journals_;
  std::vector<syncing::wire::Enrolment> invitations_;
  std::size_t enrolled_ = 0;
  syncing::wire::ServiceId service_;
  std::vector<std::unique_ptr<HubProcess>> hubs_;
  std::mutex mutex_;
  std::vector<std::uint16_t> ports_;  // guarded by mutex_
  std::atomic<bool> ending_{false};
};

TEST(KillLoop, OverAStoreOfItsOwn) {
  KillLoop("", 1).run();
}

TEST(KillLoop, OverPostgresqlWhereTwoHubsShareTheStore) {
  KillLoop(tests::PostgresServer::instance().freshSchema(), 2).run();
}

}  // namespace
}  // namespace app::hub::test
