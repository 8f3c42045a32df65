// The hub orders and passes on what it cannot read. Here it does that badly, between the real hub
// and the window's own client over TLS.
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <future>

#include "app/hub/open_hub.h"
#include "journal/base/platform.h"
#include "journal/crypto/system_random.h"
#include "sync/hub/desk.h"
#include "sync/hub/rooms/rooms.h"
#include "sync/hub/server/server.h"
#include "sync/room/room_client.h"
#include "tests/app/circle/room_support.h"
#include "tests/journal/vault/temporary_folder.h"

namespace app::circle {
namespace {

using namespace journal::session;
namespace hub = syncing::hub;
namespace room = syncing::room;
namespace wire = syncing::wire;

enum class Lie { None, Repeats, Reorders, Drops, Forges };

/// The real hub, with somebody in it who edits what it answers.
class LyingHub {
 public:
  LyingHub(const std::filesystem::path& folder, const journal::Clock& clock,
           journal::Random& random) {
    app::hub::Config config;
    config.folder = folder;
    config.passphraseFile = folder / "passphrase";
    config.publicHost = "liar";
    std::filesystem::create_directories(folder);
    EXPECT_TRUE(journal::replaceFileAtomically(config.passphraseFile, "a hub that lies\n").ok());
    auto made = app::hub::makeHub(config, "Liar", clock, random);
    EXPECT_TRUE(made.ok());
    open_ = std::move(made->hub);
    auto rooms = hub::Rooms::open(*open_.database, open_.core->service(), clock, random);
    EXPECT_TRUE(rooms.ok());
    rooms_ = std::move(*rooms);
    desk_ = std::make_unique<hub::Desk>(*open_.core, hub::DeskLimits{}, rooms_.get());
    hub::ServerOptions options;
    options.address = "127.0.0.1";
    options.certificate = app::hub::certificateFor(config).value();
    pin_ = hub::pinOf(options.certificate.chain).value();
    hub::Behind behind;
    behind.handle = [this](const hub::Request& request) { return bent(desk_->handle(request)); };
    behind.beat = [this] {
      EXPECT_TRUE(rooms_->tick().ok());
      return rooms_->takeWoken();
    };
    auto started = hub::HubServer::start(options, writer_, figures_, behind, steadyNow);
    EXPECT_TRUE(started.ok());
    server_ = std::move(*started);
  }
  std::uint16_t port() const { return server_->port(); }
  const wire::Digest& pin() const { return pin_; }
  journal::Result<Member> openRoom(const wire::RoomOpening& opening) {
    std::promise<journal::Result<Member>> made;
    EXPECT_TRUE(writer_.post([&] { made.set_value(rooms_->openRoom({}, opening)); }));
    return made.get_future().get();
  }

  std::atomic<Lie> lie = Lie::None;
  std::atomic<int> lies = 0;  ///< answers that were not what the hub had said

 private:
  hub::Response bent(hub::Response answer) {
    if (lie == Lie::None || answer.route != "room-log" || answer.status != 200 || answer.wait)
      return answer;
    auto log = wire::readLogAnswer(answer.body);
    if (!log.ok()) return answer;
    bend(log->events);
    answer.body = wire::toJson(*log);
    return answer;
  }
  void bend(std::vector<Event>& events) {
    if (events.empty()) return;
    ++lies;
    const std::vector<Event> said = events;
    switch (lie.load()) {
      case Lie::Repeats:
        events.insert(events.end(), said.begin(), said.end());
        break;
      case Lie::Reorders:
        std::reverse(events.begin(), events.end());
        break;
      case Lie::Drops:
        events.erase(events.begin());
        break;
      case Lie::Forges:
        events.front().number = 1;
        events.front().id = EventId::random(random_);
        break;
      case Lie::None:
        break;
    }
  }

  journal::crypto::SystemRandom random_;
  app::hub::OpenHub open_;
  std::unique_ptr<hub::Rooms> rooms_;
  std::unique_ptr<hub::Desk> desk_;
  hub::Figures figures_;
  hub::Writer writer_{1024};
  wire::Digest pin_{};
  std::unique_ptr<hub::HubServer> server_;
};

struct LyingRoom : ::testing::Test {
  void SetUp() override {
    wire::RoomOpening opening;
    opening.room = key.room();
    opening.plan.naming = Naming::Named;
    for (const RoundKind kind : {RoundKind::SilentWriting, RoundKind::Reveal, RoundKind::Close}) {
      RoundPlan round;
      round.kind = kind;
      round.length = std::chrono::minutes(5);
      opening.plan.rounds.push_back(round);
    }
    opening.plan.sealedWords = key.seal(
        room::kPlanWords, room::toJson(room::PlanWords{"Thursday", "", "", {}, {}, {}}), random);
    opening.facilitator.token = std::string(wire::kTokenBytes, 1);
    opening.facilitator.sealedName = key.seal(room::kName, room::nameJson("Gethin"), random);
    opening.facilitator.standing = Standing::Facilitator;
    const auto made = liar.openRoom(opening);
    ASSERT_TRUE(made.ok()) << made.error().detail;
    lead = join("Gethin", 1);
    ana = join("Ana", 2);
    ASSERT_TRUE(lead && ana);
    lead->act(eventOf(EventKind::Begun, 0));
    ASSERT_TRUE(news.until([&] { return ana->seen()->view.round == 0; }));
    lead->act(eventOf(EventKind::MovedTo, 1));
    ASSERT_TRUE(news.until([&] { return ana->seen()->view.round == 1; }));
    for (const char* words : {"First", "Second", "Third"}) share(*ana, words);
    ASSERT_TRUE(
        news.until([&] { return textsOf(*lead).size() == 3 && textsOf(*ana).size() == 3; }));
  }
  static void share(room::RoomClient& who, const char* words) {
    Event about;
    about.cardKind = CardKind::Moment;
    who.share(about, {words});
  }
  std::unique_ptr<room::RoomClient> join(const char* name, char of) {
    auto joined = room::RoomClient::join(
        {"127.0.0.1", liar.port(), liar.pin()}, code,
        {name, Standing::Participant, DeviceKind::Laptop, std::string(wire::kTokenBytes, of)},
        steadyNow, news.bell());
    if (!joined.ok()) ADD_FAILURE() << joined.error().detail << ": " << joined.error().advice;
    return joined.ok() ? std::move(*joined) : nullptr;
  }

  journal::TemporaryFolder folder;
  RealClock clock;
  journal::crypto::SystemRandom random;
  room::RoomCode code = room::RoomCode::parse("zebra fiddle amber drum").value();
  room::RoomKey key = room::RoomKey::of(code);
  News news;
  LyingHub liar{folder.path() / "hub", clock, random};
  std::unique_ptr<room::RoomClient> lead, ana;
  const std::set<std::string> all{"First", "Second", "Third"};
};

TEST_F(LyingRoom, WhatAHubSaysTwiceHappensOnce) {
  liar.lie = Lie::Repeats;
  const auto cat = join("Cat", 4);
  ASSERT_NE(cat, nullptr);
  EXPECT_EQ(textsOf(*cat), all);
  EXPECT_EQ(cat->seen()->view.cards.size(), 3U);
  share(*cat, "Fourth");
  EXPECT_TRUE(news.until([&] { return textsOf(*ana).count("Fourth") == 1; }));
  EXPECT_EQ(ana->seen()->view.cards.size(), 4U);
  EXPECT_GT(liar.lies, 1);
}

TEST_F(LyingRoom, WhatAHubSaysInAnotherOrderIsPutIntoOrder) {
  liar.lie = Lie::Reorders;
  const auto cat = join("Cat", 4);
  ASSERT_NE(cat, nullptr);
  EXPECT_EQ(textsOf(*cat), all);
  EXPECT_EQ(cat->seen()->view.round, 1);
  EXPECT_GT(liar.lies, 0);
}

TEST_F(LyingRoom, WhatAHubLeavesOutIsAskedForAgainUntilItSaysIt) {
  liar.lie = Lie::Drops;
  const auto cat = join("Cat", 4);
  ASSERT_NE(cat, nullptr);
  ASSERT_TRUE(news.until([&] { return liar.lies >= 3; }));
  EXPECT_EQ(cat->seen()->connection, room::Connection::Reconnecting);
  EXPECT_TRUE(textsOf(*cat).empty()) << "something was shown without what came before it";
  liar.lie = Lie::None;
  EXPECT_TRUE(news.until([&] { return textsOf(*cat) == all; }));
  EXPECT_EQ(cat->seen()->connection, room::Connection::Here);
}

TEST_F(LyingRoom, AHubThatTellsAnotherPastIsLeftAndNoWordIsLost) {
  liar.lie = Lie::Forges;
  share(*lead, "After which the hub forges");
  ASSERT_TRUE(news.until([&] { return ana->seen()->connection == room::Connection::Gone; }));
  EXPECT_EQ(textsOf(*ana), all) << "what was true before stands as it was";
  EXPECT_NE(ana->seen()->goneBecause.find("still here"), std::string::npos);
}

}  // namespace
}  // namespace app::circle
