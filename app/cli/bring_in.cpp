#include "app/cli/bring_in.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace app {

using journal::ErrorCode;
using journal::Result;
using journal::exchange::ImportControl;
using journal::exchange::ImportRequest;
using journal::exchange::TimetableEntry;

namespace {

/// The version in force in this journal.
Result<journal::Framework> frameworkFor(journal::service::Journal& journal,
                                        const BringInAbout& about) {
  J_TRY(const auto own, journal.ownFrameworks());
  const journal::UtcTime now = about.clock.now();
  return journal::frameworkInForce(about.framework, own,
                                   journal::localDate(now, about.clock.utcOffset(now)));
}

/// `framework` must outlive what is returned.
journal::exchange::ImportContext contextOf(const BringInAbout& about,
                                           const journal::Framework& framework) {
  journal::exchange::ImportContext context;
  context.framework = &framework;
  context.now = about.clock.now();
  context.utcOffset = [&about](journal::UtcTime at) { return about.clock.utcOffset(at); };
  return context;
}

/// Whether the journal has it already, as JournalImport will find.
Result<bool> isHere(journal::service::Journal& journal, const journal::Reflection& reflection) {
  if (!reflection.source.empty()) {
    J_TRY(const auto found, journal.findSource(reflection.source));
    if (found) return true;
  }
  const auto found = journal.reflection(reflection.id);
  if (found.ok()) return true;
  if (found.error().code == ErrorCode::NotFound) return false;
  return found.error();
}

/// Every other week, or once a month, is not weekly: better each day by itself.
bool isWeekly(const std::set<journal::LocalDate>& dates) {
  return std::any_of(dates.begin(), dates.end(), [&dates](journal::LocalDate date) {
    return dates.count(journal::dateFromDayNumber(journal::dayNumber(date) + 7)) > 0;
  });
}

}  // namespace

Result<journal::exchange::ImportPreview> previewBringIn(journal::service::Journal& journal,
                                                        const ImportRequest& request,
                                                        const BringInAbout& about,
                                                        const ImportControl& control) {
  J_TRY(auto known, journal.names());
  J_TRY(const journal::Framework framework, frameworkFor(journal, about));
  const auto here = [&journal](const journal::Reflection& reflection) {
    return isHere(journal, reflection);
  };
  return journal::exchange::previewImport(request, contextOf(about, framework), std::move(known),
                                          here, control);
}

Result<BroughtIn> bringIn(journal::service::Journal& journal, const ImportRequest& request,
                          const BringInAbout& about, const ImportControl& control,
                          JournalImport::Told told) {
  J_TRY(auto known, journal.names());
  J_TRY(const journal::Framework framework, frameworkFor(journal, about));
  const auto newIds = [&about](std::string_view) {
    journal::exchange::IdBytes bytes{};
    about.random.fill(bytes);
    return bytes;
  };
  journal::exchange::NameBook names(std::move(known), newIds);
  JournalImport import(journal, names, std::move(told));
  BroughtIn out;
  journal::exchange::ImportSink sink{import.jsonSink(), {}};
  sink.lesson = [&out](TimetableEntry lesson) -> Result<void> {
    out.lessons.push_back(std::move(lesson));
    return {};
  };
  auto report =
      journal::exchange::importAll(request, contextOf(about, framework), names, sink, control);
  // What was handed over is kept, whatever ended the reading.
  J_CHECK(import.finish());
  if (!report.ok()) return report.error();
  out.report = std::move(report).value();
  out.added = import.added();
  out.alreadyHere = import.alreadyHere();
  out.others = import.others();
  out.refused = import.refused();
  return out;
}

std::vector<journal::TimetableSlot> slotsFrom(const std::vector<TimetableEntry>& lessons,
                                              journal::Random& random) {
  using Same =
      std::tuple<unsigned, std::chrono::minutes, std::chrono::minutes, std::string, std::string>;
  std::map<Same, std::set<journal::LocalDate>> days;
  for (const TimetableEntry& lesson : lessons) {
    days[{journal::weekdayOf(lesson.date), lesson.startsAt, lesson.length, lesson.title,
          lesson.place}]
        .insert(lesson.date);
  }
  std::vector<journal::TimetableSlot> slots;
  for (const auto& [same, dates] : days) {
    journal::TimetableSlot slot;
    slot.id = journal::SlotId::random(random);
    slot.weekday = static_cast<std::uint8_t>(std::get<0>(same));
    slot.startsAt = std::get<1>(same);
    slot.length = std::get<2>(same);
    slot.title = std::get<3>(same);
    slot.place = std::get<4>(same);
    if (isWeekly(dates)) {
      slots.push_back(std::move(slot));
      continue;
    }
    for (const journal::LocalDate date : dates) {
      slot.id = journal::SlotId::random(random);
      slot.on = date;
      slots.push_back(slot);
    }
  }
  return slots;
}

Result<KeptLessons> keepLessons(journal::service::Journal& journal,
                                const std::vector<journal::TimetableSlot>& slots) {
  KeptLessons kept;
  for (const journal::TimetableSlot& slot : slots) {
    J_TRY(const auto done, journal.apply(journal::service::PutSlot{slot}));
    if (done.changes.timetable)
      ++kept.added;
    else
      ++kept.alreadyHere;
  }
  return kept;
}

std::string remarkWords(const journal::exchange::ImportRemark& remark) {
  const bool namesLine = remark.why.compare(0, 5, "Line ") == 0;
  if (!remark.file.empty()) return remark.file + ": " + remark.why;
  if (remark.line != 0 && !namesLine) return fmt::format("Line {}: {}", remark.line, remark.why);
  return remark.why;
}

}  // namespace app
