#include <string>

#include "app/ui/buttons.h"
#include "app/ui/feedback.h"
#include "app/ui/palette.h"
#include "app/view/common.h"
#include "app/view/views.h"

namespace app::view {
namespace {

using model::FindGroup;

std::string_view headingOf(FindGroup group) {
  switch (group) {
    case FindGroup::Recent:
      return tr::kRecentPlaces;
    case FindGroup::Best:
      return tr::kBestMatch;
    case FindGroup::YoungPeople:
      return tr::kYoungPeople;
    case FindGroup::Do:
      return tr::kDoSomething;
    case FindGroup::Indicators:
      return tr::kIndicators;
    case FindGroup::Reflections:
      return tr::kReflections;
    case FindGroup::GoTo:
      break;
  }
  return tr::kGoTo;
}

ui::Icon iconOf(FindGroup group) {
  switch (group) {
    case FindGroup::Recent:
      return ui::Icon::History;
    case FindGroup::YoungPeople:
      return ui::Icon::AccountOutline;
    case FindGroup::Reflections:
      return ui::Icon::BookOpen;
    case FindGroup::GoTo:
      return ui::Icon::ArrowRight;
    case FindGroup::Best:
    case FindGroup::Do:
    case FindGroup::Indicators:
      break;
  }
  return ui::Icon::ChevronRight;
}

void drawShortcutRow(const model::ShortcutRow& shortcut, float keysWidth) {
  ui::Columns columns({ui::fixed(keysWidth), ui::share()}, 16);
  columns.next();
  ui::text(shortcut.keys, {.type = ui::Type::SmallStrong});
  columns.next();
  ui::small(shortcut.words, ui::Token::Ink);
}

}  // namespace

void drawFind(const model::FindModel& model, model::FindUi& state, model::Intents& intents) {
  ui::PaletteModel palette;
  palette.placeholder = tr::kFindAnything;
  palette.count = model.count;
  palette.nothing = model.nothing;
  palette.hints = {std::string(tr::kFindUpDown), std::string(tr::kFindEnter),
                   std::string(tr::kFindOnly)};
  for (const model::FindItem& item : model.items) {
    palette.rows.push_back({item.key, std::string(headingOf(item.group)), item.label, item.detail,
                            item.keys, iconOf(item.group), domainOf(item.domain)});
  }
  ui::PaletteState typing{state.typed, state.chosen};
  const ui::PaletteResult result = ui::palette("find", palette, typing);
  state.typed = typing.typed;
  state.chosen = typing.chosen;
  if (result.changed) intents.push(model::FindChanged{});
  if (result.close) {
    intents.push(model::CloseFind{});
  } else if (result.run >= 0) {
    intents.push(model::RunFound{static_cast<std::size_t>(result.run), result.beside});
  }
}

void drawShortcuts(const model::ShortcutsModel& model, model::Intents& intents) {
  const ui::Dialog dialog("shortcuts", tr::kShortcuts, {.width = 620});
  for (const model::ShortcutGroup& group : model.groups) {
    ui::space(6);
    ui::subhead(group.heading);
    ui::setGap(6);
    for (const model::ShortcutRow& row : group.rows) drawShortcutRow(row, 190);
    ui::setGap(12);
  }
  if (dialog.closeWanted()) intents.push(model::CloseShortcuts{});
}

}  // namespace app::view
