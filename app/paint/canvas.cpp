#include "app/paint/canvas.h"

#include <algorithm>

#include "app/paint/fill.h"

namespace app::paint {

void Canvas::setAtlas(const Coverage& atlas) {
  atlas_ = atlas;
  changes_.forget();
}

const std::vector<Box>& Canvas::paint(const ImDrawData& drawn, std::uint32_t background,
                                      const Surface& surface) {
  if (surface != surface_) changes_.forget();
  surface_ = surface;
  collectShapes(drawn, surface.whole(), atlas_.name, shapes_);
  const std::vector<Box>& boxes = changes_.since(shapes_, surface.whole(), background);
  for (const Box& box : boxes) paintBox(box, background);
  return boxes;
}

void Canvas::paintBox(const Box& box, std::uint32_t background) const {
  for (int y = box.top; y < box.bottom; ++y) {
    std::fill(surface_.row(y) + box.left, surface_.row(y) + box.right, background);
  }
  for (const Shape& shape : shapes_) {
    const Box part = common(shape.box, box);
    if (part.empty()) continue;
    switch (shape.kind) {
      case Shape::Kind::Fill:
        paintFill(shape, part, surface_);
        break;
      case Shape::Kind::Letter:
        paintLetter(shape, part, atlas_, surface_);
        break;
      case Shape::Kind::Picture:
        paintPicture(shape, part, surface_);
        break;
      case Shape::Kind::Triangle:
        paintTriangle(shape, part, atlas_, surface_);
        break;
    }
  }
}

}  // namespace app::paint
