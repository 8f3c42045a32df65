#pragma once

#include <functional>
#include <memory>
#include <string>

#include "app/desktop/access/access_key.h"
#include "app/desktop/access/access_tree.h"
#include "journal/base/result.h"

// The way to AT-SPI. Its libraries (GLib, ATK and its D-Bus bridge) live in a module that is loaded
// when somebody who needs it is there, so that nobody else waits for them at start-up.

namespace app::desktop {

/// What a screen reader asks of the window on behalf of whoever uses it.
struct AccessWish {
  enum class Kind : std::uint8_t { Press, Focus };
  Kind kind = Kind::Press;
  std::string id;  ///< AccessNode::id
};

/// Called on the bridge's thread; each must be quick, and stay callable until the bridge is gone.
struct AccessListener {
  std::function<void(AccessWish)> wish;
  /// A screen reader took the key of this ticket for itself, or left it.
  std::function<void(std::uint64_t ticket, bool taken)> answer;
};

/// Shows trees on the accessibility bus from a thread of its own, until it is destroyed. Only one
/// at a time: ATK knows one application a process.
class AccessBridge {
 public:
  virtual ~AccessBridge() = default;
  /// From the UI thread. Never waits for the bus: a tree that is not out when the next comes is
  /// passed over.
  virtual void show(std::shared_ptr<const AccessTree> tree) = 0;
  /// Offers a key to whoever listens for keys; the answer comes to the listener, in order.
  virtual void offer(AccessKey key) = 0;
};

/// What the module exports.
struct AccessModule {
  std::unique_ptr<AccessBridge> (*start)(AccessListener listener);
};

/// Loads the module the first time; Internal when it is not where it was installed. One thread at a
/// time.
journal::Result<const AccessModule*> loadAccessModule();

}  // namespace app::desktop
