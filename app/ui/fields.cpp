#include "app/ui/fields.h"

#include <algorithm>
#include <cmath>

#include "app/ui/buttons.h"
#include "app/ui/edit_keys.h"
#include "app/ui/feedback.h"
#include "app/ui/internal.h"
#include "app/ui/layout.h"
#include "app/ui/text.h"

namespace app::ui {
namespace {

constexpr float kDotAdvance = 12.5F;

struct FieldBox {
  Item item;
  ImRect inner;  ///< where the words are
};

std::size_t atoms(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); at = nextAtom(text, at)) ++count;
  return count;
}

float xOf(std::string_view text, std::size_t byte, bool dots) {
  if (dots) return px(kDotAdvance) * static_cast<float>(atoms(text.substr(0, byte)));
  return widthOf(Type::Body, text.substr(0, byte));
}

/// The text itself, or a dot an atom.
void drawShown(std::string_view text, bool dots, ImVec2 at, ImU32 colour, float line) {
  if (!dots) {
    drawText(draw(), Type::Body, at, colour, text, line);
    return;
  }
  const std::size_t count = atoms(text);
  for (std::size_t i = 0; i < count; ++i) {
    const float x = at.x + px(kDotAdvance) * (static_cast<float>(i) + 0.5F);
    draw().AddCircleFilled(ImVec2(x, std::round(at.y + line / 2)), raw(4), colour, 16);
  }
}

std::size_t byteAt(std::string_view text, float x, bool dots) {
  std::size_t at = 0;
  float left = 0;
  while (at < text.size()) {
    const std::size_t next = nextAtom(text, at);
    const float right = xOf(text, next, dots);
    if (x < (left + right) / 2) return at;
    left = right;
    at = next;
  }
  return text.size();
}

void leaveField(FieldMemory& memory) {
  memory.editor.wipe();
  memory.id = 0;
  memory.scrollX = 0;
}

FieldMemory& enterField(ImGuiID id, const std::string& value, bool secret, std::size_t maxBytes) {
  FieldMemory& memory = kit().field;
  if (memory.id != id) {
    leaveField(memory);
    memory.id = id;
    memory.editor = EditorState();
    memory.editor.setSingleLine(true);
    memory.editor.forgetHistory(secret);
    memory.editor.setText(value);
    if (!ImGui::IsMouseDown(0)) memory.editor.selectAll();  // reached by key: typing replaces
  } else if (memory.editor.text() != value) {
    memory.editor.refresh(value);
  }
  memory.editor.setMaxBytes(maxBytes);
  return memory;
}

void mouseInField(FieldMemory& memory, const FieldBox& box, bool dots) {
  const ImGuiIO& io = ImGui::GetIO();
  EditorState& editor = memory.editor;
  if (!box.item.held && !(box.item.hovered && ImGui::IsMouseClicked(0))) return;
  const float x = io.MousePos.x - box.inner.Min.x + memory.scrollX;
  const std::size_t byte = byteAt(editor.text(), x, dots);
  if (ImGui::IsMouseClicked(0)) {
    const int clicks = io.MouseClickedCount[0];
    if (clicks >= 3 || (clicks == 2 && dots)) {
      editor.selectAll();
    } else if (clicks == 2) {
      editor.select(wordAround(editor.text(), byte));
    } else {
      editor.moveTo(byte, io.KeyShift);
    }
  } else if (io.MouseClickedCount[0] <= 1 && ImGui::IsMouseDragging(0, 2)) {
    editor.moveTo(byte, true);
  }
}

void drawFocused(FieldMemory& memory, const FieldBox& box, bool dots) {
  const EditorState& editor = memory.editor;
  const std::string& text = editor.text();
  const float caret = xOf(text, editor.caret(), dots);
  const float room = box.inner.GetWidth();
  memory.scrollX = std::clamp(memory.scrollX, caret - room + px(2), caret);
  memory.scrollX = std::max(
      0.0F, std::min(memory.scrollX, std::max(0.0F, xOf(text, text.size(), dots) + px(2) - room)));
  const float left = box.inner.Min.x - memory.scrollX;
  const ByteRange selected = editor.selection();
  const float top = std::round(box.inner.GetCenter().y - px(11));
  const float bottom = std::round(box.inner.GetCenter().y + px(11));
  if (!selected.empty()) {
    draw().AddRectFilled(ImVec2(left + xOf(text, selected.begin, dots), top),
                         ImVec2(left + xOf(text, selected.end, dots), bottom), ink(Token::Sel),
                         raw(2));
  }
  drawShown(text, dots, ImVec2(left, box.inner.Min.y), ink(Token::Ink), box.inner.GetHeight());
  if (!selected.empty() && highContrast()) {
    draw().PushClipRect(ImVec2(left + xOf(text, selected.begin, dots), top),
                        ImVec2(left + xOf(text, selected.end, dots), bottom), true);
    drawShown(text, dots, ImVec2(left, box.inner.Min.y), IM_COL32_BLACK, box.inner.GetHeight());
    draw().PopClipRect();
  }
  const bool lit = caretLit(now() - kit().stirredAt);
  if (lit && layerActive()) {
    draw().AddRectFilled(ImVec2(left + caret, top), ImVec2(left + caret + px(2), bottom),
                         ink(Token::Heather));
  }
}

struct FieldSpec {
  std::string_view key;
  bool dots = false;
  bool secret = false;
  float tailWidth = 0;  ///< kept free at the right, effective
};

/// What a listener is told of it: where the caret stands, but of a secret only how long it is.
RecordedText typedIn(const FieldSpec& spec, const std::string& value) {
  RecordedText out;
  out.secret = spec.secret;
  if (spec.secret) out.hidden = atoms(value);
  const FieldMemory& memory = kit().field;
  if (memory.id != idOf(itemPath(spec.key)) || memory.editor.text() != value) return out;
  const std::size_t caret = memory.editor.caret();
  const ByteRange selected = memory.editor.selection();
  const std::size_t anchor = selected.begin == caret ? selected.end : selected.begin;
  const auto place = [&](std::size_t byte) {
    return spec.secret ? atoms(std::string_view(value).substr(0, byte)) : byte;
  };
  out.caret = place(caret);
  out.anchor = selected.empty() ? out.caret : place(anchor);
  return out;
}

FieldBox drawBox(const FieldSpec& spec, const std::string& value, const FieldStyle& style) {
  const float height = px(style.large ? 48 : 40);
  const ImRect box = place(widthOr(style.width), height);
  ItemSpec itemSpec{.key = spec.key,
                    .role = "textbox",
                    .name = style.label.empty() ? style.placeholder : style.label};
  itemSpec.notYet = style.locked;
  itemSpec.text = true;
  itemSpec.radius = style.large ? 12 : 10;
  if (!spec.secret) itemSpec.value = value;
  RecordedText typed;
  if (kit().recorder != nullptr) {
    typed = typedIn(spec, value);
    itemSpec.typed = &typed;
  }
  ImRect target = box;
  if (spec.tailWidth > 0) target.Max.x -= px(38);  // the cross or the eye is a target of its own
  FieldBox out{interactive(target, itemSpec), box};
  out.item.box = box;
  if (out.item.focused) askRing(box, itemSpec.radius, true);
  const float radius = raw(itemSpec.radius);
  draw().AddRectFilled(box.Min, box.Max, ink(style.locked.empty() ? Token::Paper : Token::Sunken),
                       radius);
  const Token edgeToken = style.problem.empty() ? Token::Line2 : Token::AttMark;
  draw().AddRect(box.Min, box.Max, ink(edgeToken), radius, 0,
                 style.problem.empty() ? edge() : 2 * hair());
  float left = px(style.large ? 16 : 12);
  if (style.icon != Icon::None) {
    drawIcon(draw(), style.icon, ImVec2(box.Min.x + left + px(8), box.GetCenter().y), 20,
             ink(Token::Ink2));
    left += px(26);
  }
  out.inner =
      ImRect(box.Min.x + left, box.Min.y, box.Max.x - px(12) - px(spec.tailWidth), box.Max.y);
  return out;
}

bool editFocused(const FieldSpec& spec, const FieldBox& box, std::string& value,
                 const FieldStyle& style) {
  kit().textSeen = true;
  FieldMemory& memory = enterField(box.item.id, value, spec.secret, style.maxBytes);
  mouseInField(memory, box, spec.dots);
  if (style.clearable && !value.empty() && keyPressed(Key::Escape, false)) {
    consume(Key::Escape);
    memory.editor.setText("");
  }
  EditKeyOptions options;
  options.secret = spec.secret;
  options.readOnly = !style.locked.empty();
  applyEditKeys(memory.editor, options);
  static_cast<void>(memory.editor.takeEdits());
  if (style.submitted != nullptr) *style.submitted = keyPressed(Key::Enter, false);
  if (style.submitted != nullptr && *style.submitted) consume(Key::Enter);
  const bool changed = memory.editor.text() != value;
  if (changed) value = memory.editor.text();
  draw().PushClipRect(box.inner.Min, box.inner.Max, true);
  if (value.empty()) {
    drawText(draw(), Type::Body, box.inner.Min, ink(Token::Ink3), style.placeholder,
             box.inner.GetHeight());
  }
  drawFocused(memory, box, spec.dots);
  draw().PopClipRect();
  return changed;
}

void drawAtRest(const FieldSpec& spec, const FieldBox& box, const std::string& value,
                const FieldStyle& style) {
  if (kit().field.id == box.item.id) leaveField(kit().field);
  draw().PushClipRect(box.inner.Min, box.inner.Max, true);
  if (value.empty()) {
    drawText(draw(), Type::Body, box.inner.Min, ink(Token::Ink3), style.placeholder,
             box.inner.GetHeight());
  } else {
    drawShown(value, spec.dots, box.inner.Min, ink(Token::Ink), box.inner.GetHeight());
  }
  draw().PopClipRect();
}

void underField(const FieldStyle& style) {
  if (flow().row) return;
  const float gap = flow().gap;
  flow().gap = px(5);
  if (!style.problem.empty()) {
    problemLine(style.problem);
  } else if (!style.hint.empty()) {
    tiny(style.hint);
  }
  flow().gap = gap;
}

/// What a caller means by "the item drawn last" is the field, not what stands in or under it.
void remember(const Item& field) {
  kit().lastId = field.id;
  kit().lastBox = field.box;
}

/// The small mark at a field's right end: cross or eye. Drawn over the field, its own item.
bool tailButton(std::string_view key, const Item& field, Icon which, std::string_view name) {
  const float side = px(32);
  const ImVec2 at(field.box.Max.x - side - px(4), std::round(field.box.GetCenter().y - side / 2));
  const ImRect box(at, at + ImVec2(side, side));
  ItemSpec spec{.key = key, .name = name};
  spec.radius = 8;
  const Item item = interactive(box, spec);
  drawIcon(draw(), which, box.GetCenter(), 20, ink(Token::Ink2, Token::Ink, item.heat));
  tooltip(name);
  remember(field);
  return item.pressed;
}

}  // namespace

bool textField(std::string_view key, std::string& value, const FieldStyle& style) {
  const float gap = flow().gap;
  if (!style.label.empty() && !flow().row) {
    smallStrong(style.label);
    flow().gap = px(6);
  }
  const bool clears = style.clearable && !value.empty();
  const FieldSpec spec{key, false, false, clears ? 24.0F : 0.0F};
  const FieldBox box = drawBox(spec, value, style);
  bool changed = false;
  if (box.item.focused) {
    changed = editFocused(spec, box, value, style);
  } else {
    drawAtRest(spec, box, value, style);
  }
  if (clears && tailButton(std::string(key) + "/clear", box.item, Icon::Close, "Clear")) {
    value.clear();
    changed = true;
  }
  if (!style.locked.empty()) tooltip(style.locked);
  flow().gap = gap;
  underField(style);
  remember(box.item);
  return changed;
}

bool textField(std::string_view key, std::string_view label, std::string& value) {
  FieldStyle style;
  style.label = label;
  return textField(key, value, style);
}

bool searchField(std::string_view key, std::string_view placeholder, std::string& value,
                 float width, bool* submitted) {
  FieldStyle style;
  style.placeholder = placeholder;
  style.icon = Icon::Magnify;
  style.width = width;
  style.clearable = true;
  style.submitted = submitted;
  style.maxBytes = 1024;
  return textField(key, value, style);
}

bool passphraseField(std::string_view key, std::string& value, bool& shown, const FieldStyle& style,
                     bool capsLock) {
  const float gap = flow().gap;
  if (!style.label.empty() && !flow().row) {
    smallStrong(style.label);
    flow().gap = px(6);
  }
  if (value.capacity() < 1024) value.reserve(1024);  // so that growing leaves no copies behind
  const FieldSpec spec{key, !shown, true, 32};
  const FieldBox box = drawBox(spec, value, style);
  bool changed = false;
  if (box.item.focused) {
    if (shortcut({Key::V, false, false, true})) shown = !shown;
    changed = editFocused(spec, box, value, style);
  } else {
    drawAtRest(spec, box, value, style);
  }
  const char* name = shown ? "Hide the passphrase" : "Show the passphrase";
  if (tailButton(std::string(key) + "/show", box.item, shown ? Icon::EyeOff : Icon::Eye, name))
    shown = !shown;
  flow().gap = gap;
  FieldStyle under = style;
  if (capsLock && box.item.focused && under.problem.empty()) under.hint = "Caps Lock is on";
  underField(under);
  remember(box.item);
  return changed;
}

void putOnClipboard(std::string_view words) {
  ImGui::SetClipboardText(std::string(words).c_str());
}

}  // namespace app::ui
