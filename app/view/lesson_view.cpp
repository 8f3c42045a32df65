#include <string>

#include "app/ui/buttons.h"
#include "app/ui/choices.h"
#include "app/ui/feedback.h"
#include "app/ui/fields.h"
#include "app/view/common.h"
#include "app/view/views.h"

namespace app::view {
namespace {

void field(std::string_view key, std::string_view label, std::string& value,
           std::string_view placeholder = {}) {
  ui::FieldStyle style;
  style.label = label;
  style.placeholder = placeholder;
  ui::textField(key, value, style);
}

void whenAndWhere(const model::LessonFormModel& model, model::LessonUi& state) {
  std::vector<ui::Option> settings;
  for (std::size_t i = 0; i < model.settings.size(); ++i) {
    settings.push_back({std::to_string(i), model.settings[i]});
  }
  ui::Columns columns({ui::share(), ui::share()}, 16);
  columns.next();
  std::string chosen = std::to_string(static_cast<int>(state.setting));
  if (ui::dropdown("setting", settings, chosen, {.label = tr::kSetting})) {
    state.setting = static_cast<journal::Setting>(std::stoi(chosen));
  }
  field("date", tr::kDate, state.date, "2026-01-22");
  columns.next();
  field("group", tr::kGroupName, state.group);
  field("starts", tr::kStarts, state.starts, "15:15");
}

void people(const model::LessonFormModel& model, model::Intents& intents) {
  ui::smallStrong(tr::kWhoWasThere);
  std::size_t i = 0;
  const std::size_t last = model.youngPeople.size();
  while (i < last) {
    const ui::Row row(8, 32);
    float room = ui::availWidth();
    bool first = true;
    while (i < last) {
      const model::NameChoice& name = model.youngPeople[i];
      const ui::ChipStyle style{.on = name.chosen};
      const float wide = ui::chipWidth(name.codeName, style) + 8;
      if (!first && wide > room) break;
      if (ui::chip(ui::key("person", name.id.hex()), name.codeName, style)) {
        intents.push(model::ToggleLessonPerson{name.id});
      }
      room -= wide;
      first = false;
      ++i;
    }
  }
  ui::ButtonStyle fresh{
      .kind = ui::ButtonKind::Quiet, .icon = ui::Icon::AccountPlus, .small = true};
  if (ui::button("new-person", tr::kAddSomeone, fresh)) intents.push(model::StartAddingPerson{});
}

}  // namespace

void drawLessonForm(const model::LessonFormModel& model, model::LessonUi& state,
                    const Frame& frame) {
  const ui::Dialog dialog("lesson-form", tr::kLessonDetails, {.width = 620});
  whenAndWhere(model, state);
  field("instrument", tr::kInstrument, state.instrument);
  people(model, frame.intents);
  if (!model.problem.empty()) ui::banner("problem", model.problem);
  {
    const ui::Row row(8, 40);
    if (ui::primaryButton("keep", tr::kKeepLesson)) frame.intents.push(model::KeepLesson{});
    if (ui::quietButton("cancel", tr::kCancel)) frame.intents.push(model::CloseLesson{});
  }
  if (dialog.closeWanted()) frame.intents.push(model::CloseLesson{});
}

void drawNewPerson(const model::WriteModel& model, model::NewPersonUi& state, const Frame& frame) {
  const ui::Dialog dialog("new-person", tr::kAddSomeone, {.width = 480});
  ui::FieldStyle code;
  code.label = tr::kCodeName;
  code.hint = tr::kCodeNameHint;
  ui::textField("code-name", state.codeName, code);
  ui::FieldStyle real;
  real.label = tr::kRealName;
  real.hint = tr::kRealNameHint;
  ui::textField("real-name", state.realName, real);
  {
    const ui::Row row(8, 40);
    if (ui::primaryButton("keep", tr::kKeepName, model.addPersonNotYet)) {
      frame.intents.push(model::AddPerson{});
    }
    if (ui::quietButton("cancel", tr::kCancel)) frame.intents.push(model::CancelAddingPerson{});
  }
  if (dialog.closeWanted()) frame.intents.push(model::CancelAddingPerson{});
}

}  // namespace app::view
