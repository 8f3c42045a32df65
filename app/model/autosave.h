#pragma once

#include <chrono>
#include <optional>

#include "journal/base/time.h"

namespace app::model {

/// When words being typed are written to the disk: 800 ms after the last key, and at most 5 s apart
/// while typing goes on (DESIGN.md 13). After the disk refused, again after 10 s. Pure: it is told
/// the time. One save is in flight at a time.
class Autosave {
 public:
  static constexpr std::chrono::milliseconds kPause{800};
  static constexpr std::chrono::milliseconds kAtMost{5000};
  static constexpr std::chrono::milliseconds kRetry{10000};

  void changed(journal::UtcTime now);
  bool due(journal::UtcTime now) const;
  void started(journal::UtcTime now);
  void succeeded(journal::UtcTime now);
  void refused(journal::UtcTime now);
  /// Nothing typed, nothing saved: another text is shown. `savedAt`: when it was last written.
  void reset(std::optional<journal::UtcTime> savedAt);

  bool dirty() const { return firstChange_.has_value(); }
  bool saving() const { return savingSince_.has_value(); }
  bool refusedLast() const { return refusedAt_.has_value(); }
  bool settled() const { return !dirty() && !saving(); }
  std::optional<journal::UtcTime> savedAt() const { return savedAt_; }
  std::optional<journal::UtcTime> savingSince() const { return savingSince_; }
  /// How long until due() may turn true; nullopt when nothing waits.
  std::optional<std::chrono::milliseconds> wait(journal::UtcTime now) const;

 private:
  std::optional<journal::UtcTime> firstChange_;  ///< not yet handed to a save
  journal::UtcTime lastChange_{};
  std::optional<journal::UtcTime> savingSince_;
  std::optional<journal::UtcTime> savedAt_;
  std::optional<journal::UtcTime> refusedAt_;
};

}  // namespace app::model
