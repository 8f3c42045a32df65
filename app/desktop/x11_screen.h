#pragma once

#include <memory>
#include <vector>

#include "app/paint/surface.h"

namespace app::desktop {

/// Pixels that a window of X11 shows: in memory shared with the X server where it runs on this
/// machine, else sent. UI thread only; goes before its window.
class X11Screen {
 public:
  virtual ~X11Screen() = default;
  /// The same memory until the size differs; then it is new, and black. Empty when there is none to
  /// be had.
  virtual paint::Surface surface(int width, int height) = 0;
  /// Returns when the X server has read them, so that they may be painted over.
  virtual void show(const std::vector<paint::Box>& boxes) = 0;
};

/// `display` is a Display*, `window` a Window. nullptr when its pixels are not 0x00RRGGBB in 32
/// bits of this machine's byte order.
std::unique_ptr<X11Screen> openX11Screen(void* display, unsigned long window);

}  // namespace app::desktop
