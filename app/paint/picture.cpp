#include <algorithm>

#include "app/paint/along.h"
#include "app/paint/blend.h"
#include "app/paint/fill.h"
#include "app/paint/pixels.h"

namespace app::paint {
namespace {

/// Two colours, each channel between them; `weight` of `b` is 0 to 256.
std::uint32_t between(std::uint32_t a, std::uint32_t b, std::uint32_t weight) {
  const std::uint32_t rest = 256 - weight;
  const std::uint32_t outer =
      ((a & 0xFF00FFU) * rest + (b & 0xFF00FFU) * weight + 0x800080U) >> 8 & 0xFF00FFU;
  const std::uint32_t middle =
      ((a & 0x00FF00U) * rest + (b & 0x00FF00U) * weight + 0x008000U) >> 8 & 0x00FF00U;
  return outer | middle;
}

/// Two neighbouring texels along one axis, the edge's going on beyond it.
struct Neighbours {
  int first;
  int second;
  std::uint32_t weight;  ///< of the second
  Neighbours(std::int32_t at, int texels)
      : first(std::clamp(at >> 8, 0, texels - 1)),
        second(std::clamp((at >> 8) + 1, 0, texels - 1)),
        weight(static_cast<std::uint32_t>(at) & 255U) {}
};

}  // namespace

void paintPicture(const Shape& shape, const Box& part, const Surface& surface) {
  const Pixels& picture = *shape.picture;
  const ImDrawVert& a = *shape.corner[0];
  const ImDrawVert& c = *shape.corner[1];
  const Along across = along(a.pos.x, c.pos.x, a.uv.x, c.uv.x, picture.width());
  const Along down = along(a.pos.y, c.pos.y, a.uv.y, c.uv.y, picture.height());
  const std::uint32_t alpha = alphaOf(a.col);
  for (int y = part.top; y < part.bottom; ++y) {
    const Neighbours v(down.at(y), picture.height());
    const std::uint32_t* upper = picture.row(v.first);
    const std::uint32_t* lower = picture.row(v.second);
    std::uint32_t* pixels = surface.row(y);
    for (int x = part.left; x < part.right; ++x) {
      const Neighbours u(across.at(x), picture.width());
      const std::uint32_t colour =
          between(between(upper[u.first], upper[u.second], u.weight),
                  between(lower[u.first], lower[u.second], u.weight), v.weight);
      pixels[x] = blend(pixels[x], surfaceColour(colour), alpha);
    }
  }
}

}  // namespace app::paint
