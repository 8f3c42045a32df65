#include "tests/app/paint/reference.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

namespace tests {
namespace {

constexpr double kDoubt = 2e-3;  // of a pixel

struct Point {
  double x;
  double y;
};

double side(Point a, Point b, Point p) {
  return (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x);
}

double texel(const app::paint::Coverage& atlas, int x, int y) {
  const int column = std::clamp(x, 0, atlas.width - 1);
  const int row = std::clamp(y, 0, atlas.height - 1);
  return atlas.texels[row * atlas.width + column] / 255.0;
}

double between(const app::paint::Coverage& atlas, double u, double v) {
  const double x = u * atlas.width - 0.5;
  const double y = v * atlas.height - 0.5;
  const int left = static_cast<int>(std::floor(x));
  const int top = static_cast<int>(std::floor(y));
  const double right = x - left;
  const double down = y - top;
  const double above = texel(atlas, left, top) * (1 - right) + texel(atlas, left + 1, top) * right;
  const double below =
      texel(atlas, left, top + 1) * (1 - right) + texel(atlas, left + 1, top + 1) * right;
  return above * (1 - down) + below * down;
}

enum class Place { In, Out, Doubtful };

/// What of a triangle lies at p: the weights of its corners.
Place weigh(const std::array<const ImDrawVert*, 3>& corner, Point p,
            std::array<double, 3>& weight) {
  std::array<Point, 3> at{};
  for (std::size_t i = 0; i < 3; ++i) at[i] = {corner[i]->pos.x, corner[i]->pos.y};
  const double area = side(at[0], at[1], at[2]);
  if (area == 0) return Place::Out;
  bool in = true;
  bool doubtful = false;
  for (std::size_t i = 0; i < 3; ++i) {
    const Point from = at[(i + 1) % 3];
    const Point to = at[(i + 2) % 3];
    const double part = side(from, to, p);
    weight[i] = part / area;
    const double distance = std::abs(part) / std::hypot(to.x - from.x, to.y - from.y);
    if (distance < kDoubt) doubtful = true;
    if (weight[i] < 0) in = false;
  }
  if (doubtful) return Place::Doubtful;
  return in ? Place::In : Place::Out;
}

void paintOver(ExactPixel& pixel, const std::array<const ImDrawVert*, 3>& corner,
               const std::array<double, 3>& weight, const app::paint::Coverage& atlas) {
  std::array<double, 4> channel{};
  double u = 0;
  double v = 0;
  for (std::size_t i = 0; i < 3; ++i) {
    for (std::size_t c = 0; c < 4; ++c) {
      channel[c] += weight[i] * (corner[i]->col >> (8 * c) & 255U);
    }
    u += weight[i] * corner[i]->uv.x;
    v += weight[i] * corner[i]->uv.y;
  }
  const double alpha = channel[3] / 255 * between(atlas, u, v);
  pixel.red += (channel[0] - pixel.red) * alpha;
  pixel.green += (channel[1] - pixel.green) * alpha;
  pixel.blue += (channel[2] - pixel.blue) * alpha;
  ++pixel.shapes;
}

}  // namespace

std::optional<ExactPixel> exactPixel(const ImDrawData& drawn, const app::paint::Coverage& atlas,
                                     std::uint32_t background, int x, int y) {
  ExactPixel pixel{static_cast<double>(background >> 16 & 255U),
                   static_cast<double>(background >> 8 & 255U),
                   static_cast<double>(background & 255U), 0};
  const Point middle{x + 0.5, y + 0.5};
  const ImDrawList& list = *drawn.CmdLists[0];
  for (const ImDrawCmd& command : list.CmdBuffer) {
    const ImVec4& clip = command.ClipRect;
    if (x < static_cast<int>(clip.x) || y < static_cast<int>(clip.y) ||
        x >= static_cast<int>(clip.z) || y >= static_cast<int>(clip.w)) {
      continue;
    }
    for (unsigned i = 0; i + 2 < command.ElemCount; i += 3) {
      std::array<const ImDrawVert*, 3> corner{};
      for (unsigned k = 0; k < 3; ++k) {
        corner[k] = &list.VtxBuffer
                         .Data[command.VtxOffset + list.IdxBuffer.Data[command.IdxOffset + i + k]];
      }
      std::array<double, 3> weight{};
      const Place place = weigh(corner, middle, weight);
      if (place == Place::Doubtful) return std::nullopt;
      if (place == Place::In) paintOver(pixel, corner, weight, atlas);
    }
  }
  return pixel;
}

}  // namespace tests
