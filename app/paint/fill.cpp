#include "app/paint/fill.h"

#include <algorithm>

#include "app/paint/along.h"
#include "app/paint/blend.h"

namespace app::paint {
namespace {

std::uint32_t mixed(std::uint32_t a, std::uint32_t b, std::uint32_t weight) {
  return a * (256 - weight) + b * weight;
}

/// One row of a letter whose texels lie exactly on its rows.
void paintLevelRow(std::uint32_t* pixels, const Box& part, const Along& across,
                   const std::uint8_t* texels, int width, std::uint32_t packed) {
  const std::uint32_t colour = surfaceColour(packed);
  const std::uint32_t alpha = alphaOf(packed);
  for (int x = part.left; x < part.right; ++x) {
    const std::int32_t u = across.at(x);
    const int left = std::clamp(u >> 8, 0, width - 1);
    const int right = std::min(left + 1, width - 1);
    const std::uint32_t weight = static_cast<std::uint32_t>(u) & 255U;
    const std::uint32_t cover = (mixed(texels[left], texels[right], weight) + 128) >> 8;
    if (cover != 0) pixels[x] = blend(pixels[x], colour, product(cover, alpha));
  }
}

}  // namespace

void fillSpan(std::uint32_t* pixels, int count, std::uint32_t packed) {
  const std::uint32_t colour = surfaceColour(packed);
  const std::uint32_t alpha = alphaOf(packed);
  if (alpha == 255) {
    std::fill_n(pixels, count, colour);
    return;
  }
  for (int i = 0; i < count; ++i) pixels[i] = blend(pixels[i], colour, alpha);
}

void paintFill(const Shape& shape, const Box& part, const Surface& surface) {
  const std::uint32_t packed = shape.corner[0]->col;
  for (int y = part.top; y < part.bottom; ++y) {
    fillSpan(surface.row(y) + part.left, part.right - part.left, packed);
  }
}

std::uint32_t sample(const Coverage& atlas, std::int32_t u, std::int32_t v) {
  const int left = std::clamp(u >> 8, 0, atlas.width - 1);
  const int right = std::clamp((u >> 8) + 1, 0, atlas.width - 1);
  const int top = std::clamp(v >> 8, 0, atlas.height - 1);
  const int bottom = std::clamp((v >> 8) + 1, 0, atlas.height - 1);
  const std::uint8_t* upper = atlas.texels + static_cast<std::ptrdiff_t>(top) * atlas.width;
  const std::uint8_t* lower = atlas.texels + static_cast<std::ptrdiff_t>(bottom) * atlas.width;
  const std::uint32_t weight = static_cast<std::uint32_t>(u) & 255U;
  const std::uint32_t above = mixed(upper[left], upper[right], weight);
  const std::uint32_t below = mixed(lower[left], lower[right], weight);
  return (mixed(above, below, static_cast<std::uint32_t>(v) & 255U) + 32768) >> 16;
}

void paintLetter(const Shape& shape, const Box& part, const Coverage& atlas,
                 const Surface& surface) {
  const ImDrawVert& a = *shape.corner[0];
  const ImDrawVert& c = *shape.corner[1];
  const Along across = along(a.pos.x, c.pos.x, a.uv.x, c.uv.x, atlas.width);
  const Along down = along(a.pos.y, c.pos.y, a.uv.y, c.uv.y, atlas.height);
  const std::uint32_t colour = surfaceColour(a.col);
  const std::uint32_t alpha = alphaOf(a.col);
  for (int y = part.top; y < part.bottom; ++y) {
    std::uint32_t* pixels = surface.row(y);
    const std::int32_t v = down.at(y);
    const int level = v >> 8;
    const bool exact = (v & 255) == 0 && level >= 0 && level < atlas.height;
    if (exact && across.at(part.left) >= 0) {
      paintLevelRow(pixels, part, across,
                    atlas.texels + static_cast<std::ptrdiff_t>(level) * atlas.width, atlas.width,
                    a.col);
      continue;
    }
    for (int x = part.left; x < part.right; ++x) {
      const std::uint32_t cover = sample(atlas, across.at(x), v);
      if (cover != 0) pixels[x] = blend(pixels[x], colour, product(cover, alpha));
    }
  }
}

}  // namespace app::paint
