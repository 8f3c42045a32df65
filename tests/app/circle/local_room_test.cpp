// A session on a facilitator's laptop, over TLS on loopback: the hub's own code in this program,
// and clients as they are in the window.
#include <gtest/gtest.h>

#include <condition_variable>
#include <filesystem>
#include <fstream>
#include <mutex>

#include "app/circle/local_hub.h"
#include "journal/crypto/system_random.h"
#include "sync/room/room_client.h"
#include "tests/journal/vault/temporary_folder.h"

namespace app::circle {
namespace {

using namespace journal::session;
namespace room = syncing::room;
namespace wire = syncing::wire;

constexpr std::chrono::seconds kPatience{60};

class RealClock final : public journal::Clock {
 public:
  journal::UtcTime now() const override {
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
  }
  std::chrono::minutes utcOffset(journal::UtcTime) const override {
    return std::chrono::minutes(0);
  }
};

std::int64_t steadyMs() {
  return std::chrono::duration_cast<std::chrono::milliseconds>(
             std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

Plan planOf(Naming naming) {
  Plan plan;
  plan.naming = naming;
  for (const RoundKind kind : {RoundKind::SilentWriting, RoundKind::Reveal, RoundKind::Themes,
                               RoundKind::Votes, RoundKind::Close}) {
    RoundPlan round;
    round.kind = kind;
    round.length = std::chrono::minutes(5);
    if (kind == RoundKind::Votes) round.dots = 3;
    plan.rounds.push_back(round);
  }
  return plan;
}

/// Wakes whoever waits whenever any client has something new.
class News {
 public:
  std::function<void()> bell() {
    return [this] {
      const std::lock_guard lock(mutex_);
      ++rung_;
      changed_.notify_all();
    };
  }
  /// Until `holds`, or the test's patience ends.
  ::testing::AssertionResult until(const std::function<bool()>& holds) {
    const auto end = std::chrono::steady_clock::now() + kPatience;
    while (!holds()) {
      std::unique_lock lock(mutex_);
      const auto before = rung_;
      if (!changed_.wait_until(lock, end, [&] { return rung_ != before; }))
        return holds() ? ::testing::AssertionSuccess() : ::testing::AssertionFailure();
    }
    return ::testing::AssertionSuccess();
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  int rung_ = 0;
};

struct LocalRoom : ::testing::Test {
  void start() {
    auto started = LocalHub::start(folder.path() / "rooms", {}, clock, random);
    ASSERT_TRUE(started.ok()) << started.error().detail;
    hub = std::move(*started);
  }
  void open(Naming naming) {
    start();
    wire::RoomOpening opening;
    opening.room = key.room();
    opening.plan = planOf(naming);
    opening.plan.sealedWords = key.seal(
        room::kPlanWords, room::toJson(room::PlanWords{"Thursday", "", "", {}, {}, {}}), random);
    opening.facilitator.token = token(1);
    opening.facilitator.sealedName = key.seal(room::kName, room::nameJson("Gethin"), random);
    opening.facilitator.standing = Standing::Facilitator;
    const auto made = hub->openRoom(opening);
    ASSERT_TRUE(made.ok()) << made.error().detail;
    lead = join("Gethin", 1, Standing::Facilitator);
    ana = join("Ana", 2);
    ben = join("Ben", 3);
    ASSERT_TRUE(lead && ana && ben);
  }
  static std::string token(char of) { return std::string(wire::kTokenBytes, of); }
  std::unique_ptr<room::RoomClient> join(const char* name, char of,
                                         Standing standing = Standing::Participant) {
    auto joined = room::RoomClient::join({"127.0.0.1", hub->port(), hub->pin()}, code,
                                         {name, standing, DeviceKind::Laptop, token(of)}, steadyMs,
                                         news.bell());
    if (!joined.ok()) ADD_FAILURE() << joined.error().detail << ": " << joined.error().advice;
    return joined.ok() ? std::move(*joined) : nullptr;
  }
  static Event kindOf(EventKind kind, int round = -1) {
    Event event;
    event.kind = kind;
    event.round = static_cast<std::int16_t>(round);
    return event;
  }
  void moveTo(int round) {
    lead->act(round == 0 ? kindOf(EventKind::Begun) : kindOf(EventKind::MovedTo, round));
    ASSERT_TRUE(news.until([&] {
      for (const auto* one : {&lead, &ana, &ben}) {
        if ((*one)->seen()->view.round != round) return false;
      }
      return true;
    })) << "not everybody came to round "
        << round;
  }
  static std::set<std::string> textsOf(const room::RoomClient& client) {
    const auto seen = client.seen();
    std::set<std::string> texts;
    for (const SeenCard& card : seen->view.cards) texts.insert(seen->cards.at(card.id).text);
    return texts;
  }

  journal::TemporaryFolder folder;
  RealClock clock;
  journal::crypto::SystemRandom random;
  room::RoomCode code = room::RoomCode::parse("zebra fiddle amber drum").value();
  room::RoomKey key = room::RoomKey::of(code);
  News news;
  std::unique_ptr<LocalHub> hub;
  std::unique_ptr<room::RoomClient> lead, ana, ben;
};

TEST_F(LocalRoom, WhatOneSharesEverybodySeesAndItsAuthorTakesItBack) {
  open(Naming::Named);
  moveTo(0);
  moveTo(1);
  Event about;
  about.cardKind = CardKind::Moment;
  const CardId card = ana->share(about, {"They chose “the third” 🎺", {{"P", "Own choices"}}});
  ASSERT_TRUE(news.until([&] {
    return textsOf(*ben).count("They chose “the third” 🎺") == 1 && textsOf(*ana).size() == 1;
  }));
  EXPECT_EQ(ben->seen()->names.at(2), "Ana");
  EXPECT_EQ(ben->seen()->cards.at(card).tags.size(), 1U);
  EXPECT_TRUE(ana->seen()->mine.count(card) == 1 && ben->seen()->mine.empty());
  ana->withdraw(card);
  EXPECT_TRUE(news.until([&] { return textsOf(*ben).empty() && textsOf(*lead).empty(); }));
}

TEST_F(LocalRoom, WordsWithoutNamesComeOutTogetherAndAreStillTheirAuthorsToTakeBack) {
  open(Naming::Anonymous);
  moveTo(0);
  moveTo(1);
  lead->handIn(1, {});
  ana->handIn(1, {{"I counted to ten"}, {"The TA stayed"}});
  ben->handIn(1, {{"Moved to the hall"}});
  ASSERT_TRUE(news.until([&] {
    const auto people = lead->seen()->view.people;
    return std::all_of(people.begin(), people.end(), [](const auto& one) { return one.handedIn; });
  }));
  EXPECT_TRUE(textsOf(*lead).empty());
  lead->act(kindOf(EventKind::BoxOpened));
  const std::set<std::string> all{"I counted to ten", "The TA stayed", "Moved to the hall"};
  ASSERT_TRUE(news.until(
      [&] { return textsOf(*ben) == all && textsOf(*lead) == all && textsOf(*ana) == all; }));
  const auto mine = ana->seen()->mine;
  ASSERT_EQ(mine.size(), 2U);
  ana->withdraw(*mine.begin());
  EXPECT_TRUE(news.until([&] { return textsOf(*ben).size() == 2; }));
}

TEST_F(LocalRoom, TheFacilitatorsLaptopIsStartedAgainAndNothingIsLost) {
  open(Naming::Named);
  moveTo(0);
  moveTo(1);
  Event about;
  about.cardKind = CardKind::Moment;
  ana->share(about, {"Before"});
  ASSERT_TRUE(news.until([&] { return textsOf(*ben).size() == 1; }));
  const std::uint16_t port = hub->port();
  lead.reset();
  hub.reset();
  ben->share(about, {"While it was down"});
  start();
  ASSERT_EQ(hub->port(), port) << "the port was taken meanwhile";
  lead = join("Gethin", 1, Standing::Facilitator);
  ASSERT_NE(lead, nullptr);
  EXPECT_TRUE(news.until([&] { return textsOf(*ana).size() == 2 && textsOf(*lead).size() == 2; }));
  EXPECT_EQ(lead->self(), 1);
  EXPECT_TRUE(ben->takeRefused().empty());
}

TEST_F(LocalRoom, WordsForARoundThatIsOverComeBackToWhoeverWroteThem) {
  open(Naming::Named);
  moveTo(0);
  moveTo(1);
  moveTo(2);
  Event about = kindOf(EventKind::Shared, 1);
  about.cardKind = CardKind::Moment;
  ana->share(about, {"Too late for the reveal"});
  std::vector<room::Refused> refused;
  ASSERT_TRUE(news.until([&] {
    for (auto& one : ana->takeRefused()) refused.push_back(std::move(one));
    return !refused.empty();
  }));
  EXPECT_EQ(refused[0].words, "Too late for the reveal");
  EXPECT_NE(refused[0].sentence.find("still here"), std::string::npos);
}

TEST_F(LocalRoom, NothingThatWasWrittenIsInTheLaptopsStore) {
  open(Naming::Named);
  moveTo(0);
  moveTo(1);
  Event about;
  about.cardKind = CardKind::Moment;
  ana->share(about, {"Marimbaphone-planted-word"});
  ASSERT_TRUE(news.until([&] { return textsOf(*ben).size() == 1; }));
  std::size_t files = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder.path())) {
    if (!entry.is_regular_file()) continue;
    std::ifstream file(entry.path(), std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(file)), {});
    for (const char* planted : {"Marimbaphone", "Gethin", "Thursday", "zebra", "fiddle"})
      EXPECT_EQ(bytes.find(planted), std::string::npos) << entry.path().filename() << planted;
    ++files;
  }
  EXPECT_GT(files, 3U);
}

/// A stop that comes between two steps of an exchange used to be lost: then the window waited for
/// the hub's next word, up to twenty seconds. A minute is this test's limit.
TEST_F(LocalRoom, AClientEndsAtOnceWhateverItWaitsFor) {
  open(Naming::Named);
  moveTo(0);
  for (char of = 10; of < 60; ++of) {
    auto one = join("Cat", of);
    ASSERT_NE(one, nullptr);
    if (of % 2 == 0) one->act(kindOf(EventKind::Agreed));
  }
  EXPECT_TRUE(news.until([&] { return lead->seen()->view.people.size() == 53; }));
}

TEST_F(LocalRoom, OtherWordsOpenNoRoom) {
  open(Naming::Named);
  const auto other =
      room::RoomClient::join({"127.0.0.1", hub->port(), hub->pin()},
                             room::RoomCode::parse("zebra fiddle amber acid").value(),
                             {"Eve", Standing::Guest, DeviceKind::Laptop, token(9)}, steadyMs);
  ASSERT_FALSE(other.ok());
  EXPECT_EQ(other.error().code, journal::ErrorCode::NotFound);
  EXPECT_FALSE(other.error().advice.empty());
}

}  // namespace
}  // namespace app::circle
