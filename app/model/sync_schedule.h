#pragma once

#include <chrono>
#include <optional>

#include "journal/base/time.h"

namespace app::model {

/// When a journal is synchronised by itself: when it is opened, a few seconds after a save, every
/// few minutes, and when somebody says so; less and less often while nobody answers. Pure: it is
/// told the time.
class SyncSchedule {
 public:
  static constexpr std::chrono::seconds kAfterSave{10};
  /// After the first save of a row of them. What was sent is a version of its own from then on
  /// (EditText::goesOn), so not after each pause of a typist.
  static constexpr std::chrono::minutes kAtMost{2};
  static constexpr std::chrono::minutes kEvery{5};
  static constexpr std::chrono::seconds kFirstRetry{15};
  static constexpr std::chrono::minutes kLastRetry{15};

  /// At once. Also when somebody says so.
  void told(journal::UtcTime now);
  void saved(journal::UtcTime now);
  void started(journal::UtcTime now);
  void succeeded(journal::UtcTime now);
  void failed(journal::UtcTime now);
  /// Nothing is open, or there is nothing to synchronise with.
  void reset();

  bool running() const { return running_; }
  bool due(journal::UtcTime now) const;
  /// How long until due() may turn true; nullopt when nothing waits.
  std::optional<std::chrono::milliseconds> wait(journal::UtcTime now) const;

 private:
  std::optional<journal::UtcTime> next() const;

  std::optional<journal::UtcTime> regular_;    ///< the next one in any case
  std::optional<journal::UtcTime> firstSave_;  ///< since the last start
  journal::UtcTime lastSave_{};
  bool failing_ = false;
  std::chrono::milliseconds retry_{0};
  bool running_ = false;
};

}  // namespace app::model
