#include "app/ui/feedback.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "app/ui/buttons.h"
#include "app/ui/internal.h"
#include "app/ui/layout.h"
#include "app/ui/notes.h"
#include "app/ui/snippet.h"
#include "app/ui/text.h"

namespace app::ui {
namespace {

constexpr double kTooltipRest = 0.5;  // DESIGN.md 8

struct NoticeLook {
  ImU32 fill;
  ImU32 words;
  ImU32 edgeColour;
  bool edged;
};

NoticeLook noticeLook(bool attention) {
  if (attention) return {ink(Token::AttTint), ink(Token::Att), ink(Token::AttMark), highContrast()};
  return {ink(Token::Tint2), ink(Token::Ink), ink(Token::Line2), highContrast()};
}

/// A quiet button of words alone, in the colour of what it stands on.
bool wordsButton(std::string_view key, std::string_view label, const ImRect& spot, ImU32 colour) {
  ItemSpec spec{.key = key, .name = label};
  spec.radius = 8;
  const Item item = interactive(spot, spec);
  const float x =
      spot.Min.x + std::round((spot.GetWidth() - widthOf(Type::SmallStrong, label)) / 2);
  drawText(draw(), Type::SmallStrong, ImVec2(x, spot.Min.y), colour, label, spot.GetHeight());
  if (item.hovered) {
    const float y = std::round(spot.GetCenter().y + px(10));
    draw().AddRectFilled(ImVec2(x, y), ImVec2(spot.Max.x - (x - spot.Min.x), y + hair()), colour);
  }
  return item.pressed;
}

}  // namespace

bool banner(std::string_view key, std::string_view words, const BannerStyle& style) {
  const Scope scope(key);
  const NoticeLook look = noticeLook(style.attention);
  const float width = flow().w;
  const float action =
      style.action.empty()
          ? 0
          : px(buttonWidth(style.action, {.kind = ButtonKind::Quiet, .small = true}) + 8);
  const bool marked = style.attention || style.icon != Icon::None;
  const float left = px(marked ? 40 : 14);
  const std::string all = style.strong.empty()
                              ? std::string(words)
                              : std::string(style.strong).append(" ").append(words);
  const float room = width - left - px(14) - action;
  const std::vector<std::string_view> lines =
      wrapped(style.strong.empty() ? Type::Small : Type::SmallStrong, all, room, false);
  const float line = lineOf(Type::Small);
  const float height = std::max(px(40), line * static_cast<float>(lines.size()) + px(20));
  const ImRect box = place(width, height);
  draw().AddRectFilled(box.Min, box.Max, look.fill, raw(10));
  if (look.edged) draw().AddRect(box.Min, box.Max, look.edgeColour, raw(10), 0, edge());
  if (marked) {
    const Icon mark = style.icon != Icon::None ? style.icon : Icon::AlertCircleOutline;
    drawIcon(draw(), mark, ImVec2(box.Min.x + px(24), box.Min.y + px(10) + std::round(line / 2)),
             20, look.words);
  }
  float y = box.Min.y + std::round((height - line * static_cast<float>(lines.size())) / 2);
  std::size_t strongLeft = style.strong.size();
  for (const std::string_view part : lines) {
    const std::size_t strong = std::min(strongLeft, part.size());
    const std::string_view head = part.substr(0, strong);
    drawText(draw(), Type::SmallStrong, ImVec2(box.Min.x + left, y), look.words, head, line);
    const float at = box.Min.x + left + widthOf(Type::SmallStrong, head);
    drawText(draw(), Type::Small, ImVec2(at, y), look.words, part.substr(strong), line);
    strongLeft -= strong;
    if (strongLeft > 0) --strongLeft;  // the space the wrap took
    y += line;
  }
  recordStatic(box, style.attention ? "alert" : "status", all, "words");
  if (style.action.empty()) return false;
  const ImRect spot(box.Max.x - action, std::round(box.GetCenter().y - px(16)), box.Max.x - px(8),
                    std::round(box.GetCenter().y + px(16)));
  return wordsButton("action", style.action, spot, look.words);
}

ToastResult toast(const ToastModel& model, int slot) {
  const Scope scope(key("toast", model.key));
  const Vec2 whole = windowSize();
  const float width = std::min(560.0F, whole.x - 48);
  const float actionWidth =
      model.action.empty() ? 0
                           : buttonWidth(model.action, {.kind = ButtonKind::Quiet, .small = true});
  const auto lines = wrapped(Type::Small, model.words, px(width - 60 - actionWidth - 52), false);
  const float height = std::max(46.0F, 26 + 20 * static_cast<float>(lines.size()));
  const Rect at{(whole.x - width) / 2,
                whole.y - 64 - (height + 8) * static_cast<float>(slot + 1) + 8, width, height};
  const ImRect box = toDevice(at);
  ToastResult result = ToastResult::None;
  ImGui::SetNextWindowPos(box.Min);
  ImGui::SetNextWindowSize(box.GetSize());
  const std::string name = "##toast/" + model.key;
  ImGui::Begin(name.c_str(), nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                   ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoNav |
                   ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoFocusOnAppearing);
  if (kit().topLayer == 0) ImGui::BringWindowToDisplayFront(window());
  const bool att = model.attention;
  draw().AddRectFilled(box.Min, box.Max, ink(att ? Token::AttTint : Token::Ink), raw(11));
  if (att || highContrast()) {
    draw().AddRect(box.Min, box.Max, ink(att ? Token::AttMark : Token::Line), raw(11), 0, edge());
  }
  const ImU32 words = ink(att ? Token::Att : Token::Paper);
  const Icon mark = att ? Icon::AlertCircleOutline : model.offline ? Icon::WifiOff : Icon::Check;
  drawIcon(draw(), mark, ImVec2(box.Min.x + px(24), box.GetCenter().y), 20, words);
  float y =
      box.Min.y +
      std::round((box.GetHeight() - lineOf(Type::Small) * static_cast<float>(lines.size())) / 2);
  for (const std::string_view part : lines) {
    drawText(draw(), Type::Small, ImVec2(box.Min.x + px(44), y), words, part);
    y += lineOf(Type::Small);
  }
  recordStatic(box, att ? "alert" : "status", model.words, "words");
  const auto spot = [&](float right, float wide) {
    return ImRect(box.Max.x - px(right + wide), std::round(box.GetCenter().y - px(16)),
                  box.Max.x - px(right), std::round(box.GetCenter().y + px(16)));
  };
  if (!model.action.empty() && wordsButton("action", model.action, spot(44, actionWidth), words)) {
    result = ToastResult::Action;
  }
  ItemSpec dismiss{.key = "dismiss", .name = "Put this message away"};
  dismiss.radius = 8;
  const Item cross = interactive(spot(8, 32), dismiss);
  drawIcon(draw(), Icon::Close, cross.box.GetCenter(), 16, words);
  if (cross.pressed) result = ToastResult::Dismissed;
  ImGui::End();
  return result;
}

bool emptyState(std::string_view key, std::string_view titleWords, std::string_view words,
                const EmptyStyle& style) {
  const Scope scope(key);
  space(18);
  const float gap = flow().gap;
  flow().gap = 0;
  if (style.icon == Icon::None) {
    const ImRect box = place(flow().w, px(46));
    const float left = box.GetCenter().x - px(75);
    for (int i = 0; i < 5; ++i) {
      const float y = box.Min.y + px(5) + px(9) * static_cast<float>(i);
      draw().AddRectFilled(ImVec2(left, y), ImVec2(left + px(150), y + hair()), ink(Token::Stave));
    }
    drawHead(draw(), ImVec2(box.GetCenter().x, box.Min.y + px(23)), raw(7.4F), Domain::Musical,
             true, ink(Token::Heather), ink(Token::Paper), raw(2));
  } else {
    const ImRect box = place(flow().w, px(32));
    drawIcon(draw(), style.icon, box.GetCenter(), 32, ink(Token::HeatherInk));
  }
  space(12);
  text(titleWords, {.type = Type::Read, .centred = true, .role = "heading"});
  space(4);
  text(words, {.type = Type::Body, .colour = Token::Ink2, .balanced = true, .centred = true});
  bool pressed = false;
  if (!style.action.empty()) {
    space(14);
    const ButtonStyle look{.kind = style.primary ? ButtonKind::Primary : ButtonKind::Secondary};
    const float width = px(buttonWidth(style.action, look));
    const float shift = std::round((flow().w - width) / 2);
    flow().x += shift;
    pressed = button("action", style.action, look);
    flow().x -= shift;
  }
  flow().gap = gap;
  space(18);
  return pressed;
}

void bar(std::string_view key, float fraction, float width, bool lastMinute) {
  const float height = highContrast() ? px(8) : px(6);
  const ImRect box = place(widthOr(width), height);
  draw().AddRectFilled(box.Min, box.Max, ink(Token::Tint), height / 2);
  if (highContrast()) draw().AddRect(box.Min, box.Max, ink(Token::Line), height / 2, 0, hair());
  const float filled = std::clamp(fraction, 0.0F, 1.0F) * box.GetWidth();
  if (filled >= 1) {
    draw().AddRectFilled(box.Min, ImVec2(box.Min.x + std::max(filled, height), box.Max.y),
                         ink(lastMinute ? Token::Heather : Token::Accent), height / 2);
  }
  recordStatic(box, "progressbar", key, key,
               fmt::format("{:.0f} %", static_cast<double>(fraction) * 100));
}

bool progress(std::string_view key, float fraction, std::string_view words, bool cancel) {
  const Scope scope(key);
  const Row row(12, 32);
  const float cancelWidth =
      cancel ? buttonWidth("Cancel", {.kind = ButtonKind::Quiet, .small = true}) + 12 : 0;
  const float width =
      std::max(40.0F, row.leftOver() - textWidth(Type::Small, words) - 14 - cancelWidth);
  bar("bar", fraction, width);
  small(words, Token::Ink);
  return cancel && button("cancel", "Cancel", {.kind = ButtonKind::Quiet, .small = true});
}

void progressUnknown(std::string_view key, std::string_view words) {
  const Scope scope(key);
  const Row row(14, 34);
  if (!settings().still) {
    const ImRect box = place(px(160), px(34));
    for (int i = 0; i < 5; ++i) {
      const float y = box.Min.y + px(5) + px(6) * static_cast<float>(i);
      draw().AddRectFilled(ImVec2(box.Min.x, y), ImVec2(box.Max.x, y + hair()), ink(Token::Stave));
    }
    const float travel = box.GetWidth() - px(40);
    const float at = static_cast<float>(std::fmod(now() / 2.4, 1.0)) * travel;
    drawHead(draw(), ImVec2(box.Min.x + px(9) + at, box.Min.y + px(17)), raw(6.5F), Domain::Musical,
             false, ink(Token::Accent), 0);
    drawHead(draw(), ImVec2(box.Min.x + px(30) + at, box.Min.y + px(11)), raw(4.1F),
             Domain::Musical, false, ink(Token::Heather), 0);
    kit().moving = true;
  }
  small(words, Token::Ink);
}

void tooltip(std::string_view words) {
  KitState& s = kit();
  if (words.empty() || s.lastId == 0) return;
  const bool rested =
      s.lastHovered && s.hoverId == s.lastId && s.time - s.hoverSince >= kTooltipRest;
  if (s.lastHovered && !rested) s.moving = true;  // a frame will be wanted when the rest is over
  const bool byKey = s.focusId == s.lastId && s.focusVisible && layerActive();
  if (!rested && !byKey) return;
  s.tooltipWords = words;
  s.tooltipBox = s.lastBox;
}

void finishTooltip() {
  const KitState& s = kit();
  if (s.tooltipWords.empty() || ImGui::IsMouseDown(0)) return;
  ImDrawList& list = *ImGui::GetForegroundDrawList();
  const auto lines = wrapped(Type::Tiny, s.tooltipWords, px(280), false);
  float width = 0;
  for (const std::string_view line : lines) width = std::max(width, widthOf(Type::Tiny, line));
  const float line = lineOf(Type::Tiny);
  const ImVec2 size(width + px(20), line * static_cast<float>(lines.size()) + px(12));
  const ImVec2 screen = ImGui::GetIO().DisplaySize;
  float y = s.tooltipBox.Max.y + px(8);
  if (y + size.y > screen.y - px(4)) y = s.tooltipBox.Min.y - px(8) - size.y;
  const float x = std::clamp(s.tooltipBox.GetCenter().x - size.x / 2, px(4),
                             std::max(px(4), screen.x - size.x - px(4)));
  const ImRect box(x, y, x + size.x, y + size.y);
  list.AddRectFilled(box.Min, box.Max, ink(highContrast() ? Token::Paper : Token::Ink), raw(7));
  if (highContrast()) list.AddRect(box.Min, box.Max, ink(Token::Line), raw(7), 0, edge());
  float top = box.Min.y + px(6);
  for (const std::string_view part : lines) {
    drawText(list, Type::Tiny, ImVec2(box.Min.x + px(10), top),
             ink(highContrast() ? Token::Ink : Token::Paper), part);
    top += line;
  }
}

}  // namespace app::ui
