#pragma once

#include <gtest/gtest.h>

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <mutex>
#include <set>
#include <string>

#include "journal/base/time.h"
#include "sync/room/room_client.h"

namespace app::circle {

class RealClock final : public journal::Clock {
 public:
  journal::UtcTime now() const override {
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
  }
  std::chrono::minutes utcOffset(journal::UtcTime) const override {
    return std::chrono::minutes(0);
  }
};

inline std::int64_t steadyNow() {
  return std::chrono::duration_cast<std::chrono::milliseconds>(
             std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

/// Wakes whoever waits whenever any client has something new.
class News {
 public:
  std::function<void()> bell() {
    return [this] {
      const std::lock_guard lock(mutex_);
      ++rung_;
      changed_.notify_all();
    };
  }
  /// Until `holds`, or a minute has passed.
  ::testing::AssertionResult until(const std::function<bool()>& holds) {
    const auto end = std::chrono::steady_clock::now() + std::chrono::minutes(1);
    while (!holds()) {
      std::unique_lock lock(mutex_);
      const auto before = rung_;
      if (!changed_.wait_until(lock, end, [&] { return rung_ != before; }))
        return holds() ? ::testing::AssertionSuccess() : ::testing::AssertionFailure();
    }
    return ::testing::AssertionSuccess();
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  int rung_ = 0;
};

inline std::set<std::string> textsOf(const syncing::room::RoomClient& client) {
  const auto seen = client.seen();
  std::set<std::string> texts;
  for (const auto& card : seen->view.cards) texts.insert(seen->cards.at(card.id).text);
  return texts;
}

inline journal::session::Event eventOf(journal::session::EventKind kind, int round = -1) {
  journal::session::Event event;
  event.kind = kind;
  event.round = static_cast<std::int16_t>(round);
  return event;
}

}  // namespace app::circle
