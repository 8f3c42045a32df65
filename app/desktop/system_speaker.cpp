#include <speech-dispatcher/libspeechd.h>

#include <condition_variable>
#include <cstdlib>
#include <deque>
#include <mutex>
#include <stop_token>
#include <thread>
#include <utility>

#include "app/desktop/speaker.h"

namespace app::desktop {
namespace {

struct CloseSpeech {
  void operator()(SPDConnection* connection) const { spd_close(connection); }
};
using Connection = std::unique_ptr<SPDConnection, CloseSpeech>;

Connection connect() {
  char* problem = nullptr;
  Connection connection(
      spd_open2("afternote", "main", nullptr, SPD_MODE_SINGLE, nullptr, 1, &problem));
  std::free(problem);  // its words are of no use to a listener
  return connection;
}

class SystemSpeaker final : public Speaker {
 public:
  explicit SystemSpeaker(std::function<void()> missing)
      : thread_([this, missing = std::move(missing)](const std::stop_token& stop) {
          work(stop, missing);
        }) {}

  void say(std::string words, bool interrupts) override {
    {
      const std::lock_guard lock(mutex_);
      if (interrupts) drop();
      waiting_.push_back(std::move(words));
    }
    asked_.notify_one();
  }

  void silence() override {
    {
      const std::lock_guard lock(mutex_);
      drop();
    }
    asked_.notify_one();
  }

 private:
  /// Under the lock.
  void drop() {
    waiting_.clear();
    cancel_ = true;
  }

  void work(const std::stop_token& stop, const std::function<void()>& missing) {
    const Connection connection = connect();
    if (connection == nullptr && missing) missing();
    for (;;) {
      std::deque<std::string> words;
      bool cancel = false;
      {
        std::unique_lock lock(mutex_);
        if (!asked_.wait(lock, stop, [this] { return cancel_ || !waiting_.empty(); })) break;
        words.swap(waiting_);
        cancel = std::exchange(cancel_, false);
      }
      if (connection == nullptr) continue;
      if (cancel) spd_cancel(connection.get());
      // Not SPD_TEXT: a newer text would push out the one before it, which only we decide.
      for (const std::string& each : words) spd_say(connection.get(), SPD_MESSAGE, each.c_str());
    }
    if (connection != nullptr) spd_cancel(connection.get());
  }

  std::mutex mutex_;
  std::condition_variable_any asked_;
  std::deque<std::string> waiting_;  ///< protected by mutex_
  bool cancel_ = false;              ///< protected by mutex_
  std::jthread thread_;              ///< last: joins before what it uses goes
};

}  // namespace

std::unique_ptr<Speaker> systemSpeaker(std::function<void()> missing) {
  return std::make_unique<SystemSpeaker>(std::move(missing));
}

}  // namespace app::desktop
