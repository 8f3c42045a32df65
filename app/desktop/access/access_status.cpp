#include "app/desktop/access/access_status.h"

#include <atomic>
#include <cstring>
#include <utility>

#include "app/desktop/session_bus.h"

namespace app::desktop {
namespace {

constexpr const char* kService = "org.a11y.Bus";
constexpr const char* kObject = "/org/a11y/bus";
constexpr const char* kStatus = "org.a11y.Status";
constexpr const char* kProperties = "org.freedesktop.DBus.Properties";

class BusAccessStatus final : public AccessStatus {
 public:
  BusAccessStatus(std::function<void()> changed, std::string address)
      : changed_(std::move(changed)),
        thread_(std::move(address), [this](sd_bus* bus) { begin(bus); }) {}

  bool wanted() const override { return enabled_ || screenReader_; }
  bool screenReader() const override { return screenReader_; }

 private:
  void begin(sd_bus* bus) {
    sd_bus_match_signal_async(bus, nullptr, kService, kObject, kProperties, "PropertiesChanged",
                              &BusAccessStatus::onChanged, nullptr, this);
    // The service may come later than we do, and then says nothing by itself.
    sd_bus_add_match_async(bus, nullptr,
                           "type='signal',sender='org.freedesktop.DBus',"
                           "member='NameOwnerChanged',arg0='org.a11y.Bus'",
                           &BusAccessStatus::onOwner, nullptr, this);
    ask(bus);
  }

  void ask(sd_bus* bus) {
    sd_bus_message* call = nullptr;
    if (sd_bus_message_new_method_call(bus, &call, kService, kObject, kProperties, "GetAll") < 0)
      return;
    sd_bus_message_set_auto_start(call, 0);
    if (sd_bus_message_append(call, "s", kStatus) >= 0) {
      sd_bus_call_async(bus, nullptr, call, &BusAccessStatus::onAll, this, 0);
    }
    sd_bus_message_unref(call);
  }

  static int onOwner(sd_bus_message* signal, void* self, sd_bus_error*) {
    const char* name = nullptr;
    const char* before = nullptr;
    const char* after = nullptr;
    if (sd_bus_message_read(signal, "sss", &name, &before, &after) < 0) return 0;
    auto* status = static_cast<BusAccessStatus*>(self);
    if (*after != '\0') {
      status->ask(sd_bus_message_get_bus(signal));
    } else {
      status->set(status->enabled_, false);
      status->set(status->screenReader_, false);
    }
    return 0;
  }

  static int onAll(sd_bus_message* reply, void* self, sd_bus_error*) {
    const bool answered = sd_bus_message_is_method_error(reply, nullptr) == 0;
    if (answered) static_cast<BusAccessStatus*>(self)->takeAll(reply);
    return 0;
  }

  /// "sa{sv}as": of which interface, what changed, what else did.
  static int onChanged(sd_bus_message* signal, void* self, sd_bus_error*) {
    const char* interface = nullptr;
    if (sd_bus_message_read(signal, "s", &interface) < 0) return 0;
    if (std::strcmp(interface, kStatus) == 0) static_cast<BusAccessStatus*>(self)->takeAll(signal);
    return 0;
  }

  void takeAll(sd_bus_message* message) {
    if (sd_bus_message_enter_container(message, 'a', "{sv}") < 0) return;
    while (sd_bus_message_enter_container(message, 'e', "sv") > 0) {
      const char* key = nullptr;
      if (sd_bus_message_read(message, "s", &key) < 0) return;
      std::atomic<bool>* which = std::strcmp(key, "IsEnabled") == 0             ? &enabled_
                                 : std::strcmp(key, "ScreenReaderEnabled") == 0 ? &screenReader_
                                                                                : nullptr;
      int on = 0;
      if (which == nullptr) {
        sd_bus_message_skip(message, "v");
      } else if (sd_bus_message_read(message, "v", "b", &on) >= 0) {
        set(*which, on != 0);
      }
      if (sd_bus_message_exit_container(message) < 0) return;
    }
  }

  void set(std::atomic<bool>& which, bool on) {
    if (which.exchange(on) != on && changed_) changed_();
  }

  std::function<void()> changed_;
  std::atomic<bool> enabled_ = false;
  std::atomic<bool> screenReader_ = false;
  BusThread thread_;  ///< last: it uses the others
};

}  // namespace

std::unique_ptr<AccessStatus> followAccessStatus(std::function<void()> changed,
                                                 std::string address) {
  return std::make_unique<BusAccessStatus>(std::move(changed), std::move(address));
}

}  // namespace app::desktop
