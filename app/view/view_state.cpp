#include <algorithm>

#include "app/view/views.h"

namespace app::view {

bool EditorBuffer::pull(const model::EditedText& words) {
  if (loads != words.loads) {
    editor.setText(words.text);
    editor.moveTo(std::min(words.caret, editor.text().size()));
    loads = words.loads;
    refreshes = words.refreshes;
    return true;
  }
  if (refreshes == words.refreshes) return false;
  refreshes = words.refreshes;
  if (editor.text() == words.text) return false;
  // Only what differs, as one step that can be undone: a typed name became a mention.
  const std::string& before = editor.text();
  const std::size_t shorter = std::min(before.size(), words.text.size());
  std::size_t begin = 0;
  while (begin < shorter && before[begin] == words.text[begin]) ++begin;
  begin = std::min(ui::snapToAtom(before, begin), ui::snapToAtom(words.text, begin));
  std::size_t end = 0;
  while (end < shorter - begin &&
         before[before.size() - 1 - end] == words.text[words.text.size() - 1 - end]) {
    ++end;
  }
  while (end > 0 &&
         (ui::snapToAtom(before, before.size() - end) != before.size() - end ||
          ui::snapToAtom(words.text, words.text.size() - end) != words.text.size() - end)) {
    --end;
  }
  const std::string middle = words.text.substr(begin, words.text.size() - end - begin);
  editor.replace({begin, before.size() - end}, middle);
  if (editor.text() != words.text) editor.refresh(words.text);
  editor.moveTo(std::min(words.caret, editor.text().size()));
  return false;
}

void EditorBuffer::push(model::EditedText& words) const {
  words.text = editor.text();
  words.caret = editor.caret();
}

void ViewState::wipe() {
  words.editor.wipe();
  for (auto& claim : claims) claim.second.editor.wipe();
  claims.clear();
  reviewNote.wipe();
  for (EditorBuffer& field : sheet) field.editor.wipe();
  for (EditorBuffer& field : plan) field.editor.wipe();
  learning.editor.wipe();
  silent.editor.wipe();
  moment.editor.wipe();
  carried.clear();
  mention.reset();
  tagKeys.reset();
  taught = taughtWords = 0;
}

}  // namespace app::view
