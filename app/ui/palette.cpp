#include "app/ui/palette.h"

#include <algorithm>

#include "app/ui/fields.h"
#include "app/ui/internal.h"
#include "app/ui/layout.h"
#include "app/ui/text.h"

namespace app::ui {
namespace {

constexpr float kWidth = 640;
constexpr float kTop = 108;
constexpr float kRow = 44;
constexpr float kHeading = 34;
constexpr float kField = 72;
constexpr float kFoot = 44;
constexpr float kMostRows = 8;

float listHeight(const PaletteModel& model) {
  float height = 16;
  std::string_view group;
  for (const PaletteRow& row : model.rows) {
    if (row.group != group) height += kHeading;
    group = row.group;
    height += kRow;
  }
  if (model.rows.empty()) height += 64;
  return std::min(height, kRow * kMostRows + 3 * kHeading);
}

/// Where the card is. A small window gives it all its width and most of its height.
Rect cardPlace(const PaletteModel& model) {
  const Vec2 whole = windowSize();
  const bool narrow = whole.x < 700;
  const float width = narrow ? whole.x : std::min(kWidth, whole.x - 32);
  const float top = whole.y < 640 ? 12 : kTop;
  const float height = std::min(kField + listHeight(model) + kFoot, whole.y - top - 12);
  return {std::max(0.0F, (whole.x - width) / 2), top, width, height};
}

/// Up and Down from the field, before it sees them.
void moveByArrows(const PaletteModel& model, PaletteState& state) {
  const std::size_t count = model.rows.size();
  if (count == 0) return;
  state.chosen = std::min(state.chosen, count - 1);
  const std::size_t before = state.chosen;
  if (shortcut({Key::Down})) state.chosen = (state.chosen + 1) % count;
  if (shortcut({Key::Up})) state.chosen = (state.chosen + count - 1) % count;
  if (state.chosen != before) scrollToPath(itemPath("list/" + model.rows[state.chosen].key));
}

struct RowLook {
  bool chosen = false;
  Token words(Token usual) const { return chosen && usual == Token::Ink ? Token::Accent : usual; }
};

void drawMark(const PaletteRow& row, const ImRect& box, RowLook look) {
  const ImVec2 centre(box.Min.x + px(22), box.GetCenter().y);
  if (row.domain != Domain::None) {
    drawHead(draw(), centre, raw(6.6F), row.domain, false, ink(domainMark(row.domain)), 0);
  } else if (row.icon != Icon::None) {
    drawIcon(draw(), row.icon, centre, 20, ink(look.words(Token::Ink)));
  }
}

bool drawRow(const PaletteRow& row, bool chosen) {
  const ImRect box = place(flow().w, px(kRow));
  ItemSpec spec{.key = row.key, .role = "option", .name = row.label, .value = row.detail};
  spec.chosen = chosen;
  spec.radius = 11;
  const Item item = interactive(box, spec);
  const RowLook look{chosen};
  if (chosen) {
    draw().AddRectFilled(box.Min, box.Max, ink(Token::Tint), raw(11));
    if (highContrast()) draw().AddRect(box.Min, box.Max, ink(Token::Accent), raw(11), 0, raw(2));
  } else if (item.heat > 0) {
    draw().AddRectFilled(box.Min, box.Max, ink(colour(theme(), Token::Tint2), item.heat), raw(11));
  }
  drawMark(row, box, look);
  const std::string keys = !row.keys.empty() ? row.keys : chosen ? "Enter" : "";
  const float right = box.Max.x - px(12) - (keys.empty() ? 0 : widthOf(Type::Tiny, keys));
  if (!keys.empty())
    drawText(draw(), Type::Tiny, ImVec2(right, box.Min.y), ink(Token::Ink2), keys, box.GetHeight());
  const Type type = chosen ? Type::BodyStrong : Type::Body;
  float x = box.Min.x + px(44);
  const std::string label = elided(type, row.label, right - px(12) - x);
  drawText(draw(), type, ImVec2(x, box.Min.y), ink(look.words(Token::Ink)), label, box.GetHeight());
  x += widthOf(type, label) + px(11);
  if (right - px(12) - x > px(40)) {
    drawText(draw(), Type::Small, ImVec2(x, box.Min.y), ink(look.words(Token::Ink2)),
             elided(Type::Small, row.detail, right - px(12) - x), box.GetHeight());
  }
  return item.pressed;
}

void drawList(const PaletteModel& model, const PaletteState& state, PaletteResult& result) {
  std::string_view group;
  for (std::size_t i = 0; i < model.rows.size(); ++i) {
    const PaletteRow& row = model.rows[i];
    if (row.group != group) {
      group = row.group;
      space(8);
      indent(12);
      text(row.group, {.type = Type::SmallStrong, .colour = Token::Ink2, .role = "heading"});
      indent(-12);
      space(4);
    }
    if (drawRow(row, i == state.chosen)) result.run = static_cast<int>(i);
  }
  if (model.rows.empty()) {
    space(16);
    indent(12);
    body(model.nothing, Token::Ink2);
  }
}

void drawField(const PaletteModel& model, PaletteState& state, PaletteResult& result) {
  FieldStyle style;
  style.placeholder = model.placeholder;
  style.icon = Icon::Magnify;
  style.large = true;
  style.maxBytes = 256;
  result.changed = textField("field", state.typed, style);
  wantFirstFocus();
}

void drawFoot(const PaletteModel& model, const Rect& card) {
  fillRect({card.x, card.bottom() - kFoot, card.w, 1}, Token::Line);
  const Region foot("foot", {card.x, card.bottom() - kFoot, card.w, kFoot}, {.padX = 22});
  const Row row(20, kFoot);
  for (const std::string& hint : model.hints) {
    if (row.leftOver() < textWidth(Type::Small, hint) + 20) break;
    small(hint);
  }
}

}  // namespace

PaletteResult palette(std::string_view key, const PaletteModel& model, PaletteState& state) {
  PaletteResult result;
  const Scope scope(key);
  beginLayer(kit().path, Token::Scrim);
  const Rect card = cardPlace(model);
  liftRect(card, 14);
  moveByArrows(model, state);
  const bool any = state.chosen < model.rows.size();
  const bool beside = any && shortcut({Key::Enter, true});
  const bool onField = focusedPath() == itemPath("field");
  if (any && (beside || (onField && shortcut({Key::Enter})))) {
    result.run = static_cast<int>(state.chosen);
    result.beside = beside;
  }
  result.close = shortcut({Key::Escape});
  {
    const Region head("", {card.x, card.y, card.w, kField}, {.padX = 12, .padY = 12});
    drawField(model, state, result);
  }
  {
    const float height = std::max(40.0F, card.h - kField - kFoot);
    const Region list("list", {card.x, card.y + kField, card.w, height},
                      {.padX = 10, .padY = 0, .gap = 0, .scroll = true});
    const FocusGroup group;
    drawList(model, state, result);
  }
  drawFoot(model, card);
  const bool outside =
      ImGui::IsMouseClicked(0) && !toDevice(card).Contains(ImGui::GetIO().MousePos);
  if (outside) result.close = true;
  endLayer();
  return result;
}

}  // namespace app::ui
