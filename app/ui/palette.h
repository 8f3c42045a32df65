#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/ui/kit.h"

namespace app::ui {

/// One thing that can be found.
struct PaletteRow {
  std::string key = {};
  std::string group = {};  ///< heading above the first row of its kind
  std::string label = {};
  std::string detail = {};
  std::string keys = {};  ///< its shortcut, at the right
  Icon icon = Icon::None;
  Domain domain = Domain::None;  ///< a note-head in place of the icon
};
struct PaletteModel {
  std::string placeholder = {};
  std::vector<PaletteRow> rows = {};
  std::string count = {};               ///< "7 results", spoken with the field
  std::string nothing = {};             ///< when there are no rows
  std::vector<std::string> hints = {};  ///< along the foot
};
struct PaletteState {
  std::string typed = {};
  std::size_t chosen = 0;
};
struct PaletteResult {
  bool changed = false;  ///< the words
  bool close = false;
  int run = -1;         ///< the row asked for
  bool beside = false;  ///< with Ctrl
};

/// Find anything (14): over everything, 640 wide, 108 from the top; full width at XS. Up, Down,
/// Enter, Ctrl+Enter and Esc work from the field. Paths "<key>/field", "<key>/list/<row key>".
PaletteResult palette(std::string_view key, const PaletteModel& model, PaletteState& state);

}  // namespace app::ui
