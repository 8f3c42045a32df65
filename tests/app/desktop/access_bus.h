#pragma once

#include <string>

namespace tests {

/// A session bus of the test's own with the accessibility service on it, as a desktop starts it,
/// and a screen reader (access_client) that listens there. Sets DBUS_SESSION_BUS_ADDRESS and takes
/// DISPLAY away, so that nothing of the person's own session is asked.
class AccessBus {
 public:
  AccessBus();
  ~AccessBus();
  AccessBus(const AccessBus&) = delete;
  AccessBus& operator=(const AccessBus&) = delete;

  const std::string& address() const { return address_; }
  /// What the screen reader answers to a command of access_client, but for events and the last ".".
  std::string ask(const std::string& command);
  /// Has events of a kind told from now on: returns when the program knows that somebody waits for
  /// them, since what came before that is told to nobody.
  void listen(const std::string& kind);
  /// Waits for an event that says all of `words`; the whole event, or empty after half a minute.
  std::string event(const std::string& words);
  /// As a desktop says that some assistive technology runs, or no longer does.
  void enable(bool on);
  void runScreenReader();  ///< the same, of one that speaks
  void end();              ///< of the bus, as when the session goes

 private:
  void say(const char* property, bool on);
  std::string line();

  std::string address_;
  std::string runtime_;  ///< folder of its sockets
  int bus_ = 0;
  int reader_ = 0;
  int toReader_ = -1;
  int fromReader_ = -1;
  std::string buffer_;
  std::string events_;
};

}  // namespace tests
