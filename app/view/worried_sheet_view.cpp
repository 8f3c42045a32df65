#include <string>
#include <vector>

#include "app/ui/buttons.h"
#include "app/ui/choices.h"
#include "app/ui/feedback.h"
#include "app/ui/fields.h"
#include "app/ui/text_editor.h"
#include "app/view/common.h"
#include "app/view/views.h"

namespace app::view {
namespace {

bool back(model::Intents& intents) {
  if (!ui::button("back", tr::kBack,
                  {.kind = ui::ButtonKind::Quiet, .icon = ui::Icon::ArrowLeft})) {
    return false;
  }
  intents.push(model::BackToWorried{});
  return true;
}

void drawFacts(model::HandoverUi& state) {
  const bool narrow = ui::availWidth() < 560;
  ui::Columns columns(std::vector<ui::Track>(narrow ? 1 : 2, ui::share()), 16);
  columns.next();
  ui::textField("setting", tr::kSetting, state.setting);
  ui::textField("when", tr::kSheetWhen, state.when);
  if (!narrow) columns.next();
  ui::textField("place", tr::kSheetPlace, state.place);
  ui::textField("present", tr::kSheetPresent, state.present);
}

void drawWords(model::HandoverUi& state, ViewState& view) {
  for (std::size_t i = 0; i < state.words.size(); ++i) {
    EditorBuffer& words = view.sheet[i];
    words.pull(state.words[i]);
    ui::TextAreaStyle style;
    style.label = tr::kSheetWords[i];
    style.height = i == 0 ? 96.0F : 64.0F;
    ui::textArea(ui::key("sheet", i), words.editor, style);
    words.push(state.words[i]);
  }
}

void drawWaysOut(const model::WorriedModel& model, model::HandoverUi& state, bool unlocked,
                 model::Intents& intents) {
  {
    const ui::Row row(8, 40);
    ui::ButtonStyle print{.kind = ui::ButtonKind::Primary, .icon = ui::Icon::Printer};
    print.notYet = model.sheetNotYet;
    if (ui::button("print", tr::kPrintSheet, print)) intents.push(model::PrintHandover{});
    back(intents);
  }
  if (unlocked) {
    ui::FieldStyle where;
    where.label = tr::kSaveWhere;
    where.placeholder = tr::kSaveWhereLike;
    where.hint = tr::kFileUnprotected;
    ui::textField("save-to", state.saveTo, where);
    std::string notYet = model.sheetNotYet;
    if (notYet.empty() && state.saveTo.empty()) notYet = tr::kSaveWhereFirst;
    if (ui::secondaryButton("save", tr::kSaveSheet, notYet)) intents.push(model::SaveHandover{});
  }
  if (!model.outcome.empty()) {
    ui::banner("outcome", model.outcome, {.attention = model.outcomeNeedsCare});
  }
  ui::hairline(4, 4);
  ui::checkbox("handed-over", tr::kHandedOver, state.handedOver, model.sheetNotYet);
  if (ui::secondaryButton("clear", tr::kClearSheet, model.handedNotYet)) {
    intents.push(model::HandedOver{});
  }
}

}  // namespace

void drawSpoken(const model::WorriedModel& model, model::WorriedUi& state,
                model::Intents& intents) {
  ui::heading(tr::kWhoDidYouTell);
  std::vector<ui::Option> roles;
  for (const std::string& role : model.told) roles.push_back({role, role});
  if (roles.empty())
    ui::textField("told", tr::kWhoRole, state.told);
  else
    ui::dropdown("told", roles, state.told, {.label = tr::kWhoRole, .placeholder = tr::kSayWho});
  ui::textField("at", tr::kAtWhichSetting, state.at);
  {
    ui::Columns columns({ui::share(), ui::share()}, 16);
    columns.next();
    ui::textField("date", tr::kDate, state.date);
    columns.next();
    ui::textField("time", tr::kTime, state.time);
  }
  ui::small(tr::kJournalKeepsOne);
  ui::text(model.keptLine, {.type = ui::Type::Read});
  ui::small(tr::kLineHasNoDetail);
  const ui::Row row(8, 40);
  if (ui::secondaryButton("keep", tr::kKeepThisLine, model.spokenNotYet)) {
    intents.push(model::KeepSpoken{});
  }
  back(intents);
}

void drawHandover(const model::WorriedModel& model, model::HandoverUi& state, bool unlocked,
                  ViewState& view, model::Intents& intents) {
  ui::banner("not-kept", tr::kSheetNotKept);
  drawFacts(state);
  drawWords(state, view);
  drawWaysOut(model, state, unlocked, intents);
}

}  // namespace app::view
