#include <atk-bridge.h>

#include <mutex>
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

void introduceOurselves(AtkObject* application) {
  g_root = application;
  auto* util = ATK_UTIL_CLASS(g_type_class_ref(ATK_TYPE_UTIL));
  util->get_root = root;
  util->get_toolkit_name = toolkitName;
  util->get_toolkit_version = toolkitVersion;
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
    ShownTree shown(kTitle, std::move(listener.wish));
    introduceOurselves(shown.application());
    // Without a bus nobody is there to be told anything; the thread then only waits for its end.
    const bool connected = atk_bridge_adaptor_init(nullptr, nullptr) == 0;
    shown_ = &shown;
    g_main_loop_run(loop_);
    shown_ = nullptr;
    if (connected) atk_bridge_adaptor_cleanup();
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
  ShownTree* shown_ = nullptr;  ///< the thread's
  std::mutex mutex_;
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
afternoteAccess1();

const app::desktop::AccessModule* afternoteAccess1() {
  static const app::desktop::AccessModule module{app::desktop::startBridge};
  return &module;
}
