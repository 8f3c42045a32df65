#pragma once

#include <cmath>
#include <cstdint>

namespace app::paint {

/// Where a rectangle's pixels lie in a texture along one axis.
struct Along {
  float first;  ///< texel under the middle of pixel 0 of the surface, 8 bits after the point
  float step;   ///< texels a pixel
  std::int32_t at(int pixel) const {
    return static_cast<std::int32_t>(std::lround(first + step * static_cast<float>(pixel)));
  }
};

inline Along along(float from, float to, float textureFrom, float textureTo, int texels) {
  constexpr float kOne = 256;  // 8 bits after the point
  const float size = static_cast<float>(texels) * kOne;
  const float step = (textureTo - textureFrom) * size / (to - from);
  return {textureFrom * size - kOne / 2 + (0.5F - from) * step, step};
}

}  // namespace app::paint
