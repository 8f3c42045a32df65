// A session on a facilitator's laptop, over TLS on loopback: the hub's own code in this program,
// and clients as they are in the window.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "app/circle/local_hub.h"
#include "journal/crypto/system_random.h"
#include "sync/room/room_client.h"
#include "tests/app/circle/room_support.h"
#include "tests/journal/vault/temporary_folder.h"

namespace app::circle {
namespace {

using namespace journal::session;
namespace room = syncing::room;
namespace wire = syncing::wire;

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
                                         {name, standing, DeviceKind::Laptop, token(of)}, steadyNow,
                                         news.bell());
    if (!joined.ok()) ADD_FAILURE() << joined.error().detail << ": " << joined.error().advice;
    return joined.ok() ? std::move(*joined) : nullptr;
  }
  void moveTo(int round) {
    lead->act(round == 0 ? eventOf(EventKind::Begun) : eventOf(EventKind::MovedTo, round));
    ASSERT_TRUE(news.until([&] {
      for (const auto* one : {&lead, &ana, &ben}) {
        if ((*one)->seen()->view.round != round) return false;
      }
      return true;
    })) << "not everybody came to round "
        << round;
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
  lead->act(eventOf(EventKind::BoxOpened));
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
  Event about = eventOf(EventKind::Shared, 1);
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
    if (of % 2 == 0) one->act(eventOf(EventKind::Agreed));
  }
  EXPECT_TRUE(news.until([&] { return lead->seen()->view.people.size() == 53; }));
}

TEST_F(LocalRoom, OtherWordsOpenNoRoom) {
  open(Naming::Named);
  const auto other =
      room::RoomClient::join({"127.0.0.1", hub->port(), hub->pin()},
                             room::RoomCode::parse("zebra fiddle amber acid").value(),
                             {"Eve", Standing::Guest, DeviceKind::Laptop, token(9)}, steadyNow);
  ASSERT_FALSE(other.ok());
  EXPECT_EQ(other.error().code, journal::ErrorCode::NotFound);
  EXPECT_FALSE(other.error().advice.empty());
}

}  // namespace
}  // namespace app::circle
