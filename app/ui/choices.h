#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/ui/kit.h"

namespace app::ui {

/// All return true in the frame the value changed.
bool switchControl(std::string_view key, std::string_view label, bool& on,
                   std::string_view notYet = {});
bool checkbox(std::string_view key, std::string_view label, bool& on, std::string_view notYet = {});
/// True when this one was chosen now.
bool radio(std::string_view key, std::string_view label, bool chosen, std::string_view notYet = {});

struct Option {
  std::string key = {};
  std::string label = {};
};
/// Quiet controls of the tag panel: one of a few, arrows move. `label` before the segments (76
/// wide) may be empty.
bool segmented(std::string_view key, std::string_view label, const std::vector<Option>& options,
               std::string& chosen);

/// Shows the chosen option's label (or `placeholder`) and opens a list. Arrows, type to find,
/// Enter, Esc.
struct DropdownStyle {
  std::string_view label = {};  ///< above; spoken name
  std::string_view placeholder = {};
  float width = 0;    ///< 0: the flow's; as a chip: as wide as its words
  bool chip = false;  ///< filter-chip look, 28 high
};
bool dropdown(std::string_view key, const std::vector<Option>& options, std::string& chosen,
              const DropdownStyle& style = {});

/// A menu on a button with three dots. Returns the key chosen in this frame, or empty.
std::string menuButton(std::string_view key, std::string_view name,
                       const std::vector<Option>& options);

}  // namespace app::ui
