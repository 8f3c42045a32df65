#include "app/ui/tiles.h"

#include <algorithm>
#include <cmath>

#include "app/ui/internal.h"
#include "app/ui/layout.h"

namespace app::ui {
namespace {

constexpr float kTileHeight = 64;
constexpr float kTileLeast = 124;
constexpr float kTileGap = 8;

/// A little window in the colours of the theme, with the two notes of the name.
void drawSwatch(ImVec2 centre, Theme shown) {
  const ImRect box(centre - ImVec2(raw(17), raw(11)), centre + ImVec2(raw(17), raw(11)));
  draw().AddRectFilled(box.Min, box.Max, ink(colour(shown, Token::Paper)), raw(4));
  draw().AddRect(box.Min, box.Max, ink(Token::Line2), raw(4), 0, hair());
  const ImU32 mark = ink(colour(shown, Token::Accent));
  drawHead(draw(), centre + ImVec2(-raw(4), raw(2)), raw(5), Domain::None, false, mark, mark);
  drawHead(draw(), centre + ImVec2(raw(7), -raw(3)), raw(3), Domain::None, false, mark, mark);
}

bool drawTile(const ThemeTile& tile, float width, bool on) {
  const ImRect box = place(width, px(kTileHeight));
  ItemSpec spec{.key = tile.key, .role = "radio", .name = tile.label, .value = on ? "on" : "off"};
  spec.chosen = on;
  const Item item = interactive(box, spec);
  const Token fill = on ? Token::Tint : item.heat > 0 ? Token::Tint2 : Token::Paper;
  draw().AddRectFilled(box.Min, box.Max, ink(fill), raw(10));
  draw().AddRect(box.Min, box.Max, ink(on ? Token::Accent : Token::Line2), raw(10), 0,
                 on ? 2 * edge() : edge());
  const ImVec2 centre(box.GetCenter().x, box.Min.y + raw(20));
  drawSwatch(centre, tile.theme);
  if (tile.half) {
    draw().PushClipRect(ImVec2(std::round(centre.x), box.Min.y), box.Max, true);
    drawSwatch(centre, *tile.half);
    draw().PopClipRect();
  }
  const Type type = on ? Type::SmallStrong : Type::Small;
  const std::string words = elided(type, tile.label, width - px(8));
  const float x = box.Min.x + std::round((width - widthOf(type, words)) / 2);
  drawText(draw(), type, ImVec2(x, box.Min.y + px(36)), ink(on ? Token::Accent : Token::Ink), words,
           px(22));
  return item.pressed && !on;
}

int nearest(float share, const SliderStyle& style) {
  const float steps = static_cast<float>(style.most - style.least) / static_cast<float>(style.step);
  const int at = static_cast<int>(std::round(std::clamp(share, 0.0F, 1.0F) * steps));
  return std::min(style.most, style.least + at * style.step);
}

void drawTrack(const ImRect& line, int value, const SliderStyle& style) {
  const float share = static_cast<float>(value - style.least) /
                      static_cast<float>(std::max(1, style.most - style.least));
  const float y = line.GetCenter().y;
  const float x = line.Min.x + share * line.GetWidth();
  const int steps = (style.most - style.least) / style.step;
  for (int i = 0; i <= steps; ++i) {
    const float at =
        line.Min.x + line.GetWidth() * static_cast<float>(i) / static_cast<float>(steps);
    draw().AddLine(ImVec2(at, y - raw(5)), ImVec2(at, y + raw(5)), ink(Token::Line2), hair());
  }
  draw().AddLine(ImVec2(line.Min.x, y), ImVec2(line.Max.x, y), ink(Token::Line2), raw(2));
  draw().AddLine(ImVec2(line.Min.x, y), ImVec2(x, y), ink(Token::Accent), raw(4));
  draw().AddCircleFilled(ImVec2(x, y), raw(11), ink(Token::Paper), 32);
  draw().AddCircle(ImVec2(x, y), raw(10), ink(Token::Heather), 32, raw(2.5F));
  draw().AddCircleFilled(ImVec2(x, y), raw(6), ink(Token::Accent), 32);
}

}  // namespace

bool themeTiles(std::string_view key, const std::vector<ThemeTile>& tiles, std::string& chosen) {
  const Scope scope(key);
  const float whole = availWidth();
  const auto fits = [&](std::size_t columns) {
    const auto n = static_cast<float>(columns);
    return whole >= n * kTileLeast + (n - 1) * kTileGap;
  };
  const std::size_t columns = fits(tiles.size()) ? tiles.size() : fits(2) ? 2 : 1;
  const FocusGroup group(static_cast<int>(columns));
  const auto count = static_cast<float>(columns);
  const float width = std::floor((whole - (count - 1) * kTileGap) / count);
  bool changed = false;
  const auto each = [&] {
    for (const ThemeTile& tile : tiles) {
      if (!drawTile(tile, px(width), tile.key == chosen)) continue;
      chosen = tile.key;
      changed = true;
    }
  };
  if (columns > 1) {
    const Row row(kTileGap, kTileHeight);
    each();
  } else {
    each();
  }
  return changed;
}

bool slider(std::string_view key, int& value, const SliderStyle& style) {
  const ImRect box = place(flow().w, px(36));
  const std::string spoken = std::to_string(value) + std::string(style.unit);
  const Item item =
      interactive(box, {.key = key, .role = "slider", .name = style.label, .value = spoken});
  ImRect line = box;
  line.Expand(ImVec2(-px(14), 0));
  int shown = value;
  if (item.held || (item.pressed && ImGui::IsMouseReleased(0))) {
    shown = nearest((ImGui::GetIO().MousePos.x - line.Min.x) / line.GetWidth(), style);
  }
  drawTrack(line, shown, style);
  int wanted = item.held ? value : shown;
  if (item.focused && (takeKey(Key::Left) || takeKey(Key::Down))) wanted = value - style.step;
  if (item.focused && (takeKey(Key::Right) || takeKey(Key::Up))) wanted = value + style.step;
  wanted = std::clamp(wanted, style.least, style.most);
  if (wanted == value) return false;
  value = wanted;
  return true;
}

}  // namespace app::ui
