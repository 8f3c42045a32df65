#include "app/desktop/session_bus.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <utility>

namespace app::desktop {
namespace {

Bus openBus(const std::string& address) {
  sd_bus* opened = nullptr;
  if (address.empty()) return Bus(sd_bus_open_user(&opened) >= 0 ? opened : nullptr);
  if (sd_bus_new(&opened) < 0) return nullptr;
  Bus bus(opened);
  const bool started = sd_bus_set_address(opened, address.c_str()) >= 0 &&
                       sd_bus_set_bus_client(opened, 1) >= 0 && sd_bus_start(opened) >= 0;
  return started ? std::move(bus) : nullptr;
}

}  // namespace

BusThread::BusThread(std::string address, std::function<void(sd_bus*)> begin)
    : stop_(eventfd(0, EFD_CLOEXEC)),
      thread_([this, address = std::move(address), begin = std::move(begin)] {
        follow(address, begin);
      }) {}

BusThread::~BusThread() {
  const std::uint64_t one = 1;
  // It cannot fail: the counter is far from full.
  if (write(stop_, &one, sizeof one) == sizeof one) thread_.join();
  close(stop_);
}

void BusThread::follow(const std::string& address,
                       const std::function<void(sd_bus*)>& begin) const {
  const Bus bus = openBus(address);
  if (bus == nullptr) return;
  begin(bus.get());
  for (;;) {
    int done = 0;
    while ((done = sd_bus_process(bus.get(), nullptr)) > 0) {
    }
    if (done < 0 || !await(bus.get())) return;
  }
}

/// False when the thread is to end.
bool BusThread::await(sd_bus* bus) const {
  const int events = sd_bus_get_events(bus);
  pollfd waits[2] = {{sd_bus_get_fd(bus), static_cast<short>(std::max(events, 0)), 0},
                     {stop_, POLLIN, 0}};
  std::uint64_t until = UINT64_MAX;  // microseconds of the monotonic clock
  sd_bus_get_timeout(bus, &until);
  // A call that nobody answers ends by itself after a while; a second late does not matter.
  if (poll(waits, 2, until == UINT64_MAX ? -1 : 1000) < 0) return errno == EINTR;
  return (waits[1].revents & POLLIN) == 0;
}

}  // namespace app::desktop
