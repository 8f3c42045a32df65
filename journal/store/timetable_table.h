#pragma once

#include <optional>
#include <vector>

#include "journal/domain/timetable_slot.h"
#include "journal/store/database.h"
#include "journal/store/op_log.h"

namespace journal::store {

/// The tutor's own timetable.
class TimetableTable {
 public:
  explicit TimetableTable(Database& database) : database_(database) {}

  Result<void> put(const TimetableSlot& slot, OpPosition madeBy);
  Result<void> remove(SlotId id);
  Result<std::optional<OpPosition>> madeBy(SlotId id);
  /// Slots that say the same as this one, whatever their ids.
  Result<std::vector<SlotId>> alike(const TimetableSlot& slot);
  Result<std::vector<TimetableSlot>> all();  ///< weekly ones by weekday and time, then the others

 private:
  Database& database_;
};

}  // namespace journal::store
