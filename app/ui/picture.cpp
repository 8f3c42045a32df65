#include "app/ui/picture.h"

#include <algorithm>
#include <cmath>

#include "app/ui/internal.h"

namespace app::ui {

void picture(std::string_view key, const paint::Pixels& pixels, Vec2 room, std::string_view name) {
  const auto width = static_cast<float>(pixels.width());
  const auto height = static_cast<float>(pixels.height());
  const float fit = std::min({px(room.x) / width, px(room.y) / height, 1.0F});
  const ImRect box =
      place(std::max(1.0F, std::floor(width * fit)), std::max(1.0F, std::floor(height * fit)));
  // A texture is known by its picture's address; painters only read it.
  draw().AddImage(const_cast<paint::Pixels*>(&pixels), box.Min, box.Max);
  draw().AddRect(box.Min, box.Max, ink(Token::Line), 0, 0, hair());
  recordStatic(box, "img", name, key);
}

}  // namespace app::ui
