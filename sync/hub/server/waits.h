#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <string>

namespace syncing::hub {

/// Requests that wait for news, by the name of what they wait for. Any thread.
class Waits {
 public:
  using Ticket = std::uint64_t;

  /// `wake` is called once at most, on the thread that wakes; it must not come back here.
  Ticket add(const std::string& name, std::function<void()> wake);
  /// Not woken from now on, unless it has begun.
  void remove(const std::string& name, Ticket ticket);
  void wake(const std::string& name);
  void wakeAll();

 private:
  using Sleepers = std::map<Ticket, std::function<void()>>;
  mutable std::mutex mutex_;
  Ticket next_ = 1;                        // guarded by mutex_
  std::map<std::string, Sleepers> waits_;  // guarded by mutex_
};

}  // namespace syncing::hub
