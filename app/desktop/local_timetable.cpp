#include "app/desktop/local_timetable.h"

#include "journal/exchange/import.h"

namespace app::desktop {

namespace exchange = journal::exchange;

journal::Result<std::vector<model::TimetableLesson>> LocalTimetable::read(const std::string& path) {
  exchange::ImportRequest request;
  request.path = path;
  J_TRY(request.format, exchange::detectFormat(request.path));
  if (request.format != exchange::Format::Calendar &&
      request.format != exchange::Format::TimetableCsv) {
    return journal::Error{journal::ErrorCode::InvalidInput, "timetable: other format",
                          "That is not a timetable. A calendar ends in .ics, a table in .csv."};
  }
  exchange::ImportContext context;
  context.now = clock_.now();
  context.utcOffset = [this](journal::UtcTime at) { return clock_.utcOffset(at); };
  std::vector<model::TimetableLesson> lessons;
  exchange::ImportSink sink;
  sink.journal.reflection = [](const exchange::ImportedReflection&) {
    return journal::Result<void>();
  };
  sink.lesson = [&lessons](exchange::TimetableEntry entry) -> journal::Result<void> {
    lessons.push_back(
        {entry.date, entry.startsAt, entry.length, std::move(entry.title), std::move(entry.place)});
    return {};
  };
  exchange::NameBook names({}, exchange::derivedIds("timetable"));
  J_TRY(const auto report, exchange::importAll(request, context, names, sink));
  static_cast<void>(report);  // what was left out is told by the command line's preview
  return lessons;
}

}  // namespace app::desktop
