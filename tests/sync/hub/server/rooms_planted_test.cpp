// A whole session through the hub over TLS, and none of its words anywhere at the hub: not in its
// store's files, its figures or what it answers to others.
#include <filesystem>
#include <fstream>
#include <sstream>

#include "journal/crypto/hash.h"
#include "tests/support/postgres_server.h"
#include "tests/sync/hub/server/room_caller.h"

namespace syncing::hub::test {
namespace {

using session::CardKind;
using session::Event;
using session::EventKind;
using session::Naming;
using session::RoundKind;

/// In the place of a seal: bytes from which the words cannot be read without the key.
std::string standInSeal(const std::string& words) {
  std::string out;
  for (std::size_t at = 0; at < words.size(); at += 32) {
    const auto key =
        journal::crypto::sha256(journal::crypto::bytesOf("a key" + std::to_string(at)));
    for (std::size_t i = 0; i < 32 && at + i < words.size(); ++i)
      out += static_cast<char>(words[at + i] ^ static_cast<char>(key[i]));
  }
  return out;
}

const std::vector<std::string> kPlanted{
    "Wednesday brass at Eastby",        "Ottoline Featherstonehaugh", "Bartholomew Quillfeather",
    "he would not take the mouthpiece", "what did the silence do",    "two bars of rest on purpose",
    "planted-room-token-of-Ada"};

std::string bytesUnder(const std::filesystem::path& folder) {
  std::string all;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream in(entry.path(), std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    all += text.str();
  }
  return all;
}

void expectNowhere(const std::string& bytes, const char* where) {
  EXPECT_FALSE(bytes.empty()) << where;
  for (const std::string& words : kPlanted) {
    EXPECT_EQ(bytes.find(words), std::string::npos) << words << " is in " << where;
    EXPECT_EQ(bytes.find(journal::toHex(journal::crypto::bytesOf(words))), std::string::npos)
        << words << " is in " << where << ", in hex";
  }
}

/// From the lobby to the end, with words of every kind.
class PlantedSession {
 public:
  PlantedSession(TestServer& hub, Naming naming) : naming_(naming), at_(hub, plan()) {
    at_.room = RoomId::fromBytes({static_cast<std::uint8_t>(naming), 7});
    wire::Joining ada = joining(kPlanted[6]);
    ada.sealedName = standInSeal(kPlanted[1]);
    at_.onTheStore([&] { EXPECT_OK(hub.rooms->openRoom({}, {at_.room, plan(), ada})); });
    people_.emplace_back(hub.channel(), at_.room).become(1, ada.token);
    for (const char* name : {"Ben", "Cas", "Dee"}) {
      wire::Joining in = joining(name);
      in.sealedName = standInSeal(kPlanted[2] + name);
      people_.emplace_back(hub.channel(), at_.room);
      const auto member = people_.back().join(in);
      EXPECT_OK(member);
      people_.back().become(*member, in.token);
    }
  }

  void run() {
    does(0, EventKind::Begun, -1);
    reveal();
    does(0, EventKind::MovedTo, 1);
    shares(2, 1, CardKind::Question, kPlanted[4]);
    does(0, EventKind::MovedTo, 2);
    shares(3, 2, CardKind::Learning, kPlanted[5]);
    does(0, EventKind::Finished, -1);
    const auto log = people_[3].log(0, 0);
    ASSERT_TRUE(log.ok());
    EXPECT_EQ(log->events.back().kind, EventKind::Finished);
    EXPECT_EQ(log->events.size(), naming_ == Naming::Named ? 14U : 15U);
  }

 private:
  session::Plan plan() const {
    session::Plan made = roomPlan({RoundKind::Reveal, RoundKind::Talk, RoundKind::Close}, naming_);
    made.sealedWords = standInSeal(kPlanted[0]);
    return made;
  }
  void does(std::size_t who, EventKind kind, int round, Event event = {}) {
    event.id = session::EventId::random(at_.random);
    event.kind = kind;
    event.round = static_cast<std::int16_t>(round);
    EXPECT_OK(people_[who].send(event));
  }
  void shares(std::size_t who, int round, CardKind kind, const std::string& words) {
    Event card;
    card.card = session::CardId::random(at_.random);
    card.cardKind = kind;
    card.sealed = standInSeal(words);
    does(who, EventKind::Shared, round, card);
  }
  void reveal() {
    for (std::size_t who = 0; who < people_.size(); ++who) {
      if (naming_ == Naming::Named) {
        shares(who, 0, CardKind::Moment, kPlanted[3]);
        continue;
      }
      Event box;
      for (int i = 0; i < 3; ++i)
        box.slots.push_back(slotFor(session::CardId::random(at_.random), standInSeal(kPlanted[3])));
      does(who, EventKind::HandedIn, 0, box);
    }
    if (naming_ == Naming::Anonymous) does(0, EventKind::BoxOpened, 0);
  }

  Naming naming_;
  ServedRoom at_;
  std::vector<room::RoomLink> people_;
};

TEST(RoomsPlanted, NoWordOfASessionIsInTheStoreOrTheFiguresOfAHub) {
  const auto folder = std::filesystem::temp_directory_path() / "afternote-planted-test";
  std::filesystem::remove_all(folder);
  auto made = storage::Database::create(folder, storage::Passphrase("a long enough passphrase"),
                                        storage::KdfPreset::Fast);
  ASSERT_TRUE(made.ok());
  {
    TestServer hub(ServerOptions{}, std::move(made->database));
    PlantedSession(hub, Naming::Named).run();
    PlantedSession(hub, Naming::Anonymous).run();
    expectNowhere(hub.channel()->exchange({"GET", "/metrics", "", ""})->body, "the figures");
    expectNowhere(bytesUnder(folder), "the store's files");
  }
  expectNowhere(bytesUnder(folder), "the store's files after the end");
  std::filesystem::remove_all(folder);
}

TEST(RoomsPlanted, NorInThoseOfPostgresqlWhichNothingElseSeals) {
  auto& server = tests::PostgresServer::instance();
  auto database = storage::Database::connect(server.freshSchema());
  ASSERT_TRUE(database.ok());
  {
    TestServer hub(ServerOptions{}, std::move(*database));
    PlantedSession(hub, Naming::Named).run();
    PlantedSession(hub, Naming::Anonymous).run();
  }
  const std::string bytes = bytesUnder(server.filesOnDisk());
  EXPECT_NE(bytes.find("\"kind\":\"shared\""), std::string::npos) << "the log is there to be read";
  expectNowhere(bytes, "PostgreSQL's files");
}

}  // namespace
}  // namespace syncing::hub::test
