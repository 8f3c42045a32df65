#include <algorithm>
#include <memory>
#include <optional>

#include "app/ui/buttons.h"
#include "app/ui/feedback.h"
#include "app/ui/internal.h"
#include "app/ui/layout.h"
#include "app/ui/text.h"

namespace app::ui {

struct Dialog::Memory {
  std::optional<Region> region;
  ImGuiID id = 0;
  float top = 0;
};

// The card is as tall as its contents were in the last frame; longer than the window, it scrolls
// inside.
Dialog::Dialog(std::string_view id, std::string_view titleWords, DialogStyle style)
    : memory_(new Memory), scope_(id) {
  KitState& s = kit();
  beginLayer(s.path, Token::Scrim);
  memory_->id = idOf(s.path);
  const Vec2 whole = windowSize();
  const float width = std::min(style.width, whole.x - 32);
  const auto known = s.heights.find(memory_->id);
  const float wanted = known == s.heights.end() ? whole.y * 0.6F : known->second / scale();
  const float height = std::min(wanted, whole.y - 48);
  const float y = std::max(24.0F, std::min(44.0F, (whole.y - height) / 2));
  const Rect at{(whole.x - width) / 2, height < whole.y / 2 ? (whole.y - height) * 0.4F : y, width,
                height};
  liftRect(at, 14);
  memory_->region.emplace(
      "card", at,
      RegionStyle{.padX = width > 600 ? 36.0F : 24.0F, .padY = 24, .gap = 12, .scroll = true});
  memory_->top = flow().y;
  const float note = style.note.empty() ? 0 : textWidth(Type::Small, style.note) + 14;
  const float cross = style.closable ? 36 : 0;
  // The cross stays beside the title; a note there is no room for goes under both.
  const float titleWidth = textWidth(Type::Heading, titleWords) + 2;
  const bool noteBeside = titleWidth + 12 + note + cross <= availWidth();
  {
    Row row(12, 36);
    TextStyle title{.type = Type::Heading, .role = style.alert ? "alertdialog" : "dialog"};
    title.oneLine = titleWidth + 12 + cross > availWidth();
    if (title.oneLine) title.width = std::max(40.0F, availWidth() - 12 - cross);
    text(titleWords, title);
    row.pushRight((noteBeside ? note : 0) + cross);
    if (noteBeside && !style.note.empty()) small(style.note);
    if (style.closable) closeWanted_ = iconButton("close", Icon::Close, "Close");
    if (style.closable && layerActive() && keyPressed(Key::Escape, false)) {
      consume(Key::Escape);
      closeWanted_ = true;
    }
  }
  if (!noteBeside) small(style.note);
}

Dialog::~Dialog() {
  KitState& s = kit();
  s.heights[memory_->id] = flow().y - memory_->top + 2 * px(24);
  memory_->region.reset();
  endLayer();
  delete memory_;
}

}  // namespace app::ui
