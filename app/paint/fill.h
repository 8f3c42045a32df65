#pragma once

#include "app/paint/shapes.h"
#include "app/paint/surface.h"

namespace app::paint {

/// Paints one shape into the pixels of `part`, which lies inside its box and the surface.
void paintFill(const Shape& shape, const Box& part, const Surface& surface);
void paintLetter(const Shape& shape, const Box& part, const Coverage& atlas,
                 const Surface& surface);
/// Its own colours; the corners' alpha.
void paintPicture(const Shape& shape, const Box& part, const Surface& surface);
void paintTriangle(const Shape& shape, const Box& part, const Coverage& atlas,
                   const Surface& surface);

/// `count` pixels of one colour, packed as ImGui packs it.
void fillSpan(std::uint32_t* pixels, int count, std::uint32_t packed);

/// The atlas between texels (0 to 255), `u` and `v` in texels with 8 bits after the point, measured
/// from the middle of the first; beyond its edge the last texel goes on.
std::uint32_t sample(const Coverage& atlas, std::int32_t u, std::int32_t v);

}  // namespace app::paint
