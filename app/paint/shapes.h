#pragma once

#include <imgui.h>

#include <cstdint>
#include <vector>

#include "app/paint/surface.h"

namespace app::paint {

class Pixels;

/// One thing to paint, in the order of ImGui's draw lists. Corners point into the draw data and
/// live as long as it does.
struct Shape {
  enum class Kind : std::uint8_t {
    Fill,     ///< upright rectangle of one colour
    Letter,   ///< upright rectangle of the atlas, in one colour
    Picture,  ///< upright rectangle of a picture
    Triangle  ///< anything else
  };
  Kind kind = Kind::Triangle;
  const ImDrawVert* corner[3] = {};  ///< of a rectangle: the first, the opposite one, and none
  const Pixels* picture = nullptr;   ///< of a Picture
  Box clip;                          ///< where it may paint
  Box box;                           ///< what it may touch, inside its clip; never empty
  std::uint64_t mark = 0;            ///< equal for shapes that paint the same
};

/// The shapes of a frame that touch a surface of that size, in order. Costs about 20 ns a triangle.
/// Commands whose texture is not `atlas` name Pixels, of which only upright rectangles are shown.
void collectShapes(const ImDrawData& drawn, const Box& surface, ImTextureID atlas,
                   std::vector<Shape>& shapes);

/// The first pixel whose middle is at or right of (below) `edge`: a pixel belongs to a shape when
/// its middle does, as in OpenGL, so shapes that share an edge neither overlap nor leave a gap.
int firstPixel(float edge);

}  // namespace app::paint
