// What strangers may do to it: memory stays bounded and a ping is answered meanwhile
// (security.md 4.2).
#include <future>
#include <list>
#include <thread>

#include "sync/hub/server/head_check.h"
#include "tests/sync/hub/server/server_world.h"

namespace syncing::hub::test {
namespace {

// Sanitizers keep freed memory and slow everything; what they look for is something else.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr double kSanitized = 20;
#else
constexpr double kSanitized = 1;
#endif
constexpr double kMostPingMs = 50 * kSanitized;
constexpr double kMostGrowthMb = 24 * kSanitized;
// Both ends are in this process: some 200 KB for a connection's two.
constexpr double kMostFor200Mb = 80 * kSanitized;

int statusOf(const std::string& answer) {
  return answer.size() < 12 ? 0 : std::stoi(answer.substr(9, 3));
}

/// How many MB of `piece` the hub took before it closed; `mostMb` when it took them all.
double takenMb(const TestServer& hub, const std::string& begin, const std::string& piece,
               double mostMb) {
  RawTls connection(hub.port());
  double sent = 0;
  connection.send(begin);
  while (connection.send(piece)) {
    sent += static_cast<double>(piece.size()) / (1024 * 1024);
    if (sent > mostMb) return mostMb;
  }
  return sent;
}

TEST(Hostile, AnEndlessHeaderLineIsCutOffEarly) {
  TestServer hub;
  const double before = residentMb();
  const double taken = takenMb(hub, "GET /", std::string(16 * 1024, 'a'), 200);
  EXPECT_LT(taken, 8);
  EXPECT_LT(residentMb() - before, kMostGrowthMb);
  EXPECT_LT(hub.pingMs(), kMostPingMs);
}

TEST(Hostile, EndlessSmallFieldsAreCutOffEarly) {
  TestServer hub;
  const double before = residentMb();
  std::string fields;
  for (int i = 0; i < 500; ++i) fields += "X-" + std::to_string(i) + ": y\r\n";
  const double taken = takenMb(hub, "GET /v1/ping HTTP/1.1\r\n", fields, 100);
  EXPECT_LT(taken, 8);
  EXPECT_LT(residentMb() - before, kMostGrowthMb);
  EXPECT_LT(hub.pingMs(), kMostPingMs);
}

TEST(Hostile, AnEndlessChunkedBodyIsNotBegun) {
  TestServer hub;
  const double before = residentMb();
  const double taken =
      takenMb(hub, "PUT /v1/letters/a/0 HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n",
              "4000\r\n" + std::string(0x4000, 'x') + "\r\n", 200);
  EXPECT_LT(taken, 8);
  EXPECT_LT(residentMb() - before, kMostGrowthMb);
  EXPECT_LT(hub.pingMs(), kMostPingMs);
}

TEST(Hostile, ALargeBodyIsRefusedBeforeItIsSent) {
  TestServer hub;
  const std::string head = " HTTP/1.1\r\nHost: h\r\nContent-Length: ";
  const std::string vault(32, 'a');
  EXPECT_EQ(statusOf(hub.raw("POST /v1/vaults/" + vault + "/segments" + head + "8388609\r\n\r\n")),
            413);
  EXPECT_EQ(statusOf(hub.raw("GET /v1/ping" + head + "1\r\n\r\nx")), 413);
  EXPECT_EQ(statusOf(hub.raw("POST /v1/enrol" + head + "99999999999999999999\r\n\r\n")), 400);
  EXPECT_EQ(statusOf(hub.raw("POST /v1/enrol" + head + "-1\r\n\r\n")), 400);
}

TEST(Hostile, HundredsOfSlowConnectionsStopNobody) {
  ServerLimits limits;
  limits.connectionsPerAddress = 1000;
  TestServer hub(limits);
  const double before = residentMb();
  std::list<RawTls> slow;
  for (int i = 0; i < 200; ++i) {
    slow.emplace_back(hub.port());
    ASSERT_TRUE(slow.back().send("G"));
  }
  EXPECT_LT(hub.pingMs(), kMostPingMs);
  EXPECT_EQ(hub.figures.connections, 201);
  EXPECT_LT(residentMb() - before, kMostFor200Mb);
}

TEST(Hostile, OneAddressHasSoManyConnectionsAndTheHubSoManyInAll) {
  ServerLimits limits;
  limits.connectionsPerAddress = 5;
  TestServer hub(limits);
  std::list<RawTls> held;
  for (int i = 0; i < 5; ++i) held.emplace_back(hub.port());
  for (const RawTls& one : held) EXPECT_TRUE(one.connected());
  EXPECT_FALSE(RawTls(hub.port()).connected());
  EXPECT_EQ(hub.figures.connectionsRefused, 1);
  held.pop_front();
  while (hub.figures.connections > 4) std::this_thread::yield();
  EXPECT_TRUE(RawTls(hub.port()).connected());
}

TEST(Hostile, SlowHeadsSlowBodiesAndRestingConnectionsEnd) {
  ServerLimits limits;
  limits.headTime = std::chrono::milliseconds{60};
  limits.bodyGrace = std::chrono::milliseconds{60};
  limits.idleTime = std::chrono::milliseconds{60};
  TestServer hub(limits);
  for (const char* begin :
       {"", "GET /v1/pi", "POST /v1/enrol HTTP/1.1\r\nHost: h\r\nContent-Length: 100\r\n\r\nabc"}) {
    RawTls connection(hub.port());
    connection.send(begin);
    EXPECT_EQ(connection.readAll(), "") << begin;  // ends: else this would wait for ever
  }
  while (hub.figures.connections > 0) std::this_thread::yield();
}

TEST(Hostile, BodiesTogetherTakeNoMoreThanTheyMay) {
  ServerLimits limits;
  limits.bufferedBytes = 1024 * 1024;
  TestServer hub(limits);
  const std::string head = "POST /v1/vaults/" + std::string(32, 'a') +
                           "/segments HTTP/1.1\r\nHost: h\r\nContent-Length: 8000000\r\n\r\n";
  const double taken = takenMb(hub, head, std::string(64 * 1024, 'x'), 7.5);
  EXPECT_LT(taken, 7.5);
  EXPECT_LT(hub.pingMs(), kMostPingMs);
  while (hub.figures.bufferedBytes > 0) std::this_thread::yield();
}

TEST(Hostile, WhenTheStoreIsBehindRequestsAreSentAway) {
  TestServer hub;
  std::promise<void> reached;
  std::promise<void> goOn;
  hub.writer.post([&] {
    reached.set_value();
    goOn.get_future().wait();
  });
  reached.get_future().wait();
  while (hub.writer.post([] {})) {
  }
  const auto answer = hub.channel()->exchange({"GET", "/v1/ping", "", ""});
  ASSERT_TRUE(answer.ok());
  EXPECT_EQ(answer->status, 503);
  goOn.set_value();
}

TEST(Hostile, WhatTwoReadersCouldUnderstandDifferentlyIsRefused) {
  const HeadLimits limits;
  const std::string line = "GET /v1/ping HTTP/1.1\r\n";
  EXPECT_EQ(headProblem(line + "Host: h\r\nContent-Length: 0\r\n\r\n", limits), 0);
  const std::vector<std::pair<std::string, int>> cases = {
      {line + "Content-Length: 1\r\nContent-Length: 1\r\n\r\n", 400},
      {line + "Content-Length: 1\r\ncontent-length: 2\r\n\r\n", 400},
      {line + "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n", 411},
      {line + "TRANSFER-ENCODING: gzip\r\n\r\n", 411},
      {line + "Host: a\r\nHost: b\r\n\r\n", 400},
      {line + "Authorization: a\r\nAuthorization: b\r\n\r\n", 400},
      {line + "X: a\r\n b\r\n\r\n", 400},
      {line + "X : a\r\n\r\n", 400},
      {line + ": a\r\n\r\n", 400},
      {line + "X a\r\n\r\n", 400},
      {line + "X: a\nY: b\r\n\r\n", 400},
      {line + std::string("X: a\0b\r\n\r\n", 10), 400},
      {line + "Expect: 100-continue\r\n\r\n", 417},
      {"GET /v1/ping HTTP/1.0\r\n\r\n", 400},
      {"GET  /v1/ping HTTP/1.1\r\n\r\n", 400},
      {"GET http://h/v1/ping HTTP/1.1\r\n\r\n", 400},
      {"GET /v1/p\xc3\xa9 HTTP/1.1\r\n\r\n", 400},
      {"GET HTTP/1.1\r\n\r\n", 400},
      {"\r\n\r\n", 400},
      {"GET / HTTP/1.1\n\n", 400},
      {"GET /" + std::string(5000, 'a') + " HTTP/1.1\r\n\r\n", 414},
  };
  for (const auto& [head, status] : cases) EXPECT_EQ(headProblem(head, limits), status) << head;
  std::string many = line;
  for (int i = 0; i < 65; ++i) many += "X: y\r\n";
  EXPECT_EQ(headProblem(many + "\r\n", limits), 431);
}

TEST(Hostile, TheServerItselfRefusesThemAndCloses) {
  TestServer hub;
  const std::string line = "POST /v1/enrol HTTP/1.1\r\nHost: h\r\n";
  EXPECT_EQ(statusOf(hub.raw(line + "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n")),
            411);
  EXPECT_EQ(statusOf(hub.raw(line + "Content-Length: 1\r\nContent-Length: 1\r\n\r\n")), 400);
  EXPECT_EQ(statusOf(hub.raw(line + "X: a\r\n\tb\r\n\r\n")), 400);
  EXPECT_EQ(statusOf(hub.raw("nonsense\r\n\r\n")), 400);
  // Two requests at once on one connection are two answers.
  const std::string two = hub.raw(
      "GET /v1/ping HTTP/1.1\r\nHost: h\r\n\r\n"
      "GET /v1/ping HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
  std::size_t answers = 0;
  for (std::size_t at = 0; (at = two.find("HTTP/1.1 200", at)) != std::string::npos; ++at)
    ++answers;
  EXPECT_EQ(answers, 2U);
}

}  // namespace
}  // namespace syncing::hub::test
