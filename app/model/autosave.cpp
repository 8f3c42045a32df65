#include "app/model/autosave.h"

#include <algorithm>

namespace app::model {

using journal::UtcTime;

void Autosave::changed(UtcTime now) {
  if (!firstChange_) firstChange_ = now;
  lastChange_ = now;
}

bool Autosave::due(UtcTime now) const {
  const auto left = wait(now);
  return left && left->count() <= 0;
}

void Autosave::started(UtcTime now) {
  savingSince_ = now;
  firstChange_.reset();
}

void Autosave::succeeded(UtcTime now) {
  savingSince_.reset();
  refusedAt_.reset();
  savedAt_ = now;
}

void Autosave::refused(UtcTime now) {
  // What was handed over is not on the disk: it is waiting again.
  if (!firstChange_) firstChange_ = savingSince_.value_or(now);
  savingSince_.reset();
  refusedAt_ = now;
}

void Autosave::reset(std::optional<UtcTime> savedAt) {
  *this = Autosave();
  savedAt_ = savedAt;
}

std::optional<std::chrono::milliseconds> Autosave::wait(UtcTime now) const {
  if (!firstChange_ || savingSince_) return std::nullopt;
  if (refusedAt_) {
    if (now < *refusedAt_) return std::chrono::milliseconds{0};
    return *refusedAt_ + kRetry - now;
  }
  // A clock that went backwards must not put a save off.
  if (now < lastChange_) return std::chrono::milliseconds{0};
  return std::min(lastChange_ + kPause, *firstChange_ + kAtMost) - now;
}

}  // namespace app::model
