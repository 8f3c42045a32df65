#include <algorithm>
#include <string>

#include "app/ui/buttons.h"
#include "app/ui/choices.h"
#include "app/ui/feedback.h"
#include "app/ui/fields.h"
#include "app/view/settings_parts.h"

namespace app::view {
namespace {

void drawSlot(const model::SlotRow& slot, const Frame& frame) {
  const ui::Scope scope(ui::key("slot", slot.id.hex()));
  ui::hairline(2, 2);
  ui::text(slot.title, {.type = ui::Type::BodyStrong, .oneLine = true});
  ui::small(slot.detail);
  const ui::Row row(8, 32);
  if (ui::button("change", tr::kChangeSlot, {.small = true})) {
    frame.intents.push(model::EditSlot{slot.id});
  }
  if (ui::button("remove", tr::kRemoveSlot, {.kind = ui::ButtonKind::Quiet, .small = true})) {
    frame.intents.push(model::DropSlot{slot.id});
  }
}

std::vector<ui::Option> settingOptions() {
  std::vector<ui::Option> options;
  for (int i = 0; i < journal::kSettingCount; ++i) {
    const auto setting = static_cast<journal::Setting>(i);
    options.push_back({std::string(journal::name(setting)), std::string(journal::title(setting))});
  }
  return options;
}

void drawWhen(model::SlotUi& slot) {
  static const std::vector<ui::Option> kHow = {{"weekly", std::string(tr::kEveryWeek)},
                                               {"once", std::string(tr::kOnceOnly)}};
  static const std::vector<ui::Option> kWeekdays = {
      {"1", "Monday"}, {"2", "Tuesday"},  {"3", "Wednesday"}, {"4", "Thursday"},
      {"5", "Friday"}, {"6", "Saturday"}, {"7", "Sunday"}};
  std::string how = slot.weekly ? "weekly" : "once";
  if (ui::segmented("how", tr::kSlotWhen, kHow, how)) slot.weekly = how == "weekly";
  const bool beside = ui::availWidth() > 480;
  ui::Columns columns(std::vector<ui::Track>(beside ? 3 : 1, ui::share()), 12);
  columns.next();
  if (slot.weekly)
    ui::dropdown("weekday", kWeekdays, slot.weekday, {.label = tr::kWeekday});
  else
    ui::textField("date", tr::kDate, slot.date);
  if (beside) columns.next();
  ui::textField("starts", slot.starts,
                {.label = tr::kSlotStarts, .placeholder = tr::kSlotStartsHint});
  if (beside) columns.next();
  ui::textField("minutes", tr::kSlotMinutes, slot.minutes);
}

void drawSlotForm(const SettingsParts& parts) {
  const ui::Dialog dialog("slot", parts.model.slotIsNew ? tr::kAddSlot : tr::kChangeSlot);
  model::SlotUi& slot = parts.state.slot;
  ui::textField("title", tr::kSlotTitle, slot.title);
  ui::wantFirstFocus();
  ui::tiny(tr::kSlotTitleHint);
  drawWhen(slot);
  ui::dropdown("setting", settingOptions(), slot.setting, {.label = tr::kSetting});
  ui::textField("instrument", tr::kInstrument, slot.instrument);
  ui::textField("place", tr::kSlotPlace, slot.place);
  const ui::Row row(8, 40);
  if (ui::primaryButton("keep", tr::kKeepSlot, parts.model.slotNotYet)) {
    parts.frame.intents.push(model::KeepSlot{});
  }
  if (ui::quietButton("cancel", tr::kCancel) || dialog.closeWanted()) {
    parts.frame.intents.push(model::CancelSlot{});
  }
}

}  // namespace

void drawTimetable(const SettingsParts& parts) {
  ui::CardStyle style;
  settingsCardStyle(style);
  {
    const ui::Card card("timetable", style);
    ui::subhead(tr::kTimetablePage);
    ui::small(tr::kTimetableBody);
    if (parts.model.timetable.empty()) ui::bodyStrong(tr::kNoTimetable);
    if (ui::button("add", tr::kAddSlot, {.icon = ui::Icon::Plus})) {
      parts.frame.intents.push(model::EditSlot{});
    }
  }
  for (std::size_t i = 0; i < parts.model.timetable.size(); ++i) {
    const model::TimetableDay& day = parts.model.timetable[i];
    const ui::Card card(ui::key("day", i), style);
    ui::subhead(day.name);
    for (const model::SlotRow& slot : day.slots) drawSlot(slot, parts.frame);
  }
  if (parts.model.editingSlot) drawSlotForm(parts);
}

}  // namespace app::view
