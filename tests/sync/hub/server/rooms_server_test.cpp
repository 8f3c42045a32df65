// Rooms over real sockets: screens that wait for news take no thread, hear of it at once, and end
// cleanly.
#include <future>
#include <list>
#include <thread>

#include "journal/crypto/hash.h"
#include "sync/wire/base64url.h"
#include "sync/wire/request_auth.h"
#include "tests/sync/hub/server/room_caller.h"

namespace syncing::hub::test {

std::string ServedRoom::authorization(session::Member member, const std::string& name) const {
  return "Room " + std::to_string(member) + "." + wire::toBase64url(joining(name).token);
}

namespace {

using journal::ErrorCode;
using session::Event;
using session::EventKind;
using session::RoundKind;
using namespace std::chrono_literals;

std::string get(const ServedRoom& at, const std::string& rest, const std::string& authorization) {
  return "GET " + at.path(rest) + " HTTP/1.1\r\nHost: h\r\nAuthorization: " + authorization +
         "\r\n\r\n";
}

class RoomServer : public testing::Test {
 protected:
  TestServer hub;
  ServedRoom at{hub, roomPlan({RoundKind::Talk, RoundKind::Close})};
};

TEST_F(RoomServer, WhoWaitsForNewsHasItWithTheNextEvent) {
  auto ben = at.come("Ben");
  auto ada = at.ada();
  auto news = std::async(std::launch::async, [&] { return ben.log(2, 25); });
  at.waitForWaits(1);
  EXPECT_EQ(*ada.send(at.event(EventKind::Begun)), 3U);
  const auto answer = news.get();
  ASSERT_TRUE(answer.ok());
  ASSERT_EQ(answer->events.size(), 1U);
  EXPECT_EQ(answer->events[0].kind, EventKind::Begun);
  EXPECT_EQ(hub.figures.newsAwaited, 0);
}

TEST_F(RoomServer, AViewWaitsTooAndShowsWhatItsPersonMaySee) {
  auto ben = at.come("Ben");
  auto ada = at.ada();
  const auto channel = hub.channel();
  auto news = std::async(std::launch::async, [&] {
    return channel->exchange(
        {"GET", at.path("/view?after=2&wait=25"), at.authorization(2, "Ben"), ""});
  });
  at.waitForWaits(1);
  EXPECT_OK(ada.send(at.event(EventKind::Begun)));
  const auto answer = news.get();
  ASSERT_TRUE(answer.ok());
  const auto view = wire::readViewAnswer(answer->body);
  ASSERT_TRUE(view.ok());
  EXPECT_EQ(view->number, 3U);
  EXPECT_EQ(view->view.you, 2);
  EXPECT_EQ(view->view.phase, session::Phase::Running);
}

TEST_F(RoomServer, WithoutNewsTheAnswerIsEmptyWhenTheTimeIsOver) {
  RoomLimits limits;
  limits.longestWait = 20ms;
  TestServer quick(ServerOptions{}, freshDatabase(Backend::Memory), limits);
  ServedRoom there(quick, roomPlan({RoundKind::Talk}));
  auto ben = there.come("Ben");
  const auto log = ben.log(2, 25);
  ASSERT_TRUE(log.ok());
  EXPECT_TRUE(log->events.empty());
  EXPECT_EQ(log->nowMs, quick.rooms->nowMs());
}

TEST_F(RoomServer, HundredsWhoWaitTakeNoThreadAndHearOfTheSameEvent) {
  ServerOptions options;
  options.limits.connectionsPerAddress = 1000;
  TestServer large(std::move(options));
  ServedRoom there(large, roomPlan({RoundKind::Talk}));
  auto ben = there.come("Ben");
  constexpr int kScreens = 200;
  std::list<RawTls> screens;
  for (int i = 0; i < kScreens; ++i) {
    screens.emplace_back(large.port());
    ASSERT_TRUE(
        screens.back().send(get(there, "/log?after=2&wait=25", there.authorization(2, "Ben"))));
  }
  there.waitForWaits(kScreens);
  EXPECT_LT(large.pingMs(), 50);
  EXPECT_OK(ben.send(there.event(EventKind::Agreed)));
  for (RawTls& screen : screens) EXPECT_EQ(screen.readSome().substr(0, 15), "HTTP/1.1 200 OK");
  there.waitForWaits(0);
}

TEST_F(RoomServer, WhoGoesWhileWaitingIsNotWaitedFor) {
  at.come("Ben");
  {
    RawTls phone(hub.port());
    phone.send(get(at, "/log?after=2&wait=25", at.authorization(2, "Ben")));
    at.waitForWaits(1);
  }
  at.waitForWaits(0);
  at.onTheStore([&] {
    auto channel = RoomAsker{at.room, 1, joining("Ada").token, ""};
    hub.world.clock.advance(14s);
    EXPECT_OK(hub.rooms->hasNewer(channel, 0));
    EXPECT_OK(hub.rooms->tick());
    EXPECT_FALSE(wire::readViewAnswer(*hub.rooms->view(channel))->view.people[1].away);
    hub.world.clock.advance(1s);
    EXPECT_OK(hub.rooms->tick());
    EXPECT_TRUE(wire::readViewAnswer(*hub.rooms->view(channel))->view.people[1].away);
  });
}

TEST_F(RoomServer, WhatIsAskedWhileOneQuestionWaitsIsAnsweredAfterIt) {
  auto ben = at.come("Ben");
  RawTls phone(hub.port());
  phone.send(get(at, "/log?after=2&wait=25", at.authorization(2, "Ben")));
  at.waitForWaits(1);
  phone.send("GET /v1/ping HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
  EXPECT_OK(ben.send(at.event(EventKind::Agreed)));
  const std::string answers = phone.readAll();
  EXPECT_NE(answers.find("\"kind\":\"agreed\""), std::string::npos);
  EXPECT_NE(answers.find("HTTP/1.1 200 OK", 20), std::string::npos);
}

TEST_F(RoomServer, AHubThatStopsLetsNobodyWait) {
  at.come("Ben");
  RawTls phone(hub.port());
  phone.send(get(at, "/log?after=2&wait=25", at.authorization(2, "Ben")));
  at.waitForWaits(1);
  const auto began = std::chrono::steady_clock::now();
  hub.server.reset();
  EXPECT_LT(std::chrono::steady_clock::now() - began, 4s);
  EXPECT_EQ(phone.readAll().substr(0, 12), "HTTP/1.1 503");
}

TEST_F(RoomServer, TimeWorksByItself) {
  auto ben = at.come("Ben");
  auto ada = at.ada();
  EXPECT_OK(ada.send(at.event(EventKind::Begun)));
  auto news = std::async(std::launch::async, [&] { return ben.log(3, 25); });
  at.waitForWaits(1);
  at.onTheStore([&] { hub.world.clock.advance(15s); });
  std::vector<Event> events = news.get()->events;
  for (auto more = ben.log(3 + events.size(), 0); events.size() < 2; more = ben.log(4, 0))
    events.insert(events.end(), more->events.begin(), more->events.end());
  EXPECT_EQ(events[0].kind, EventKind::Away);
  EXPECT_EQ(events[0].member, 1);
  EXPECT_EQ(events[1].kind, EventKind::Paused);
  EXPECT_EQ(events[1].cause, session::PauseCause::NoFacilitator);
}

TEST_F(RoomServer, ARoomIsOpenedByAFacilitatorsDeviceAndByNobodyElses) {
  const auto open = [&](Role role) {
    TestDevice device(at.random);
    at.onTheStore([&] { hub.world.enrol(device, role); });
    StillClock clock;
    const std::string body = wire::toJson(
        wire::RoomOpening{RoomId::random(at.random), roomPlan({RoundKind::Talk}), joining("Fay")});
    wire::RequestAuth auth{
        device.id, hub.world.hub->service(), clock.now().time_since_epoch().count(), {}, {}};
    at.random.fill(auth.nonce);
    const auto digest = journal::crypto::hash(journal::crypto::bytesOf(body));
    auth.signature = device.signing().sign(
        journal::crypto::bytesOf(wire::signedPart("POST", "/rooms", digest, auth)));
    return *hub.channel()->exchange({"POST", "/rooms", wire::encodeAuth(auth), body});
  };
  for (const Role role : {Role::Facilitator, Role::Manager, Role::ServiceAdmin})
    EXPECT_EQ(*wire::readMember(open(role).body), 1);
  for (const Role role : {Role::Tutor, Role::Auditor}) {
    const auto refused = open(role);
    EXPECT_EQ(refused.status, 403);
    EXPECT_EQ(wire::readSay(refused.body).substr(0, 17), "Only facilitators");
  }
  EXPECT_EQ(hub.channel()->exchange({"POST", "/rooms", "", "{}"})->status, 401);
}

}  // namespace
}  // namespace syncing::hub::test
