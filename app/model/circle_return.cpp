#include "app/model/circle_return.h"

#include <algorithm>
#include <utility>

namespace app::model {
namespace {

/// Between two tries to reach the room by itself.
constexpr std::chrono::seconds kTryAgain{5};
/// Between two times that the journal is told of what changed.
constexpr std::chrono::milliseconds kNotesApart{800};

}  // namespace

void CircleReturn::look() {
  if (room_ != nullptr) room_->look();
}

void CircleReturn::tick(journal::UtcTime now) {
  if (room_ == nullptr) return;
  if (auto found = room_->takeLeft()) {
    left_ = std::move(found);
    againAt_.reset();
    if (left_->fresh) againAt_ = tried_ ? now + kTryAgain : now;
  }
}

void CircleReturn::goBack() {
  if (!left_ || room_ == nullptr) return;
  coming_ = std::exchange(left_, std::nullopt)->notes;
  againAt_.reset();
  tried_ = true;
  room_->goBack();
}

void CircleReturn::stayOut() {
  if (!left_ || room_ == nullptr) return;
  left_.reset();
  againAt_.reset();
  room_->needNotComeBack();
}

std::optional<CircleNotes> CircleReturn::arrived() {
  left_.reset();
  againAt_.reset();
  tried_ = false;
  kept_ = coming_.value_or(CircleNotes{});
  unkept_.reset();
  return std::exchange(coming_, std::nullopt);
}

void CircleReturn::note(CircleNotes notes, journal::UtcTime now) {
  if (notes == kept_) return unkept_.reset();
  unkept_ = std::move(notes);
  if (now - keptAt_ >= kNotesApart) keep(now);
}

void CircleReturn::keep(journal::UtcTime now) {
  kept_ = *std::exchange(unkept_, std::nullopt);
  keptAt_ = now;
  room_->note(kept_);
}

std::optional<std::chrono::milliseconds> CircleReturn::wait(journal::UtcTime now) const {
  std::optional<journal::UtcTime> next = left_ ? againAt_ : std::nullopt;
  if (unkept_ && (!next || keptAt_ + kNotesApart < *next)) next = keptAt_ + kNotesApart;
  if (!next) return std::nullopt;
  return std::max(std::chrono::milliseconds(0), *next - now);
}

void CircleReturn::flush(std::function<void(const journal::Result<void>&)> done) {
  if (unkept_) keep(context_.clock.now());
  if (room_ == nullptr || room_->settled()) return done({});
  behindJobs(context_, [this, done = std::move(done)] { flush(done); });
}

void CircleReturn::forget() {
  left_.reset();
  againAt_.reset();
  coming_.reset();
  unkept_.reset();
  kept_ = {};
  tried_ = false;
}

}  // namespace app::model
