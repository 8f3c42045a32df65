#include "app/hub/control_door.h"

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <thread>
#include <utility>

namespace app::hub {

namespace fs = std::filesystem;
using journal::Error;
using journal::ErrorCode;
using journal::Result;

/// Named, because what a class holds must be: nothing else uses it.
namespace door {
namespace {

constexpr const char* kDoor = "control";
constexpr std::size_t kMostLine = 4096;
constexpr timeval kPatience{10, 0};

}  // namespace

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&&) = delete;
  int number() const { return number_; }
  bool open() const { return number_ >= 0; }

 private:
  int number_;
};

/// A socket, and the address of the door below a folder: through the folder's descriptor, because
/// an address has room for a hundred bytes only.
struct Place {
  explicit Place(const fs::path& below)
      : folder(::open(below.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC)),
        socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    address.sun_family = AF_UNIX;
    const std::string path =
        "/proc/self/fd/" + std::to_string(folder.number()) + "/" + std::string(kDoor);
    std::copy_n(path.c_str(), std::min(path.size(), sizeof address.sun_path - 1), address.sun_path);
  }
  const sockaddr* where() const { return reinterpret_cast<const sockaddr*>(&address); }

  Descriptor folder;
  Descriptor socket;
  sockaddr_un address{};
};

namespace {

void setPatience(const Descriptor& socket) {
  ::setsockopt(socket.number(), SOL_SOCKET, SO_RCVTIMEO, &kPatience, sizeof kPatience);
  ::setsockopt(socket.number(), SOL_SOCKET, SO_SNDTIMEO, &kPatience, sizeof kPatience);
}

bool sendLine(const Descriptor& socket, const std::string& line) {
  const std::string whole = line + "\n";
  return ::send(socket.number(), whole.data(), whole.size(), MSG_NOSIGNAL) ==
         static_cast<ssize_t>(whole.size());
}

/// Up to its line end; nullopt when there comes none.
std::optional<std::string> readLine(const Descriptor& socket) {
  std::string line;
  std::array<char, 512> some{};
  while (line.size() < kMostLine) {
    const ssize_t got = ::recv(socket.number(), some.data(), some.size(), 0);
    if (got <= 0) return std::nullopt;
    line.append(some.data(), static_cast<std::size_t>(got));
    const std::size_t end = line.find('\n');
    if (end != std::string::npos) return line.substr(0, end);
  }
  return std::nullopt;
}

bool comesFromWhoMayAsk(const Descriptor& socket) {
  ucred peer{};
  socklen_t size = sizeof peer;
  return ::getsockopt(socket.number(), SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0 &&
         mayAskHub(peer.uid, ::geteuid());
}

}  // namespace
}  // namespace door

using namespace door;

bool mayAskHub(unsigned asking, unsigned own) {
  return asking == own || asking == 0;
}

struct ControlDoor::Impl {
  Place place;
  Answer answer;
  std::atomic<bool> closing{false};
  std::thread thread;

  void serve() {
    while (true) {
      const Descriptor one(::accept4(place.socket.number(), nullptr, nullptr, SOCK_CLOEXEC));
      if (closing) return;
      if (!one.open()) continue;
      setPatience(one);
      if (!comesFromWhoMayAsk(one)) continue;  // closed without a word
      const auto line = readLine(one);
      if (!line) continue;
      const auto answered = answer(*line);
      sendLine(one, answered.ok() ? "ok " + *answered : "no " + answered.error().advice);
    }
  }
};

ControlDoor::ControlDoor(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}

ControlDoor::~ControlDoor() {
  impl_->closing = true;
  ::shutdown(impl_->place.socket.number(), SHUT_RDWR);  // wakes the thread
  impl_->thread.join();
  ::unlinkat(impl_->place.folder.number(), kDoor, 0);
}

Result<std::unique_ptr<ControlDoor>> ControlDoor::open(const fs::path& folder, Answer answer) {
  auto impl = std::unique_ptr<Impl>(new Impl{Place(folder), std::move(answer), {}, {}});
  const Place& place = impl->place;
  if (Place other(folder);
      ::connect(other.socket.number(), other.where(), sizeof other.address) == 0)
    return Error{ErrorCode::Conflict, "another hub has the control socket"};
  ::unlinkat(place.folder.number(), kDoor, 0);  // of a hub that was killed
  constexpr int kWaiting = 8;
  if (::bind(place.socket.number(), place.where(), sizeof place.address) != 0 ||
      ::fchmodat(place.folder.number(), kDoor, S_IRUSR | S_IWUSR, 0) != 0 ||
      ::listen(place.socket.number(), kWaiting) != 0)
    return Error{ErrorCode::Io, "control socket: " + std::to_string(errno)};
  impl->thread = std::thread([door = impl.get()] { door->serve(); });
  return std::unique_ptr<ControlDoor>(new ControlDoor(std::move(impl)));
}

Result<std::optional<std::string>> askRunningHub(const fs::path& folder, const std::string& line) {
  const Error notTheirs{ErrorCode::Conflict, "control socket refused",
                        "Only the user that the hub runs as, or root, can ask it."};
  const Place place(folder);
  if (::connect(place.socket.number(), place.where(), sizeof place.address) != 0) {
    if (errno == EACCES) return notTheirs;
    return std::optional<std::string>();
  }
  setPatience(place.socket);
  if (!sendLine(place.socket, line)) return notTheirs;
  const auto answer = readLine(place.socket);
  if (!answer) return notTheirs;
  const std::string rest = answer->substr(std::min<std::size_t>(answer->size(), 3));
  if (answer->rfind("ok ", 0) == 0) return std::optional<std::string>(rest);
  return Error{ErrorCode::InvalidInput, "the hub refused",
               rest.empty() ? "The hub could not do that now. Please try again." : rest};
}

}  // namespace app::hub
