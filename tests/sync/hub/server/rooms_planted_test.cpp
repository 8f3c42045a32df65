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
void runSession(TestServer& hub, Naming naming) {
  session::Plan plan = roomPlan({RoundKind::Reveal, RoundKind::Talk, RoundKind::Close}, naming);
  plan.sealedWords = standInSeal(kPlanted[0]);
  const RoomId room = RoomId::fromBytes({std::uint8_t(naming), 7});
  std::vector<room::RoomLink> people;
  const char* names[] = {"Ada", "Ben", "Cas", "Dee"};
  ServedRoom at(hub, plan);
  at.room = room;
  wire::Joining first = joining(kPlanted[6]);
  first.sealedName = standInSeal(kPlanted[1]);
  at.onTheStore([&] { EXPECT_OK(hub.rooms->openRoom({}, {room, plan, first})); });
  people.emplace_back(hub.channel(), room).become(1, first.token);
  for (int i = 1; i < 4; ++i) {
    people.emplace_back(hub.channel(), room);
    wire::Joining in = joining(names[i]);
    in.sealedName = standInSeal(kPlanted[2] + names[i]);
    const auto member = people.back().join(in);
    ASSERT_TRUE(member.ok());
    people.back().become(*member, in.token);
  }
  const auto does = [&](std::size_t who, Event event) {
    event.id = session::EventId::random(at.random);
    EXPECT_OK(people[who].send(event));
  };
  const auto on = [](EventKind kind, int round) {
    Event event = inRound(round);
    event.kind = kind;
    return event;
  };
  does(0, on(EventKind::Begun, -1));
  for (std::size_t who = 0; who < 4; ++who) {
    if (naming == Naming::Named) {
      Event moment = on(EventKind::Shared, 0);
      moment.card = session::CardId::random(at.random);
      moment.cardKind = CardKind::Moment;
      moment.sealed = standInSeal(kPlanted[3]);
      does(who, moment);
      continue;
    }
    Event box = on(EventKind::HandedIn, 0);
    for (int i = 0; i < 3; ++i)
      box.slots.push_back(slotFor(session::CardId::random(at.random), standInSeal(kPlanted[3])));
    does(who, box);
  }
  if (naming == Naming::Anonymous) does(0, on(EventKind::BoxOpened, 0));
  does(0, on(EventKind::MovedTo, 1));
  Event question = on(EventKind::Shared, 1);
  question.card = session::CardId::random(at.random);
  question.cardKind = CardKind::Question;
  question.sealed = standInSeal(kPlanted[4]);
  does(2, question);
  does(0, on(EventKind::MovedTo, 2));
  Event learning = question;
  learning.round = 2;
  learning.card = session::CardId::random(at.random);
  learning.cardKind = CardKind::Learning;
  learning.sealed = standInSeal(kPlanted[5]);
  does(3, learning);
  does(0, on(EventKind::Finished, -1));
  const auto log = people[3].log(0, 0);
  ASSERT_TRUE(log.ok());
  EXPECT_EQ(log->events.back().kind, EventKind::Finished);
  EXPECT_EQ(log->events.size(), naming == Naming::Named ? 14U : 15U);
}

TEST(RoomsPlanted, NoWordOfASessionIsInTheStoreOrTheFiguresOfAHub) {
  const auto folder = std::filesystem::temp_directory_path() / "afternote-planted-test";
  std::filesystem::remove_all(folder);
  auto made = storage::Database::create(folder, storage::Passphrase("a long enough passphrase"),
                                        storage::KdfPreset::Fast);
  ASSERT_TRUE(made.ok());
  {
    TestServer hub(ServerOptions{}, std::move(made->database));
    runSession(hub, Naming::Named);
    runSession(hub, Naming::Anonymous);
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
    runSession(hub, Naming::Named);
    runSession(hub, Naming::Anonymous);
  }
  const std::string bytes = bytesUnder(server.filesOnDisk());
  EXPECT_NE(bytes.find("\"kind\":\"shared\""), std::string::npos) << "the log is there to be read";
  expectNowhere(bytes, "PostgreSQL's files");
}

}  // namespace
}  // namespace syncing::hub::test
