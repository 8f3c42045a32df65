#include "journal/domain/timetable_slot.h"

namespace journal {

std::uint8_t weekdayOf(LocalDate day) {
  return static_cast<std::uint8_t>(std::chrono::weekday(std::chrono::sys_days(day)).iso_encoding());
}

bool fallsOn(const TimetableSlot& slot, LocalDate day) {
  return slot.on ? *slot.on == day : slot.weekday == weekdayOf(day);
}

}  // namespace journal
