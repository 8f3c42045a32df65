// Sessions of groups at a real hub, by the window's own client: none of their words, names, titles,
// prompts and codes is at the hub, in its files, its log, its memory or on the way to it. What a
// client would send unsealed is found in its memory and in PostgreSQL's files, so the search works.
#include <gtest/gtest.h>
#include <unistd.h>

#include <condition_variable>
#include <mutex>

#include "journal/crypto/hash.h"
#include "sync/room/room_client.h"
#include "sync/wire/base64url.h"
#include "sync/wire/request_auth.h"
#include "tests/app/hub/hub_caller.h"
#include "tests/scenario/crowd/what_is_there.h"
#include "tests/support/forwarding_proxy.h"
#include "tests/support/postgres_server.h"

namespace crowd {
namespace {

using app::hub::test::HubCaller;
using app::hub::test::HubFolder;
using app::hub::test::HubProcess;
using app::hub::test::Outcome;
using app::hub::test::runHub;
namespace room = syncing::room;
namespace session = journal::session;
namespace wire = syncing::wire;
using session::EventKind;

std::int64_t steadyNow() {
  return std::chrono::duration_cast<std::chrono::milliseconds>(
             std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

class PlantedRooms : public testing::TestWithParam<const char*>, public HubCaller {
 protected:
  bool isSqlite() const { return std::string(GetParam()) == "Sqlite"; }

  session::Plan planFor(session::Naming naming) const {
    session::Plan plan;
    plan.naming = naming;
    for (const auto kind : {session::RoundKind::Reveal, session::RoundKind::Talk,
                            session::RoundKind::Votes, session::RoundKind::Close}) {
      session::RoundPlan round;
      round.kind = kind;
      round.length = std::chrono::minutes(5);
      if (kind == session::RoundKind::Votes) round.dots = 3;
      plan.rounds.push_back(round);
    }
    return plan;
  }
  /// A facilitator's device says so to the hub, signed.
  void open(std::uint16_t port, const room::RoomCode& code, session::Naming naming) {
    const auto key = room::RoomKey::of(code);
    wire::RoomOpening opening{key.room(), planFor(naming), {}};
    room::PlanWords words{needles[0], "", "", {}, {}, {}};
    words.rounds.push_back({"Reveal", {needles[1]}, ""});
    words.contacts.push_back({"DSL", needles[2], needles[3]});
    opening.plan.sealedWords = key.seal(room::kPlanWords, room::toJson(words), random);
    opening.facilitator = {token(0), key.seal(room::kName, room::nameJson(needles[4]), random),
                           session::Standing::Facilitator, session::DeviceKind::Laptop};
    const std::string body = wire::toJson(opening);
    wire::RequestAuth auth{laptop.id, service, clock.now().time_since_epoch().count(), {}, {}};
    random.fill(auth.nonce);
    const auto digest = journal::crypto::hash(journal::crypto::bytesOf(body));
    auth.signature = laptop.signing().sign(
        journal::crypto::bytesOf(wire::signedPart("POST", "/rooms", digest, auth)));
    const auto opened = channelTo(port)->exchange({"POST", "/rooms", wire::encodeAuth(auth), body});
    ASSERT_TRUE(opened.ok() && opened->status == 200);
  }
  static std::string token(std::size_t who) {
    std::string token = "planted token of " + std::to_string(who);
    token.resize(wire::kTokenBytes, '-');
    return token;
  }
  std::unique_ptr<room::RoomClient> join(std::uint16_t port, const room::RoomCode& code,
                                         std::size_t who) {
    auto joined = room::RoomClient::join(
        {"127.0.0.1", port, {}}, code,
        {needles[4 + who], session::Standing::Participant, session::DeviceKind::Laptop, token(who)},
        steadyNow, [this] {
          const std::lock_guard lock(mutex);
          ++rung;
          changed.notify_all();
        });
    EXPECT_TRUE(joined.ok());
    return joined.ok() ? std::move(*joined) : nullptr;
  }
  ::testing::AssertionResult until(const std::function<bool()>& holds) {
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(60);
    while (true) {
      std::uint64_t before = 0;
      {
        const std::lock_guard lock(mutex);
        before = rung;
      }
      if (holds()) return ::testing::AssertionSuccess();
      std::unique_lock lock(mutex);
      if (!changed.wait_until(lock, end, [&] { return rung != before; }))
        return ::testing::AssertionFailure() << "never";
    }
  }
  static session::Event event(EventKind kind, int round = -1) {
    session::Event made;
    made.kind = kind;
    made.round = static_cast<std::int16_t>(round);
    return made;
  }

  /// From the lobby to the end, with words of every kind.
  void hold(std::uint16_t port, const char* fourWords, session::Naming naming) {
    const auto code = room::RoomCode::parse(fourWords).value();
    open(port, code, naming);
    std::vector<std::unique_ptr<room::RoomClient>> all;
    for (std::size_t who = 0; who < 3; ++who) all.push_back(join(port, code, who));
    const auto everybody = [&](const std::function<bool(const room::RoomSeen&)>& holds) {
      return until([&] {
        return std::all_of(all.begin(), all.end(),
                           [&](const auto& one) { return holds(*one->seen()); });
      });
    };
    const auto go = [&](int round) {
      all[0]->act(round == 0 ? event(EventKind::Begun) : event(EventKind::MovedTo, round));
      ASSERT_TRUE(everybody([&](const auto& seen) { return seen.view.round == round; }));
    };
    go(0);
    reveal(all, naming);
    ASSERT_TRUE(everybody([](const auto& seen) { return seen.cards.size() == 3; }));
    go(1);
    session::Event question = event(EventKind::Shared);
    question.cardKind = session::CardKind::Pattern;
    const auto card = all[1]->share(question, {needles[8]});
    ASSERT_TRUE(everybody([&](const auto& seen) { return seen.cards.count(card) == 1; }));
    go(2);
    for (const auto& one : all) one->vote(2, {{{card, 2}}});
    ASSERT_TRUE(until([&] { return all[2]->seen()->waiting == 0; }));
    all[0]->act(event(EventKind::Finished));
    ASSERT_TRUE(
        everybody([](const auto& seen) { return seen.view.phase == session::Phase::Finished; }));
    EXPECT_TRUE(isIn(memoryOf(getpid()), needles[8]));
  }
  void reveal(std::vector<std::unique_ptr<room::RoomClient>>& all, session::Naming naming) {
    for (const auto& one : all) {
      session::Event moment = event(EventKind::Shared);
      moment.cardKind = session::CardKind::Moment;
      if (naming == session::Naming::Named) {
        one->share(moment, {needles[7], {{"P", needles[9]}}});
      } else {
        one->handIn(0, {{needles[7]}});
      }
    }
    if (naming == session::Naming::Named) return;
    ASSERT_TRUE(until([&] {
      const auto people = all[0]->seen()->view.people;
      return std::all_of(people.begin(), people.end(),
                         [](const auto& one) { return one.handedIn; });
    }));
    all[0]->act(event(EventKind::BoxOpened));
  }
  /// What a client that forgot to seal would send.
  void sendUnsealed(std::uint16_t port) {
    const auto code = room::RoomCode::parse("zebra fiddle amber acid").value();
    open(port, code, session::Naming::Named);
    room::RoomLink link(channelTo(port), room::RoomKey::of(code).room());
    link.become(1, token(0));
    session::Event begun = event(EventKind::Begun);
    begun.id = session::EventId::random(random);
    ASSERT_TRUE(link.send(begun).ok());
    session::Event card = event(EventKind::Shared, 0);
    card.id = session::EventId::random(random);
    card.card = session::CardId::random(random);
    card.sealed = control;
    ASSERT_TRUE(link.send(card).ok());
  }

  const std::vector<std::string> needles{"Wednesday brass at Quillwort",
                                         "What did the silence do to the marrowfat",
                                         "Philippa Zebrafinch",
                                         "01422 555 0199",
                                         "Ottoline Featherstone",
                                         "Bartholomew Quillfeather",
                                         "Marlowe Quince",
                                         "he would not take the mouthpiece",
                                         "two bars of rest on purpose",
                                         "Own choices of Eastby",
                                         "zebra-fiddle-amber-drum",
                                         "planted token of"};
  const std::string control = "Unsealed control sentence of a client that forgot.";
  HubFolder at{isSqlite() ? "" : tests::PostgresServer::instance().freshSchema(),
               "log_requests = yes\n"};
  tests::ForwardingProxy proxy;
  std::mutex mutex;
  std::condition_variable changed;
  std::uint64_t rung = 0;  // guarded by mutex
};
INSTANTIATE_TEST_SUITE_P(Backends, PlantedRooms, testing::Values("Sqlite", "Postgresql"),
                         [](const auto& one) { return std::string(one.param); });

TEST_P(PlantedRooms, AreNowhereAtTheHubOrOnTheWay) {
  init(at);
  HubProcess hub(at.config, {{"AFTERNOTE_TESTING_READABLE_MEMORY", "1"}});
  std::uint16_t way = 0;
  proxy.listen(tests::listenOnLoopback(way), 0);
  proxy.setTarget(hub.port());
  proxy.capture();
  const Outcome made = runHub({"invite", "--config", at.config.string(), "--role", "facilitator"});
  invitation = app::hub::test::invitationIn(made.out);
  enrolAndFound(way);
  hold(way, "zebra fiddle amber drum", session::Naming::Named);
  hold(way, "zebra fiddle amber kite", session::Naming::Anonymous);
  sendUnsealed(way);
  const std::string memory = memoryOf(hub.id());
  const std::string files =
      filesBelow(at.folder / "hub") +
      (isSqlite() ? "" : filesBelow(tests::PostgresServer::instance().filesOnDisk()));
  hub.stop();
  hub.waitFor("stopping");
  for (const std::string& words : needles) {
    EXPECT_FALSE(isIn(files, words)) << words;
    EXPECT_FALSE(isIn(hub.log(), words)) << words;
    EXPECT_FALSE(isIn(proxy.captured(), words)) << words;
    // It compares tokens, and keeps hashes of them: a request it has just read is still there.
    if (words == needles.back()) continue;
    EXPECT_FALSE(isIn(memory, words)) << words;
  }
  EXPECT_FALSE(isIn(hub.log(), control));
  EXPECT_FALSE(isIn(proxy.captured(), control));
  // The search finds what is there.
  EXPECT_GT(proxy.captured().size(), 2000U);
  EXPECT_NE(hub.log().find("\"route\":\"room-event\""), std::string::npos);
  const std::string sent = wire::toBase64url(control).substr(0, control.size());
  EXPECT_TRUE(isIn(memory, control) || isIn(memory, sent));
}

}  // namespace
}  // namespace crowd
