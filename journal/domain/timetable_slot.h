#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

#include "journal/base/time.h"
#include "journal/domain/ids.h"
#include "journal/domain/lesson.h"

namespace journal {

/// A lesson of the tutor's own timetable: every week on one weekday, or once.
struct TimetableSlot {
  SlotId id;
  std::optional<LocalDate> on;       ///< once, on this day; nothing: every week on `weekday`
  std::uint8_t weekday = 1;          ///< ISO 8601: 1 Monday to 7 Sunday; of `on` when there is one
  std::chrono::minutes startsAt{0};  ///< since local midnight
  std::chrono::minutes length{0};    ///< 0: not said
  Setting setting = Setting::SmallGroup;
  std::string title;       ///< "Brass group"; never empty. May name people: for the tutor only
  std::string instrument;  ///< may be empty
  std::string place;       ///< may be empty
  friend bool operator==(const TimetableSlot&, const TimetableSlot&) = default;
};

/// Whether the slot falls on this day.
bool fallsOn(const TimetableSlot& slot, LocalDate day);
/// 1 Monday to 7 Sunday.
std::uint8_t weekdayOf(LocalDate day);

}  // namespace journal
