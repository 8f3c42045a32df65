// A hub behind a proxy: whom it is told of is believed of the proxy, and of nobody else.
#include "sync/hub/server/trusted_proxies.h"
#include "tests/sync/hub/server/server_world.h"

namespace syncing::hub::test {
namespace {

using journal::ErrorCode;

TrustedProxies trusting(const char* text) {
  const auto parsed = TrustedProxies::parse(text);
  EXPECT_TRUE(parsed.ok()) << text;
  return parsed.ok() ? *parsed : TrustedProxies();
}

TEST(TrustedProxies, AreAddressesAndNetworks) {
  const TrustedProxies some = trusting("10.1.0.0/16, 192.0.2.7  2001:db8::/33,::1");
  for (const char* address :
       {"10.1.255.3", "192.0.2.7", "::ffff:192.0.2.7", "2001:db8:7fff::1", "::1"})
    EXPECT_TRUE(some.trusts(address)) << address;
  for (const char* address : {"10.2.0.1", "192.0.2.8", "2001:db8:8000::1", "::2", "", "localhost"})
    EXPECT_FALSE(some.trusts(address)) << address;
  EXPECT_TRUE(trusting("0.0.0.0/0").trusts("203.0.113.9"));
  EXPECT_FALSE(trusting("0.0.0.0/0").trusts("2001:db8::1"));
  EXPECT_TRUE(trusting("").empty());
  EXPECT_FALSE(trusting("").trusts("127.0.0.1"));
  for (const char* wrong : {"proxy.example", "10.0.0.0/33", "::1/129", "10.0.0.0/", "10.0.0.0/-1",
                            "fe80::1%eth0", "10.0.0.0/8x"})
    EXPECT_EQ(TrustedProxies::parse(wrong).error().code, ErrorCode::InvalidInput) << wrong;
}

TEST(TrustedProxies, OnlyTheWordOfOneThatIsTrustedCounts) {
  const TrustedProxies some = trusting("127.0.0.1 10.0.0.0/8");
  const std::pair<const char*, const char*> cases[] = {
      {"203.0.113.9", "203.0.113.9"},
      {"198.51.100.1, 203.0.113.9", "203.0.113.9"},            // the first is the client's own word
      {"198.51.100.1, 203.0.113.9, 10.1.2.3", "203.0.113.9"},  // two proxies
      {"203.0.113.9 ,\t10.1.2.3,", "203.0.113.9"},
      {"2001:0db8::0001", "2001:db8::1"},
      {"::ffff:203.0.113.9", "203.0.113.9"},
      {"", "127.0.0.1"},
      {"unknown", "127.0.0.1"},
      {"203.0.113.9, nonsense", "127.0.0.1"},
      {"203.0.113.9, 10.1.2.3:4711", "127.0.0.1"},
      {"10.9.9.9", "10.9.9.9"},  // nobody else was named
  };
  for (const auto& [forwarded, client] : cases)
    EXPECT_EQ(some.clientOf("127.0.0.1", forwarded), client) << forwarded;
  EXPECT_EQ(some.clientOf("203.0.113.9", "198.51.100.1"), "203.0.113.9");
  EXPECT_EQ(some.clientOf("203.0.113.9", "127.0.0.1"), "203.0.113.9");
}

ServerOptions behind(const char* proxies) {
  ServerOptions options;
  options.proxies = trusting(proxies);
  return options;
}

std::string ping(const std::string& fields) {
  return "GET /v1/ping HTTP/1.1\r\nHost: h\r\nConnection: close\r\n" + fields + "\r\n";
}

TEST(BehindAProxy, TheTutorsAddressIsWhatLimitsAndTheAuditSee) {
  const TestServer hub(behind("127.0.0.1"));
  hub.raw(ping("X-Forwarded-For: 198.51.100.1, 203.0.113.9\r\n"));
  EXPECT_EQ(hub.lastAddress(), "203.0.113.9");
  // A proxy may add a field of its own instead of adding to the one that was sent.
  hub.raw(ping("X-Forwarded-For: 198.51.100.1\r\nX-FORWARDED-FOR: 203.0.113.10\r\n"));
  EXPECT_EQ(hub.lastAddress(), "203.0.113.10");
  hub.raw(ping(""));
  EXPECT_EQ(hub.lastAddress(), "127.0.0.1");
}

TEST(BehindAProxy, AHeaderFromAnybodyElseChangesNothing) {
  for (const char* proxies : {"", "10.0.0.0/8"}) {
    const TestServer hub(behind(proxies));
    hub.raw(ping("X-Forwarded-For: 203.0.113.9\r\n"));
    EXPECT_EQ(hub.lastAddress(), "127.0.0.1");
    hub.raw(ping("X-Forwarded-For: 10.0.0.1\r\nForwarded: for=203.0.113.9\r\n"));
    EXPECT_EQ(hub.lastAddress(), "127.0.0.1");
  }
}

TEST(BehindAProxy, ChangingTheHeaderGivesNobodyMoreTries) {
  const auto statusAfter = [](const TestServer& hub, int tries, const char* fields) {
    std::string last;
    for (int i = 0; i < tries; ++i) {
      std::string text = "PUT /v1/letters/" + std::string(32, 'a') +
                         "/0 HTTP/1.1\r\nHost: h\r\nConnection: close\r\nContent-Length: 1\r\n" +
                         fields;
      text.replace(text.find('#'), 1, std::to_string(i));
      last = hub.raw(text + "\r\n\r\nx");
    }
    return last.substr(9, 3);
  };
  const TestServer direct;
  EXPECT_EQ(statusAfter(direct, 61, "X-Forwarded-For: 203.0.113.#"), "429");
  const TestServer hub(behind("127.0.0.1"));
  EXPECT_EQ(statusAfter(hub, 61, "X-Forwarded-For: 203.0.113.#, 198.51.100.7"), "429");
  EXPECT_NE(statusAfter(hub, 1, "X-Forwarded-For: 198.51.100.8#"), "429");  // a neighbour
}

TEST(BehindAProxy, FiguresStayOnThisMachine) {
  const TestServer hub(behind("127.0.0.1"));
  const std::string metrics = "GET /metrics HTTP/1.1\r\nHost: h\r\nConnection: close\r\n";
  EXPECT_EQ(hub.raw(metrics + "\r\n").substr(9, 3), "200");
  EXPECT_EQ(hub.raw(metrics + "X-Forwarded-For: 203.0.113.9\r\n\r\n").substr(9, 3), "404");
}

TEST(BehindAProxy, AProxyBringsAsManyConnectionsAsItHasTutors) {
  for (const char* proxies : {"", "127.0.0.1"}) {
    ServerOptions options = behind(proxies);
    options.limits.connectionsPerAddress = 2;
    options.limits.connections = 4;
    const TestServer hub(options);
    std::vector<std::unique_ptr<RawTls>> open;
    for (int i = 0; i < 5; ++i) open.push_back(std::make_unique<RawTls>(hub.port()));
    const auto connected =
        std::count_if(open.begin(), open.end(), [](const auto& one) { return one->connected(); });
    EXPECT_EQ(connected, *proxies == '\0' ? 2 : 4);
  }
}

TEST(BehindAProxy, PlainHttpIsForThisMachineOnly) {
  ServerOptions options = behind("127.0.0.1");
  options.plainHttp = true;
  options.limits.headTime = std::chrono::milliseconds{100};  // what it makes of a handshake
  const TestServer hub(options);
  EXPECT_FALSE(RawTls(hub.port()).connected());
  EXPECT_EQ(plainAnswer(hub.port(), ping("X-Forwarded-For: 203.0.113.9\r\n")).substr(9, 3), "200");
  EXPECT_EQ(hub.lastAddress(), "203.0.113.9");
  options.address = "0.0.0.0";
  Writer writer(10);
  Figures figures;
  const auto open =
      HubServer::start(options, writer, figures, {[](const Request&) { return Response{}; }},
                       [] { return std::int64_t{0}; });
  ASSERT_FALSE(open.ok());
  EXPECT_EQ(open.error().code, ErrorCode::InvalidInput);
}

}  // namespace
}  // namespace syncing::hub::test
