#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "app/ui/theme.h"
#include "app/ui/types.h"

namespace tests {

/// A letter or icon of a frame: one textured rectangle that shows a glyph of the atlas.
struct DrawnGlyph {
  app::ui::Rect box;       ///< device pixels
  app::ui::Rect clip;      ///< what of the window it may appear in
  app::ui::Colour colour;  ///< with its alpha
  char32_t letter = 0;
  std::size_t order = 0;  ///< later is in front
  bool icon() const { return letter >= 0xE000; }
};

/// One plain triangle of a frame: a piece of a fill.
struct DrawnFill {
  app::ui::Vec2 corner[3];
  app::ui::Rect clip;
  app::ui::Colour colour;
  std::size_t order = 0;
};

/// The triangles of the last frame sorted into letters and fills. The lines between are left out:
/// they are thinner than what stands on them.
class DrawnFrame {
 public:
  /// Of ImGui's draw data as it is now. Precondition: a frame was rendered.
  DrawnFrame();

  const std::vector<DrawnGlyph>& glyphs() const { return glyphs_; }
  /// What shows at a point when only what was drawn before `order` counts.
  app::ui::Colour behind(app::ui::Vec2 point, std::size_t order) const;
  /// True when something drawn in (after, before) covers the point at all.
  bool covered(app::ui::Vec2 point, std::size_t after, std::size_t before) const;

 private:
  const std::vector<std::size_t>& row(float y) const;

  std::vector<DrawnGlyph> glyphs_;
  std::vector<DrawnFill> fills_;
  std::unordered_map<int, std::vector<std::size_t>> rows_;  ///< fills by stripes of the window
};

}  // namespace tests
