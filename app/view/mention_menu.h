#pragma once

#include <vector>

#include "app/model/write_model.h"
#include "app/ui/editor_state.h"
#include "app/view/views.h"

// The little list under an "@": whose code name begins with what follows it.

namespace app::view {

/// Those who fit, at most six; empty when no menu is open. Closes the menu when the caret left it.
std::vector<model::NameChoice> mentionChoices(const model::WriteModel& model,
                                              const ui::EditorState& editor,
                                              std::optional<MentionMenu>& menu);

/// Arrows, Enter and Esc while the menu is open; before the editor takes them. True when somebody
/// was put in.
bool mentionKeys(const std::vector<model::NameChoice>& names, ui::EditorState& editor,
                 const Frame& frame);

/// True when somebody was put in.
bool drawMentionMenu(const std::vector<model::NameChoice>& names, ui::Rect caret,
                     ui::EditorState& editor, const Frame& frame);

}  // namespace app::view
