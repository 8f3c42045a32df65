#pragma once

#include <signal.h>

#include <atomic>
#include <functional>
#include <thread>

namespace app::desktop {

/// Turns SIGTERM and SIGINT (a closing session, Ctrl C) into a wish to leave, so that everything is
/// saved first. Make it before any other thread: the signals are kept from every thread made after
/// it.
class TerminationWatch {
 public:
  /// `wake` is called on the watch's own thread.
  explicit TerminationWatch(std::function<void()> wake);
  ~TerminationWatch();
  TerminationWatch(const TerminationWatch&) = delete;
  TerminationWatch& operator=(const TerminationWatch&) = delete;

  /// True once for each time the wish was made.
  bool takeWish() { return wished_.exchange(false); }

 private:
  sigset_t signals_{};
  std::function<void()> wake_;
  std::atomic<bool> wished_{false};
  std::atomic<bool> ending_{false};
  std::thread thread_;
};

}  // namespace app::desktop
