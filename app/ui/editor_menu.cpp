#include <algorithm>

#include "app/ui/edit_keys.h"
#include "app/ui/editor_parts.h"
#include "app/ui/feedback.h"
#include "app/ui/layout.h"

// The menu of the writing surface: other spellings of the word it stands on, and the clipboard.
// The other mouse button, the Menu key, Shift+F10 and Alt+Enter open it.

namespace app::ui {
namespace {

constexpr float kWidth = 264;
constexpr float kRow = 36;

struct MenuRow {
  std::string key;
  std::string label;
  std::string notYet = {};
  bool strong = false;
};

/// The word at a place that the dictionary does not hold; empty when it does.
ByteRange misspeltAt(const EditorFrame& f, std::size_t at) {
  SpellChecker* checker = kit().speller;
  if (!f.style.spelling || checker == nullptr || !settings().spelling) return {};
  const std::string_view text = f.state.text();
  const TextLine line = f.memory.layout.lineOf(at);
  for (const ByteRange& word : spellingWords(text.substr(line.begin, line.end - line.begin))) {
    const ByteRange whole{line.begin + word.begin, line.begin + word.end};
    if (at < whole.begin || at > whole.end) continue;
    if (isMisspelt(f, text.substr(whole.begin, whole.size()))) return whole;
  }
  return {};
}

void open(EditorFrame& f, std::size_t at) {
  MenuMemory& menu = f.memory.menu;
  menu = MenuMemory{};
  menu.open = true;
  menu.word = misspeltAt(f, at);
  if (!menu.word.empty())
    menu.form =
        spellingForm(std::string_view(f.state.text()).substr(menu.word.begin, menu.word.size()));
  menu.revision = f.state.revision();
  const CaretBox caret = f.memory.layout.caret(menu.word.empty() ? at : menu.word.begin, f.measure);
  const ImVec2 top(f.origin.x + caret.x, f.origin.y + caret.y);
  menu.anchor = toEffective(ImRect(top, top + ImVec2(1, caret.height)));
}

std::vector<MenuRow> spellingRows(const MenuMemory& menu) {
  std::vector<MenuRow> rows;
  if (menu.word.empty() || kit().speller == nullptr) return rows;
  const auto words = kit().speller->suggestions(menu.form);
  if (!words) rows.push_back({"looking", "Other spellings", "They are still being looked for"});
  if (words && words->empty())
    rows.push_back({"none", "Other spellings", "The dictionary has nothing like it"});
  for (std::size_t i = 0; words && i < words->size(); ++i)
    rows.push_back({key("word", i), (*words)[i], {}, true});
  rows.push_back({"add", "Keep as a word of mine"});
  return rows;
}

std::vector<MenuRow> clipboardRows(const EditorFrame& f) {
  const std::string none = f.state.selection().empty() ? "Select some words first" : "";
  std::vector<MenuRow> rows;
  if (!f.style.readOnly) rows.push_back({"cut", "Cut", none});
  rows.push_back({"copy", "Copy", none});
  const char* words = f.style.readOnly ? nullptr : ImGui::GetClipboardText();
  const bool empty = words == nullptr || *words == '\0';
  if (!f.style.readOnly) rows.push_back({"paste", "Paste", empty ? "Nothing was copied yet" : ""});
  rows.push_back({"all", "Select all"});
  return rows;
}

bool drawRow(const MenuRow& row) {
  const ImRect box = place(flow().w, px(kRow));
  ItemSpec spec{.key = row.key, .role = "menuitem", .name = row.label, .notYet = row.notYet};
  spec.radius = 7;
  const Item item = interactive(box, spec);
  if (item.heat > 0 || item.focused)
    draw().AddRectFilled(box.Min, box.Max, ink(Token::Tint2), raw(7));
  const Type type = row.strong ? Type::BodyStrong : Type::Body;
  drawText(draw(), type, ImVec2(box.Min.x + px(12), box.Min.y),
           ink(row.notYet.empty() ? Token::Ink : Token::Ink3),
           elided(type, row.label, box.GetWidth() - px(20)), box.GetHeight());
  if (!row.notYet.empty()) tooltip(row.notYet);
  return item.pressed;
}

void putWord(EditorFrame& f, const MenuMemory& menu, std::string_view word) {
  if (f.style.readOnly || menu.revision != f.state.revision()) return;  // the words moved on
  f.state.replace(menu.word, cleanInput(word, true));
}

void act(EditorFrame& f, const MenuRow& row, EditorResult& result) {
  const MenuMemory menu = f.memory.menu;
  EditKeyOptions options;
  options.readOnly = f.style.readOnly;
  options.label = f.style.label;
  if (row.strong) putWord(f, menu, row.label);
  if (row.key == "add") {
    kit().speller->add(menu.form);
    result.wordAdded = menu.form;
  }
  if (row.key == "cut" || row.key == "copy") copySelection(f.state, options);
  if (row.key == "cut") f.state.deleteSelection();
  if (row.key == "paste") result.pasteRefused = !pasteClipboard(f.state);
  if (row.key == "all") f.state.selectAll();
}

Rect placeOf(const Rect& anchor, float height) {
  const Vec2 whole = windowSize();
  Rect at{std::clamp(anchor.x, 8.0F, std::max(8.0F, whole.x - kWidth - 8)), anchor.bottom() + 6,
          kWidth, std::min(height, whole.y - 16)};
  if (at.bottom() > whole.y - 8) at.y = std::max(8.0F, anchor.y - at.h - 6);
  if (at.bottom() > whole.y - 8) at.y = whole.y - 8 - at.h;
  return at;
}

}  // namespace

bool isMisspelt(const EditorFrame& f, std::string_view word) {
  const std::string form = spellingForm(word);
  if (kit().speller->check(form) != SpellChecker::Verdict::Unknown) return false;
  return !f.style.familiar || !f.style.familiar(form);
}

void menuInput(EditorFrame& f) {
  if (f.item.hovered && ImGui::IsMouseClicked(1)) {
    const ImVec2 at = ImGui::GetIO().MousePos;
    const std::size_t byte = f.memory.layout.hit({at.x - f.origin.x, at.y - f.origin.y}, f.measure);
    const ByteRange selected = f.state.selection();
    if (byte < selected.begin || byte > selected.end || selected.empty()) f.state.moveTo(byte);
    setFocus(f.item.id, false);
    return open(f, byte);
  }
  if (!f.item.focused) return;
  const bool asked = shortcut({Key::Menu}) || shortcut({Key::F10, false, true}) ||
                     shortcut({Key::Enter, false, false, true});
  if (asked) open(f, f.state.caret());
}

void editorMenu(EditorFrame& f, std::string_view key, EditorResult& result) {
  MenuMemory& menu = f.memory.menu;
  if (!menu.open) return;
  const std::vector<MenuRow> words = spellingRows(menu);
  const std::vector<MenuRow> clipboard = clipboardRows(f);
  const float line = words.empty() ? 0 : 13;
  const float height = kRow * static_cast<float>(words.size() + clipboard.size()) + line + 12;
  const Rect at = placeOf(menu.anchor, height);
  const Scope scope(key);
  beginLayer("editor-menu", Token::Clear);
  liftRect(at, 11);
  const MenuRow* chosen = nullptr;
  {
    const Region region("menu", at, {.padX = 6, .padY = 6, .gap = 0, .scroll = true});
    const FocusGroup group;
    for (const MenuRow& row : words) {
      chosen = drawRow(row) ? &row : chosen;
      if (&row == &words.front()) wantFirstFocus();  // also when the words come later
    }
    if (line > 0) hairline(6, 6);
    for (const MenuRow& row : clipboard) chosen = drawRow(row) ? &row : chosen;
  }
  const bool pressed = ImGui::IsMouseClicked(0) || (ImGui::IsMouseClicked(1) && menu.seen);
  const bool outside = pressed && !toDevice(at).Contains(ImGui::GetIO().MousePos);
  const bool escaped = keyPressed(Key::Escape, false);
  if (escaped) consume(Key::Escape);
  endLayer();
  menu.seen = true;
  if (chosen != nullptr) act(f, *chosen, result);
  if (outside || escaped || chosen != nullptr) menu = MenuMemory{};
}

}  // namespace app::ui
