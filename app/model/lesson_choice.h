#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/model/aside_model.h"
#include "journal/domain/known_name.h"
#include "journal/domain/lesson.h"
#include "journal/domain/timetable_slot.h"
#include "journal/service/journal.h"

namespace app::model {

/// Where a lesson on offer comes from.
enum class LessonSource : std::uint8_t {
  Timetable,  ///< the tutor's timetable, on the day asked about
  Usual,      ///< held on this weekday at this hour in the last four weeks
  Recent      ///< written about before
};

struct OfferedLesson {
  journal::Lesson lesson;
  LessonSource source = LessonSource::Recent;
};

/// Lessons to choose from for `day`: the timetable's, those usual on that weekday, then recent
/// ones, each once, at most five. A lesson of the timetable takes its young people
/// from the last reflection about a group of the same name; names in its title become young people
/// and never stay as words. `rows`: newest first. Pure.
std::vector<OfferedLesson> offerLessons(const std::vector<journal::TimetableSlot>& timetable,
                                        const std::vector<journal::service::ReflectionRow>& rows,
                                        const std::vector<journal::KnownName>& names,
                                        journal::LocalDate day);

/// The lesson of today that is on now or ended within the last hour and a half, and that no
/// reflection in `rows` is about: an index into `offers`. What a new page is filled in with.
std::optional<std::size_t> lessonOfThisHour(
    const std::vector<OfferedLesson>& offers,
    const std::vector<journal::service::ReflectionRow>& rows, journal::LocalDate today,
    std::chrono::minutes now);

/// As the form shows it.
LessonChoice wordLesson(const OfferedLesson& offer, journal::LocalDate today);

}  // namespace app::model
