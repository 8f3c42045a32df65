#include "app/model/settings_timetable.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <utility>
#include <variant>

#include "app/model/display.h"
#include "app/model/form.h"
#include "app/model/wording.h"

namespace app::model {

using journal::Error;
using journal::ErrorCode;
using journal::Result;

namespace {

constexpr std::array<const char*, 7> kSlotDays = {"Mondays", "Tuesdays",  "Wednesdays", "Thursdays",
                                                  "Fridays", "Saturdays", "Sundays"};
constexpr std::chrono::minutes kWholeDay{24 * 60};

std::optional<int> wholeNumber(const std::string& text) {
  int value = 0;
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (failed != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::string slotDetail(const journal::TimetableSlot& slot) {
  std::string words = slot.on ? dayMonthYear(*slot.on) + ", " : "";
  words += timeOfDay(slot.startsAt);
  if (slot.length.count() > 0 && slot.startsAt + slot.length < kWholeDay) {
    words += " to " + timeOfDay(slot.startsAt + slot.length);
  }
  words += ", " + lowerFirst(std::string(journal::title(slot.setting)));
  for (const std::string& more : {slot.instrument, slot.place}) {
    if (!more.empty()) words += ", " + more;
  }
  return words;
}

}  // namespace

void SettingsTimetable::handle(const TimetableIntent& intent) {
  std::visit([this](const auto& wanted) { on(wanted); }, intent);
}

void SettingsTimetable::load() {
  query<std::vector<journal::TimetableSlot>>(
      context_, [](journal::service::Journal& journal) { return journal.timetable(); },
      [this](Result<std::vector<journal::TimetableSlot>> slots) {
        if (!slots.ok()) return context_.say(slots.error());
        slots_ = std::move(slots).value();
      });
}

void SettingsTimetable::on(const EditSlot& intent) {
  isNew_ = !intent.slot;
  edited_ = intent.slot ? *intent.slot : journal::SlotId::random(context_.random);
  context_.state.ui.settings.slot = SlotUi();
  context_.state.ui.settings.slot.date = journal::isoDate(context_.today());
  for (const journal::TimetableSlot& slot : slots_) {
    if (slot.id == *edited_) context_.state.ui.settings.slot = slotUi(slot);
  }
}

void SettingsTimetable::on(const KeepSlot&) {
  if (!edited_) return;
  const auto slot = slotFrom(context_.state.ui.settings.slot, *edited_);
  if (slot.ok()) apply(journal::service::PutSlot{*slot});
}

void SettingsTimetable::on(const CancelSlot&) {
  edited_.reset();
}

void SettingsTimetable::on(const DropSlot& intent) {
  apply(journal::service::RemoveSlot{intent.slot});
}

void SettingsTimetable::apply(const journal::service::Op& op) {
  applyOps(context_, {op}, [this](const Result<void>& done) {
    if (!done.ok()) return context_.say(done.error());
    edited_.reset();
  });
}

void SettingsTimetable::refresh(SettingsModel& model) const {
  model.timetable = buildTimetable(slots_);
  model.editingSlot = edited_.has_value();
  model.slotIsNew = isNew_;
  if (!edited_) return;
  const auto slot = slotFrom(context_.state.ui.settings.slot, *edited_);
  if (!slot.ok()) model.slotNotYet = slot.error().advice;
}

void SettingsTimetable::forget() {
  slots_.clear();
  edited_.reset();
}

Result<journal::TimetableSlot> slotFrom(const SlotUi& ui, journal::SlotId id) {
  journal::TimetableSlot slot;
  slot.id = id;
  if (nothingTyped(ui.title)) return notYet(tr::kNeedSlotTitle);
  if (!ui.weekly) {
    slot.on = journal::parseDate(ui.date);
    if (!slot.on) return notYet(tr::kDateLike);
  }
  const auto weekday = wholeNumber(ui.weekday);
  slot.weekday = slot.on ? journal::weekdayOf(*slot.on) : static_cast<std::uint8_t>(*weekday);
  const auto starts = parseTimeOfDay(ui.starts);
  if (!starts) return notYet(tr::kTimeLikeNeeded);
  slot.startsAt = *starts;
  const auto minutes = ui.minutes.empty() ? std::optional<int>(0) : wholeNumber(ui.minutes);
  if (!minutes || *minutes < 0 || *minutes > kWholeDay.count()) {
    return notYet(tr::kSlotMinutesLike);
  }
  slot.length = std::chrono::minutes{*minutes};
  slot.setting = journal::parseSetting(ui.setting).value_or(journal::Setting::SmallGroup);
  slot.title = ui.title;
  slot.instrument = ui.instrument;
  slot.place = ui.place;
  return slot;
}

SlotUi slotUi(const journal::TimetableSlot& slot) {
  SlotUi ui;
  ui.weekly = !slot.on;
  ui.weekday = std::to_string(slot.weekday);
  if (slot.on) ui.date = journal::isoDate(*slot.on);
  ui.starts = timeOfDay(slot.startsAt);
  if (slot.length.count() > 0) ui.minutes = std::to_string(slot.length.count());
  ui.setting = journal::name(slot.setting);
  ui.title = slot.title;
  ui.instrument = slot.instrument;
  ui.place = slot.place;
  return ui;
}

std::vector<TimetableDay> buildTimetable(const std::vector<journal::TimetableSlot>& slots) {
  std::vector<TimetableDay> days;
  for (const journal::TimetableSlot& slot : slots) {
    const std::string name = slot.on ? std::string(tr::kOnceOnly)
                                     : kSlotDays[static_cast<std::size_t>(slot.weekday - 1)];
    if (days.empty() || days.back().name != name) days.push_back({name, {}});
    days.back().slots.push_back({slot.id, slot.title, slotDetail(slot)});
  }
  return days;
}

}  // namespace app::model
