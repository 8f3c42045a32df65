#include <poll.h>
#include <sys/eventfd.h>
#include <systemd/sd-bus.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <thread>
#include <utility>

#include "app/desktop/laptop_looks.h"

namespace app::desktop {
namespace {

constexpr const char* kPortal = "org.freedesktop.portal.Desktop";
constexpr const char* kPath = "/org/freedesktop/portal/desktop";
constexpr const char* kSettings = "org.freedesktop.portal.Settings";
constexpr const char* kAppearance = "org.freedesktop.appearance";

struct CloseBus {
  void operator()(sd_bus* bus) const { sd_bus_close_unref(bus); }
};
using Bus = std::unique_ptr<sd_bus, CloseBus>;

Bus openBus(const std::string& address) {
  sd_bus* opened = nullptr;
  if (address.empty()) return Bus(sd_bus_open_user(&opened) >= 0 ? opened : nullptr);
  if (sd_bus_new(&opened) < 0) return nullptr;
  Bus bus(opened);
  const bool started = sd_bus_set_address(opened, address.c_str()) >= 0 &&
                       sd_bus_set_bus_client(opened, 1) >= 0 && sd_bus_start(opened) >= 0;
  return started ? std::move(bus) : nullptr;
}

/// Asks once, then follows changes, until it is destroyed.
class PortalLooks final : public LooksSource {
 public:
  PortalLooks(std::function<void()> wake, std::string address)
      : wake_(std::move(wake)),
        stop_(eventfd(0, EFD_CLOEXEC)),
        thread_([this, address = std::move(address)] { follow(address); }) {}

  ~PortalLooks() override {
    const std::uint64_t one = 1;
    // It cannot fail: the counter is far from full.
    if (write(stop_, &one, sizeof one) == sizeof one) thread_.join();
    close(stop_);
  }

  LaptopLooks looks() const override { return {dark_, highContrast_}; }

 private:
  void follow(const std::string& address) {
    const Bus bus = openBus(address);
    if (bus == nullptr) return;
    sd_bus_match_signal_async(bus.get(), nullptr, kPortal, kPath, kSettings, "SettingChanged",
                              &PortalLooks::onChanged, nullptr, this);
    sd_bus_call_method_async(bus.get(), nullptr, kPortal, kPath, kSettings, "ReadAll",
                             &PortalLooks::onAll, this, "as", 1, kAppearance);
    for (;;) {
      int done = 0;
      while ((done = sd_bus_process(bus.get(), nullptr)) > 0) {
      }
      if (done < 0 || !await(bus.get())) return;
    }
  }

  /// False when the thread is to end.
  bool await(sd_bus* bus) const {
    const int events = sd_bus_get_events(bus);
    pollfd waits[2] = {{sd_bus_get_fd(bus), static_cast<short>(std::max(events, 0)), 0},
                       {stop_, POLLIN, 0}};
    std::uint64_t until = UINT64_MAX;  // microseconds of the monotonic clock
    sd_bus_get_timeout(bus, &until);
    // A call that nobody answers ends by itself after a while; a second late does not matter.
    if (poll(waits, 2, until == UINT64_MAX ? -1 : 1000) < 0) return errno == EINTR;
    return (waits[1].revents & POLLIN) == 0;
  }

  /// "a{sa{sv}}": of each namespace its keys.
  static int onAll(sd_bus_message* reply, void* self, sd_bus_error*) {
    if (sd_bus_message_is_method_error(reply, nullptr) != 0) return 0;  // no portal: light
    if (sd_bus_message_enter_container(reply, 'a', "{sa{sv}}") < 0) return 0;
    while (sd_bus_message_enter_container(reply, 'e', "sa{sv}") > 0) {
      const char* group = nullptr;
      if (sd_bus_message_read(reply, "s", &group) < 0) return 0;
      if (sd_bus_message_enter_container(reply, 'a', "{sv}") < 0) return 0;
      while (sd_bus_message_enter_container(reply, 'e', "sv") > 0) {
        static_cast<PortalLooks*>(self)->take(reply, group);
        if (sd_bus_message_exit_container(reply) < 0) return 0;
      }
      sd_bus_message_exit_container(reply);
      sd_bus_message_exit_container(reply);
    }
    return 0;
  }

  /// "ssv": namespace, key, value.
  static int onChanged(sd_bus_message* signal, void* self, sd_bus_error*) {
    const char* group = nullptr;
    if (sd_bus_message_read(signal, "s", &group) < 0) return 0;
    static_cast<PortalLooks*>(self)->take(signal, group);
    return 0;
  }

  /// A key and its value, of any type: the message stands behind both afterwards.
  void take(sd_bus_message* message, const char* group) {
    const char* key = nullptr;
    const char* type = nullptr;
    if (sd_bus_message_read(message, "s", &key) < 0) return;
    const bool number = sd_bus_message_peek_type(message, nullptr, &type) > 0 && type != nullptr &&
                        std::strcmp(type, "u") == 0;
    if (!number || std::strcmp(group, kAppearance) != 0) {
      sd_bus_message_skip(message, "v");
      return;
    }
    std::uint32_t value = 0;
    if (sd_bus_message_read(message, "v", "u", &value) < 0) return;
    std::atomic<bool>* which = std::strcmp(key, "color-scheme") == 0 ? &dark_
                               : std::strcmp(key, "contrast") == 0   ? &highContrast_
                                                                     : nullptr;
    if (which == nullptr || which->exchange(value == 1) == (value == 1)) return;
    if (wake_) wake_();
  }

  std::function<void()> wake_;
  std::atomic<bool> dark_ = false;
  std::atomic<bool> highContrast_ = false;
  int stop_;
  std::thread thread_;  ///< last: it uses the others
};

}  // namespace

std::unique_ptr<LooksSource> followPortal(std::function<void()> wake, std::string address) {
  return std::make_unique<PortalLooks>(std::move(wake), std::move(address));
}

}  // namespace app::desktop
