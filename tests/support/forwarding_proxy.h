#pragma once

#include <poll.h>

#include <array>
#include <cstdint>
#include <list>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace tests {

/// A listening TCP socket on 127.0.0.1, of the caller's network namespace; `port` becomes its.
int listenOnLoopback(std::uint16_t& port);

/// Carries TCP connections from listening sockets on to a server on this machine, and does to them
/// what networks do. One thread of its own; any thread may call.
class ForwardingProxy {
 public:
  ForwardingProxy();
  ~ForwardingProxy();
  ForwardingProxy(const ForwardingProxy&) = delete;
  ForwardingProxy& operator=(const ForwardingProxy&) = delete;

  /// Takes over a listening socket. `way` names what comes over it.
  void listen(int socket, int way);
  /// Where connections go from now on. With none there, they end at once.
  void setTarget(std::uint16_t port);
  /// While held, connections stay and nothing passes, as when a cable is out.
  void hold(int way, bool held);
  /// Ends the connections of a way.
  void cut(int way);
  /// Everything that has passed, both directions mixed; kept from the first call on.
  void capture();
  std::string captured() const;

 private:
  struct Half {
    int socket = -1;
    std::string pending;  ///< read from the other, to be written here
    bool ended = false;   ///< nothing more will be read from it
  };
  struct Connection {
    int way = 0;
    std::array<Half, 2> ends;
    bool over = false;
  };

  void run();
  // With the mutex held.
  std::vector<pollfd> wanted() const;
  void carry(const std::map<int, short>& ready);
  void accept(int listener, int way);
  void move(Connection& connection, std::size_t from);
  void flush(Connection& connection, std::size_t to);
  void wake() const;

  mutable std::mutex mutex_;
  std::map<int, int> listeners_;       // socket to way; guarded by mutex_
  std::list<Connection> connections_;  // guarded by mutex_
  std::map<int, bool> held_;           // guarded by mutex_
  std::uint16_t target_ = 0;           // guarded by mutex_
  bool ending_ = false;                // guarded by mutex_
  bool capturing_ = false;             // guarded by mutex_
  std::string captured_;               // guarded by mutex_
  std::array<int, 2> pipe_{};
  std::thread thread_;
};

}  // namespace tests
