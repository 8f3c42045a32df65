#include "app/desktop/termination_watch.h"

#include <utility>

namespace app::desktop {

TerminationWatch::TerminationWatch(std::function<void()> wake) : wake_(std::move(wake)) {
  sigemptyset(&signals_);
  sigaddset(&signals_, SIGTERM);
  sigaddset(&signals_, SIGINT);
  pthread_sigmask(SIG_BLOCK, &signals_, nullptr);
  thread_ = std::thread([this] {
    for (int signal = 0; sigwait(&signals_, &signal) == 0 && !ending_;) {
      wished_ = true;
      wake_();
    }
  });
}

TerminationWatch::~TerminationWatch() {
  ending_ = true;
  pthread_kill(thread_.native_handle(), SIGTERM);
  thread_.join();
}

}  // namespace app::desktop
