#include <atk-bridge.h>
#include <dbus/dbus.h>

#include <deque>
#include <mutex>
#include <string>
#include <thread>
#include <utility>

#include "app/desktop/access/bridge/shown_tree.h"

// The thread that runs GLib's main loop and answers the accessibility bus; and the module's door.

namespace app::desktop {
namespace {

constexpr const char* kTitle = "Afternote";

AtkObject* g_root = nullptr;  // ATK asks for it by a function without an argument

AtkObject* root() {
  return g_root;
}
const gchar* toolkitName() {
  return kTitle;
}
const gchar* toolkitVersion() {
  return "1";
}

/// Who wants to hear keys before the window does: ATK's bridge, once somebody asked it to.
struct KeyHearer {
  AtkKeySnoopFunc hear = nullptr;
  gpointer data = nullptr;
};
KeyHearer g_keys;  // the bridge's thread's; ATK hands it over by a function without an owner

guint addKeyHearer(AtkKeySnoopFunc hear, gpointer data) {
  g_keys = {hear, data};
  return 1;
}
void removeKeyHearer(guint) {
  g_keys = {};
}

/// Waits for the screen reader, which is why it is not done on the UI thread.
bool isTaken(const AccessKey& key) {
  if (g_keys.hear == nullptr) return false;
  std::string text = key.text;
  AtkKeyEventStruct event{};
  event.type = key.pressed ? ATK_KEY_EVENT_PRESS : ATK_KEY_EVENT_RELEASE;
  event.state = key.mods;
  event.keyval = key.symbol;
  event.keycode = key.code;
  event.timestamp = key.time;
  event.string = text.data();
  event.length = static_cast<gint>(text.size());
  return g_keys.hear(&event, g_keys.data) != 0;
}

void introduceOurselves(AtkObject* application) {
  g_root = application;
  auto* util = ATK_UTIL_CLASS(g_type_class_ref(ATK_TYPE_UTIL));
  util->get_root = root;
  util->get_toolkit_name = toolkitName;
  util->get_toolkit_version = toolkitVersion;
  util->add_key_event_listener = addKeyHearer;
  util->remove_key_event_listener = removeKeyHearer;
}

/// libdbus ends the program when a session's bus goes, unless told not to: nothing would be saved.
void outliveTheBus() {
  DBusConnection* session = dbus_bus_get(DBUS_BUS_SESSION, nullptr);
  if (session == nullptr) return;
  dbus_connection_set_exit_on_disconnect(session, FALSE);
  dbus_connection_unref(session);
}

class AtkBridge final : public AccessBridge {
 public:
  explicit AtkBridge(AccessListener listener)
      : loop_(g_main_loop_new(nullptr, FALSE)),
        thread_([this, listener = std::move(listener)]() mutable { work(std::move(listener)); }) {}

  ~AtkBridge() override {
    onThread([](gpointer self) -> gboolean {
      g_main_loop_quit(static_cast<AtkBridge*>(self)->loop_);
      return G_SOURCE_REMOVE;
    });
    thread_.join();
    g_main_loop_unref(loop_);
  }

  void show(std::shared_ptr<const AccessTree> tree) override {
    {
      const std::lock_guard lock(mutex_);
      const bool waits = next_ != nullptr;
      next_ = std::move(tree);
      if (waits) return;
    }
    onThread([](gpointer self) -> gboolean {
      static_cast<AtkBridge*>(self)->showNext();
      return G_SOURCE_REMOVE;
    });
  }

  void offer(AccessKey key) override {
    {
      const std::lock_guard lock(mutex_);
      keys_.push_back(std::move(key));
    }
    onThread([](gpointer self) -> gboolean {
      static_cast<AtkBridge*>(self)->offerNext();
      return G_SOURCE_REMOVE;
    });
  }

 private:
  /// Does it on the bridge's thread. Not g_main_context_invoke(), which may run it at once,
  /// here.
  void onThread(GSourceFunc doThis) {
    GSource* source = g_idle_source_new();
    g_source_set_priority(source, G_PRIORITY_DEFAULT);
    g_source_set_callback(source, doThis, this, nullptr);
    g_source_attach(source, nullptr);
    g_source_unref(source);
  }

  void work(AccessListener listener) {
    answer_ = std::move(listener.answer);
    ShownTree shown(kTitle, std::move(listener.wish));
    introduceOurselves(shown.application());
    outliveTheBus();
    // Without a bus nobody is there to be told anything; the thread then only waits for its end.
    const bool connected = atk_bridge_adaptor_init(nullptr, nullptr) == 0;
    shown_ = &shown;
    g_main_loop_run(loop_);
    shown_ = nullptr;
    if (connected) atk_bridge_adaptor_cleanup();
  }

  void offerNext() {
    AccessKey key;
    {
      const std::lock_guard lock(mutex_);
      key = std::move(keys_.front());
      keys_.pop_front();
    }
    answer_(key.ticket, isTaken(key));
  }

  void showNext() {
    std::shared_ptr<const AccessTree> tree;
    {
      const std::lock_guard lock(mutex_);
      tree = std::exchange(next_, nullptr);
    }
    if (tree != nullptr && shown_ != nullptr) shown_->show(std::move(tree));
  }

  GMainLoop* loop_;
  ShownTree* shown_ = nullptr;                       ///< the thread's
  std::function<void(std::uint64_t, bool)> answer_;  ///< the thread's
  std::mutex mutex_;
  std::deque<AccessKey> keys_;              ///< protected by mutex_
  std::shared_ptr<const AccessTree> next_;  ///< protected by mutex_
  std::thread thread_;                      ///< last: it uses the others
};

std::unique_ptr<AccessBridge> startBridge(AccessListener listener) {
  return std::make_unique<AtkBridge>(std::move(listener));
}

}  // namespace
}  // namespace app::desktop

/// The one symbol of the module (access_loader.cpp).
extern "C" __attribute__((visibility("default"))) const app::desktop::AccessModule*
afternoteAccess2();

const app::desktop::AccessModule* afternoteAccess2() {
  static const app::desktop::AccessModule module{app::desktop::startBridge};
  return &module;
}
