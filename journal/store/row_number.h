#pragma once

#include <cstdint>

#include "journal/base/time.h"

namespace journal::store {

// The number of a reflection's row, in its table and in the full-text index:
//   row := (days since 0001-01-01) << 20 | place within the day, from 1
// so that descending row is newest lesson first, and a range of days is a range of rows.

inline constexpr int kDayBits = 20;
inline constexpr std::int64_t kPlacesPerDay = std::int64_t{1} << kDayBits;
/// dayNumber() of 0001-01-01 is minus this.
inline constexpr std::int64_t kDaysBeforeEpoch = 719162;

inline std::int64_t firstRowOf(LocalDate date) {
  return (std::int64_t{dayNumber(date)} + kDaysBeforeEpoch) * kPlacesPerDay;
}
inline std::int64_t lastRowOf(LocalDate date) {
  return firstRowOf(date) + kPlacesPerDay - 1;
}
inline LocalDate dateOfRow(std::int64_t row) {
  return dateFromDayNumber(static_cast<std::int32_t>((row >> kDayBits) - kDaysBeforeEpoch));
}

}  // namespace journal::store
