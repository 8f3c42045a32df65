#pragma once

#include <chrono>
#include <optional>

namespace app::desktop {

/// When the next frame is drawn: at once for a few frames after input, often while something moves,
/// at the caret's pace while it blinks, and otherwise not at all. Pure.
class FramePacing {
 public:
  /// Something happened: input, or a job ended.
  void happened() { framesLeft_ = kFramesAfterInput; }
  void drawn() {
    if (framesLeft_ > 0) --framesLeft_;
  }

  struct Wants {
    bool moving = false;  ///< a job runs, so something turns
    bool caret = false;   ///< the kit wants frames soon: caret, focus, fading
    std::optional<std::chrono::milliseconds> model;  ///< when the model next has something to do
    std::optional<double> message;                   ///< seconds until a message goes
  };
  /// Seconds to sleep; 0: draw now.
  double sleep(const Wants& wants) const;

 private:
  static constexpr int kFramesAfterInput = 3;
  int framesLeft_ = kFramesAfterInput;
};

}  // namespace app::desktop
