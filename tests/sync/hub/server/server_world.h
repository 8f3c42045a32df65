#pragma once

#include <atomic>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string>

#include "sync/hub/server/server.h"
#include "sync/transport/https_channel.h"
#include "sync/transport/https_link.h"
#include "tests/sync/hub/hub_world.h"

namespace syncing::hub::test {

/// A hub over HTTPS on this machine's loopback, its store in memory unless another is given.
class TestServer {
 public:
  explicit TestServer(const ServerLimits& limits = {});
  /// With these, but for address and certificate.
  explicit TestServer(ServerOptions options);
  TestServer(ServerOptions options, std::unique_ptr<storage::Database> database,
             const RoomLimits& roomLimits = {});
  ~TestServer();
  TestServer(const TestServer&) = delete;
  TestServer& operator=(const TestServer&) = delete;

  std::unique_ptr<transport::Channel> channel() const;
  transport::HttpsOptions options() const;
  std::uint16_t port() const { return server->port(); }
  /// How long a request that goes to the store and back takes on a connection kept for it, in
  /// milliseconds: the median of several.
  double pingMs();
  /// Whom the last request was taken to come from.
  std::string lastAddress() const;
  /// One answer to `text` on a connection of its own, as bytes, until the hub closes it.
  std::string raw(const std::string& text) const;

  std::filesystem::path folder;
  World world;
  std::unique_ptr<Rooms> rooms;
  /// Whether time does its work on rooms: on the writer's thread, where the test's own then stays
  /// away from `world`.
  std::atomic<bool> beats{false};
  Desk desk;
  Writer writer;
  Figures figures;
  wire::Digest pin{};
  std::unique_ptr<HubServer> server;

 private:
  std::unique_ptr<transport::Channel> pings_;
  mutable std::mutex mutex_;
  std::string lastAddress_;  // guarded by mutex_
};

/// A TLS connection that says whatever it is told to.
class RawTls {
 public:
  enum class Versions { Modern, OnlyTls12 };
  explicit RawTls(std::uint16_t port, Versions versions = Versions::Modern);
  ~RawTls();
  RawTls(const RawTls&) = delete;
  RawTls& operator=(const RawTls&) = delete;

  bool connected() const { return ssl_ != nullptr; }
  /// False once the other end has had enough.
  bool send(const std::string& bytes);
  /// Everything until the other end closes.
  std::string readAll();
  /// What there is by now; "" at the end.
  std::string readSome();

 private:
  int socket_ = -1;
  void* context_ = nullptr;
  void* ssl_ = nullptr;
};

/// One answer to `text` without TLS, until the hub closes.
std::string plainAnswer(std::uint16_t port, const std::string& text);

/// Memory of this process now, in MB.
double residentMb();

}  // namespace syncing::hub::test
