#pragma once

#include <cstdint>

#include <string>
#include <vector>

#include "app/ui/find_in_text.h"
#include "app/ui/text_layout.h"

namespace app::ui {

/// Find in text: open while `open`, results for one revision of the text.
struct FindMemory {
  bool open = false;
  std::string words;
  std::string searched;  ///< what `places` are the places of
  std::uint64_t revision = 0;
  SearchableText text;  ///< of that revision; empty while closed
  std::vector<ByteRange> places;
  std::size_t at = 0;  ///< place shown now; meaningless when there is none
  ByteRange before;    ///< selection when it opened
};

/// The menu over the text, while it is open.
struct MenuMemory {
  bool open = false;
  bool seen = false;           ///< drawn at least once
  ByteRange word;              ///< misspelt, under the menu; empty: none
  std::string form;            ///< the same, as the checker wants it
  std::uint64_t revision = 0;  ///< of the text when it opened
  Rect anchor;                 ///< effective pixels
};

/// What the editor widget keeps between frames for one text; the kit's own.
struct EditorMemory {
  TextLayout layout;
  std::uint64_t frame = 0;
  bool selecting = false;  ///< mouse is down and drags a selection
  int clicks = 0;          ///< of the press that began it: 1 character, 2 word, 3 paragraph
  ByteRange pressed;       ///< word or paragraph first pressed
  double caretMoved = 0;   ///< when it last moved; the caret is steady while typing
  double lastTyped = 0;
  FindMemory find;
  MenuMemory menu;
};

}  // namespace app::ui
