#include <string>

#include "app/model/circle_live_words.h"
#include "app/ui/buttons.h"
#include "app/ui/choices.h"
#include "app/ui/fields.h"
#include "app/view/circle_live_parts.h"

// What the group will try: each step with somebody's name and a day to look back at it.

namespace app::view {
namespace {

void drawAction(const model::ActionLine& action, const Frame& frame) {
  const ui::Scope scope(ui::key("action", action.id.hex()));
  ui::hairline(2, 2);
  ui::body(action.text);
  ui::Row row(8, 32);
  if (!action.owner.empty()) ui::circleMark(action.initials);
  const bool menu = action.mine || action.mayTake;
  const float right = ui::textWidth(ui::Type::Small, action.due) + (menu ? 44.0F : 0.0F) + 28;
  ui::text(action.owner, {.type = ui::Type::Small,
                          .width = std::max(20.0F, row.leftOver() - right - 8),
                          .oneLine = true});
  row.pushRight(right);
  ui::icon(ui::Icon::Calendar, ui::Token::Ink2, 16);
  ui::small(action.due);
  if (!menu) return;
  std::vector<ui::Option> options;
  if (action.mine) options.push_back({"back", std::string(tr::kTakeBack)});
  if (action.mayTake) options.push_back({"take", std::string(tr::kRemoveCard)});
  const std::string chosen = ui::menuButton("menu", tr::kMoreDeeds, options);
  if (chosen == "back") frame.intents.push(model::WithdrawCard{action.id});
  if (chosen == "take") frame.intents.push(model::TakeCard{action.id});
}

void drawNewAction(const model::CircleLiveModel& model, model::CircleUi& state,
                   const Frame& frame) {
  const ui::Scope scope("new");
  ui::hairline(4, 4);
  bool submitted = false;
  ui::FieldStyle words;
  words.label = tr::kNewAction;
  words.maxBytes = 600;
  words.submitted = &submitted;
  ui::textField("words", state.typed[typedKey(model::session::CardKind::Action)], words);
  {
    ui::Columns columns(std::vector<ui::Track>(2, ui::share()), 12);
    columns.next();
    ui::dropdown("owner", optionsFrom(model.owners), state.typed["owner"],
                 {.label = tr::kActionOwner, .placeholder = tr::kActionOwner});
    columns.next();
    ui::FieldStyle due;
    due.label = tr::kActionDue;
    due.placeholder = "2026-02-05";
    ui::textField("due", state.typed["due"], due);
  }
  ui::tiny(tr::kPickADate);
  const bool pressed = ui::button("add", tr::kAddAction, {.notYet = model.actionNotYet});
  const bool keys = ui::shortcut({ui::Key::Enter, true});
  if (pressed || ((submitted || keys) && model.actionNotYet.empty())) {
    frame.intents.push(model::PutCard{model::session::CardKind::Action});
  }
}

}  // namespace

void drawActionsPanel(const model::CircleLiveModel& model, model::CircleUi& state,
                      const Frame& frame) {
  const ui::Card card("actions", {.gap = 6});
  ui::text(tr::kWhatWeWillTry, {.type = ui::Type::Read, .role = "heading"});
  if (model.actions.empty()) ui::small(tr::kNoActions);
  for (const model::ActionLine& action : model.actions) drawAction(action, frame);
  if (model.mayAct && !model.projector) drawNewAction(model, state, frame);
  ui::space(4);
  ui::small(tr::kNextOpensWith);
}

}  // namespace app::view
