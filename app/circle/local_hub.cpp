#include "app/circle/local_hub.h"

#include <arpa/inet.h>
#include <ifaddrs.h>
#include <net/if.h>

#include <algorithm>
#include <fstream>
#include <future>

#include "app/hub/open_hub.h"
#include "journal/base/platform.h"
#include "sync/hub/desk.h"
#include "sync/hub/rooms/rooms.h"

namespace app::circle {

using journal::Error;
using journal::ErrorCode;
using journal::Result;
namespace wire = syncing::wire;

namespace {

constexpr std::size_t kMostWaiting = 1024;
constexpr const char* kPortFile = "port";

/// Readable by this account only. What it opens is a store of sealed words, so a file beside it is
/// where it belongs (security.md 4.3).
Result<void> ensurePassphrase(const std::filesystem::path& file, journal::Random& random) {
  if (std::filesystem::exists(file)) return {};
  std::array<std::uint8_t, 24> bytes{};
  random.fill(bytes);
  std::error_code failed;
  std::filesystem::create_directories(file.parent_path(), failed);
  std::filesystem::permissions(file.parent_path(), std::filesystem::perms::owner_all, failed);
  if (!failed && journal::replaceFileAtomically(file, journal::toHex(bytes) + "\n").ok()) return {};
  return Error{ErrorCode::Io, "the rooms' folder",
               "The folder for sessions on this laptop cannot be written. Free some space, or use "
               "your service's hub."};
}

std::uint16_t lastPort(const std::filesystem::path& folder) {
  std::uint16_t port = LocalHub::kPort;
  std::ifstream(folder / kPortFile) >> port;
  return port;
}

hub::Config configFor(const std::filesystem::path& folder) {
  hub::Config config;
  config.folder = folder;
  config.passphraseFile = folder / "passphrase";
  config.publicHost = "this-laptop";
  return config;
}

Result<hub::OpenHub> openOrMake(const hub::Config& config, const journal::Clock& clock,
                                journal::Random& random) {
  auto opened = hub::openHub(config, clock, random);
  if (opened.ok() || opened.error().code != ErrorCode::NotFound) return opened;
  J_TRY(auto made, hub::makeHub(config, "This laptop", clock, random));
  return std::move(made.hub);
}

}  // namespace

struct LocalHub::Impl {
  Impl(hub::OpenHub theHub, std::unique_ptr<syncing::hub::Rooms> theRooms)
      : hub(std::move(theHub)),
        rooms(std::move(theRooms)),
        desk(*hub.core, {}, rooms.get()),
        writer(kMostWaiting) {}

  hub::OpenHub hub;
  std::unique_ptr<syncing::hub::Rooms> rooms;
  syncing::hub::Desk desk;
  syncing::hub::Figures figures;
  syncing::hub::Writer writer;
  std::unique_ptr<syncing::hub::HubServer> server;
  wire::Digest pin{};

  std::vector<std::string> beat() {
    // A store that fails for a moment is asked again a beat later.
    static_cast<void>(rooms->tick().ok());
    return rooms->takeWoken();
  }
  /// Where it listened last time, if it can: those who are in a room of it look for it there.
  Result<void> listen(syncing::hub::ServerOptions options, const std::filesystem::path& folder,
                      const journal::Clock& clock) {
    const syncing::hub::Behind behind{
        [this](const syncing::hub::Request& request) { return desk.handle(request); },
        [this] { return beat(); }};
    const auto now = [&clock] { return clock.now().time_since_epoch().count(); };
    Result<std::unique_ptr<syncing::hub::HubServer>> started =
        Error{ErrorCode::Io, "no port tried"};
    for (const std::uint16_t port : {lastPort(folder), kPort, std::uint16_t{0}}) {
      options.port = port;
      started = syncing::hub::HubServer::start(options, writer, figures, behind, now);
      if (started.ok() || started.error().code != ErrorCode::Io) break;
    }
    J_TRY(server, std::move(started));
    std::ofstream(folder / kPortFile) << server->port();
    return {};
  }
};

LocalHub::LocalHub(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
LocalHub::~LocalHub() = default;

Result<std::unique_ptr<LocalHub>> LocalHub::start(const std::filesystem::path& folder,
                                                  const std::filesystem::path& page,
                                                  const journal::Clock& clock,
                                                  journal::Random& random) {
  const hub::Config config = configFor(folder);
  J_CHECK(ensurePassphrase(config.passphraseFile, random));
  J_TRY(auto opened, openOrMake(config, clock, random));
  J_TRY(auto rooms,
        syncing::hub::Rooms::open(*opened.database, opened.core->service(), clock, random));
  auto impl = std::make_unique<Impl>(std::move(opened), std::move(rooms));
  syncing::hub::ServerOptions options;
  options.port = kPort;
  options.page = page;
  J_TRY(options.certificate, hub::certificateFor(config));
  J_TRY(impl->pin, syncing::hub::pinOf(options.certificate.chain));
  J_CHECK(impl->listen(options, folder, clock));
  return std::unique_ptr<LocalHub>(new LocalHub(std::move(impl)));
}

std::uint16_t LocalHub::port() const {
  return impl_->server->port();
}
const wire::Digest& LocalHub::pin() const {
  return impl_->pin;
}

Result<wire::session::Member> LocalHub::openRoom(const wire::RoomOpening& opening) {
  std::promise<Result<wire::session::Member>> made;
  const bool taken =
      impl_->writer.post([&] { made.set_value(impl_->rooms->openRoom({}, opening)); });
  if (!taken) return Error{ErrorCode::Network, "busy", "This laptop is busy. Please try again."};
  return made.get_future().get();
}

std::vector<std::string> reachableAddresses() {
  std::vector<std::string> found;
  ifaddrs* list = nullptr;
  if (getifaddrs(&list) != 0) return {"127.0.0.1"};
  for (const ifaddrs* one = list; one != nullptr; one = one->ifa_next) {
    const bool usable = one->ifa_addr != nullptr && one->ifa_addr->sa_family == AF_INET &&
                        (one->ifa_flags & IFF_UP) != 0 && (one->ifa_flags & IFF_LOOPBACK) == 0;
    if (!usable) continue;
    std::array<char, INET_ADDRSTRLEN> text{};
    const auto* address = reinterpret_cast<const sockaddr_in*>(one->ifa_addr);
    if (inet_ntop(AF_INET, &address->sin_addr, text.data(), text.size()) != nullptr)
      found.emplace_back(text.data());
  }
  freeifaddrs(list);
  std::stable_partition(found.begin(), found.end(), [](const std::string& address) {
    return address.rfind("192.168.", 0) == 0 || address.rfind("10.", 0) == 0;
  });
  if (found.empty()) found.emplace_back("127.0.0.1");
  return found;
}

}  // namespace app::circle
