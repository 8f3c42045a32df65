// The hub over real sockets and TLS: who it talks to, and that it goes on and off cleanly.
#include <future>

#include "tests/sync/hub/server/server_world.h"

namespace syncing::hub::test {
namespace {

using journal::ErrorCode;

class Server : public testing::Test {
 protected:
  std::unique_ptr<wire::HubLink> link(const TestDevice& device) {
    const transport::DeviceIdentity identity{device.id, hub.world.hub->service(),
                                             std::shared_ptr<const journal::crypto::SigningKey>(
                                                 std::shared_ptr<void>(), &device.signing())};
    return transport::httpsLink(hub.channel(), identity, device.vault, clock, random);
  }
  TestServer hub;
  StillClock clock;
  journal::SeededRandom random{5};
};

TEST_F(Server, AJournalGoesUpAndComesDownOverTls) {
  TestDevice laptop(random);
  hub.world.founder(laptop);
  const auto remote = link(laptop);
  std::vector<wire::Segment> segments;
  for (std::uint64_t i = 1; i <= 6; ++i) segments.push_back(laptop.segment(i, i, 1'000'000));
  EXPECT_EQ(remote->push(segments)->head.seq, 6U);
  std::vector<wire::Segment> back;
  for (std::uint64_t after = 0;;) {
    const auto pulled = remote->pull(after, 2'500'000);
    ASSERT_TRUE(pulled.ok());
    for (const auto& one : pulled->segments) back.push_back(one.segment);
    after = pulled->next;
    if (!pulled->more) break;
  }
  EXPECT_EQ(back, segments);
  EXPECT_EQ(hub.figures.connections, 1);
}

TEST_F(Server, AHubWithAnotherKeyIsNotTheOneThatIsMeant) {
  transport::HttpsOptions wrong = hub.options();
  wrong.pin[0] ^= 1;
  const auto answer = transport::httpsChannel(wrong)->exchange({"GET", "/v1/ping", "", ""});
  ASSERT_FALSE(answer.ok());
  EXPECT_EQ(answer.error().code, ErrorCode::Network);
  EXPECT_OK(hub.channel()->exchange({"GET", "/v1/ping", "", ""}));
}

TEST_F(Server, OldTlsAndPlainHttpGetNoAnswer) {
  EXPECT_FALSE(RawTls(hub.port(), RawTls::Versions::OnlyTls12).connected());
  EXPECT_TRUE(RawTls(hub.port()).connected());
}

TEST_F(Server, AHubThatIsNotThereIsANetworkError) {
  transport::HttpsOptions nowhere = hub.options();
  nowhere.port = 1;
  EXPECT_REFUSED(transport::httpsChannel(nowhere)->exchange({"GET", "/v1/ping", "", ""}),
                 ErrorCode::Network);
}

TEST_F(Server, AConnectionThatTheHubHasClosedIsMadeAnew) {
  ServerLimits limits;
  limits.idleTime = std::chrono::milliseconds{50};
  TestServer restless(limits);
  const auto channel = restless.channel();
  EXPECT_OK(channel->exchange({"GET", "/v1/ping", "", ""}));
  while (restless.figures.connections > 0) std::this_thread::yield();
  EXPECT_OK(channel->exchange({"GET", "/v1/ping", "", ""}));
}

TEST_F(Server, ARequestUnderWayIsAnsweredWhenTheHubStops) {
  std::promise<void> reached;
  std::promise<void> goOn;
  hub.writer.post([&] {
    reached.set_value();
    goOn.get_future().wait();
  });
  reached.get_future().wait();
  auto answer = std::async(std::launch::async, [this] {
    return hub.channel()->exchange({"GET", "/v1/ping", "", ""});
  });
  while (hub.writer.waiting() == 0) std::this_thread::yield();
  auto stopped = std::async(std::launch::async, [this] { hub.server.reset(); });
  goOn.set_value();
  EXPECT_EQ(answer.get()->status, 200);
  stopped.get();
}

TEST_F(Server, WhatIsToBeToldInOneRoomLetsOthersInBetween) {
  std::promise<void> goOn;
  std::string order;
  {
    Writer writer(100);
    writer.post([&] { goOn.get_future().wait(); });
    for (const char* lane : {"a", "a", "a", "b", "b"})
      writer.postTo(lane, [&order, lane] { order += lane; });
    for (int i = 0; i < 2; ++i) writer.post([&order] { order += '.'; });
    writer.postTo("c", [&order] { order += 'c'; });
    goOn.set_value();
  }
  EXPECT_EQ(order, "a.b.caba");
}

TEST_F(Server, FiguresAreForThisMachineAndHoldNoTarget) {
  TestDevice laptop(random);
  hub.world.founder(laptop);
  EXPECT_OK(link(laptop)->standing());
  const auto answer = hub.channel()->exchange({"GET", "/metrics", "", ""});
  ASSERT_TRUE(answer.ok());
  EXPECT_NE(answer->body.find("afternote_hub_requests_total{route=\"standing\",status=\"200\"} 1"),
            std::string::npos)
      << answer->body;
  EXPECT_EQ(answer->body.find(laptop.vault.hex()), std::string::npos);
}

TEST_F(Server, ACertificateIsMadeOnceAndKept) {
  const auto files = ownCertificate(hub.folder);
  ASSERT_TRUE(files.ok());
  EXPECT_EQ(*pinOf(files->chain), hub.pin);
  EXPECT_EQ(std::filesystem::status(files->key).permissions() & std::filesystem::perms::all,
            std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
  std::filesystem::remove(files->key);
  EXPECT_EQ(ownCertificate(hub.folder).error().code, ErrorCode::Corrupt);
  EXPECT_EQ(pinOf(hub.folder / "missing.pem").error().code, ErrorCode::NotFound);
}

TEST_F(Server, ACertificateThatIsNoneOrAPortThatIsTakenIsSaidSo) {
  ServerOptions options;
  options.address = "127.0.0.1";
  options.port = hub.port();
  options.certificate = *ownCertificate(hub.folder);
  const auto start = [&] {
    return HubServer::start(options, hub.writer, hub.figures,
                            {[](const Request&) { return Response{}; }},
                            [] { return std::int64_t{0}; });
  };
  EXPECT_EQ(start().error().code, ErrorCode::Io);
  options.port = 0;
  options.certificate.key = options.certificate.chain;
  EXPECT_EQ(start().error().code, ErrorCode::InvalidInput);
  options.address = "nowhere";
  EXPECT_EQ(start().error().code, ErrorCode::InvalidInput);
}

}  // namespace
}  // namespace syncing::hub::test
