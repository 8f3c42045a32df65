#include <algorithm>
#include <cmath>

#include "app/ui/edit_keys.h"
#include "app/ui/editor_parts.h"

namespace app::ui {
namespace {

float goal(const EditorFrame& f) {
  if (f.state.goalX >= 0) return f.state.goalX;
  return f.memory.layout.caret(f.state.caret(), f.measure).x;
}

/// The caret place one line up or down, past prompts; the text's end where there is no such line.
std::size_t oneLine(const EditorFrame& f, std::size_t from, bool down, float x) {
  const TextLayout& layout = f.memory.layout;
  const std::string& text = f.state.text();
  const TextLine line = layout.lineOf(from);
  std::size_t at = 0;
  if (down) {
    at = line.end;
    const bool isLast = at >= text.size() && (line.begin == at || text.back() != '\n');
    if (isLast) return text.size();
    while (layout.paragraphs()[layout.paragraphAt(at)].prompt)
      at = layout.paragraphs()[layout.paragraphAt(at)].end;
  } else {
    at = line.begin;
    for (;;) {
      if (at == 0) return f.state.caret();
      --at;
      const TextLayout::Paragraph& paragraph = layout.paragraphs()[layout.paragraphAt(at)];
      if (!paragraph.prompt) break;
      at = paragraph.begin;
    }
  }
  const CaretBox box = layout.caret(layout.lineOf(at).begin, f.measure);
  return layout.hit({x, box.y + box.height / 2}, f.measure);
}

void moveByLines(EditorFrame& f, int lines, bool extend) {
  const float x = goal(f);
  std::size_t at = f.state.caret();
  for (int i = 0; i < std::abs(lines); ++i) at = oneLine(f, at, lines > 0, x);
  f.state.moveTo(at, extend);
  f.state.goalX = x;
}

/// Ctrl+Down and Ctrl+Up: from prompt to prompt where there are prompts, else from paragraph to
/// paragraph.
void moveByParagraph(EditorFrame& f, bool down, bool extend) {
  const auto& paragraphs = f.memory.layout.paragraphs();
  const bool prompts =
      std::any_of(paragraphs.begin(), paragraphs.end(), [](const auto& p) { return p.prompt; });
  const auto stop = [&](std::size_t i) {
    return prompts ? i > 0 && paragraphs[i - 1].prompt : true;
  };
  const std::size_t now = f.memory.layout.paragraphAt(f.state.caret());
  if (down) {
    for (std::size_t i = now + 1; i < paragraphs.size(); ++i) {
      if (stop(i) && !paragraphs[i].prompt) return f.state.moveTo(paragraphs[i].begin, extend);
    }
    return f.state.moveTo(f.state.text().size(), extend);
  }
  std::size_t i = f.state.caret() > paragraphs[now].begin ? now + 1 : now;
  while (i > 0) {
    --i;
    if (stop(i) && !paragraphs[i].prompt) return f.state.moveTo(paragraphs[i].begin, extend);
  }
  f.state.moveTo(0, extend);
}

void moveByKeys(EditorFrame& f) {
  const ImGuiIO& io = ImGui::GetIO();
  if (io.KeyAlt) return;
  const bool extend = io.KeyShift;
  if (io.KeyCtrl) {
    if (takeKey(Key::Down)) moveByParagraph(f, true, extend);
    if (takeKey(Key::Up)) moveByParagraph(f, false, extend);
    return;
  }
  const int page =
      std::max(1, static_cast<int>((f.pane.GetHeight() - raw(f.style.coveredBelow)) / f.line) - 2);
  if (takeKey(Key::Down)) moveByLines(f, 1, extend);
  if (takeKey(Key::Up)) moveByLines(f, -1, extend);
  if (takeKey(Key::PageDown)) moveByLines(f, page, extend);
  if (takeKey(Key::PageUp)) moveByLines(f, -page, extend);
  if (takeKey(Key::Home)) f.state.moveTo(f.memory.layout.lineOf(f.state.caret()).begin, extend);
  if (takeKey(Key::End)) f.state.moveTo(f.memory.layout.lineEnd(f.state.caret()), extend);
}

ByteRange unit(const EditorFrame& f, std::size_t at) {
  if (f.memory.clicks == 2) return wordAround(f.state.text(), at);
  if (f.memory.clicks >= 3) return paragraphAround(f.state.text(), at);
  return {at, at};
}

/// How far the pointer is above (negative) or below the words that show.
float pastEdge(const EditorFrame& f) {
  const float y = ImGui::GetIO().MousePos.y;
  const float bottom = f.pane.Max.y - raw(f.style.coveredBelow);
  if (y < f.pane.Min.y) return y - f.pane.Min.y;
  return y > bottom ? y - bottom : 0;
}

std::size_t underPointer(const EditorFrame& f) {
  const ImVec2 at = ImGui::GetIO().MousePos;
  const float y = at.y - pastEdge(f);
  return f.memory.layout.hit({at.x - f.origin.x, y - f.origin.y}, f.measure);
}

void press(EditorFrame& f) {
  const ImGuiIO& io = ImGui::GetIO();
  const std::size_t at = underPointer(f);
  f.memory.selecting = true;
  f.memory.clicks = std::min<int>(io.MouseClickedCount[0], 3);
  f.memory.pressed = unit(f, at);
  if (f.memory.clicks == 1) {
    f.state.moveTo(at, io.KeyShift);
  } else {
    f.state.select(f.memory.pressed);
  }
}

void extendTo(EditorFrame& f, std::size_t at) {
  if (f.memory.clicks == 1) {
    if (at != f.state.caret()) f.state.moveTo(at, true);
    return;
  }
  const ByteRange here = unit(f, at);
  if (here.begin < f.memory.pressed.begin) {
    f.state.select({f.memory.pressed.end, here.begin});
  } else {
    f.state.select({f.memory.pressed.begin, std::max(here.end, f.memory.pressed.end)});
  }
}

/// Held beyond the edge the text keeps moving, the faster the further away, also while the hand is
/// still.
void mouse(EditorFrame& f) {
  constexpr float kPerSecond = 8;
  const ImGuiIO& io = ImGui::GetIO();
  if (f.item.hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_TextInput);
  if (f.item.hovered && ImGui::IsMouseClicked(0)) return press(f);
  if (!ImGui::IsMouseDown(0)) f.memory.selecting = false;
  if (!f.memory.selecting) return;
  const float past = pastEdge(f);
  const bool moved = io.MouseDelta.x != 0 || io.MouseDelta.y != 0;
  if (past == 0 && !moved) return;
  extendTo(f, underPointer(f));
  if (past == 0) return;
  f.state.caretIntoView = false;  // the pull decides what shows
  f.state.scrollY += past * kPerSecond * io.DeltaTime;
  kit().moving = true;
}

}  // namespace

void editByInput(EditorFrame& f, EditorResult& result) {
  KitState& s = kit();
  mouse(f);
  if (!f.item.focused) return;
  s.textSeen = true;
  if (s.time - f.memory.lastTyped > 1.0) f.state.breakGroup();  // a pause ends an undo step
  moveByKeys(f);
  EditKeyOptions options;
  options.readOnly = f.style.readOnly;
  options.label = f.style.label;
  const EditKeyResult keys = applyEditKeys(f.state, options);
  if (keys.typed) f.memory.lastTyped = s.time;
  result.pasteRefused = keys.pasteRefused;
  result.atTyped = keys.atTyped;
}

void scrollEditor(EditorFrame& f) {
  const float view = f.pane.GetHeight() - raw(f.style.coveredBelow);
  const float room = f.memory.find.open ? px(kFindRoom) : 0;  // so that no word stays under the bar
  const float top = px(f.style.top) + room;
  const float whole =
      top + f.memory.layout.height() + px(f.style.bottom) + raw(f.style.coveredBelow);
  const float most = std::max(0.0F, whole - f.pane.GetHeight());
  float& scroll = f.state.scrollY;
  if (f.item.hovered && ImGui::GetIO().MouseWheel != 0 && !ImGui::GetIO().KeyCtrl) {
    scroll -= ImGui::GetIO().MouseWheel * f.line * 3;
  }
  if (f.state.caretIntoView) {
    const CaretBox caret = f.memory.layout.caret(f.state.caret(), f.measure);
    const float margin = std::min(f.line, view / 4);
    const float above = top + caret.y - margin - std::min(room, view / 2);
    const float below = top + caret.y + caret.height + margin - view;
    if (scroll > above) scroll = above;
    if (scroll < below) scroll = below;
    f.state.caretIntoView = false;
    f.memory.caretMoved = kit().time;
  }
  scroll = std::round(std::clamp(scroll, 0.0F, most));
  f.origin = ImVec2(f.column.Min.x, f.pane.Min.y + top - scroll);
}

}  // namespace app::ui
