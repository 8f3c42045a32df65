#pragma once

#include <functional>
#include <memory>
#include <string>

namespace app::desktop {

/// Whether somebody reads the screen by other means, as the desktop says it
/// (org.a11y.Status on the session bus). Made by followAccessStatus().
class AccessStatus {
 public:
  virtual ~AccessStatus() = default;
  // What is known by now; false until something is. Neither blocks.
  virtual bool wanted() const = 0;        ///< some assistive technology listens
  virtual bool screenReader() const = 0;  ///< one that speaks
};

/// Asks on a thread of its own and follows changes, so that a screen reader that is started later
/// is noticed. Starts no service by asking. `changed` is called on that thread; it must outlive
/// this. `address` is of the bus; empty: the session's.
std::unique_ptr<AccessStatus> followAccessStatus(std::function<void()> changed,
                                                 std::string address = {});

}  // namespace app::desktop
