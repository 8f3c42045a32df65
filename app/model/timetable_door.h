#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "journal/base/result.h"
#include "journal/base/time.h"

namespace app::model {

/// One lesson of the tutor's timetable, on one day. Its words are somebody else's and may name
/// people: kept in memory while the journal is open, and nowhere else.
struct TimetableLesson {
  journal::LocalDate date{};
  std::chrono::minutes startsAt{0};  ///< since local midnight
  std::chrono::minutes length{0};    ///< 0: not said
  std::string title;
  std::string place;  ///< may be empty
  friend bool operator==(const TimetableLesson&, const TimetableLesson&) = default;
};

/// Reads timetables. Journal thread only.
class TimetableDoor {
 public:
  virtual ~TimetableDoor() = default;
  /// A calendar (.ics) or a table (.csv), four weeks back to half a year on; by day and time.
  /// Errors: NotFound and InvalidInput with advice.
  virtual journal::Result<std::vector<TimetableLesson>> read(const std::string& path) = 0;
};

}  // namespace app::model
