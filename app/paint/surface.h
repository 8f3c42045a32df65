#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

struct ImFontAtlas;

namespace app::paint {

/// Whole pixels: right and bottom are one past the last.
struct Box {
  int left = 0;
  int top = 0;
  int right = 0;
  int bottom = 0;
  bool empty() const { return left >= right || top >= bottom; }
  friend bool operator==(const Box&, const Box&) = default;
};

inline Box common(const Box& a, const Box& b) {
  return {std::max(a.left, b.left), std::max(a.top, b.top), std::min(a.right, b.right),
          std::min(a.bottom, b.bottom)};
}

/// Pixels of somebody else, top row first, each 0x00RRGGBB. What is in the highest byte is nobody's
/// business.
struct Surface {
  std::uint32_t* pixels = nullptr;
  int width = 0;
  int height = 0;
  std::ptrdiff_t stride = 0;  ///< pixels from one row to the next
  std::uint32_t* row(int y) const { return pixels + y * stride; }
  Box whole() const { return {0, 0, width, height}; }
  friend bool operator==(const Surface&, const Surface&) = default;
};

inline std::uint32_t pixelOf(std::uint8_t red, std::uint8_t green, std::uint8_t blue) {
  return static_cast<std::uint32_t>(red) << 16 | static_cast<std::uint32_t>(green) << 8 | blue;
}

/// Three bytes a pixel, as pictures are kept: red, green, blue, top row first.
std::vector<std::uint8_t> bytesOf(const Surface& surface);

/// One byte a texel, 0 to 255; the letters of a font atlas.
struct Coverage {
  const std::uint8_t* texels = nullptr;
  int width = 0;
  int height = 0;
  void* name = nullptr;  ///< the texture by which draw commands mean it
};

/// The letters of an atlas, which builds them if it has not yet; good until it is built again.
Coverage coverageOf(ImFontAtlas& atlas);

}  // namespace app::paint
