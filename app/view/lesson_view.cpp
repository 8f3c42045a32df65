#include <string>

#include "app/model/write_words.h"
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

/// One press takes a lesson over; Enter once more keeps it.
void choices(const model::LessonFormModel& model, model::Intents& intents) {
  if (model.choices.empty()) return;
  ui::smallStrong(tr::kChooseLesson);
  const ui::Scope scope("choices");
  const ui::FocusGroup group;
  for (std::size_t i = 0; i < model.choices.size(); ++i) {
    const model::LessonChoice& choice = model.choices[i];
    const bool chosen = ui::listRow(ui::key("lesson", i), choice.title, choice.detail);
    if (i == 0) ui::wantFirstFocus();
    if (!chosen) continue;
    intents.push(model::ChooseLesson{i});
    ui::focusPath("write/lesson-form/card/keep");
  }
}

void placeOf(const model::LessonFormModel& model, model::LessonUi& state, model::Intents& intents) {
  std::vector<ui::Option> places{{"", std::string(tr::kPlaceNotSaid)}};
  for (const model::NameChoice& place : model.places) {
    places.push_back({place.id.hex(), place.codeName});
  }
  ui::dropdown("place", places, state.place, {.label = tr::kPlace});
  ui::ButtonStyle fresh{.kind = ui::ButtonKind::Quiet, .icon = ui::Icon::Plus, .small = true};
  if (ui::button("new-place", tr::kSomewhereNew, fresh)) {
    intents.push(model::StartAddingName{journal::NameKind::Place});
  }
}

void whenAndWhere(const model::LessonFormModel& model, model::LessonUi& state,
                  model::Intents& intents) {
  std::vector<ui::Option> settings;
  for (std::size_t i = 0; i < model.settings.size(); ++i) {
    settings.push_back({std::to_string(i), model.settings[i]});
  }
  const bool narrow = ui::availWidth() < 420;
  ui::Columns columns(std::vector<ui::Track>(narrow ? 1 : 2, ui::share()), 16);
  columns.next();
  field("date", tr::kDate, state.date, "2026-01-22");
  if (model.choices.empty()) ui::wantFirstFocus();
  field("starts", tr::kStarts, state.starts, "15:15");
  field("ends", tr::kEnds, state.ends, "16:00");
  if (!narrow) columns.next();
  field("group", tr::kGroupName, state.group);
  field("instrument", tr::kInstrument, state.instrument);
  std::string chosen = std::to_string(static_cast<int>(state.setting));
  if (ui::dropdown("setting", settings, chosen, {.label = tr::kSetting})) {
    state.setting = static_cast<journal::Setting>(std::stoi(chosen));
  }
  placeOf(model, state, intents);
}

/// Where lessons to choose from come from.
void toTimetable(model::Intents& intents) {
  ui::hairline(4, 4);
  ui::small(tr::kTimetableHint);
  if (!ui::quietButton("timetable", tr::kChangeTimetable)) return;
  intents.push(model::CloseLesson{});
  intents.push(model::ChooseSection{model::SettingsSection::Timetable});
  intents.push(model::GoTo{model::Place::Settings});
}

/// How long reflecting on a lesson is paid.
void pay(const model::LessonFormModel& model, model::Intents& intents) {
  std::vector<ui::Option> minutes{{"0", std::string(tr::kNoPaidTime)}};
  for (const int one : {5, 10, 15, 20, 30}) {
    minutes.push_back({std::to_string(one), std::to_string(one) + " minutes"});
  }
  std::string paid = std::to_string(model.paidMinutes);
  if (ui::dropdown("paid", minutes, paid, {.label = tr::kPaidTime})) {
    intents.push(model::ChoosePaidTime{std::stoi(paid)});
  }
  ui::small(tr::kPaidHint);
  if (!model.paidTotal.empty()) ui::smallStrong(model.paidTotal);
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
  choices(model, frame.intents);
  whenAndWhere(model, state, frame.intents);
  people(model, frame.intents);
  if (!model.problem.empty()) ui::banner("problem", model.problem);
  {
    const ui::Row row(8, 40);
    if (ui::primaryButton("keep", tr::kKeepLesson)) frame.intents.push(model::KeepLesson{});
    if (ui::quietButton("cancel", tr::kCancel)) frame.intents.push(model::CloseLesson{});
  }
  toTimetable(frame.intents);
  pay(model, frame.intents);
  if (dialog.closeWanted()) frame.intents.push(model::CloseLesson{});
}

namespace {

std::string_view codeHint(journal::NameKind kind) {
  if (kind == journal::NameKind::Colleague) return tr::kCodeNameOfColleague;
  if (kind == journal::NameKind::Place) return tr::kCodeNameOfPlace;
  return tr::kCodeNameHint;
}

void kindOf(model::NewPersonUi& state) {
  using journal::NameKind;
  static const std::vector<ui::Option> kKinds = {
      {std::string(journal::name(NameKind::YoungPerson)), std::string(tr::kYoungPerson)},
      {std::string(journal::name(NameKind::Colleague)), std::string(tr::kColleague)},
      {std::string(journal::name(NameKind::Place)), std::string(tr::kPlace)}};
  std::string kind(journal::name(state.kind));
  if (ui::segmented("kind", "", kKinds, kind)) {
    state.kind = journal::parseNameKind(kind).value_or(state.kind);
  }
}

}  // namespace

void drawNewPerson(const model::WriteModel& model, model::NewPersonUi& state, const Frame& frame) {
  const bool place = state.kind == journal::NameKind::Place;
  const ui::Dialog dialog("new-person", tr::kNewName, {.width = 480});
  kindOf(state);
  ui::FieldStyle code;
  code.label = tr::kCodeName;
  code.hint = codeHint(state.kind);
  ui::textField("code-name", state.codeName, code);
  ui::wantFirstFocus();
  ui::FieldStyle real;
  real.label = place ? tr::kRealNameOfPlace : tr::kRealName;
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
