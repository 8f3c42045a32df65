#include "journal/base/time.h"

#include <fmt/format.h>

namespace journal {
namespace {

using namespace std::chrono;

/// Reads exactly `count` decimal digits at `at`; -1 when they are not there.
int digits(std::string_view text, std::size_t at, std::size_t count) {
  if (at + count > text.size()) return -1;
  int value = 0;
  for (std::size_t i = at; i < at + count; ++i) {
    if (text[i] < '0' || text[i] > '9') return -1;
    value = value * 10 + (text[i] - '0');
  }
  return value;
}

bool isChar(std::string_view text, std::size_t at, char c) {
  return at < text.size() && text[at] == c;
}

/// Parses the zone at the end of a time: nothing or "Z" (UTC), or "+hh:mm"/"-hh:mm".
std::optional<minutes> parseZone(std::string_view zone) {
  if (zone.empty() || zone == "Z" || zone == "z") return minutes{0};
  if (zone.size() != 6 || zone[3] != ':' || (zone[0] != '+' && zone[0] != '-')) return std::nullopt;
  const int h = digits(zone, 1, 2);
  const int m = digits(zone, 4, 2);
  if (h < 0 || h > 18 || m < 0 || m > 59) return std::nullopt;
  const minutes offset = hours{h} + minutes{m};
  return zone[0] == '-' ? -offset : offset;
}

}  // namespace

std::optional<LocalDate> parseDate(std::string_view iso) {
  const int y = digits(iso, 0, 4);
  const int m = digits(iso, 5, 2);
  const int d = digits(iso, 8, 2);
  if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-' || y < 1 || m < 0 || d < 0)
    return std::nullopt;
  const LocalDate date{year{y}, month{static_cast<unsigned>(m)}, day{static_cast<unsigned>(d)}};
  if (!date.ok()) return std::nullopt;
  return date;
}

std::string isoDate(LocalDate date) {
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

std::string isoTime(UtcTime time) {
  const auto day = floor<days>(time);
  const hh_mm_ss clock{floor<seconds>(time - day)};
  return fmt::format("{}T{:02}:{:02}:{:02}Z", isoDate(LocalDate{day}), clock.hours().count(),
                     clock.minutes().count(), clock.seconds().count());
}

std::optional<UtcTime> parseTime(std::string_view iso) {
  const auto date = parseDate(iso.substr(0, 10));
  if (!date) return std::nullopt;
  if (iso.size() == 10) return UtcTime{sys_days{*date}};
  const int h = digits(iso, 11, 2);
  const int m = digits(iso, 14, 2);
  if ((iso[10] != 'T' && iso[10] != ' ') || h < 0 || h > 23 || m < 0 || m > 59 ||
      !isChar(iso, 13, ':')) {
    return std::nullopt;
  }
  std::size_t at = 16;
  int s = 0;
  if (isChar(iso, at, ':')) {
    s = digits(iso, 17, 2);
    if (s < 0 || s > 60) return std::nullopt;
    at = 19;
  }
  int ms = 0;
  if (isChar(iso, at, '.')) {
    int scale = 100;
    for (++at; at < iso.size() && iso[at] >= '0' && iso[at] <= '9'; ++at, scale /= 10)
      ms += scale * (iso[at] - '0');
  }
  const auto zone = parseZone(iso.substr(at));
  if (!zone) return std::nullopt;
  return UtcTime{sys_days{*date}} + hours{h} + minutes{m} + seconds{s} + milliseconds{ms} - *zone;
}

LocalDate localDate(UtcTime time, minutes utcOffset) {
  return LocalDate{floor<days>(time + utcOffset)};
}

std::int32_t dayNumber(LocalDate date) {
  return static_cast<std::int32_t>(sys_days{date}.time_since_epoch().count());
}

LocalDate dateFromDayNumber(std::int32_t count) {
  return LocalDate{sys_days{days{count}}};
}

SchoolTerm schoolTermOf(LocalDate date) {
  const unsigned month = static_cast<unsigned>(date.month());
  const int year = static_cast<int>(date.year());
  if (month >= 9) return {year, Term::Autumn};
  return {year - 1, month <= 3 ? Term::Spring : Term::Summer};
}

std::string termName(SchoolTerm term) {
  switch (term.term) {
    case Term::Autumn:
      return fmt::format("autumn term {}", term.schoolYear);
    case Term::Spring:
      return fmt::format("spring term {}", term.schoolYear + 1);
    case Term::Summer:
      return fmt::format("summer term {}", term.schoolYear + 1);
  }
  return {};
}

}  // namespace journal
