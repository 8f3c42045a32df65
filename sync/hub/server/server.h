#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "journal/base/result.h"
#include "sync/hub/desk.h"
#include "sync/hub/server/certificate.h"
#include "sync/hub/server/figures.h"
#include "sync/hub/server/head_check.h"
#include "sync/hub/server/trusted_proxies.h"
#include "sync/hub/server/writer.h"

namespace syncing::hub {

/// Everything a stranger can make a server hold or wait for (security.md 4.3).
struct ServerLimits {
  HeadLimits head;
  std::chrono::milliseconds handshakeTime{10'000};
  std::chrono::milliseconds headTime{10'000};  ///< from a request's first byte to its empty line
  std::chrono::milliseconds idleTime{60'000};  ///< between requests
  std::chrono::milliseconds bodyGrace{5'000};  ///< then at least bodyRate
  std::size_t bodyRate = 1024;                 ///< bytes a second, in
  std::size_t answerRate = 16 * 1024;          ///< bytes a second, out
  std::size_t connections = 2000;
  /// By limitAddress(); not of trusted proxies. A whole group behind one router, each of whose
  /// screens has a connection that waits and one that sends.
  std::size_t connectionsPerAddress = 256;
  std::size_t bufferedBytes = 256 * 1024 * 1024;  ///< bodies and answers together, then 503
  std::chrono::milliseconds stopTime{5'000};      ///< for requests under way when it stops
};

struct ServerOptions {
  std::string address = "0.0.0.0";
  std::uint16_t port = 0;  ///< 0: one that is free
  CertificateFiles certificate;
  int threads = 1;
  bool tls12 = false;  ///< TLS 1.2 too
  TrustedProxies proxies;
  bool plainHttp = false;  ///< no TLS: for a proxy on this machine; `certificate` is not used then
  ServerLimits limits;
  std::filesystem::path page;  ///< folder of what is at /circle; empty: nothing is
  std::chrono::milliseconds beat{100};
};

/// What a server asks, all on the writer's thread.
struct Behind {
  /// An answer, or that the request is to wait (desk.h).
  std::function<Response(const Request&)> handle;
  /// Every `ServerOptions::beat`: whose waits are over. Empty: nothing happens by itself.
  std::function<std::vector<std::string>()> beat = {};
};

/// HTTPS (or HTTP behind a proxy that does it) in front of a desk: reads requests within its
/// limits, hands them to the store's thread and sends the answers. A request that is to wait takes
/// no thread meanwhile. GET /metrics is answered to this machine alone, /circle to anybody.
class HubServer {
 public:
  /// Listens at once, on threads of its own. All must outlive it. InvalidInput for a certificate or
  /// a page that cannot be used or for plain HTTP on anything but loopback, Io when the port is
  /// taken.
  static journal::Result<std::unique_ptr<HubServer>> start(const ServerOptions& options,
                                                           Writer& writer, Figures& figures,
                                                           Behind behind,
                                                           std::function<std::int64_t()> nowMs);
  /// Lets requests under way finish, for `stopTime` at most.
  ~HubServer();
  HubServer(const HubServer&) = delete;
  HubServer& operator=(const HubServer&) = delete;

  std::uint16_t port() const;

  struct Impl;

 private:
  explicit HubServer(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace syncing::hub
