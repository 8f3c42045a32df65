#include <algorithm>
#include <cmath>

#include "app/ui/buttons.h"
#include "app/ui/internal.h"

namespace app::ui {
namespace {

struct ChipLook {
  Type plain = Type::Small;
  Type strong = Type::SmallStrong;
  float height = 28;
  float pad = 10;
  float radius = 8;
};

ChipLook lookOf(const ChipStyle& style) {
  return style.small ? ChipLook{Type::Tiny, Type::TinyStrong, 28, 8, 7} : ChipLook{};
}

float chipPixels(std::string_view label, const ChipStyle& style) {
  const ChipLook look = lookOf(style);
  float width = widthOf(style.on ? look.strong : look.plain, label) + 2 * px(look.pad);
  if (style.icon != Icon::None) width += px(22);
  if (style.menu || style.removable) width += px(22);
  return std::ceil(width);
}

}  // namespace

float chipWidth(std::string_view label, const ChipStyle& style) {
  return chipPixels(label, style) / scale();
}

bool chip(std::string_view key, std::string_view label, const ChipStyle& style) {
  const ChipLook look = lookOf(style);
  const ImRect box = place(chipPixels(label, style), px(look.height));
  ItemSpec spec{.key = key, .name = label, .value = style.on ? "on" : "off"};
  spec.chip = true;
  spec.radius = look.radius;
  const Item item = interactive(box, spec);
  const float thick = style.on && highContrast() ? 3 * hair() : edge();
  draw().AddRectFilled(box.Min, box.Max,
                       style.on ? ink(Token::Tint) : ink(Token::Paper, Token::Tint2, item.heat),
                       raw(look.radius));
  draw().AddRect(box.Min, box.Max, ink(style.on ? Token::Accent : Token::Line2), raw(look.radius),
                 0, thick);
  const ImU32 words = ink(style.on ? Token::Accent : Token::Ink);
  float x = box.Min.x + px(look.pad);
  if (style.icon != Icon::None) {
    drawIcon(draw(), style.icon, ImVec2(x + px(8), box.GetCenter().y), 16, words);
    x += px(22);
  }
  drawText(draw(), style.on ? look.strong : look.plain, ImVec2(x, box.Min.y), words, label,
           box.GetHeight());
  const Icon tail = style.removable ? Icon::Close : Icon::MenuDown;
  if (style.menu || style.removable) {
    drawIcon(draw(), tail, ImVec2(box.Max.x - px(look.pad) - px(6), box.GetCenter().y), 16, words);
  }
  return item.pressed;
}

void domainChip(std::string_view key, Domain domain, std::string_view label) {
  const float width = std::ceil(widthOf(Type::Small, label) + px(10) + px(20) + px(10));
  const ImRect box = place(width, px(28));
  draw().AddRectFilled(box.Min, box.Max, ink(domainTint(domain)), raw(8));
  if (highContrast()) draw().AddRect(box.Min, box.Max, ink(Token::Line), raw(8), 0, edge());
  drawHead(draw(), ImVec2(box.Min.x + px(17), box.GetCenter().y), raw(5), domain, false,
           ink(domainMark(domain)), 0);
  drawText(draw(), Type::Small, ImVec2(box.Min.x + px(30), box.Min.y), ink(domainInk(domain)),
           label, box.GetHeight());
  recordStatic(box, "text", std::string(domainName(domain)).append(": ").append(label), key);
}

bool aliasChip(std::string_view key, std::string_view label, bool isInteractive) {
  const float width = std::ceil(widthOf(Type::Small, label) + 2 * px(6));
  const ImRect box =
      place(isInteractive ? std::max(width, px(28)) : width, px(isInteractive ? 28 : 24));
  bool pressed = false;
  if (isInteractive) {
    ItemSpec spec{.key = key, .name = label};
    spec.chip = true;
    spec.radius = 6;
    pressed = interactive(box, spec).pressed;
  } else {
    recordStatic(box, "text", label, key);
  }
  draw().AddRectFilled(box.Min, box.Max, ink(Token::Tint), raw(6));
  if (highContrast()) draw().AddRect(box.Min, box.Max, ink(Token::Line), raw(6), 0, hair());
  drawText(draw(), Type::Small, ImVec2(box.Min.x + px(6), box.Min.y),
           ink(highContrast() ? Token::Ink : Token::Accent), label, box.GetHeight());
  return pressed;
}

void badge(int count) {
  const std::string number = std::to_string(count);
  const float width = std::max(px(20), std::ceil(widthOf(Type::TinyStrong, number) + px(12)));
  const ImRect box = place(width, px(20));
  draw().AddRectFilled(box.Min, box.Max, ink(Token::Accent), raw(10));
  const float x = box.Min.x + std::round((width - widthOf(Type::TinyStrong, number)) / 2);
  drawText(draw(), Type::TinyStrong, ImVec2(x, box.Min.y), ink(Token::OnAccent), number,
           box.GetHeight());
  recordStatic(box, "text", number);
}

void kbd(std::string_view keys) {
  const float width = std::max(px(22), std::ceil(widthOf(Type::Tiny, keys) + px(12)));
  const ImRect box = place(width, px(22));
  draw().AddRectFilled(box.Min, box.Max, ink(Token::Paper), raw(5));
  draw().AddRect(box.Min, box.Max, ink(Token::Line2), raw(5), 0, hair());
  const float x = box.Min.x + std::round((width - widthOf(Type::Tiny, keys)) / 2);
  drawText(draw(), Type::Tiny, ImVec2(x, box.Min.y), ink(Token::Ink2), keys, box.GetHeight());
  recordStatic(box, "text", keys);
}

void avatar(std::string_view initials) {
  const ImRect box = place(px(32), px(32));
  draw().AddCircleFilled(box.GetCenter(), raw(16), ink(Token::Tint), 32);
  if (highContrast()) draw().AddCircle(box.GetCenter(), raw(15), ink(Token::Line), 32, edge());
  const float x =
      box.Min.x + std::round((box.GetWidth() - widthOf(Type::TinyStrong, initials)) / 2);
  drawText(draw(), Type::TinyStrong, ImVec2(x, box.Min.y),
           ink(highContrast() ? Token::Ink : Token::Accent), initials, box.GetHeight());
}

}  // namespace app::ui
