#include <fmt/format.h>

#include <algorithm>

#include "app/ui/buttons.h"
#include "app/ui/editor_parts.h"
#include "app/ui/fields.h"
#include "app/ui/find_in_text.h"
#include "app/ui/layout.h"
#include "app/ui/text.h"

// Find in text: a small bar over the words, at the top right of the pane.

namespace app::ui {
namespace {

constexpr float kBarHeight = 56;
constexpr float kBarWidth = 432;

std::string barPath(std::string_view key) {
  return itemPath(key).append("/find");
}

bool barHasKeyboard(std::string_view key) {
  const std::string own = focusedPath();
  return own.rfind(barPath(key) + "/", 0) == 0;
}

/// A few selected words are most often what is looked for.
void openBar(EditorFrame& f, std::string_view key) {
  FindMemory& find = f.memory.find;
  constexpr std::size_t kMostPrefilled = 60;
  const ByteRange selected = f.state.selection();
  const std::string words = f.state.plainSelection(f.style.label);
  if (!selected.empty() && words.size() <= kMostPrefilled && words.find('\n') == std::string::npos)
    find.words = words;
  if (!find.open) {
    find.before = selected;
    f.state.scrollY += px(kFindRoom);  // nothing moves until a place is shown
  }
  find.open = true;
  find.searched.clear();
  focusPath(barPath(key) + "/words");
}

void closeBar(EditorFrame& f, std::string_view path) {
  f.memory.find.open = false;
  f.state.scrollY -= px(kFindRoom);
  f.memory.find.places.clear();
  f.memory.find.text.clear();
  f.memory.find.revision = 0;
  focusPath(path);
}

/// The first place at or after the caret that was there when the bar opened.
void search(EditorFrame& f) {
  FindMemory& find = f.memory.find;
  if (find.searched == find.words && find.revision == f.state.revision()) return;
  const bool another = find.searched != find.words;
  if (find.revision != f.state.revision()) find.text.read(f.state.text(), f.style.label);
  find.places = find.text.find(find.words);
  find.searched = find.words;
  find.revision = f.state.revision();
  const auto first =
      std::lower_bound(find.places.begin(), find.places.end(), find.before.begin,
                       [](const ByteRange& p, std::size_t at) { return p.begin < at; });
  if (another)
    find.at =
        first == find.places.end() ? 0 : static_cast<std::size_t>(first - find.places.begin());
  if (find.places.empty()) {
    if (another) f.state.select(find.before);
    return;
  }
  find.at = std::min(find.at, find.places.size() - 1);
  if (another) f.state.select(find.places[find.at]);
}

void step(EditorFrame& f, bool back) {
  FindMemory& find = f.memory.find;
  const std::size_t count = find.places.size();
  if (count == 0) return;
  find.at = back ? (find.at + count - 1) % count : (find.at + 1) % count;
  f.state.select(find.places[find.at]);
}

std::string countWords(const FindMemory& find) {
  if (find.words.empty()) return {};
  if (find.places.empty()) return "Not here";
  return fmt::format("{} of {}{}", find.at + 1, find.places.size(),
                     find.places.size() == kMostFound ? "+" : "");
}

}  // namespace

void findKeys(EditorFrame& f, std::string_view key) {
  FindMemory& find = f.memory.find;
  const bool inside = barHasKeyboard(key);
  if ((f.item.focused || inside) && shortcut({Key::F, true})) openBar(f, key);
  if (!find.open) return;
  search(f);
  if (!f.item.focused && !inside) return;
  if (shortcut({Key::Escape})) return closeBar(f, itemPath(key));
  if (shortcut({Key::F3})) step(f, false);
  if (shortcut({Key::F3, false, true})) step(f, true);
}

void findBar(EditorFrame& f, std::string_view key) {
  FindMemory& find = f.memory.find;
  if (!find.open) return;
  const std::string path = itemPath(key);
  const Scope scope(key);
  const Rect pane = toEffective(f.pane);
  const float width = std::min(kBarWidth, pane.w - 24);
  const Rect at{pane.right() - width - 20, pane.y + 8, width, kBarHeight};
  liftRect(at, 11);
  const Region region("find", at, {.padX = 8, .padY = 8});
  const Row row(4, 40);
  FieldStyle field;
  field.placeholder = "Find in this text";
  field.icon = Icon::Magnify;
  const float count = 88;
  field.width = std::max(80.0F, width - 16 - count - 3 * 40 - 4 * 4);
  bool submitted = false;
  field.submitted = &submitted;
  field.maxBytes = 256;
  textField("words", find.words, field);
  const bool back = ImGui::GetIO().KeyShift;
  const Rect words = takeRect(count, 40);
  const std::string said = countWords(find);
  drawText(draw(), Type::Small, toDevice(words).Min + ImVec2(px(6), 0),
           ink(find.places.empty() ? Token::Att : Token::Ink2), said, px(40));
  recordStatic(toDevice(words), "status", said, "count");
  if (iconButton("previous", Icon::ChevronUp, "The one before")) step(f, true);
  if (iconButton("next", Icon::ChevronDown, "The next one")) step(f, false);
  const bool shut = iconButton("close", Icon::Close, "Close");
  if (submitted) step(f, back);
  if (shut) closeBar(f, path);
}

}  // namespace app::ui
