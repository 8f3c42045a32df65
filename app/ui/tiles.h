#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/ui/theme.h"

// Choices of Settings that show what they do (mock-up 12).

namespace app::ui {

/// One theme, drawn in its own colours; `half` in its right half where it may be either.
struct ThemeTile {
  std::string key = {};
  std::string label = {};
  Theme theme = Theme::Light;
  std::optional<Theme> half = std::nullopt;
};
/// Side by side, in two columns or under each other, as they fit; arrows move. True in the frame
/// the choice changed.
bool themeTiles(std::string_view key, const std::vector<ThemeTile>& tiles, std::string& chosen);

struct SliderStyle {
  std::string_view label = {};  ///< spoken name
  int least = 0;
  int most = 100;
  int step = 1;
  std::string_view unit = {};  ///< after the spoken value: "%"
};
/// Arrows move by a step. The mouse chooses when it is let go, so that what is chosen may change
/// the size of the slider itself. True in the frame `value` changed.
bool slider(std::string_view key, int& value, const SliderStyle& style);

}  // namespace app::ui
