#pragma once

#include <string>
#include <string_view>

#include "app/ui/kit.h"

// One-line fields. `value` is the caller's; true in the frame it changed. Always valid UTF-8
// without line breaks or private-use code points.

namespace app::ui {

struct FieldStyle {
  std::string_view label = {};        ///< above the field; also its spoken name
  std::string_view placeholder = {};  ///< shown while empty; spoken name when there is no label
  std::string_view problem = {};      ///< needs a look: shown under the field with an icon
  std::string_view hint = {};         ///< tiny line under it
  Icon icon = Icon::None;
  float width = 0;               ///< 0: the flow's
  std::string_view locked = {};  ///< why it cannot be changed; empty: it can
  std::size_t maxBytes = 4096;
  bool clearable = false;     ///< Esc and a cross empty it
  bool large = false;         ///< 48 high (unlock, search header)
  bool* submitted = nullptr;  ///< set true in the frame Enter is pressed in it
};
bool textField(std::string_view key, std::string& value, const FieldStyle& style);
bool textField(std::string_view key, std::string_view label, std::string& value);
bool searchField(std::string_view key, std::string_view placeholder, std::string& value,
                 float width = 0, bool* submitted = nullptr);

/// Dots unless `shown`; the eye toggles it (Alt+V). No undo history and no clipboard copy of the
/// secret is kept; the kit wipes its own working copy when focus leaves. Warns when Caps Lock is on
/// where `capsLock` says so.
bool passphraseField(std::string_view key, std::string& value, bool& shown, const FieldStyle& style,
                     bool capsLock = false);

/// For words that nobody minds being there.
void putOnClipboard(std::string_view words);

}  // namespace app::ui
