#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/ui/types.h"

namespace app::ui {

/// What stands in a field that takes typing, as far as whoever cannot see it needs to know. Offsets
/// are bytes of RecordedItem::value.
struct RecordedText {
  std::size_t caret = 0;   ///< where the next letter goes; meaningless without the keyboard
  std::size_t anchor = 0;  ///< other end of the selection; the caret when nothing is selected
  bool several = false;    ///< takes more than one line
  bool secret = false;     ///< a passphrase: `value` stays empty
  std::size_t hidden = 0;  ///< of a secret: how many signs were typed. Then caret and anchor count
                           ///< those
  std::vector<std::size_t> lines = {};  ///< where each line as drawn begins; empty: not known
};

/// One widget as it was drawn in one frame: what a test asserts on, and the accessibility tree.
struct RecordedItem {
  std::string path;  ///< scope and key: "journal/search", "journal/row[3f..]/open"
  std::string
      role;  ///< ARIA name: button, textbox, checkbox, link, heading, text, article, figure, ...
  std::string name;    ///< what is read out
  std::string value;   ///< text of a field, "on"/"off", chosen option, "14 of 22"
  std::string reason;  ///< why it is not yet available; empty when enabled
  Rect rect;           ///< device pixels, window coordinates (what xdotool wants)
  Rect clip;           ///< device pixels: the part of the window its region shows
  bool enabled = true;
  bool visible = true;  ///< at least half of it lies inside its clip
  bool focused = false;
  bool interactive = false;
  bool chosen = false;   ///< of several, it is the one shown or chosen
  bool chip = false;     ///< small target allowed (28 instead of 32)
  bool scrolls = false;  ///< its region, or one around it, can be scrolled to show the rest
  int layer = 0;         ///< 0 page, 1 and up: menus and dialogs over it
  std::optional<RecordedText> text = {};  ///< of what takes typing
};

/// Collects one frame's items in drawing order. Null in production unless something listens.
class Recorder {
 public:
  void clear() { items_.clear(); }
  void add(RecordedItem item) { items_.push_back(std::move(item)); }
  const std::vector<RecordedItem>& items() const { return items_; }
  /// First item with that path; nullptr when none was drawn.
  const RecordedItem* find(std::string_view path) const;
  /// One line an item, tabs between: path, role, name, value, rect, flags, reason. For golden dumps
  /// and --ui-dump.
  std::string dump() const;

 private:
  std::vector<RecordedItem> items_;
};

}  // namespace app::ui
