#include "app/desktop/frame_pacing.h"

#include <algorithm>

namespace app::desktop {
namespace {
constexpr double kMoving = 1.0 / 30;
constexpr double kCaret = 0.53 / 2;
constexpr double kForever = 3600;
}  // namespace

double FramePacing::sleep(const Wants& wants) const {
  if (framesLeft_ > 0) return 0;
  double seconds = kForever;
  if (wants.caret) seconds = std::min(seconds, kCaret);
  if (wants.moving) seconds = std::min(seconds, kMoving);
  if (wants.message) seconds = std::min(seconds, *wants.message);
  if (wants.model) {
    const double model = std::chrono::duration<double>(*wants.model).count();
    seconds = std::min(seconds, std::max(model, 0.0));
  }
  return std::max(seconds, 0.004);
}

}  // namespace app::desktop
