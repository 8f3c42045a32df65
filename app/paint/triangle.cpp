#include <algorithm>
#include <array>
#include <cmath>

#include "app/paint/blend.h"
#include "app/paint/fill.h"

namespace app::paint {
namespace {

/// A quantity that is flat over the triangle: its value at a pixel's middle is a plane through the
/// three corners.
struct Plane {
  float origin = 0;  ///< at the middle of pixel (0, 0)
  float across = 0;
  float down = 0;
  float at(int x, int y) const {
    return origin + across * static_cast<float>(x) + down * static_cast<float>(y);
  }
};

/// Twice the area, and the sides from the first corner.
struct Frame {
  ImVec2 first;
  ImVec2 b;
  ImVec2 c;
  float area;

  explicit Frame(const Shape& shape)
      : first(shape.corner[0]->pos),
        b(shape.corner[1]->pos.x - first.x, shape.corner[1]->pos.y - first.y),
        c(shape.corner[2]->pos.x - first.x, shape.corner[2]->pos.y - first.y),
        area(b.x * c.y - b.y * c.x) {}

  Plane plane(float atFirst, float atSecond, float atThird) const {
    const float toSecond = atSecond - atFirst;
    const float toThird = atThird - atFirst;
    Plane plane;
    plane.across = (toSecond * c.y - toThird * b.y) / area;
    plane.down = (toThird * b.x - toSecond * c.x) / area;
    plane.origin = atFirst + plane.across * (0.5F - first.x) + plane.down * (0.5F - first.y);
    return plane;
  }
};

/// The pixels of a row that lie inside. Both triangles at an edge compute it from the same two
/// corners in the same order, so to the same pixel.
class Sides {
 public:
  explicit Sides(const Shape& shape)
      : corners_{shape.corner[0]->pos, shape.corner[1]->pos, shape.corner[2]->pos} {
    std::sort(corners_.begin(), corners_.end(),
              [](const ImVec2& a, const ImVec2& b) { return a.y != b.y ? a.y < b.y : a.x < b.x; });
  }

  void row(int y, int& left, int& right) const {
    const float middle = static_cast<float>(y) + 0.5F;
    const float longSide = crossing(corners_[0], corners_[2], middle);
    const float shortSide = middle < corners_[1].y ? crossing(corners_[0], corners_[1], middle)
                                                   : crossing(corners_[1], corners_[2], middle);
    left = firstPixel(std::min(longSide, shortSide));
    right = firstPixel(std::max(longSide, shortSide));
  }

 private:
  static float crossing(const ImVec2& upper, const ImVec2& lower, float y) {
    const float height = lower.y - upper.y;
    return height > 0 ? upper.x + (y - upper.y) * (lower.x - upper.x) / height : upper.x;
  }

  std::array<ImVec2, 3> corners_;
};

std::uint32_t channel(float value) {
  return static_cast<std::uint32_t>(std::clamp(value, 0.0F, 255.0F) + 0.5F);
}

/// Colour and cover of a triangle's pixels.
class Ink {
 public:
  Ink(const Shape& shape, const Coverage& atlas) : atlas_(atlas) {
    const Frame frame(shape);
    const auto of = [&](int shift) {
      const auto value = [&](int i) {
        return static_cast<float>(shape.corner[i]->col >> shift & 255U);
      };
      return frame.plane(value(0), value(1), value(2));
    };
    red_ = of(IM_COL32_R_SHIFT);
    green_ = of(IM_COL32_G_SHIFT);
    blue_ = of(IM_COL32_B_SHIFT);
    alpha_ = of(IM_COL32_A_SHIFT);
    const auto texture = [&](float ImVec2::*part, int texels) {
      const auto value = [&](int i) {
        return shape.corner[i]->uv.*part * static_cast<float>(texels) * 256 - 128;
      };
      return frame.plane(value(0), value(1), value(2));
    };
    u_ = texture(&ImVec2::x, atlas.width);
    v_ = texture(&ImVec2::y, atlas.height);
  }

  void paint(std::uint32_t* pixels, int left, int right, int y) const {
    for (int x = left; x < right; ++x) {
      const std::uint32_t cover = sample(atlas_, whole(u_.at(x, y)), whole(v_.at(x, y)));
      const std::uint32_t alpha = product(channel(alpha_.at(x, y)), cover);
      if (alpha == 0) continue;
      const std::uint32_t colour =
          channel(red_.at(x, y)) << 16 | channel(green_.at(x, y)) << 8 | channel(blue_.at(x, y));
      pixels[x] = blend(pixels[x], colour, alpha);
    }
  }

 private:
  /// A sliver's plane is steep: what it says beyond the atlas is clamped by sample() in any case.
  static std::int32_t whole(float value) {
    return static_cast<std::int32_t>(std::lround(std::clamp(value, -1e9F, 1e9F)));
  }

  const Coverage& atlas_;
  Plane red_;
  Plane green_;
  Plane blue_;
  Plane alpha_;
  Plane u_;
  Plane v_;
};

/// One colour that only fades: the soft edge of everything round.
class Fade {
 public:
  explicit Fade(const Shape& shape) : colour_(surfaceColour(shape.corner[0]->col)) {
    const auto value = [&](int i) { return static_cast<float>(alphaOf(shape.corner[i]->col)); };
    alpha_ = Frame(shape).plane(value(0), value(1), value(2));
  }

  void paint(std::uint32_t* pixels, int left, int right, int y) const {
    for (int x = left; x < right; ++x) {
      pixels[x] = blend(pixels[x], colour_, channel(alpha_.at(x, y)));
    }
  }

 private:
  std::uint32_t colour_;
  Plane alpha_;
};

template <class Paint>
void eachRow(const Shape& shape, const Box& part, Paint paint) {
  const Sides sides(shape);
  for (int y = part.top; y < part.bottom; ++y) {
    int left = 0;
    int right = 0;
    sides.row(y, left, right);
    left = std::max(left, part.left);
    right = std::min(right, part.right);
    if (left < right) paint(left, right, y);
  }
}

/// The atlas holds a white texel for everything that has no letters: corners that all name it need
/// no looking up.
bool allWhite(const Shape& shape, const Coverage& atlas) {
  const ImVec2& uv = shape.corner[0]->uv;
  for (const ImDrawVert* corner : shape.corner) {
    if (corner->uv.x != uv.x || corner->uv.y != uv.y) return false;
  }
  const float size = 256;
  return sample(atlas,
                static_cast<std::int32_t>(uv.x * static_cast<float>(atlas.width) * size - 128),
                static_cast<std::int32_t>(uv.y * static_cast<float>(atlas.height) * size - 128)) ==
         255;
}

}  // namespace

void paintTriangle(const Shape& shape, const Box& part, const Coverage& atlas,
                   const Surface& surface) {
  const auto colour = [&](int i) { return shape.corner[i]->col & ~IM_COL32_A_MASK; };
  if (Frame(shape).area == 0) return;
  const bool white = allWhite(shape, atlas);
  const bool oneHue = colour(0) == colour(1) && colour(0) == colour(2);
  const std::uint32_t first = shape.corner[0]->col;
  if (white && first == shape.corner[1]->col && first == shape.corner[2]->col) {
    eachRow(shape, part, [&](int left, int right, int y) {
      fillSpan(surface.row(y) + left, right - left, first);
    });
  } else if (white && oneHue) {
    const Fade fade(shape);
    eachRow(shape, part,
            [&](int left, int right, int y) { fade.paint(surface.row(y), left, right, y); });
  } else {
    const Ink ink(shape, atlas);
    eachRow(shape, part,
            [&](int left, int right, int y) { ink.paint(surface.row(y), left, right, y); });
  }
}

}  // namespace app::paint
