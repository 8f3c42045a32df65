#include "app/view/mention_menu.h"

#include <algorithm>
#include <cctype>

#include "app/view/common.h"

namespace app::view {
namespace {

constexpr std::size_t kMost = 6;
constexpr float kWidth = 240;
constexpr float kRow = 44;

bool beginsWith(std::string_view name, std::string_view typed) {
  if (typed.size() > name.size()) return false;
  for (std::size_t i = 0; i < typed.size(); ++i) {
    if (std::tolower(static_cast<unsigned char>(name[i])) !=
        std::tolower(static_cast<unsigned char>(typed[i]))) {
      return false;
    }
  }
  return true;
}

void put(const model::NameChoice& name, ui::EditorState& editor, ViewState& view) {
  editor.insertMention(name.id.hex(), {view.mention->at, editor.caret()});
  view.mention.reset();
}

}  // namespace

std::vector<model::NameChoice> mentionChoices(const model::WriteModel& model,
                                              const ui::EditorState& editor,
                                              std::optional<MentionMenu>& menu) {
  std::vector<model::NameChoice> fitting;
  if (!menu) return fitting;
  const std::string& text = editor.text();
  const std::size_t caret = editor.caret();
  const bool there = menu->at < text.size() && text[menu->at] == '@' && caret > menu->at;
  const std::string_view typed =
      there ? std::string_view(text).substr(menu->at + 1, caret - menu->at - 1) : "";
  if (!there || typed.size() > 32 || typed.find('\n') != std::string_view::npos) {
    menu.reset();
    return fitting;
  }
  for (const model::NameChoice& name : model.mentionable) {
    if (fitting.size() < kMost && beginsWith(name.codeName, typed)) fitting.push_back(name);
  }
  if (!fitting.empty()) menu->chosen = std::min(menu->chosen, fitting.size() - 1);
  return fitting;
}

bool mentionKeys(const std::vector<model::NameChoice>& names, ui::EditorState& editor,
                 const Frame& frame) {
  std::optional<MentionMenu>& menu = frame.view.mention;
  if (!menu) return false;
  if (ui::shortcut({ui::Key::Escape})) {
    menu.reset();
    return false;
  }
  if (names.empty()) return false;
  if (ui::shortcut({ui::Key::Down})) menu->chosen = (menu->chosen + 1) % names.size();
  if (ui::shortcut({ui::Key::Up})) menu->chosen = (menu->chosen + names.size() - 1) % names.size();
  if (!ui::shortcut({ui::Key::Enter})) return false;
  put(names[menu->chosen], editor, frame.view);
  return true;
}

bool drawMentionMenu(const std::vector<model::NameChoice>& names, ui::Rect caret,
                     ui::EditorState& editor, const Frame& frame) {
  std::optional<MentionMenu>& menu = frame.view.mention;
  if (!menu) return false;
  const float height = kRow * static_cast<float>(names.size() + 1) + 16;
  const ui::Vec2 whole = ui::windowSize();
  ui::Rect at{std::min(caret.x, whole.x - kWidth - 12), caret.bottom() + 6, kWidth, height};
  if (at.bottom() > whole.y - 8) at.y = std::max(8.0F, caret.y - height - 6);
  ui::liftRect(at, 11);
  const ui::Region region("mention", at, {.padX = 8, .padY = 8, .gap = 0});
  for (std::size_t i = 0; i < names.size() && menu; ++i) {
    ui::ListRowModel row;
    row.title = names[i].codeName;
    row.chosen = menu->chosen == i;
    if (ui::listRow(ui::key("name", names[i].id.hex()), row)) {
      put(names[i], editor, frame.view);
      ui::focusPath("write/words");
      return true;
    }
  }
  ui::ListRowModel fresh;
  fresh.title = tr::kAddSomeone;
  fresh.icon = ui::Icon::AccountPlus;
  if (ui::listRow("new", fresh)) {
    menu.reset();
    frame.intents.push(model::StartAddingPerson{});
  }
  return false;
}

}  // namespace app::view
