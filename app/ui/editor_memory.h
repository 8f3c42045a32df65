#pragma once

#include <cstdint>

#include "app/ui/text_layout.h"

namespace app::ui {

/// What the editor widget keeps between frames for one text; the kit's own.
struct EditorMemory {
  TextLayout layout;
  std::uint64_t frame = 0;
  bool selecting = false;  ///< mouse is down and drags a selection
  int clicks = 0;          ///< of the press that began it: 1 character, 2 word, 3 paragraph
  ByteRange pressed;       ///< word or paragraph first pressed
  double caretMoved = 0;   ///< when it last moved; the caret is steady while typing
  double lastTyped = 0;
};

}  // namespace app::ui
