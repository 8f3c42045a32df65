#pragma once

#include <optional>
#include <string_view>

#include "app/ui/kit.h"

namespace app::ui {

/// Words on a card that can be moved from one place to another: dragged, or picked up with X, moved
/// with the arrows, put down with X or Enter, put back with Esc.
struct MovableModel {
  std::string_view words = {};
  std::string_view spoken = {};  ///< with whose it is and where it lies
  bool picked = false;           ///< up now
  bool movable = true;           ///< otherwise words and nothing else
};
enum class CardMove : std::uint8_t { None, PickUp, PutDown, PutBack, Left, Right, Up, Down };
struct MovableResult {
  CardMove move = CardMove::None;
  std::optional<Vec2> droppedAt = {};  ///< effective pixels, window coordinates
};
MovableResult movableWords(std::string_view key, const MovableModel& model);

}  // namespace app::ui
