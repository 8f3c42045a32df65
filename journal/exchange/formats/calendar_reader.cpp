#include <fmt/format.h>
#include <libical/ical.h>

#include <algorithm>
#include <memory>
#include <set>
#include <utility>

#include "journal/exchange/formats/readers.h"

namespace journal::exchange {
namespace {

using std::chrono::minutes;

constexpr std::size_t kMaxRemarks = 1000;
constexpr std::size_t kMaxText = 500;
constexpr std::size_t kMaxSteps = 20'000;
constexpr int kMostComponents = 200'000;

struct FreeComponent {
  void operator()(icalcomponent* value) const { icalcomponent_free(value); }
};
struct FreeIterator {
  void operator()(icalrecur_iterator* value) const { icalrecur_iterator_free(value); }
};

/// When something is, on this person's clocks.
struct LocalMoment {
  LocalDate date{};
  minutes time{0};
  UtcTime utc{};  ///< of a floating time: as if its clock were UTC
};

bool isPlausible(const icaltimetype& time) {
  return icaltime_is_valid_time(time) != 0 && icaltime_is_null_time(time) == 0 &&
         time.year >= 1970 && time.year <= 2100;
}

std::string shortened(const char* text) {
  std::string out = text == nullptr ? std::string() : std::string(text);
  if (out.size() > kMaxText) out.resize(kMaxText);
  return out;
}

/// Whether walking through the rule is safe and its times are those of lessons.
bool isWalkable(const icalrecurrencetype& rule) {
  const bool sane = rule.freq == ICAL_DAILY_RECURRENCE || rule.freq == ICAL_WEEKLY_RECURRENCE ||
                    rule.freq == ICAL_MONTHLY_RECURRENCE || rule.freq == ICAL_YEARLY_RECURRENCE;
  return sane && rule.by_second[0] == ICAL_RECURRENCE_ARRAY_MAX &&
         rule.by_minute[0] == ICAL_RECURRENCE_ARRAY_MAX &&
         rule.by_hour[0] == ICAL_RECURRENCE_ARRAY_MAX;
}

class CalendarReading {
 public:
  explicit CalendarReading(const TimetableWindow& window) : window_(window) {}

  /// Moved occurrences name what they replace, so they are looked up before anything is written.
  void collectReplaced(icalcomponent* event) {
    const icaltimetype moved = icalcomponent_get_recurrenceid(event);
    if (!isPlausible(moved)) return;
    replaced_.emplace(uidOf(event), local(moved).utc);
  }

  void read(icalcomponent* event) {
    const icaltimetype start = icalcomponent_get_dtstart(event);
    if (!isPlausible(start)) return skip("its day or time cannot be read or cannot be right");
    if (icalcomponent_get_status(event) == ICAL_STATUS_CANCELLED) return skip("it was cancelled");
    if (start.is_date != 0) return skip("it lasts all day, so it is no lesson");
    TimetableEntry lesson;
    lesson.title = shortened(icalcomponent_get_summary(event));
    if (lesson.title.empty()) return skip("it has no title");
    lesson.place = shortened(icalcomponent_get_location(event));
    lesson.length = lengthOf(event, start);
    lesson.source = uidOf(event);
    icalproperty* property = icalcomponent_get_first_property(event, ICAL_RRULE_PROPERTY);
    const bool moved = isPlausible(icalcomponent_get_recurrenceid(event));
    if (property == nullptr || moved) return add(lesson, local(start), true);
    const icalrecurrencetype rule = icalproperty_get_rrule(property);
    if (!isWalkable(rule)) {
      skip("it repeats in a way lessons do not, so only its first day was read");
      return add(lesson, local(start), true);
    }
    repeat(event, lesson, start, rule);
  }

  TimetableReading out;

 private:
  static std::string uidOf(icalcomponent* event) {
    return shortened(icalcomponent_get_uid(event)).substr(0, 200);
  }

  LocalMoment local(const icaltimetype& time) const {
    LocalMoment moment;
    const time_t seconds = icaltime_as_timet_with_zone(time, time.zone);
    moment.utc = UtcTime(std::chrono::seconds(seconds));
    UtcTime shown = moment.utc;
    // A floating time is the wall clock's already (RFC 5545, 3.3.5, form 1).
    if (time.zone != nullptr && window_.utcOffset) shown += window_.utcOffset(moment.utc);
    const auto day = std::chrono::floor<std::chrono::days>(shown);
    moment.date = LocalDate(day);
    moment.time = std::chrono::duration_cast<minutes>(shown - day);
    return moment;
  }

  minutes lengthOf(icalcomponent* event, const icaltimetype& start) const {
    const icaltimetype end = icalcomponent_get_dtend(event);
    if (!isPlausible(end) || end.is_date != 0) return minutes(0);
    const auto length = std::chrono::duration_cast<minutes>(local(end).utc - local(start).utc);
    return length > minutes(0) && length <= minutes(24 * 60) ? length : minutes(0);
  }

  std::set<UtcTime> exceptions(icalcomponent* event) const {
    std::set<UtcTime> found;
    // Asked first: libical walks properties with one cursor a component.
    const icaltimetype start = icalcomponent_get_dtstart(event);
    for (icalproperty* at = icalcomponent_get_first_property(event, ICAL_EXDATE_PROPERTY);
         at != nullptr; at = icalcomponent_get_next_property(event, ICAL_EXDATE_PROPERTY)) {
      icaltimetype time = icalproperty_get_exdate(at);
      if (!isPlausible(time)) continue;
      if (icalparameter* zone = icalproperty_get_first_parameter(at, ICAL_TZID_PARAMETER)) {
        // Exceptions are given in the zone of the event itself, whatever its name.
        if (icalparameter_get_tzid(zone) != nullptr) time.zone = start.zone;
      }
      found.insert(local(time).utc);
    }
    return found;
  }

  void repeat(icalcomponent* event, const TimetableEntry& lesson, const icaltimetype& start,
              const icalrecurrencetype& rule) {
    const std::unique_ptr<icalrecur_iterator, FreeIterator> walk(
        icalrecur_iterator_new(rule, start));
    if (!walk) return skip("how it repeats cannot be read");
    const std::set<UtcTime> without = exceptions(event);
    std::size_t added = 0;
    for (std::size_t step = 0; step < kMaxSteps && added < kMostRepeats; ++step) {
      const icaltimetype time = icalrecur_iterator_next(walk.get());
      if (!isPlausible(time)) return;
      const LocalMoment at = local(time);
      if (at.date > window_.to) return;
      if (at.date < window_.from || without.count(at.utc) != 0 ||
          replaced_.count({lesson.source, at.utc}) != 0) {
        continue;
      }
      add(lesson, at, false);
      ++added;
    }
  }

  void add(TimetableEntry lesson, const LocalMoment& at, bool saySoOutside) {
    if (at.date < window_.from || at.date > window_.to) {
      if (saySoOutside) skip("it is too long ago or too far ahead");
      return;
    }
    if (out.lessons.size() >= kMostLessons) return skip("there are 20,000 lessons already");
    lesson.date = at.date;
    lesson.startsAt = at.time;
    lesson.source =
        fmt::format("ics:{}#{}#{}", lesson.source,
                    std::chrono::sys_days(at.date).time_since_epoch().count(), at.time.count());
    out.lessons.push_back(std::move(lesson));
  }

  void skip(const char* why) {
    ++out.left;
    if (out.skipped.size() < kMaxRemarks) {
      out.skipped.push_back(fmt::format("Event {} was left out: {}.", number, why));
    }
  }

 public:
  std::size_t number = 0;  ///< of the event being read, for remarks

 private:
  const TimetableWindow& window_;
  std::set<std::pair<std::string, UtcTime>> replaced_;
};

/// Every event of the calendar, or of the calendars when a file holds several.
std::vector<icalcomponent*> eventsOf(icalcomponent* root) {
  std::vector<icalcomponent*> events;
  std::vector<icalcomponent*> waiting{root};
  int looked = 0;
  while (!waiting.empty() && looked < kMostComponents) {
    icalcomponent* at = waiting.back();
    waiting.pop_back();
    ++looked;
    const auto kind = icalcomponent_isa(at);
    if (kind == ICAL_VEVENT_COMPONENT) {
      events.push_back(at);
    } else if (kind == ICAL_VCALENDAR_COMPONENT || kind == ICAL_XROOT_COMPONENT) {
      std::vector<icalcomponent*> inside;
      for (icalcomponent* next = icalcomponent_get_first_component(at, ICAL_ANY_COMPONENT);
           next != nullptr; next = icalcomponent_get_next_component(at, ICAL_ANY_COMPONENT)) {
        inside.push_back(next);
      }
      waiting.insert(waiting.end(), inside.rbegin(), inside.rend());
    }
  }
  return events;
}

}  // namespace

Result<TimetableReading> readCalendar(const std::string& text, const TimetableWindow& window) {
  icalerror_set_errors_are_fatal(0);
  const std::unique_ptr<icalcomponent, FreeComponent> root(icalparser_parse_string(text.c_str()));
  const auto events = root ? eventsOf(root.get()) : std::vector<icalcomponent*>();
  if (events.empty()) {
    return Error{ErrorCode::InvalidInput, "calendar: no events",
                 "There are no events of a calendar in that file."};
  }
  CalendarReading reading(window);
  for (icalcomponent* event : events) reading.collectReplaced(event);
  for (icalcomponent* event : events) {
    ++reading.number;
    reading.read(event);
  }
  std::stable_sort(reading.out.lessons.begin(), reading.out.lessons.end(),
                   [](const TimetableEntry& a, const TimetableEntry& b) {
                     return a.date != b.date ? a.date < b.date : a.startsAt < b.startsAt;
                   });
  return std::move(reading.out);
}

}  // namespace journal::exchange
