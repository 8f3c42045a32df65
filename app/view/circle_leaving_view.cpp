#include <algorithm>
#include <string>

#include "app/model/circle_held_words.h"
#include "app/model/your_data_words.h"
#include "app/ui/buttons.h"
#include "app/ui/choices.h"
#include "app/ui/feedback.h"
#include "app/ui/fields.h"
#include "app/view/circle_parts.h"
#include "app/view/copy_paper.h"

// What leaves the record of a group's session: a copy of it, and themes for managers. Each is shown
// as it leaves, before it does.

namespace app::view {
namespace {

constexpr float kReadable = 760;  ///< no line of words is longer

void drawMark(const model::ThemeMarkRow& mark, std::size_t theme, const Frame& frame) {
  const ui::Scope scope(ui::key("mark", mark.index));
  ui::bodyStrong("“" + mark.words + "”");
  const std::string instead = std::string(tr::kMarkBlur) + " “" + mark.suggestion + "”";
  const bool blurred = mark.decided && !mark.stays;
  if (ui::radio("blur", instead, blurred)) {
    frame.intents.push(model::DecideMark{theme, mark.index, false});
  }
  if (ui::radio("stays", tr::kMarkStays, mark.decided && mark.stays)) {
    frame.intents.push(model::DecideMark{theme, mark.index, true});
  }
}

void drawAsItLeaves(const model::LeavingThemeRow& theme) {
  const ui::Card paper("leaves", {.fill = ui::Token::Sunken, .padX = 16, .padY = 12, .gap = 4});
  ui::tiny(theme.listed ? std::string_view(tr::kThemeListed)
                        : std::string_view(tr::kThemesWillSee));
  ui::quote(theme.words);
  ui::small(theme.kind + ", " + theme.term);
}

void drawLeavingTheme(const model::LeavingThemeRow& theme, const Frame& frame) {
  ui::CardStyle style{.padX = 18, .padY = 14, .gap = 8};
  style.width = std::min(kReadable, ui::availWidth());
  const ui::Card card(ui::key("theme", theme.index), style);
  drawAsItLeaves(theme);
  if (theme.listed) {
    const ui::ButtonStyle back{.icon = ui::Icon::Undo, .small = true};
    if (ui::button("back", tr::kThemeTakeBack, back)) {
      frame.intents.push(model::TakeThemeBack{theme.index});
    }
    return;
  }
  if (!theme.standing.empty()) ui::small(theme.standing);
  bool goes = theme.goes;
  if (ui::checkbox("goes", tr::kThemeGoes, goes)) {
    frame.intents.push(model::LetThemeGo{theme.index, goes});
  }
  if (!theme.goes || theme.marks.empty()) return;
  ui::small(tr::kMarkCouldIdentify);
  for (const model::ThemeMarkRow& mark : theme.marks) drawMark(mark, theme.index, frame);
}

}  // namespace

void drawHeldCopy(const model::HeldRecordModel& model, model::GroupRecordUi& state,
                  const Frame& frame) {
  if (!model.copy) return;
  ui::CardStyle style{.padX = 18, .padY = 14, .gap = 10};
  style.width = std::min(kReadable, ui::availWidth());
  const ui::Card card("copy", style);
  ui::subhead(tr::kRecordCopyTitle);
  ui::small(tr::kRecordCopyBody);
  drawCopyPaper(*model.copy);
  ui::checkbox("read", tr::kIHaveRead, state.copy.read);
  ui::dropdown("kind",
               {{"html", std::string(tr::kRecordCopyPage)},
                {"pdf", std::string(tr::kRecordCopyPaper)},
                {"csv", std::string(tr::kRecordCopyTable)}},
               state.kind, {.label = tr::kRecordCopyKind});
  ui::textField("to", state.copy.to, {.label = tr::kCopyTo, .hint = tr::kRecordCopyToHint});
  ui::banner("open", tr::kRecordCopyOpen, {.icon = ui::Icon::AlertCircleOutline});
  const ui::ButtonStyle write{.notYet = model.copy->writeNotYet, .working = model.working};
  if (ui::button("write", tr::kWriteIt, write)) frame.intents.push(model::WriteHeldCopy{});
  if (!model.copySaid.empty()) {
    ui::banner("said", model.copySaid, {.attention = false, .icon = ui::Icon::Check});
  }
}

void drawLeavingThemes(const model::LeavingThemesModel& model, const Frame& frame) {
  ui::subhead(tr::kThemesForManagers);
  ui::text(tr::kThemesBody, {.type = ui::Type::Small,
                             .colour = ui::Token::Ink2,
                             .width = std::min(kReadable, ui::availWidth())});
  if (!model.problem.empty()) {
    ui::banner("problem", model.problem);
    return;
  }
  for (const model::LeavingThemeRow& theme : model.themes) drawLeavingTheme(theme, frame);
  if (model.sendLabel.empty()) return;
  ui::space(4);
  const ui::ButtonStyle send{
      .kind = ui::ButtonKind::Primary, .notYet = model.sendNotYet, .working = model.working};
  if (ui::button("send", model.sendLabel, send)) frame.intents.push(model::SendThemes{});
}

}  // namespace app::view
