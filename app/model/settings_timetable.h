#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/model/context.h"
#include "app/model/intent.h"
#include "app/model/settings_model.h"

namespace app::model {

/// Settings, Timetable: the tutor's own lessons. UI thread only.
class SettingsTimetable {
 public:
  explicit SettingsTimetable(Context& context) : context_(context) {}

  void handle(const TimetableIntent& intent);
  /// Asks the journal for it.
  void load();
  void refresh(SettingsModel& model) const;
  void forget();

 private:
  void on(const EditSlot& intent);
  void on(const KeepSlot&);
  void on(const CancelSlot&);
  void on(const DropSlot& intent);
  void apply(const journal::service::Op& op);

  Context& context_;
  std::vector<journal::TimetableSlot> slots_;
  std::optional<journal::SlotId> edited_;
  bool isNew_ = false;
};

/// What was typed, as a lesson with `id`; or why it is none yet. Pure.
journal::Result<journal::TimetableSlot> slotFrom(const SlotUi& ui, journal::SlotId id);
SlotUi slotUi(const journal::TimetableSlot& slot);
/// By weekday, then those that are only once. Pure.
std::vector<TimetableDay> buildTimetable(const std::vector<journal::TimetableSlot>& slots);

}  // namespace app::model
