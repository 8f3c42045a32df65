#pragma once

#include <imgui.h>

#include <optional>

#include "app/paint/surface.h"

namespace tests {

/// A pixel as exact arithmetic paints it, slowly; each channel 0 to 255.
struct ExactPixel {
  double red = 0;
  double green = 0;
  double blue = 0;
  int shapes = 0;  ///< that touched it
};

/// nullopt where the middle of the pixel is so near an edge that single precision may decide
/// otherwise.
std::optional<ExactPixel> exactPixel(const ImDrawData& drawn, const app::paint::Coverage& atlas,
                                     std::uint32_t background, int x, int y);

}  // namespace tests
