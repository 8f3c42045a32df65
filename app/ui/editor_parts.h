#pragma once

#include "app/ui/editor_memory.h"
#include "app/ui/internal.h"
#include "app/ui/text_editor.h"

// The writing surface in two halves: input turns keys and mouse into edits of EditorState, paint
// draws the layout.

namespace app::ui {

/// Widths by the baked fonts; device pixels.
class FontMeasure final : public Measure {
 public:
  FontMeasure(Type type, const MentionLabel* label)
      : text_(fontOf(type)), prompt_(fontOf(Type::Prompt)), label_(label) {}
  float cluster(std::string_view utf8, bool prompt) const override;
  float mention(std::string_view hexId) const override;
  std::string labelOf(std::string_view hexId) const;

 private:
  ImFont* text_;
  ImFont* prompt_;
  const MentionLabel* label_;
};

/// What of a cluster the fonts can show: one code point (composed when that helps), U+FFFD for a
/// box.
char32_t shownCodePoint(const ImFont& font, std::string_view cluster);

/// Height kept free above the text while the find bar lies there, effective pixels.
inline constexpr float kFindRoom = 64;

/// One editor in one frame.
struct EditorFrame {
  EditorState& state;
  const EditorStyle& style;
  EditorMemory& memory;
  const FontMeasure& measure;
  ImRect pane;
  ImRect column;  ///< of the text; Min.y is the pane's top
  ImVec2 origin;  ///< where layout (0, 0) is now
  Item item;
  float line = 0;     ///< height of a line
  float fontBox = 0;  ///< height of the font, centred in the line
  Type type = Type::Read;
};

void editByInput(EditorFrame& frame, EditorResult& result);
void scrollEditor(EditorFrame& frame);
/// A word the dictionary does not hold, and that is neither a name nor added. Precondition: there
/// is a checker.
bool isMisspelt(const EditorFrame& frame, std::string_view word);
/// What opens the menu; before the text takes its own keys.
void menuInput(EditorFrame& frame);
/// The menu itself, in a layer of its own; drawn last.
void editorMenu(EditorFrame& frame, std::string_view key, EditorResult& result);
/// Ctrl+F and the keys that go on from there; before the text takes its own keys.
void findKeys(EditorFrame& frame, std::string_view key);
/// The bar at the pane's top right, over the text, while it is open; drawn last.
void findBar(EditorFrame& frame, std::string_view key);
void paintEditor(const EditorFrame& frame, EditorResult& result);
/// Margin marks come before the paint, so that a hovered one darkens its passage in the same frame.
void editorMarks(EditorFrame& frame, std::vector<EditorRange>& ranges, EditorResult& result);

}  // namespace app::ui
