#include "tests/support/drawn_frame.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <cstring>

namespace tests {
namespace {

using app::ui::Colour;
using app::ui::Rect;
using app::ui::Vec2;

constexpr float kStripe = 32;

std::uint64_t keyOf(ImVec2 uv) {
  std::uint32_t x = 0;
  std::uint32_t y = 0;
  std::memcpy(&x, &uv.x, sizeof x);
  std::memcpy(&y, &uv.y, sizeof y);
  return (std::uint64_t{x} << 32) | y;
}

/// Which letter the atlas shows at a texture place; one code point may stand for several.
std::unordered_map<std::uint64_t, char32_t> lettersByPlace(const ImFontAtlas& atlas) {
  std::unordered_map<std::uint64_t, char32_t> letters;
  for (const ImFont* font : atlas.Fonts) {
    for (const ImFontGlyph& glyph : font->Glyphs) {
      if (glyph.Visible != 0) letters.emplace(keyOf(ImVec2(glyph.U0, glyph.V0)), glyph.Codepoint);
    }
  }
  return letters;
}

Colour unpack(ImU32 c) {
  const auto channel = [c](int shift) { return static_cast<std::uint8_t>((c >> shift) & 0xFF); };
  return {channel(IM_COL32_R_SHIFT), channel(IM_COL32_G_SHIFT), channel(IM_COL32_B_SHIFT),
          channel(IM_COL32_A_SHIFT)};
}

bool inside(const DrawnFill& fill, Vec2 p) {
  const auto side = [&](const Vec2& a, const Vec2& b) {
    return (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x);
  };
  const float s0 = side(fill.corner[0], fill.corner[1]);
  const float s1 = side(fill.corner[1], fill.corner[2]);
  const float s2 = side(fill.corner[2], fill.corner[0]);
  const bool negative = s0 < 0 || s1 < 0 || s2 < 0;
  const bool positive = s0 > 0 || s1 > 0 || s2 > 0;
  return !(negative && positive) && fill.clip.contains(p);
}

/// One draw command's triangles, two at a time where they make a letter.
struct Reader {
  const ImDrawList& list;
  const ImDrawCmd& command;
  const std::unordered_map<std::uint64_t, char32_t>& letters;
  ImVec2 white;

  const ImDrawVert& vertex(unsigned index) const {
    const ImDrawIdx at = list.IdxBuffer[static_cast<int>(command.IdxOffset + index)];
    return list.VtxBuffer[static_cast<int>(command.VtxOffset + at)];
  }
  Rect clip() const {
    const ImVec4& c = command.ClipRect;
    return {c.x, c.y, c.z - c.x, c.w - c.y};
  }
  bool letterAt(unsigned index, DrawnGlyph& out) const {
    if (index + 6 > command.ElemCount) return false;
    const ImDrawVert& first = vertex(index);
    const ImDrawVert& across = vertex(index + 2);
    const auto known = letters.find(keyOf(first.uv));
    if (known == letters.end() || first.uv.x == across.uv.x) return false;
    out.box = {first.pos.x, first.pos.y, across.pos.x - first.pos.x, across.pos.y - first.pos.y};
    out.clip = clip();
    out.colour = unpack(first.col);
    out.letter = known->second;
    return true;
  }
  bool fillAt(unsigned index, DrawnFill& out) const {
    for (unsigned k = 0; k < 3; ++k) {
      const ImDrawVert& v = vertex(index + k);
      if (v.uv.x != white.x || v.uv.y != white.y || v.col != vertex(index).col) return false;
      out.corner[k] = {v.pos.x, v.pos.y};
    }
    out.clip = clip();
    out.colour = unpack(vertex(index).col);
    return out.colour.a > 0;
  }
};

}  // namespace

DrawnFrame::DrawnFrame() {
  const ImDrawData& data = *ImGui::GetDrawData();
  const ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  const auto letters = lettersByPlace(atlas);
  std::size_t order = 0;
  for (int l = 0; l < data.CmdListsCount; ++l) {
    const ImDrawList& list = *data.CmdLists[l];
    for (const ImDrawCmd& command : list.CmdBuffer) {
      if (command.GetTexID() != atlas.TexID) continue;  // a picture has no letters and no fills
      const Reader reader{list, command, letters, atlas.TexUvWhitePixel};
      for (unsigned i = 0; i + 3 <= command.ElemCount;) {
        ++order;
        DrawnGlyph glyph;
        DrawnFill fill;
        if (reader.letterAt(i, glyph)) {
          glyph.order = order;
          glyphs_.push_back(glyph);
          i += 6;
          continue;
        }
        if (reader.fillAt(i, fill)) {
          fill.order = order;
          fills_.push_back(fill);
        }
        i += 3;
      }
    }
  }
  for (std::size_t i = 0; i < fills_.size(); ++i) {
    const auto& c = fills_[i].corner;
    const float top = std::max(std::min({c[0].y, c[1].y, c[2].y}), fills_[i].clip.y);
    const float bottom = std::min(std::max({c[0].y, c[1].y, c[2].y}), fills_[i].clip.bottom());
    for (int s = static_cast<int>(std::floor(top / kStripe));
         s <= static_cast<int>(bottom / kStripe); ++s)
      rows_[s].push_back(i);
  }
}

const std::vector<std::size_t>& DrawnFrame::row(float y) const {
  static const std::vector<std::size_t> kNone;
  const auto found = rows_.find(static_cast<int>(std::floor(y / kStripe)));
  return found == rows_.end() ? kNone : found->second;
}

Colour DrawnFrame::behind(Vec2 point, std::size_t order) const {
  Colour seen{0, 0, 0, 255};
  for (const std::size_t i : row(point.y)) {
    const DrawnFill& fill = fills_[i];
    if (fill.order >= order) break;
    if (!inside(fill, point)) continue;
    Colour over = fill.colour;
    over.a = 255;
    seen = app::ui::mix(seen, over, static_cast<float>(fill.colour.a) / 255);
  }
  return seen;
}

bool DrawnFrame::covered(Vec2 point, std::size_t after, std::size_t before) const {
  for (const std::size_t i : row(point.y)) {
    if (fills_[i].order > after && fills_[i].order < before && inside(fills_[i], point))
      return true;
  }
  return false;
}

}  // namespace tests
