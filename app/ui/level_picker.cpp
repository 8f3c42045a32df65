#include <algorithm>
#include <cmath>

#include "app/ui/feedback.h"
#include "app/ui/internal.h"
#include "app/ui/notes.h"

namespace app::ui {
namespace {

constexpr float kHeight = 110;
constexpr float kLineGap = 11;
constexpr float kStaveTop = 14;
constexpr float kRestWidth = 72;
constexpr float kRestGap = 12;
constexpr float kLeastColumn = 59;  // or "Prompted" touches its neighbour (ADDENDUM 02)

struct Geometry {
  ImRect box;
  ImRect rest;
  float stave = 0;  ///< right end of the levels
  float column = 0;
  float lineY(Level level) const {
    return box.Min.y + px(kStaveTop) + std::round(raw(kLineGap) * static_cast<float>(5 - level));
  }
  ImRect levelBox(Level level) const {
    const float left = box.Min.x + column * static_cast<float>(level - 1);
    return {std::round(left), box.Min.y, std::round(left + column), box.Max.y};
  }
};

void centred(Type type, const ImRect& box, float y, ImU32 colour, std::string_view words) {
  drawText(draw(), type, ImVec2(box.GetCenter().x - widthOf(type, words) / 2, y), colour, words);
}

Item chooser(const ImRect& box, std::string_view key, std::string_view name, bool chosen) {
  ItemSpec spec{.key = key, .role = "radio", .name = name, .value = chosen ? "on" : "off"};
  spec.chosen = chosen;
  spec.radius = 9;
  return interactive(box, spec);
}

void fillChosen(const ImRect& box, Domain domain) {
  draw().AddRectFilled(box.Min, box.Max, ink(domainTint(domain)), raw(9));
  draw().AddRect(box.Min, box.Max, ink(domainMark(domain)), raw(9), 0,
                 raw(highContrast() ? 2.0F : 1.5F));
}

void drawLevel(const Geometry& g, const LevelPickerModel& model, Level level, bool chosen,
               float heat) {
  const ImRect column = g.levelBox(level);
  const ImU32 mark = ink(domainMark(model.domain));
  const ImVec2 head(std::round(column.GetCenter().x), g.lineY(level) + hair() / 2);
  const Token behind = chosen ? domainTint(model.domain) : Token::Paper;
  if (!chosen && heat > 0)
    draw().AddRectFilled(column.Min, column.Max, ink(colour(theme(), Token::Tint2), heat * 0.7F),
                         raw(9));
  drawHead(draw(), head, raw(7), model.domain, !chosen, mark, ink(behind), raw(1.6F));
  if (model.lastTime == level) {
    const float y = head.y + px(13);
    draw().AddRectFilled(ImVec2(head.x - raw(11), y), ImVec2(head.x + raw(11), y + raw(2.5F)),
                         ink(Token::Heather), raw(1));
  }
  const ImU32 words = ink(chosen ? domainInk(model.domain) : Token::Ink);
  const ImU32 second = ink(chosen ? domainInk(model.domain) : Token::Ink2);
  const auto index = static_cast<std::size_t>(level - 1);
  centred(Type::SmallStrong, column, g.box.Min.y + px(70), words, std::to_string(level));
  if (g.column < px(kLeastColumn))
    return;  // no room for names: digits, and the sentence under the stave
  centred(chosen ? Type::TinyStrong : Type::Tiny, column, g.box.Min.y + px(88), second,
          model.names[index]);
}

void drawRest(const ImRect& box, const LevelPickerModel& model, bool chosen) {
  if (chosen) draw().AddRectFilled(box.Min, box.Max, ink(Token::Tint2), raw(9));
  draw().AddRect(box.Min, box.Max, ink(chosen ? Token::Ink : Token::Line2), raw(9), 0,
                 chosen ? raw(2) : edge());
  if (box.GetHeight() < px(60)) {
    centred(Type::Small, box, box.Min.y + px(10), ink(Token::Ink2), model.restName);
    return;
  }
  const float middle = std::round(box.GetCenter().x);
  for (int i = 0; i < 3; ++i) {
    const float y = box.Min.y + px(kStaveTop) + std::round(raw(kLineGap) * static_cast<float>(i));
    draw().AddRectFilled(ImVec2(middle - px(16), y), ImVec2(middle + px(16), y + hair()),
                         ink(Token::Stave));
  }
  const float hang = box.Min.y + px(kStaveTop) + std::round(raw(kLineGap));
  draw().AddRectFilled(ImVec2(middle - px(8), hang), ImVec2(middle + px(8), hang + px(6)),
                       ink(Token::Ink2));
  const auto lines = wrapped(Type::Tiny, model.restName, box.GetWidth() - px(6), true);
  float y = box.Max.y - px(4) - lineOf(Type::Tiny) * static_cast<float>(lines.size());
  for (const std::string_view line : lines) {
    centred(chosen ? Type::TinyStrong : Type::Tiny, box, y, ink(chosen ? Token::Ink : Token::Ink2),
            line);
    y += lineOf(Type::Tiny);
  }
}

/// 1 to 5 and 0 choose from anywhere in the layer, unless text has the keyboard.
bool chooseByDigit(std::optional<Level>& chosen) {
  for (Level level = 0; level <= 5; ++level) {
    if (!shortcut({static_cast<Key>(static_cast<int>(Key::D0) + level)})) continue;
    const bool changed = chosen != level;
    chosen = level;
    return changed;
  }
  return false;
}

}  // namespace

bool levelPicker(std::string_view key, const LevelPickerModel& model, std::optional<Level>& chosen,
                 float width) {
  const Scope scope(key);
  const FocusGroup group(6);
  Geometry g;
  const float whole = std::min(widthOr(width), flow().w);
  g.box = place(whole, px(kHeight));
  g.stave = g.box.Max.x - px(kRestWidth + kRestGap);
  g.rest = ImRect(g.box.Max.x - px(kRestWidth), g.box.Min.y, g.box.Max.x, g.box.Max.y);
  if ((g.stave - g.box.Min.x) / 5 < px(kLeastColumn)) {  // the rest goes under the levels
    g.stave = g.box.Max.x;
    g.rest = place(whole, px(40));
  }
  g.column = (g.stave - g.box.Min.x) / 5;
  bool changed = chooseByDigit(chosen);
  for (Level level = 1; level <= 5; ++level) {
    if (chosen == level) fillChosen(g.levelBox(level), model.domain);
  }
  for (Level level = 1; level <= 5; ++level) {
    const float y = g.lineY(level);
    draw().AddRectFilled(ImVec2(g.box.Min.x, y), ImVec2(g.stave, y + hair()), ink(Token::Stave));
  }
  for (Level level = 1; level <= 5; ++level) {
    const auto index = static_cast<std::size_t>(level - 1);
    const std::string name = std::to_string(level) + " of 5, " + model.names[index] +
                             (model.sentences[index].empty() ? "" : ": " + model.sentences[index]);
    const Item item = chooser(g.levelBox(level), ui::key("level", static_cast<std::size_t>(level)),
                              name, chosen == level);
    if (item.pressed && chosen != level) {
      chosen = level;
      changed = true;
    }
    drawLevel(g, model, level, chosen == level, item.heat);
  }
  const Item rest = chooser(g.rest, "rest", model.restName, chosen == kNoChance);
  if (rest.pressed && chosen != kNoChance) {
    chosen = kNoChance;
    changed = true;
  }
  drawRest(g.rest, model, chosen == kNoChance);
  return changed;
}

}  // namespace app::ui
