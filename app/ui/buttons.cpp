#include "app/ui/buttons.h"

#include <algorithm>
#include <cmath>

#include "app/ui/feedback.h"
#include "app/ui/internal.h"

namespace app::ui {
namespace {

struct ButtonLook {
  Type type = Type::BodyStrong;
  float height = 40;
  float pad = 16;
  float radius = 10;
};

ButtonLook lookOf(const ButtonStyle& style) {
  if (style.small) return {Type::SmallStrong, 32, 12, 8};
  return {};
}

void turningMark(ImVec2 centre, ImU32 colour) {
  // Two arcs that turn; still when things are kept still.
  KitState& s = kit();
  const float turn = s.settings.still ? 0 : static_cast<float>(std::fmod(s.time * 3.0, 6.2831853));
  for (int half = 0; half < 2; ++half) {
    const float from = turn + static_cast<float>(half) * 3.14159F;
    draw().PathArcTo(centre, raw(6), from, from + 2.3F, 12);
    draw().PathStroke(colour, 0, raw(2));
  }
  s.moving = s.moving || !s.settings.still;
}

void drawShape(const Item& item, const ButtonStyle& style, float radius) {
  ImDrawList& list = draw();
  const ImRect& box = item.box;
  if (!style.notYet.empty()) {
    dashedRect(list, box, ink(Token::Line2), radius, edge());
    return;
  }
  switch (style.kind) {
    case ButtonKind::Primary:
      list.AddRectFilled(box.Min, box.Max, ink(Token::Accent, Token::AccentHover, item.heat),
                         radius);
      break;
    case ButtonKind::Secondary:
    case ButtonKind::Danger:
      list.AddRectFilled(box.Min, box.Max, ink(Token::Paper, Token::Tint2, item.heat), radius);
      list.AddRect(box.Min, box.Max,
                   ink(style.kind == ButtonKind::Danger ? Token::AttMark : Token::Line2), radius, 0,
                   edge());
      break;
    case ButtonKind::Quiet:
      if (item.heat > 0) {
        list.AddRectFilled(box.Min, box.Max, ink(colour(theme(), Token::Tint2), item.heat), radius);
        if (highContrast()) list.AddRect(box.Min, box.Max, ink(Token::Line), radius, 0, hair());
      }
      break;
  }
}

ImU32 wordsInk(const ButtonStyle& style) {
  if (!style.notYet.empty()) return ink(Token::Ink3);
  switch (style.kind) {
    case ButtonKind::Primary:
      return ink(Token::OnAccent);
    case ButtonKind::Secondary:
      return ink(Token::Ink);
    case ButtonKind::Danger:
      return ink(Token::Att);
    case ButtonKind::Quiet:
      break;
  }
  return ink(Token::Accent);
}

float contentWidth(std::string_view label, const ButtonStyle& style, const ButtonLook& look) {
  float width = widthOf(look.type, label);
  if (style.icon != Icon::None || style.working) width += px(20) + px(8);
  if (!style.hint.empty()) width += px(10) + widthOf(Type::Tiny, style.hint);
  return width;
}

}  // namespace

float buttonWidth(std::string_view label, const ButtonStyle& style) {
  if (style.width > 0) return style.width;
  const ButtonLook look = lookOf(style);
  return (contentWidth(label, style, look) + 2 * px(look.pad)) / scale();
}

bool button(std::string_view key, std::string_view label, const ButtonStyle& style) {
  const ButtonLook look = lookOf(style);
  const float content = contentWidth(label, style, look);
  const float width = style.width > 0 ? px(style.width) : std::ceil(content + 2 * px(look.pad));
  const ImRect box = place(width, px(look.height));
  ItemSpec spec{.key = key, .name = label};
  spec.notYet = style.working ? std::string_view("Working on it") : style.notYet;
  spec.radius = look.radius;
  const Item item = interactive(box, spec);
  drawShape(item, style, raw(look.radius));
  const ImU32 colour = wordsInk(style);
  const float pressedDown = item.held && style.notYet.empty() ? hair() : 0;
  float x = box.Min.x + std::round((width - content) / 2);
  const float middle = (box.Min.y + box.Max.y) / 2 + pressedDown;
  if (style.working) {
    turningMark(ImVec2(x + px(10), middle), colour);
    x += px(28);
  } else if (style.icon != Icon::None) {
    drawIcon(draw(), style.icon, ImVec2(x + px(10), middle), 20, colour);
    x += px(28);
  }
  drawText(draw(), look.type, ImVec2(x, box.Min.y + pressedDown), colour, label, box.GetHeight());
  if (!style.hint.empty()) {
    x += widthOf(look.type, label) + px(10);
    drawText(draw(), Type::Tiny, ImVec2(x, box.Min.y), colour, style.hint, box.GetHeight());
  }
  if (!style.notYet.empty()) tooltip(style.notYet);
  return item.pressed && !style.working;
}

namespace {
bool kindButton(std::string_view key, std::string_view label, ButtonKind kind,
                std::string_view notYet) {
  ButtonStyle style;
  style.kind = kind;
  style.notYet = notYet;
  return button(key, label, style);
}
}  // namespace

bool primaryButton(std::string_view key, std::string_view label, std::string_view notYet) {
  return kindButton(key, label, ButtonKind::Primary, notYet);
}
bool secondaryButton(std::string_view key, std::string_view label, std::string_view notYet) {
  return kindButton(key, label, ButtonKind::Secondary, notYet);
}
bool quietButton(std::string_view key, std::string_view label, std::string_view notYet) {
  return kindButton(key, label, ButtonKind::Quiet, notYet);
}
bool dangerButton(std::string_view key, std::string_view label, std::string_view notYet) {
  return kindButton(key, label, ButtonKind::Danger, notYet);
}

bool iconButton(std::string_view key, Icon icon, std::string_view name, bool chosen) {
  const ImRect box = place(px(36), px(36));
  ItemSpec spec{.key = key, .name = name};
  spec.radius = 9;
  const Item item = interactive(box, spec);
  if (chosen || item.heat > 0) {
    const ImU32 fill = chosen ? ink(Token::Tint) : ink(colour(theme(), Token::Tint2), item.heat);
    draw().AddRectFilled(box.Min, box.Max, fill, raw(9));
    if (highContrast())
      draw().AddRect(box.Min, box.Max, ink(chosen ? Token::Accent : Token::Line), raw(9), 0,
                     edge());
  }
  drawIcon(draw(), icon, box.GetCenter(), 20, ink(chosen ? Token::Accent : Token::Ink2));
  tooltip(name);
  return item.pressed;
}

bool link(std::string_view key, std::string_view label, Icon icon) {
  const float lead = icon == Icon::None ? 0 : px(22);
  const float width = std::ceil(widthOf(Type::Small, label)) + lead;
  const ImRect box = place(width, px(32));
  ItemSpec spec{.key = key, .role = "link", .name = label};
  spec.radius = 6;
  const Item item = interactive(box, spec);
  const ImU32 colour = ink(Token::Accent, Token::AccentHover, item.heat);
  if (lead > 0)
    drawIcon(draw(), icon, ImVec2(box.Min.x + px(8), box.GetCenter().y), 16, ink(Token::Ink));
  drawText(draw(), Type::Small, ImVec2(box.Min.x + lead, box.Min.y), colour, label,
           box.GetHeight());
  const float y = std::round(box.GetCenter().y + px(11));
  for (float x = box.Min.x + lead; x < box.Max.x; x += 3 * hair()) {
    draw().AddRectFilled(ImVec2(x, y), ImVec2(std::min(x + hair(), box.Max.x), y + hair()), colour);
  }
  return item.pressed;
}

bool navItem(std::string_view key, std::string_view label, Icon icon, bool current, int count) {
  const bool rail = flow().w < px(120);
  const ImRect box = place(rail ? px(44) : flow().w, px(rail ? 44 : 40));
  const std::string value = current     ? "current"
                            : count > 0 ? std::to_string(count) + " waiting"
                                        : "";
  ItemSpec spec{.key = key, .role = "link", .name = label, .value = value};
  spec.chosen = current;
  spec.radius = 9;
  const Item item = interactive(box, spec);
  const bool filled = current && highContrast();
  if (current)
    draw().AddRectFilled(box.Min, box.Max, ink(filled ? Token::Sel : Token::Tint), raw(9));
  if (!current && item.heat > 0) {
    draw().AddRectFilled(box.Min, box.Max, ink(colour(theme(), Token::Tint), item.heat * 0.5F),
                         raw(9));
  }
  const ImU32 words = filled ? ink(Token::OnAccent) : ink(current ? Token::Accent : Token::Ink2);
  if (rail) {
    drawIcon(draw(), icon, box.GetCenter(), 20, words);
    tooltip(label);
    return item.pressed;
  }
  drawIcon(draw(), icon, ImVec2(box.Min.x + px(20), box.GetCenter().y), 20, words);
  drawText(draw(), current ? Type::BodyStrong : Type::Body, ImVec2(box.Min.x + px(41), box.Min.y),
           words, label, box.GetHeight());
  if (count > 0) {
    const std::string number = std::to_string(count);
    drawText(draw(), Type::Tiny,
             ImVec2(box.Max.x - px(10) - widthOf(Type::Tiny, number), box.Min.y), words, number,
             box.GetHeight());
  }
  return item.pressed;
}

}  // namespace app::ui
