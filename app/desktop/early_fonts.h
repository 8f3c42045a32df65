#pragma once

#include <future>
#include <memory>

#include "app/ui/kit.h"

namespace app::desktop {

/// Bakes the first fonts on a thread of its own while the window opens: both take about as long,
/// and neither needs the other. Use from the UI thread.
class EarlyFonts {
 public:
  explicit EarlyFonts(ui::FontPaths paths);

  /// Before any ImGui context exists: from then on its allocator counts for the UI thread alone.
  void start(float scale, bool easyLetters);

  /// For ui::Kit. Waits for what was started; whatever was not baked early is baked when asked for.
  /// The first call comes before the context is made (ui::Kit's constructor).
  ui::FontLoader loader();

 private:
  struct Early {
    float scale = 0;
    bool easyLetters = false;
    std::future<std::shared_ptr<ui::FontBook>> book;
  };
  ui::FontLoader build_;
  std::shared_ptr<Early> early_;
};

}  // namespace app::desktop
