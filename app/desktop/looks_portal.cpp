#include <atomic>
#include <cstdint>
#include <cstring>
#include <utility>

#include "app/desktop/laptop_looks.h"
#include "app/desktop/session_bus.h"

namespace app::desktop {
namespace {

constexpr const char* kPortal = "org.freedesktop.portal.Desktop";
constexpr const char* kPath = "/org/freedesktop/portal/desktop";
constexpr const char* kSettings = "org.freedesktop.portal.Settings";
constexpr const char* kAppearance = "org.freedesktop.appearance";

/// Asks once, then follows changes, until it is destroyed.
class PortalLooks final : public LooksSource {
 public:
  PortalLooks(std::function<void()> wake, std::string address)
      : wake_(std::move(wake)), thread_(std::move(address), [this](sd_bus* bus) { begin(bus); }) {}

  LaptopLooks looks() const override { return {dark_, highContrast_}; }

 private:
  void begin(sd_bus* bus) {
    sd_bus_match_signal_async(bus, nullptr, kPortal, kPath, kSettings, "SettingChanged",
                              &PortalLooks::onChanged, nullptr, this);
    sd_bus_call_method_async(bus, nullptr, kPortal, kPath, kSettings, "ReadAll",
                             &PortalLooks::onAll, this, "as", 1, kAppearance);
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
  BusThread thread_;  ///< last: it uses the others
};

}  // namespace

std::unique_ptr<LooksSource> followPortal(std::function<void()> wake, std::string address) {
  return std::make_unique<PortalLooks>(std::move(wake), std::move(address));
}

}  // namespace app::desktop
