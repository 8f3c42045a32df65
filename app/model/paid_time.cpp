#include "app/model/paid_time.h"

#include <fmt/format.h>

#include <algorithm>

namespace app::model {

using std::chrono::milliseconds;
using std::chrono::seconds;

void PaidTime::allow(std::chrono::minutes allowance) {
  *this = PaidTime();
  allowance_ = allowance;
}

void PaidTime::stirred(journal::UtcTime now) {
  tick(now);
  lastStir_ = now;
  countedTo_ = now;
}

void PaidTime::tick(journal::UtcTime now) {
  if (!countedTo_ || !lastStir_) return;
  const journal::UtcTime until = std::min(now, *lastStir_ + kThere);
  if (until <= *countedTo_) return;
  const milliseconds passed = until - *countedTo_;
  countedTo_ = until;
  if (!on() || paused_) return;
  const milliseconds left = std::max(milliseconds{0}, milliseconds(allowance_) - spent_);
  const milliseconds counted = std::min(passed, left);
  spent_ += counted;
  uncounted_ += counted;
}

void PaidTime::pause(journal::UtcTime now) {
  stirred(now);
  paused_ = !paused_;
}

void PaidTime::leave(journal::UtcTime now) {
  tick(now);
  lastStir_.reset();
  countedTo_.reset();
}

seconds PaidTime::takeCounted() {
  const auto whole = std::chrono::floor<seconds>(uncounted_);
  uncounted_ -= whole;
  return whole;
}

std::optional<milliseconds> PaidTime::wait(journal::UtcTime now) const {
  if (!on() || !running() || now >= *lastStir_ + kThere) return std::nullopt;
  return milliseconds{1000} - spent_ % milliseconds{1000};
}

PaidTimeModel PaidTime::model() const {
  PaidTimeModel model;
  model.on = on();
  if (!model.on) return model;
  const milliseconds whole(allowance_);
  model.fraction =
      std::min(1.0F, static_cast<float>(spent_.count()) / static_cast<float>(whole.count()));
  model.over = over();
  model.lastMinute = !model.over && whole - spent_ <= std::chrono::minutes{1};
  model.paused = paused_;
  model.words = clockWords(spent_) + " of " + clockWords(whole);
  return model;
}

std::string monthOf(journal::LocalDate date) {
  return journal::isoDate(date).substr(0, 7);
}

std::string clockWords(milliseconds time) {
  const auto whole = std::chrono::floor<seconds>(time).count();
  return fmt::format("{}:{:02}", whole / 60, whole % 60);
}

}  // namespace app::model
