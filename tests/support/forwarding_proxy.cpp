#include "tests/support/forwarding_proxy.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

namespace tests {
namespace {

constexpr std::size_t kMostPending = 256 * 1024;

sockaddr_in loopback(std::uint16_t port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  return address;
}

void makeReady(int socket) {
  const int on = 1;
  ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  ::fcntl(socket, F_SETFL, ::fcntl(socket, F_GETFL) | O_NONBLOCK);
}

}  // namespace

int listenOnLoopback(std::uint16_t& port) {
  const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address = loopback(0);
  socklen_t size = sizeof address;
  constexpr int kWaiting = 512;
  ::bind(socket, reinterpret_cast<sockaddr*>(&address), size);
  ::listen(socket, kWaiting);
  ::getsockname(socket, reinterpret_cast<sockaddr*>(&address), &size);
  port = ntohs(address.sin_port);
  return socket;
}

ForwardingProxy::ForwardingProxy() {
  (void)::pipe2(pipe_.data(), O_CLOEXEC | O_NONBLOCK);
  thread_ = std::thread([this] { run(); });
}

ForwardingProxy::~ForwardingProxy() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
  }
  wake();
  thread_.join();
  for (const auto& [socket, way] : listeners_) ::close(socket);
  for (const Connection& one : connections_) {
    for (const Half& half : one.ends) ::close(half.socket);
  }
  for (const int end : pipe_) ::close(end);
}

void ForwardingProxy::wake() const {
  (void)!::write(pipe_[1], "", 1);
}

void ForwardingProxy::listen(int socket, int way) {
  makeReady(socket);
  const std::lock_guard lock(mutex_);
  listeners_[socket] = way;
  wake();
}

void ForwardingProxy::setTarget(std::uint16_t port) {
  const std::lock_guard lock(mutex_);
  target_ = port;
}

void ForwardingProxy::hold(int way, bool held) {
  const std::lock_guard lock(mutex_);
  held_[way] = held;
  wake();
}

void ForwardingProxy::cut(int way) {
  const std::lock_guard lock(mutex_);
  for (Connection& one : connections_) one.over = one.over || one.way == way;
  wake();
}

void ForwardingProxy::capture() {
  const std::lock_guard lock(mutex_);
  capturing_ = true;
}

std::string ForwardingProxy::captured() const {
  const std::lock_guard lock(mutex_);
  return captured_;
}

void ForwardingProxy::accept(int listener, int way) {
  const int client = ::accept4(listener, nullptr, nullptr, SOCK_CLOEXEC);
  if (client < 0) return;
  const int server = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  const sockaddr_in address = loopback(target_);
  if (::connect(server, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
    ::close(server);
    ::close(client);
    return;
  }
  makeReady(client);
  makeReady(server);
  Connection& one = connections_.emplace_back();
  one.way = way;
  one.ends[0].socket = client;
  one.ends[1].socket = server;
}

void ForwardingProxy::move(Connection& connection, std::size_t from) {
  Half& source = connection.ends[from];
  std::array<char, 64 * 1024> some{};
  const ssize_t got = ::recv(source.socket, some.data(), some.size(), 0);
  if (got < 0 && (errno == EAGAIN || errno == EINTR)) return;
  if (got <= 0) {
    source.ended = true;
    if (got < 0) connection.over = true;
    return;
  }
  const std::size_t bytes = static_cast<std::size_t>(got);
  connection.ends[1 - from].pending.append(some.data(), bytes);
  if (capturing_) captured_.append(some.data(), bytes);
}

void ForwardingProxy::flush(Connection& connection, std::size_t to) {
  Half& half = connection.ends[to];
  const ssize_t sent = ::send(half.socket, half.pending.data(), half.pending.size(), MSG_NOSIGNAL);
  if (sent < 0 && errno != EAGAIN && errno != EINTR) connection.over = true;
  if (sent > 0) half.pending.erase(0, static_cast<std::size_t>(sent));
}

std::vector<pollfd> ForwardingProxy::wanted() const {
  std::vector<pollfd> all{{pipe_[0], POLLIN, 0}};
  for (const auto& [socket, way] : listeners_) all.push_back({socket, POLLIN, 0});
  for (const Connection& one : connections_) {
    const auto held = held_.find(one.way);
    if (held != held_.end() && held->second) continue;
    for (std::size_t end = 0; end < 2; ++end) {
      const bool room = one.ends[1 - end].pending.size() < kMostPending;
      const bool reads = room && !one.ends[end].ended;
      const int events = (reads ? POLLIN : 0) | (one.ends[end].pending.empty() ? 0 : POLLOUT);
      all.push_back({one.ends[end].socket, static_cast<short>(events), 0});
    }
  }
  return all;
}

void ForwardingProxy::carry(const std::map<int, short>& ready) {
  const auto eventsOf = [&ready](int socket) {
    const auto found = ready.find(socket);
    return found == ready.end() ? 0 : found->second;
  };
  for (Connection& one : connections_) {
    for (std::size_t end = 0; end < 2; ++end) {
      const int events = eventsOf(one.ends[end].socket);
      if ((events & (POLLIN | POLLHUP | POLLERR)) != 0 && !one.ends[end].ended) move(one, end);
      if ((events & POLLOUT) != 0) flush(one, end);
    }
    for (std::size_t end = 0; end < 2; ++end) {
      // What one side has ended is over once the other has everything.
      if (one.ends[end].ended && one.ends[1 - end].pending.empty()) one.over = true;
    }
  }
  for (const auto& [socket, way] : listeners_) {
    if ((eventsOf(socket) & POLLIN) != 0) accept(socket, way);
  }
  connections_.remove_if([](const Connection& one) {
    if (one.over) {
      for (const Half& half : one.ends) ::close(half.socket);
    }
    return one.over;
  });
}

void ForwardingProxy::run() {
  while (true) {
    std::vector<pollfd> sockets;
    {
      const std::lock_guard lock(mutex_);
      if (ending_) return;
      sockets = wanted();
    }
    ::poll(sockets.data(), sockets.size(), -1);
    std::array<char, 64> woken{};
    while (::read(pipe_[0], woken.data(), woken.size()) > 0) {
    }
    std::map<int, short> ready;
    for (const pollfd& one : sockets) ready[one.fd] = one.revents;
    const std::lock_guard lock(mutex_);
    carry(ready);
  }
}

}  // namespace tests
