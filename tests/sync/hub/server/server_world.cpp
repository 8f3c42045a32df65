#include "tests/sync/hub/server/server_world.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <openssl/ssl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <fstream>

namespace syncing::hub::test {

namespace {
std::filesystem::path freshFolder() {
  static int made = 0;
  auto folder = std::filesystem::temp_directory_path() /
                ("afternote-hub-test-" + std::to_string(getpid()) + "-" + std::to_string(++made));
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
  return folder;
}

bool connectTo(int socket, std::uint16_t port) {
  sockaddr_in to{};
  to.sin_family = AF_INET;
  to.sin_port = htons(port);
  to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  return connect(socket, reinterpret_cast<sockaddr*>(&to), sizeof to) == 0;
}

std::unique_ptr<Rooms> roomsOf(World& world, const RoomLimits& limits) {
  auto rooms = Rooms::open(world.db(), world.hub->service(), world.clock, world.random, limits);
  EXPECT_OK(rooms);
  return std::move(*rooms);
}

ServerOptions optionsWith(const ServerLimits& limits) {
  ServerOptions options;
  options.limits = limits;
  return options;
}
}  // namespace

TestServer::TestServer(const ServerLimits& limits) : TestServer(optionsWith(limits)) {}

TestServer::TestServer(ServerOptions serverOptions)
    : TestServer(std::move(serverOptions), freshDatabase(Backend::Memory)) {}

TestServer::TestServer(ServerOptions serverOptions, std::unique_ptr<storage::Database> database,
                       const RoomLimits& roomLimits)
    : folder(freshFolder()),
      world(std::move(database)),
      rooms(roomsOf(world, roomLimits)),
      desk(*world.hub, {}, rooms.get()),
      writer(1000) {
  std::signal(SIGPIPE, SIG_IGN);  // of the raw connections, which write until they are cut off
  serverOptions.address = "127.0.0.1";
  auto files = ownCertificate(folder);
  EXPECT_OK(files);
  serverOptions.certificate = *files;
  pin = *pinOf(files->chain);
  auto started = HubServer::start(serverOptions, writer, figures,
                                  {[this](const Request& request) {
                                     {
                                       const std::lock_guard lock(mutex_);
                                       lastAddress_ = request.address;
                                     }
                                     return desk.handle(request);
                                   },
                                   [this] {
                                     if (!beats) return std::vector<std::string>{};
                                     EXPECT_OK(rooms->tick());
                                     return rooms->takeWoken();
                                   }},
                                  [this] { return world.clock.now().time_since_epoch().count(); });
  EXPECT_OK(started);
  server = std::move(*started);
}

TestServer::~TestServer() {
  pings_.reset();
  server.reset();
  std::filesystem::remove_all(folder);
}

transport::HttpsOptions TestServer::options() const {
  transport::HttpsOptions made;
  made.host = "127.0.0.1";
  made.port = port();
  made.pin = pin;
  return made;
}

std::string TestServer::lastAddress() const {
  const std::lock_guard lock(mutex_);
  return lastAddress_;
}

std::string plainAnswer(std::uint16_t port, const std::string& text) {
  const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
  std::string all;
  std::string chunk(16 * 1024, '\0');
  if (connectTo(socket, port) && ::send(socket, text.data(), text.size(), 0) > 0) {
    for (ssize_t got = 0; (got = ::recv(socket, chunk.data(), chunk.size(), 0)) > 0;)
      all.append(chunk, 0, static_cast<std::size_t>(got));
  }
  ::close(socket);
  return all;
}

std::unique_ptr<transport::Channel> TestServer::channel() const {
  return transport::httpsChannel(options());
}

double TestServer::pingMs() {
  if (!pings_) pings_ = channel();
  std::vector<double> times;
  for (int i = 0; i < 9; ++i) {
    const auto began = std::chrono::steady_clock::now();
    const auto answer = pings_->exchange({"GET", "/v1/ping", "", ""});
    EXPECT_TRUE(answer.ok() && answer->status == 200);
    times.push_back(
        std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - began)
            .count());
  }
  std::sort(times.begin(), times.end());
  return times[times.size() / 2];
}

std::string TestServer::raw(const std::string& text) const {
  RawTls connection(port());
  EXPECT_TRUE(connection.connected());
  connection.send(text);
  return connection.readAll();
}

RawTls::RawTls(std::uint16_t port, Versions versions) {
  socket_ = socket(AF_INET, SOCK_STREAM, 0);
  if (!connectTo(socket_, port)) return;
  SSL_CTX* context = SSL_CTX_new(TLS_client_method());
  context_ = context;
  if (versions == Versions::OnlyTls12) SSL_CTX_set_max_proto_version(context, TLS1_2_VERSION);
  SSL* ssl = SSL_new(context);
  SSL_set_fd(ssl, socket_);
  if (SSL_connect(ssl) == 1) {
    ssl_ = ssl;
  } else {
    SSL_free(ssl);
  }
}

RawTls::~RawTls() {
  SSL_free(static_cast<SSL*>(ssl_));
  SSL_CTX_free(static_cast<SSL_CTX*>(context_));
  close(socket_);
}

bool RawTls::send(const std::string& bytes) {
  return connected() &&
         SSL_write(static_cast<SSL*>(ssl_), bytes.data(), static_cast<int>(bytes.size())) > 0;
}

std::string RawTls::readSome() {
  std::string chunk(16 * 1024, '\0');
  const int got =
      connected() ? SSL_read(static_cast<SSL*>(ssl_), chunk.data(), static_cast<int>(chunk.size()))
                  : 0;
  chunk.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
  return chunk;
}

std::string RawTls::readAll() {
  std::string all;
  while (true) {
    const std::string some = readSome();
    if (some.empty()) return all;
    all += some;
  }
}

double residentMb() {
  std::ifstream statm("/proc/self/statm");
  std::size_t total = 0;
  std::size_t resident = 0;
  statm >> total >> resident;
  return static_cast<double>(resident) * static_cast<double>(sysconf(_SC_PAGESIZE)) / (1024 * 1024);
}

}  // namespace syncing::hub::test
