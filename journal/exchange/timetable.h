#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "journal/base/result.h"
#include "journal/base/time.h"

namespace journal::exchange {

/// One lesson of a timetable, on one day. What it says is somebody else's words and may name
/// people: keep it where reflections are kept, and show it to nobody else.
struct TimetableEntry {
  LocalDate date{};
  std::chrono::minutes startsAt{0};  ///< since local midnight
  std::chrono::minutes length{0};    ///< 0: not said
  std::string title;                 ///< never empty
  std::string place;                 ///< may be empty
  std::string source;                ///< the same lesson of the same timetable always has the same
  friend bool operator==(const TimetableEntry&, const TimetableEntry&) = default;
};

/// Which days are wanted: a weekly lesson is written out for each of them.
struct TimetableWindow {
  LocalDate from{};
  LocalDate to{};
  std::function<std::chrono::minutes(UtcTime)> utcOffset = {};  ///< UTC when there is none
};

/// Four weeks back and half a year on: what somebody may still write about, and the next two terms.
TimetableWindow usualWindow(UtcTime now, std::function<std::chrono::minutes(UtcTime)> utcOffset);

/// At most this many lessons come of one timetable, and of one repeating event.
inline constexpr std::size_t kMostLessons = 20'000;
inline constexpr std::size_t kMostRepeats = 400;

struct TimetableReading {
  std::vector<TimetableEntry> lessons;  ///< by day and time
  std::vector<std::string> skipped;     ///< one sentence each, at most 1,000
  std::size_t left = 0;                 ///< how many things `skipped` is about
};

/// A table with a heading line, separated by commas, semicolons or tabs, quoted as RFC 4180 says.
/// Headings, any case: date or day ("2026-01-22", "22/01/2026", "Monday": every week of the
/// window), start or time, end or minutes, title (lesson, pupil, group, ..), place (room, ..).
/// `text` as decodeText() gives it. InvalidInput with advice when there is no such heading line.
Result<TimetableReading> readTimetableCsv(std::string_view text, const TimetableWindow& window);

}  // namespace journal::exchange
