#pragma once

#include "app/ui/editor_state.h"

namespace app::ui {

struct EditKeyOptions {
  bool readOnly = false;
  bool secret = false;  ///< nothing is copied out
  MentionLabel label;
};
struct EditKeyResult {
  bool pasteRefused = false;
  bool atTyped = false;
  bool typed = false;
};

/// To the clipboard, as people read it; our own paste brings the mentions back. Nothing when
/// nothing is selected, or when it is a secret.
void copySelection(EditorState& state, const EditKeyOptions& options);
/// False when it was too large and refused whole.
bool pasteClipboard(EditorState& state);

/// Typing, deleting, clipboard, undo and the moves that need no layout: the part of editing that
/// fields and the writing surface share. Consumes the keys it uses. Call only for the text that has
/// the keyboard.
EditKeyResult applyEditKeys(EditorState& state, const EditKeyOptions& options);

}  // namespace app::ui
