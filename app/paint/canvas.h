#pragma once

#include <imgui.h>

#include <cstdint>
#include <vector>

#include "app/paint/changes.h"
#include "app/paint/shapes.h"
#include "app/paint/surface.h"

namespace app::paint {

/// Keeps the pixels of a window as ImGui drew it, with the processor alone, and paints only what
/// differs from the frame before. Pictures (pixels.h) are drawn by their address as texture. As
/// OpenGL would paint it, to within two steps of 255 a channel. Costs of one frame of 1440 by 900
/// on an old laptop's processor: about 5 ms when all of it differs, 0.3 ms when a letter was typed.
/// UI thread only.
class Canvas {
 public:
  /// The letters to paint with from now on; they must outlive the last paint(). Everything is
  /// painted again.
  void setAtlas(const Coverage& atlas);

  /// The boxes of `surface` that it painted; none when nothing differs. `background`: 0x00RRGGBB.
  /// The surface must hold what the last call left there: after a change of its memory or its size,
  /// everything is painted again.
  const std::vector<Box>& paint(const ImDrawData& drawn, std::uint32_t background,
                                const Surface& surface);

 private:
  void paintBox(const Box& box, std::uint32_t background) const;

  Coverage atlas_;
  Surface surface_;
  std::vector<Shape> shapes_;
  Changes changes_;
};

}  // namespace app::paint
