#include "app/ui/session_parts.h"

#include <algorithm>
#include <cmath>

#include "app/ui/internal.h"
#include "app/ui/layout.h"

namespace app::ui {
namespace {

/// Which way a press on a stepper went: the arrow under the pointer, or upwards by key.
int pressedWay(const Item& item, float arrow) {
  if (!item.pressed) return 0;
  const bool byMouse = ImGui::IsMouseReleased(0) && item.hovered;
  if (!byMouse) return 1;
  const float x = ImGui::GetIO().MousePos.x;
  if (x < item.box.Min.x + arrow) return -1;
  return x >= item.box.Max.x - arrow ? 1 : 0;
}

void drawStepper(const ImRect& box, const StepperModel& model, float arrow, float heat) {
  draw().AddRectFilled(box.Min, box.Max, ink(Token::Paper, Token::Tint2, heat), raw(8));
  draw().AddRect(box.Min, box.Max, ink(Token::Line2), raw(8), 0, edge());
  const float y = box.GetCenter().y;
  const auto arrowInk = [](bool off) { return ink(off ? Token::Line2 : Token::Ink); };
  drawIcon(draw(), Icon::ChevronDown, ImVec2(box.Min.x + arrow / 2, y), 16, arrowInk(model.least));
  drawIcon(draw(), Icon::ChevronUp, ImVec2(box.Max.x - arrow / 2, y), 16, arrowInk(model.most));
  const std::string words = elided(Type::Small, model.value, box.GetWidth() - 2 * arrow);
  const float x = box.GetCenter().x - std::round(widthOf(Type::Small, words) / 2);
  drawText(draw(), Type::Small, ImVec2(x, box.Min.y), ink(Token::Ink), words, box.GetHeight());
}

}  // namespace

int stepper(std::string_view key, const StepperModel& model) {
  const float arrow = px(34);
  const float width =
      std::max(px(model.width), widthOf(Type::Small, model.value) + 2 * arrow + px(4));
  const ImRect box = place(width, px(34));
  ItemSpec spec{.key = key, .role = "spinbutton", .name = model.name, .value = model.value};
  spec.radius = 8;
  const Item item = interactive(box, spec);
  drawStepper(box, model, arrow, item.heat);
  int way = pressedWay(item, arrow);
  if (item.focused && (takeKey(Key::Up) || takeKey(Key::Right))) way = 1;
  if (item.focused && (takeKey(Key::Down) || takeKey(Key::Left))) way = -1;
  if ((way < 0 && model.least) || (way > 0 && model.most)) return 0;
  return way;
}

void shareBar(std::string_view key, const std::vector<float>& shares, float spare,
              std::string_view name) {
  const float height = px(9);
  const ImRect box = place(flow().w, height);
  const float gap = px(3);
  const std::size_t parts = shares.size() + (spare > 0 ? 1 : 0);
  const float room = box.GetWidth() - gap * static_cast<float>(parts > 0 ? parts - 1 : 0);
  float x = box.Min.x;
  for (const float share : shares) {
    const float right = std::min(box.Max.x, x + std::max(px(2), room * share));
    draw().AddRectFilled(ImVec2(x, box.Min.y), ImVec2(right, box.Max.y), ink(Token::Accent),
                         height / 2);
    x = right + gap;
  }
  if (spare > 0 && x < box.Max.x) {
    dashedRect(draw(), ImRect(x, box.Min.y, box.Max.x, box.Max.y), ink(Token::Line2), height / 2,
               hair());
  }
  recordStatic(box, "img", name, key);
}

// People
// ---------------------------------------------------------------------------------------------

namespace {

void drawMark(ImVec2 centre, std::string_view initials, MarkLook look, float size) {
  const float radius = raw(size / 2);
  const bool strong = look == MarkLook::Strong;
  if (look == MarkLook::Away) {
    const ImRect round(centre - ImVec2(radius, radius), centre + ImVec2(radius, radius));
    dashedRect(draw(), round, ink(Token::Line2), radius, hair());
  } else {
    draw().AddCircleFilled(centre, radius, ink(strong ? Token::Accent : Token::Tint), 32);
    if (highContrast()) draw().AddCircle(centre, radius - hair(), ink(Token::Line), 32, edge());
  }
  const Token token = strong                   ? Token::OnAccent
                      : look == MarkLook::Away ? Token::Ink2
                      : highContrast()         ? Token::Ink
                                               : Token::Accent;
  const float x = std::round(centre.x - widthOf(Type::TinyStrong, initials) / 2);
  const float line = lineOf(Type::TinyStrong);
  drawText(draw(), Type::TinyStrong, ImVec2(x, std::round(centre.y - line / 2)), ink(token),
           initials);
}

}  // namespace

void circleMark(std::string_view initials, MarkLook look, float size) {
  const ImRect box = place(px(size), px(size));
  drawMark(box.GetCenter(), initials, look, size);
}

void personMark(std::string_view key, const PersonModel& model) {
  const float words = lineOf(Type::Tiny);
  const ImRect box = place(px(model.width), px(32 + 4) + words);
  drawMark(ImVec2(std::round(box.GetCenter().x), box.Min.y + px(16)), model.initials, model.look,
           32);
  const std::string word = elided(Type::Tiny, model.word, box.GetWidth());
  const float x = std::round(box.GetCenter().x - widthOf(Type::Tiny, word) / 2);
  drawText(draw(), Type::Tiny, ImVec2(x, box.Max.y - words), ink(Token::Ink2), word);
  recordStatic(box, "listitem", model.spoken, key);
}

void qrPicture(std::string_view key, std::size_t side, const std::vector<bool>& dark, float size,
               std::string_view name) {
  if (side == 0 || dark.size() < side * side) return;
  constexpr std::size_t kQuiet = 4;
  const float module = std::max(1.0F, std::floor(px(size) / static_cast<float>(side + 2 * kQuiet)));
  const float whole = module * static_cast<float>(side + 2 * kQuiet);
  const ImRect box = place(whole, whole);
  draw().AddRectFilled(box.Min, box.Max, IM_COL32_WHITE, raw(8));
  draw().AddRect(box.Min, box.Max, ink(Token::Line), raw(8), 0, edge());
  for (std::size_t i = 0; i < side * side; ++i) {
    if (!dark[i]) continue;
    const ImVec2 at = box.Min + ImVec2(module * static_cast<float>(i % side + kQuiet),
                                       module * static_cast<float>(i / side + kQuiet));
    draw().AddRectFilled(at, at + ImVec2(module, module), IM_COL32_BLACK);
  }
  recordStatic(box, "img", name, key);
}

}  // namespace app::ui
