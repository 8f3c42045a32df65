#pragma once

#include <systemd/sd-bus.h>

#include <functional>
#include <memory>
#include <string>
#include <thread>

namespace app::desktop {

struct CloseBus {
  void operator()(sd_bus* bus) const { sd_bus_close_unref(bus); }
};
using Bus = std::unique_ptr<sd_bus, CloseBus>;

/// A thread that listens to the session bus until it is destroyed, which it never waits long for.
/// Ends by itself when there is no bus, or it goes.
class BusThread {
 public:
  /// `begin` is called once, on the thread, with the open bus: it asks and subscribes there.
  /// `address` is of the bus; empty: the session's.
  BusThread(std::string address, std::function<void(sd_bus*)> begin);
  ~BusThread();
  BusThread(const BusThread&) = delete;
  BusThread& operator=(const BusThread&) = delete;

 private:
  void follow(const std::string& address, const std::function<void(sd_bus*)>& begin) const;
  bool await(sd_bus* bus) const;

  int stop_;
  std::thread thread_;  ///< last: it uses the others
};

}  // namespace app::desktop
