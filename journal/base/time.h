#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace journal {

/// When something happened on a machine. Milliseconds since 1970-01-01 UTC; may be negative or far
/// ahead, because clocks are wrong.
using UtcTime = std::chrono::sys_time<std::chrono::milliseconds>;

/// The civil day of a lesson: never shifts with a time zone.
using LocalDate = std::chrono::year_month_day;

/// The outside world's clock, as a parameter. Only app/desktop, app/cli and app/hub construct the
/// real one.
class Clock {
 public:
  virtual ~Clock() = default;
  virtual UtcTime now() const = 0;
  /// Minutes east of UTC that local time has at `when` (British summer: 60).
  virtual std::chrono::minutes utcOffset(UtcTime when) const = 0;
};

/// "2026-01-22", always ten characters; nullopt unless a real day in years 1 to 9999.
std::optional<LocalDate> parseDate(std::string_view iso);
std::string isoDate(LocalDate date);
/// "2026-01-22T16:05:09Z"
std::string isoTime(UtcTime time);
/// Accepts "2026-01-22T16:05[:09[.123]][Z|+01:00]" and a bare date (midnight UTC).
std::optional<UtcTime> parseTime(std::string_view iso);

LocalDate localDate(UtcTime time, std::chrono::minutes utcOffset);

/// Days since 1970-01-01; total order of dates, used as an integer key.
std::int32_t dayNumber(LocalDate date);
LocalDate dateFromDayNumber(std::int32_t days);

/// England's school terms as a service without its own calendar sees them: autumn September to
/// December, spring January to Easter-ish (end of March), summer April to August (domain.md 6.4).
/// `schoolYear` is the year it began.
enum class Term : std::uint8_t { Autumn, Spring, Summer };
struct SchoolTerm {
  int schoolYear = 0;
  Term term = Term::Autumn;
  friend auto operator<=>(const SchoolTerm&, const SchoolTerm&) = default;
};
SchoolTerm schoolTermOf(LocalDate date);
/// "autumn term 2025"; the calendar year in which that term falls.
std::string termName(SchoolTerm term);

}  // namespace journal
