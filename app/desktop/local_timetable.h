#pragma once

#include <string>
#include <vector>

#include "app/model/timetable_door.h"
#include "journal/base/time.h"

namespace app::desktop {

/// Timetables as files of this laptop, read where they lie; nothing of them is kept. Journal thread
/// only.
class LocalTimetable final : public model::TimetableDoor {
 public:
  /// `clock` must outlive this.
  explicit LocalTimetable(const journal::Clock& clock) : clock_(clock) {}
  journal::Result<std::vector<model::TimetableLesson>> read(const std::string& path) override;

 private:
  const journal::Clock& clock_;
};

}  // namespace app::desktop
