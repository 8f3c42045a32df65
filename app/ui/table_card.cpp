#include "app/ui/table_card.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "app/ui/internal.h"
#include "app/ui/text.h"

namespace app::ui {
namespace {

constexpr float kCardLine = 25;
constexpr float kDragFrom = 6;

bool dragging(const Item& item) {
  if (!item.held) return false;
  const ImVec2 moved = ImGui::GetMouseDragDelta(0, 0);
  return std::abs(moved.x) + std::abs(moved.y) > raw(kDragFrom);
}

/// What is carried, under the pointer and over everything else.
void drawCarried(std::string_view words, float width) {
  ImDrawList& list = *ImGui::GetForegroundDrawList();
  const ImVec2 at = ImGui::GetIO().MousePos + ImVec2(raw(10), raw(8));
  const std::string line = elided(Type::Quote, words, width - px(24));
  const ImRect box(at, at + ImVec2(widthOf(Type::Quote, line) + px(24), px(40)));
  drawLift(list, box, raw(10));
  drawText(list, Type::Quote, at + ImVec2(px(12), 0), ink(Token::Ink), line, px(40));
  kit().moving = true;
}

CardMove movedByKey(bool picked) {
  if (!picked) return takeKey(Key::X) ? CardMove::PickUp : CardMove::None;
  if (takeKey(Key::X) || takeKey(Key::Enter)) return CardMove::PutDown;
  if (takeKey(Key::Escape)) return CardMove::PutBack;
  if (takeKey(Key::Left)) return CardMove::Left;
  if (takeKey(Key::Right)) return CardMove::Right;
  if (takeKey(Key::Up)) return CardMove::Up;
  if (takeKey(Key::Down)) return CardMove::Down;
  return CardMove::None;
}

}  // namespace

MovableResult movableWords(std::string_view key, const MovableModel& model) {
  MovableResult result;
  const float width = widthOr(0);
  const auto lines = wrapped(Type::Quote, model.words, width - px(8), false);
  const float tall = px(kCardLine) * static_cast<float>(std::max<std::size_t>(1, lines.size()));
  const ImRect box = place(width, std::max(px(34), tall + px(8)));
  if (!model.movable) {
    recordStatic(box, "text", model.spoken, key);
  } else {
    ItemSpec spec{.key = key, .role = "option", .name = model.spoken};
    spec.value = model.picked ? "picked up" : "";
    spec.chosen = model.picked;
    spec.radius = 8;
    const Item item = interactive(box, spec);
    if (item.focused) result.move = movedByKey(model.picked);
    if (dragging(item)) drawCarried(model.words, box.GetWidth());
    const bool dropped =
        ImGui::IsMouseReleased(0) && kit().context->ActiveIdPreviousFrame == item.id &&
        ImGui::GetIO().MouseDragMaxDistanceSqr[0] > raw(kDragFrom) * raw(kDragFrom);
    if (dropped) {
      const ImVec2 at = ImGui::GetIO().MousePos;
      result.droppedAt = Vec2{at.x / scale(), at.y / scale()};
    }
    if (item.heat > 0 || model.picked) {
      draw().AddRectFilled(box.Min, box.Max, ink(Token::Tint2), raw(8));
    }
    if (model.picked) draw().AddRect(box.Min, box.Max, ink(Token::Heather), raw(8), 0, raw(2));
  }
  float y = box.Min.y + px(4);
  for (const std::string_view line : lines) {
    drawText(draw(), Type::Quote, ImVec2(box.Min.x + px(4), y), ink(Token::Ink), line,
             px(kCardLine));
    y += px(kCardLine);
  }
  return result;
}

}  // namespace app::ui
