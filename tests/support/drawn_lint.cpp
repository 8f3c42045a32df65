#include <fmt/format.h>
#include <imgui.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "journal/base/utf8.h"
#include "tests/support/drawn_frame.h"
#include "tests/support/ui_lint.h"
#include "tests/support/ui_pictures.h"

// Reads a frame as a person sees it: letters, and what lies behind them.

namespace tests {
namespace {

using app::ui::Colour;
using app::ui::RecordedItem;
using app::ui::Rect;
using app::ui::Vec2;

Rect common(const Rect& a, const Rect& b) {
  const float left = std::max(a.x, b.x);
  const float top = std::max(a.y, b.y);
  return {left, top, std::max(0.0F, std::min(a.right(), b.right()) - left),
          std::max(0.0F, std::min(a.bottom(), b.bottom()) - top)};
}
float area(const Rect& r) {
  return r.w * r.h;
}

std::string hex(Colour c) {
  return fmt::format("#{:02X}{:02X}{:02X}", c.r, c.g, c.b);
}

std::string spelled(char32_t letter) {
  if (letter >= 0xE000) return fmt::format("icon {:X}", static_cast<unsigned>(letter));
  std::string out = "\"";
  journal::appendUtf8(out, letter);
  return out + "\"";
}

/// The smallest thing that was recorded around a point, to say where a letter is.
const RecordedItem* around(const std::vector<RecordedItem>& items, Vec2 point) {
  const RecordedItem* best = nullptr;
  for (const RecordedItem& item : items) {
    if (!item.rect.contains(point) || !item.clip.contains(point)) continue;
    const bool nearer = best == nullptr || item.layer > best->layer ||
                        (item.layer == best->layer && area(item.rect) <= area(best->rect));
    if (nearer) best = &item;
  }
  return best;
}

class DrawnLint {
 public:
  explicit DrawnLint(UiDriver& driver) : items_(driver.items()) {
    const std::vector<DrawnGlyph>& all = frame_.glyphs();
    std::map<Place, std::size_t> last;  // selected words are drawn again in another colour
    for (const DrawnGlyph& glyph : all) {
      if (area(common(glyph.box, glyph.clip)) > 0.6F * area(glyph.box))
        last[placeOf(glyph)] = glyph.order;
    }
    for (const DrawnGlyph& glyph : all) {
      const auto again = last.find(placeOf(glyph));
      if (again != last.end() && again->second > glyph.order) continue;
      const Rect seen = common(glyph.box, glyph.clip);
      if (seen.w <= 0.5F || seen.h <= 0.5F) continue;
      if (frame_.covered(seen.centre(), glyph.order, static_cast<std::size_t>(-1))) continue;
      shown_.push_back(&glyph);
    }
  }

  std::vector<std::string> run() {
    for (const DrawnGlyph* glyph : shown_) {
      contrast(*glyph);
      cut(*glyph);
    }
    overlaps();
    return {found_.begin(), found_.end()};
  }

 private:
  using Place = std::tuple<char32_t, float, float>;
  static Place placeOf(const DrawnGlyph& glyph) { return {glyph.letter, glyph.box.x, glyph.box.y}; }

  std::string place(Vec2 point) const {
    const RecordedItem* item = around(items_, point);
    return item != nullptr ? item->path
                           : fmt::format("the window at {:.0f}, {:.0f}", point.x, point.y);
  }

  void contrast(const DrawnGlyph& glyph) {
    const Vec2 point = common(glyph.box, glyph.clip).centre();
    const Colour back = frame_.behind(point, glyph.order);
    Colour fore = glyph.colour;
    fore.a = 255;
    fore = app::ui::mix(back, fore, static_cast<float>(glyph.colour.a) / 255);
    const double least = glyph.icon() ? 3.0 : 4.5;
    const double ratio = app::ui::contrastRatio(fore, back);
    if (ratio >= least - 0.005) return;
    const std::string where = place(point);
    if (!faint_.insert(where + hex(fore) + hex(back)).second) return;
    found_.insert(fmt::format("{}: {} is {} on {}, {:.1f} to 1 and not {}", where,
                              spelled(glyph.letter), hex(fore), hex(back), ratio, least));
  }

  /// A side, not top or foot: those are where a region scrolls.
  void cut(const DrawnGlyph& glyph) {
    const Rect seen = common(glyph.box, glyph.clip);
    if (seen.w > 0.8F * glyph.box.w || glyph.box.w - seen.w < 1.5F) return;
    const RecordedItem* item = around(items_, seen.centre());
    if (item != nullptr && (item->role == "textbox" || item->role == "searchbox")) return;
    found_.insert(place(seen.centre()) + ": letters are cut at the side");
  }

  void overlaps() {
    std::map<int, std::vector<const DrawnGlyph*>> rows;
    constexpr float kRow = 16;
    for (const DrawnGlyph* glyph : shown_) {
      const int row = static_cast<int>(glyph->box.centre().y / kRow);
      for (int r = row - 1; r <= row + 1; ++r) {
        for (const DrawnGlyph* other : rows[r]) compare(*other, *glyph);
      }
      rows[row].push_back(glyph);
    }
  }

  void compare(const DrawnGlyph& under, const DrawnGlyph& over) {
    const Rect both = common(common(under.box, under.clip), common(over.box, over.clip));
    if (area(both) < 0.4F * std::min(area(under.box), area(over.box))) return;
    const bool neighbours = over.order == under.order + 1;  // an f may lean over its i
    if (neighbours || placeOf(under) == placeOf(over) ||
        frame_.covered(both.centre(), under.order, over.order))
      return;
    found_.insert(fmt::format("{}: {} is drawn over {}", place(both.centre()), spelled(over.letter),
                              spelled(under.letter)));
  }

  const std::vector<RecordedItem>& items_;
  DrawnFrame frame_;
  std::vector<const DrawnGlyph*> shown_;
  std::set<std::string> faint_;
  std::set<std::string> found_;
};

}  // namespace

std::vector<std::string> lintDrawn(UiDriver& driver) {
  return DrawnLint(driver).run();
}

std::vector<std::string> lintNow(UiDriver& driver) {
  const ImVec2 size = ImGui::GetIO().DisplaySize;
  std::vector<std::string> out = lintScreen(driver.items(), {app::ui::scale(), {size.x, size.y}});
  for (std::string& line : lintDrawn(driver)) out.push_back(std::move(line));
  return out;
}

std::string lintEverywhere(UiDriver& driver) {
  using app::ui::Theme;
  const ImVec2 before = ImGui::GetIO().DisplaySize;
  const app::ui::Settings settings = driver.kit().settings();
  std::string out;
  const auto look = [&](Vec2 size, int percent, Theme theme, const char* themeName) {
    app::ui::Settings wanted = settings;
    wanted.textPercent = percent;
    wanted.theme = theme;
    wanted.still = true;
    driver.kit().apply(wanted);
    driver.resize(size);
    driver.frame(2);
    keepPicture(driver, fmt::format("{:.0f}x{:.0f}-{}-{}", size.x, size.y, percent, themeName));
    for (const std::string& line : lintNow(driver))
      out += fmt::format("{:.0f}x{:.0f} {} % {}: {}\n", size.x, size.y, percent, themeName, line);
  };
  for (const Vec2 size : {Vec2{900, 600}, Vec2{1440, 900}, Vec2{2560, 1440}}) {
    for (const int percent : {80, 100, 200}) look(size, percent, Theme::Light, "light");
  }
  look({1440, 900}, 100, Theme::Dark, "dark");
  look({1440, 900}, 100, Theme::HighContrast, "contrast");
  look({1440, 900}, 200, Theme::HighContrast, "contrast");
  driver.kit().apply(settings);
  driver.resize({before.x, before.y});
  return out;
}

std::string joined(const std::vector<std::string>& sentences) {
  std::string out;
  for (const std::string& sentence : sentences) out += sentence + "\n";
  return out;
}

}  // namespace tests
