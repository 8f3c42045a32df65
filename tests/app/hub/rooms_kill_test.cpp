// The real hub, killed in the middle of a session: whatever it acknowledged is in the room's log,
// once and under the number it said, and its own log has nothing of what was said or who was there.
#include <gtest/gtest.h>

#include <atomic>
#include <cstdlib>
#include <map>
#include <mutex>
#include <thread>

#include "app/cli/system_clock.h"
#include "journal/crypto/hash.h"
#include "journal/crypto/system_random.h"
#include "sync/room/room_link.h"
#include "sync/transport/https_link.h"
#include "sync/wire/base64url.h"
#include "sync/wire/enrolment.h"
#include "sync/wire/request_auth.h"
#include "tests/app/hub/hub_process.h"
#include "tests/support/postgres_server.h"
#include "tests/sync/hub/hub_world.h"

namespace app::hub::test {
namespace {

namespace session = journal::session;
namespace wire = syncing::wire;
using syncing::hub::test::TestDevice;
using syncing::room::RoomLink;

constexpr std::size_t kMembers = 3;

int roomKills() {
  return std::getenv("AFTERNOTE_LONG") != nullptr ? 500 : 12;
}

class RoomKillLoop {
 public:
  explicit RoomKillLoop(const std::string& postgresql) : at_(postgresql, "log_requests = yes\n") {
    EXPECT_EQ(runHub({"init", "--config", at_.config.string(), "--service", "Eastby"}).status, 0);
    start();
    open();
    for (std::size_t i = 1; i < kMembers; ++i) EXPECT_TRUE(join(i).ok());
  }

  void run() {
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < kMembers; ++i) threads.emplace_back([this, i] { speak(i); });
    for (int i = 0; i < roomKills(); ++i) {
      std::this_thread::sleep_for(std::chrono::milliseconds(20 + random_.below(100)));
      hub_->kill();
      keepLog();
      start();
    }
    ending_ = true;
    for (std::thread& thread : threads) thread.join();
    check();
  }

 private:
  /// All of it: the process has ended.
  void keepLog() {
    EXPECT_FALSE(hub_->waitFor("the end"));
    logs_ += hub_->log();
  }
  void start() {
    hub_ = std::make_unique<HubProcess>(at_.config);
    port_ = hub_->port();
  }
  std::shared_ptr<syncing::transport::Channel> channel() const {
    syncing::transport::HttpsOptions options;
    options.host = "127.0.0.1";
    options.port = port_;
    options.pinTheFirst = true;
    return syncing::transport::httpsChannel(options);
  }
  wire::Joining joining(std::size_t member) const {
    wire::Joining in;
    in.token = "planted token " + std::to_string(member);
    in.token.resize(wire::kTokenBytes, '-');
    in.sealedName = "planted name";
    return in;
  }
  RoomLink link(std::size_t member) const {
    RoomLink link(channel(), room_);
    link.become(static_cast<session::Member>(member + 1), joining(member).token);
    return link;
  }
  journal::Result<session::Member> join(std::size_t member) const {
    return RoomLink(channel(), room_).join(joining(member));
  }

  void open() {
    const auto invited =
        runHub({"invite", "--config", at_.config.string(), "--role", "facilitator"});
    const auto invitation = wire::parseEnrolment(invited.out);
    ASSERT_TRUE(invitation.ok()) << invited.err;
    const auto in = syncing::transport::enrol(*channel(), invitation->code, device_.id,
                                              device_.signing(), clock_, system_);
    ASSERT_TRUE(in.ok());
    session::Plan plan;
    plan.rounds.resize(1);
    plan.rounds[0].length = std::chrono::minutes(30);
    plan.sealedWords = "planted plan";
    const std::string body = toJson(wire::RoomOpening{room_, plan, joining(0)});
    wire::RequestAuth auth{
        device_.id, in->service, clock_.now().time_since_epoch().count(), {}, {}};
    system_.fill(auth.nonce);
    const auto digest = journal::crypto::hash(journal::crypto::bytesOf(body));
    auth.signature = device_.signing().sign(
        journal::crypto::bytesOf(wire::signedPart("POST", "/rooms", digest, auth)));
    const auto opened = channel()->exchange({"POST", "/rooms", wire::encodeAuth(auth), body});
    ASSERT_TRUE(opened.ok() && opened->status == 200);
  }

  /// Says one thing after another, each again until it has its number.
  void speak(std::size_t member) {
    journal::crypto::SystemRandom random;
    RoomLink mine = link(member);
    session::Event event;
    while (!ending_) {
      if (event.id.isNil()) event.id = session::EventId::random(random);
      event.kind = session::EventKind::HandRaised;
      event.on = !event.on;
      const auto number = mine.send(event);
      if (!number.ok()) {
        EXPECT_EQ(number.error().code, journal::ErrorCode::Network) << number.error().detail;
        mine = link(member);
        continue;
      }
      const std::lock_guard lock(mutex_);
      acknowledged_[*number] = event.id;
      event.id = {};
    }
  }

  void check() {
    RoomLink mine = link(0);
    std::map<std::uint64_t, session::EventId> log;
    for (auto some = mine.log(0, 0); some.ok() && !some->events.empty();
         some = mine.log(log.size(), 0)) {
      for (const session::Event& event : some->events) {
        EXPECT_EQ(event.number, log.size() + 1);
        log.emplace(event.number, event.id);
      }
    }
    EXPECT_GT(acknowledged_.size(), kMembers);
    for (const auto& [number, id] : acknowledged_) EXPECT_EQ(log.at(number), id) << number;
    std::map<session::EventId, int> times;
    for (const auto& [number, id] : log) EXPECT_EQ(++times[id], 1);
    hub_->stop();
    keepLog();
    EXPECT_NE(logs_.find("\"route\":\"room-event\""), std::string::npos);
    for (const std::string& planted : {std::string("planted"), wire::toBase64url("planted name"),
                                       room_.hex(), wire::toBase64url(joining(0).token)})
      EXPECT_EQ(logs_.find(planted), std::string::npos) << planted;
  }

  HubFolder at_;
  SystemClock clock_;
  journal::crypto::SystemRandom system_;
  journal::SeededRandom random_{1627};
  TestDevice device_{random_};
  wire::RoomId room_ = wire::RoomId::random(random_);
  std::unique_ptr<HubProcess> hub_;
  std::atomic<std::uint16_t> port_{0};
  std::string logs_;
  std::mutex mutex_;
  std::map<std::uint64_t, session::EventId> acknowledged_;  // guarded by mutex_
  std::atomic<bool> ending_{false};
};

TEST(RoomKillLoop, OverAStoreOfItsOwn) {
  RoomKillLoop("").run();
}

TEST(RoomKillLoop, OverPostgresql) {
  RoomKillLoop(tests::PostgresServer::instance().freshSchema()).run();
}

}  // namespace
}  // namespace app::hub::test
