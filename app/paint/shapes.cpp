#include "app/paint/shapes.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "app/paint/pixels.h"

namespace app::paint {
namespace {

constexpr float kFarthest = 1 << 20;  // no window is that large; keeps the conversion defined

bool samePlaceInAtlas(const ImDrawVert& a, const ImDrawVert& b) {
  return a.uv.x == b.uv.x && a.uv.y == b.uv.y;
}

/// ImGui's rectangles are two triangles: 0 1 2, 0 2 3, clockwise from the top left.
bool isRectangle(const ImDrawVert& a, const ImDrawVert& b, const ImDrawVert& c,
                 const ImDrawVert& d) {
  const bool upright = a.pos.y == b.pos.y && b.pos.x == c.pos.x && c.pos.y == d.pos.y &&
                       d.pos.x == a.pos.x && a.pos.x <= c.pos.x && a.pos.y <= c.pos.y;
  const bool oneColour = a.col == b.col && a.col == c.col && a.col == d.col;
  const bool straight =
      a.uv.y == b.uv.y && b.uv.x == c.uv.x && c.uv.y == d.uv.y && d.uv.x == a.uv.x;
  return upright && oneColour && straight;
}

class Mark {
 public:
  void add(std::uint64_t word) {
    value_ = (value_ ^ word) * 0x9E3779B97F4A7C15U;
    value_ ^= value_ >> 29;
  }
  void add(const ImVec2& pair) {
    std::uint64_t word = 0;
    std::memcpy(&word, &pair, sizeof word);
    add(word);
  }
  void add(const ImDrawVert& corner) {
    add(corner.pos);
    add(corner.uv);
    add(corner.col);
  }
  void add(const Box& box) {
    const auto pair = [](int a, int b) {
      return static_cast<std::uint64_t>(static_cast<std::uint32_t>(a)) << 32 |
             static_cast<std::uint32_t>(b);
    };
    add(pair(box.left, box.top));
    add(pair(box.right, box.bottom));
  }
  std::uint64_t value() const { return value_; }

 private:
  std::uint64_t value_ = 0x51ED270B7A4F1E63U;
};

Box boxOf(float left, float top, float right, float bottom) {
  return {firstPixel(left), firstPixel(top), firstPixel(right), firstPixel(bottom)};
}

/// One command of a draw list, read triangle by triangle.
class CommandReader {
 public:
  CommandReader(const ImDrawList& list, const ImDrawCmd& command, const Box& clip,
                const Pixels* picture)
      : vertices_(list.VtxBuffer.Data + command.VtxOffset),
        indices_(list.IdxBuffer.Data + command.IdxOffset),
        count_(command.ElemCount),
        clip_(clip),
        picture_(picture) {}

  void read(std::vector<Shape>& shapes) {
    for (unsigned int at = 0; at + 2 < count_;) at += readOne(at, shapes);
  }

 private:
  const ImDrawVert& vertex(unsigned int at) const { return vertices_[indices_[at]]; }

  bool beginsRectangle(unsigned int at) const {
    return at + 5 < count_ && indices_[at] == indices_[at + 3] &&
           indices_[at + 2] == indices_[at + 4] &&
           isRectangle(vertex(at), vertex(at + 1), vertex(at + 2), vertex(at + 5));
  }

  unsigned int readOne(unsigned int at, std::vector<Shape>& shapes) {
    const ImDrawVert& a = vertex(at);
    const ImDrawVert& b = vertex(at + 1);
    const ImDrawVert& c = vertex(at + 2);
    Shape shape;
    const bool rectangle = beginsRectangle(at);
    if (rectangle) {
      shape.kind = picture_ != nullptr      ? Shape::Kind::Picture
                   : samePlaceInAtlas(a, c) ? Shape::Kind::Fill
                                            : Shape::Kind::Letter;
      shape.picture = picture_;
      shape.corner[0] = &a;
      shape.corner[1] = &c;
      shape.box = boxOf(a.pos.x, a.pos.y, c.pos.x, c.pos.y);
    } else {
      shape.corner[0] = &a;
      shape.corner[1] = &b;
      shape.corner[2] = &c;
      shape.box =
          boxOf(std::min({a.pos.x, b.pos.x, c.pos.x}), std::min({a.pos.y, b.pos.y, c.pos.y}),
                std::max({a.pos.x, b.pos.x, c.pos.x}), std::max({a.pos.y, b.pos.y, c.pos.y}));
    }
    if (picture_ != nullptr && !rectangle) return 3;
    const bool unseen = rectangle ? alphaless(a) : alphaless(a) && alphaless(b) && alphaless(c);
    shape.clip = clip_;
    shape.box = common(shape.box, clip_);
    if (!unseen && !shape.box.empty()) {
      shape.mark = markOf(shape);
      shapes.push_back(shape);
    }
    return rectangle ? 6 : 3;
  }

  static bool alphaless(const ImDrawVert& corner) { return (corner.col & IM_COL32_A_MASK) == 0; }

  static std::uint64_t markOf(const Shape& shape) {
    Mark mark;
    mark.add(static_cast<std::uint64_t>(shape.kind));
    for (const ImDrawVert* corner : shape.corner) {
      if (corner != nullptr) mark.add(*corner);
    }
    mark.add(shape.clip);
    if (shape.picture != nullptr) mark.add(shape.picture->serial());
    return mark.value();
  }

  const ImDrawVert* vertices_;
  const ImDrawIdx* indices_;
  unsigned int count_;
  Box clip_;
  const Pixels* picture_;
};

}  // namespace

int firstPixel(float edge) {
  // Neither NaN nor infinity reaches the conversion.
  const float kept = edge > -kFarthest ? std::min(edge, kFarthest) : -kFarthest;
  return static_cast<int>(std::ceil(kept - 0.5F));
}

void collectShapes(const ImDrawData& drawn, const Box& surface, ImTextureID atlas,
                   std::vector<Shape>& shapes) {
  shapes.clear();
  for (int i = 0; i < drawn.CmdListsCount; ++i) {
    const ImDrawList& list = *drawn.CmdLists[i];
    for (const ImDrawCmd& command : list.CmdBuffer) {
      if (command.UserCallback != nullptr) continue;  // callbacks speak to OpenGL; nothing sets one
      const auto whole = [](float value) {
        return static_cast<int>(std::clamp(value, -kFarthest, kFarthest));
      };
      const Box clip = common({whole(command.ClipRect.x), whole(command.ClipRect.y),
                               whole(command.ClipRect.z), whole(command.ClipRect.w)},
                              surface);
      if (clip.empty()) continue;
      const ImTextureID texture = command.GetTexID();
      const auto* picture = texture == atlas ? nullptr : static_cast<const Pixels*>(texture);
      CommandReader(list, command, clip, picture).read(shapes);
    }
  }
}

}  // namespace app::paint
