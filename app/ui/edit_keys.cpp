#include "app/ui/edit_keys.h"

#include "app/ui/internal.h"

namespace app::ui {
namespace {

void moveSideways(EditorState& state) {
  const ImGuiIO& io = ImGui::GetIO();
  const std::string& text = state.text();
  const ByteRange selected = state.selection();
  const bool collapses = !io.KeyShift && !io.KeyCtrl && !selected.empty();
  if (takeKey(Key::Left)) {
    const std::size_t to =
        io.KeyCtrl ? previousWord(text, state.caret()) : previousAtom(text, state.caret());
    state.moveTo(collapses ? selected.begin : to, io.KeyShift);
  }
  if (takeKey(Key::Right)) {
    const std::size_t to =
        io.KeyCtrl ? nextWord(text, state.caret()) : nextAtom(text, state.caret());
    state.moveTo(collapses ? selected.end : to, io.KeyShift);
  }
}

void moveToEnds(EditorState& state) {
  const ImGuiIO& io = ImGui::GetIO();
  if (!io.KeyCtrl && !state.singleLine()) return;  // the writing surface moves by its own lines
  if (takeKey(Key::Home)) state.moveTo(0, io.KeyShift);
  if (takeKey(Key::End)) state.moveTo(state.text().size(), io.KeyShift);
}

void clipboardKeys(EditorState& state, const EditKeyOptions& options, EditKeyResult& result) {
  if (takeKey(Key::A)) state.selectAll();
  if (takeKey(Key::C)) copySelection(state, options);
  if (options.readOnly) return;
  if (takeKey(Key::X)) {
    copySelection(state, options);
    if (!options.secret) state.deleteSelection();
  }
  if (takeKey(Key::V)) result.pasteRefused = !pasteClipboard(state);
  const bool shift = ImGui::GetIO().KeyShift;
  if (takeKey(Key::Z)) static_cast<void>(shift ? state.redo() : state.undo());
  if (takeKey(Key::Y)) state.redo();
}

}  // namespace

void copySelection(EditorState& state, const EditKeyOptions& options) {
  const ByteRange range = state.selection();
  if (range.empty() || options.secret) return;
  KitState& s = kit();
  s.copiedPlain = state.plainSelection(options.label);
  s.copiedStored = state.text().substr(range.begin, range.size());
  ImGui::SetClipboardText(s.copiedPlain.c_str());
}

/// Our own last copy comes back with its mentions; anything else is plain words.
bool pasteClipboard(EditorState& state) {
  const char* words = ImGui::GetClipboardText();
  if (words == nullptr || *words == '\0') return true;
  KitState& s = kit();
  if (!state.singleLine() && s.copiedPlain == words) return state.insertStored(s.copiedStored);
  return state.insert(words);
}

EditKeyResult applyEditKeys(EditorState& state, const EditKeyOptions& options) {
  EditKeyResult result;
  const ImGuiIO& io = ImGui::GetIO();
  moveSideways(state);
  moveToEnds(state);
  if (io.KeyCtrl && !io.KeyAlt) clipboardKeys(state, options, result);
  if (options.readOnly) return result;
  if (takeKey(Key::Backspace)) state.backspace(io.KeyCtrl);
  if (takeKey(Key::Delete)) state.deleteForward(io.KeyCtrl);
  if (!state.singleLine() && !io.KeyCtrl && takeKey(Key::Enter)) state.insert("\n");
  const bool command = (io.KeyCtrl && !io.KeyAlt) || io.KeySuper;  // Ctrl+Alt is AltGr and types
  std::string& typed = kit().typedNow;
  if (command || typed.empty()) return result;
  result.typed = true;
  result.atTyped = typed == "@";
  if (!state.insert(typed)) result.pasteRefused = true;
  typed.clear();
  consume(Key::Space);
  return result;
}

}  // namespace app::ui
