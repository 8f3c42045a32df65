#pragma once

#include <cstdint>

namespace app::paint {

/// ImGui packs red lowest (IM_COL32); a surface wants it highest. Alpha is left out.
inline std::uint32_t surfaceColour(std::uint32_t packed) {
  return (packed & 0xFFU) << 16 | (packed & 0xFF00U) | (packed >> 16 & 0xFFU);
}
inline std::uint32_t alphaOf(std::uint32_t packed) {
  return packed >> 24;
}

/// a * b / 255, rounded; both 0 to 255.
inline std::uint32_t product(std::uint32_t a, std::uint32_t b) {
  const std::uint32_t value = a * b + 128;
  return (value + (value >> 8)) >> 8;
}

/// `over` on `under`, two channels a multiplication: exact for alpha 0 and 255, else within one
/// step.
inline std::uint32_t blend(std::uint32_t under, std::uint32_t over, std::uint32_t alpha) {
  const std::uint32_t weight = alpha + (alpha >> 7);  // 0 to 256
  const std::uint32_t rest = 256 - weight;
  const std::uint32_t outer =
      ((under & 0xFF00FFU) * rest + (over & 0xFF00FFU) * weight + 0x800080U) >> 8 & 0xFF00FFU;
  const std::uint32_t middle =
      ((under & 0x00FF00U) * rest + (over & 0x00FF00U) * weight + 0x008000U) >> 8 & 0x00FF00U;
  return outer | middle;
}

}  // namespace app::paint
