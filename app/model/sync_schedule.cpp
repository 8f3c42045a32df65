#include "app/model/sync_schedule.h"

#include <algorithm>

namespace app::model {

using journal::UtcTime;

void SyncSchedule::told(UtcTime now) {
  regular_ = now;
  failing_ = false;
}

void SyncSchedule::saved(UtcTime now) {
  if (!firstSave_) firstSave_ = now;
  lastSave_ = now;
}

void SyncSchedule::started(UtcTime now) {
  running_ = true;
  firstSave_.reset();
  regular_ = now + kEvery;
}

void SyncSchedule::succeeded(UtcTime now) {
  running_ = false;
  failing_ = false;
  retry_ = std::chrono::milliseconds{0};
  regular_ = now + kEvery;
}

void SyncSchedule::failed(UtcTime now) {
  running_ = false;
  failing_ = true;
  retry_ = retry_.count() == 0 ? std::chrono::milliseconds{kFirstRetry}
                               : std::min<std::chrono::milliseconds>(retry_ * 2, kLastRetry);
  regular_ = now + retry_;
}

void SyncSchedule::reset() {
  *this = SyncSchedule();
}

std::optional<UtcTime> SyncSchedule::next() const {
  // While nobody answers, a save is no reason to ask sooner.
  if (!firstSave_ || failing_ || !regular_) return regular_;
  return std::min(*regular_, std::min<UtcTime>(lastSave_ + kAfterSave, *firstSave_ + kAtMost));
}

bool SyncSchedule::due(UtcTime now) const {
  const auto at = next();
  return !running_ && at && now >= *at;
}

std::optional<std::chrono::milliseconds> SyncSchedule::wait(UtcTime now) const {
  const auto at = next();
  if (running_ || !at) return std::nullopt;
  return std::max(std::chrono::milliseconds{0}, *at - now);
}

}  // namespace app::model
