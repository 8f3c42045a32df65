#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

// The few value types every header of the kit shares. All lengths are pixels at 100 % text size
// unless a name says "device"; the kit multiplies by the scale and rounds (DESIGN.md 4).

namespace app::ui {

struct Vec2 {
  float x = 0;
  float y = 0;
};

struct Rect {
  float x = 0;
  float y = 0;
  float w = 0;
  float h = 0;

  float right() const { return x + w; }
  float bottom() const { return y + h; }
  Vec2 centre() const { return {x + w / 2, y + h / 2}; }
  bool contains(Vec2 p) const { return p.x >= x && p.x < right() && p.y >= y && p.y < bottom(); }
  bool overlaps(const Rect& o) const {
    return x < o.right() && o.x < right() && y < o.bottom() && o.y < bottom();
  }
  Rect inset(float dx, float dy) const { return {x + dx, y + dy, w - 2 * dx, h - 2 * dy}; }
};

/// The three domains, always in this order and of equal size. None is for things outside them.
enum class Domain : std::uint8_t { None, Musical, Personal, Social };

/// Half-open range of byte offsets into a UTF-8 text.
struct ByteRange {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool empty() const { return begin >= end; }
  std::size_t size() const { return empty() ? 0 : end - begin; }
  friend bool operator==(const ByteRange&, const ByteRange&) = default;
};

}  // namespace app::ui
