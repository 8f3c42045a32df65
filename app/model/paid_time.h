#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "app/model/aside_model.h"
#include "journal/base/time.h"

namespace app::model {

/// The minutes a tutor is paid to reflect (DESIGN.md 13). They pass only while somebody is there: a
/// key or the pointer moved in the last 90 s; at the end the clock waits. Pure: it is told the
/// time.
class PaidTime {
 public:
  static constexpr std::chrono::seconds kThere{90};

  /// Starts again from nothing with this allowance; zero: none is paid.
  void allow(std::chrono::minutes allowance);
  /// Somebody is there, and this screen is in front.
  void stirred(journal::UtcTime now);
  /// Counts up to `now`. Call before anything is read.
  void tick(journal::UtcTime now);
  void pause(journal::UtcTime now);  ///< or resume
  /// This screen is no longer in front: what passes from here on does not count.
  void leave(journal::UtcTime now);

  std::chrono::milliseconds spent() const { return spent_; }
  /// What was counted since it was last asked: for the total.
  std::chrono::seconds takeCounted();
  std::chrono::milliseconds uncounted() const { return uncounted_; }
  bool running() const { return !paused_ && lastStir_.has_value() && !over(); }
  bool over() const { return on() && spent_ >= allowance_; }
  bool on() const { return allowance_.count() > 0; }
  /// Until the shown seconds change; nullopt when they do not.
  std::optional<std::chrono::milliseconds> wait(journal::UtcTime now) const;
  PaidTimeModel model() const;

 private:
  std::chrono::minutes allowance_{0};
  std::chrono::milliseconds spent_{0};
  std::chrono::milliseconds uncounted_{0};
  std::optional<journal::UtcTime> lastStir_;
  std::optional<journal::UtcTime> countedTo_;
  bool paused_ = false;
};

/// What paid time is added up by: "2026-01".
std::string monthOf(journal::LocalDate date);

/// "4:12"
std::string clockWords(std::chrono::milliseconds time);

}  // namespace app::model
