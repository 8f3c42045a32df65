#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/ui/editor_state.h"
#include "app/ui/kit.h"

// The writing surface. Wraps words, styles ranges, keeps undo; DESIGN.md 2.4, 2.8 and picture 02.

namespace app::ui {

/// A run of words drawn in a special way. Byte offsets into EditorState::text(); order does not
/// matter, overlaps do: the later range's tint wins and underlines stack.
struct EditorRange {
  enum class Kind : std::uint8_t {
    Tag,
    Found,
    Target,
    Suspect
  };  ///< Target: the passage being tagged; Suspect: dotted
  ByteRange range = {};
  Kind kind = Kind::Tag;
  Domain domain = Domain::None;  ///< of a Tag
  std::string id = {};           ///< of a Tag: names its margin mark, "<key>/mark[id]"
  std::string mark = {};         ///< words beside the margin mark: the level, "3"
  std::string name = {};         ///< spoken: "Edit tag: Belonging, level 3"
  bool strong = false;           ///< its mark is chosen or hovered: the passage darkens
};

struct EditorStyle {
  std::string_view name = "Your reflection";  ///< spoken name
  std::string_view placeholder = {};  ///< shown under an unanswered prompt, or in an empty text
  Rect rect = {};          ///< whole pane, effective pixels; zero: the rest of the region
  float column = 648;      ///< width of the writing column
  float left = 88;         ///< column's left edge in the pane; negative: centred
  float top = 12;          ///< space above the first line
  float bottom = 120;      ///< space under the last line, so the end is not at the edge
  Type type = Type::Read;  ///< Read (20/34), Quote (17/28) or Body (15/22)
  bool readOnly = false;
  bool spelling = true;  ///< marks words the kit's checker does not know, see Kit::setSpelling()
  /// Names and words of the tutor's own, never marked. Asked only about unknown words. Cost
  /// matters: every unknown word that shows, each frame.
  std::function<bool(const std::string& word)> familiar = {};
  bool find = true;                  ///< Ctrl+F finds in this text
  bool marks = true;                 ///< margin marks hang left of the column
  MentionLabel label = {};           ///< empty: "someone"
  std::uint64_t labelsRevision = 0;  ///< change it when labels change
  const std::vector<EditorRange>* ranges = nullptr;
  float coveredBelow =
      0;  ///< height of a panel over the pane's foot: caret and selection stay above it
};

struct EditorResult {
  bool changed = false;  ///< the text; see EditorState::takeEdits()
  bool selectionChanged = false;
  bool pasteRefused = false;  ///< too large; nothing was inserted
  bool atTyped =
      false;  ///< "@" was typed: offer mentions (the sign is in the text, before the caret)
  std::optional<std::string> markPressed = {};  ///< id of a Tag range
  std::optional<std::string> markRemoved = {};  ///< Del on a margin mark
  std::optional<std::string> wordAdded = {};    ///< to keep: the checker knows it for this session
  bool focused = false;
  Rect caretBox = {};  ///< effective pixels, window coordinates; for menus beside it
  std::optional<Rect> targetBox = {};  ///< last line of the Target range, when visible
};

EditorResult textEditor(std::string_view key, EditorState& state, const EditorStyle& style);

/// Tells the kit's checker, when there is one, every word it is to know. With `fresh` it forgets
/// what it was told before.
void teachSpelling(const std::vector<std::string>& words, bool fresh);

/// A boxed multi-line field of a few lines (claims, notes), same engine, no prompts or marks.
struct TextAreaStyle {
  std::string_view label = {};
  std::string_view placeholder = {};
  std::string_view problem = {};
  float height = 96;
  Type type = Type::Quote;
  MentionLabel mentionLabel = {};
  bool readOnly = false;
};
EditorResult textArea(std::string_view key, EditorState& state, const TextAreaStyle& style);

}  // namespace app::ui
