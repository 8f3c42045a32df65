// Any bytes are a calendar and a table: reading is total, and gives lessons of the window only.

#include <cstdint>
#include <string>

#include "journal/exchange/formats/readers.h"
#include "journal/exchange/text_file.h"
#include "tests/fuzz/fuzz_input.h"

using namespace journal;
using namespace journal::exchange;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const TimetableWindow window = usualWindow(*parseTime("2026-03-04T10:00:00Z"), {});
  const std::string text = decodeText(bytes).text;
  for (const auto& reading : {readCalendar(text, window), readTimetableCsv(text, window)}) {
    if (!reading.ok()) continue;
    fuzz::require(reading->lessons.size() <= kMostLessons);
    for (const TimetableEntry& lesson : reading->lessons) {
      fuzz::require(lesson.date >= window.from && lesson.date <= window.to);
      fuzz::require(!lesson.title.empty());
      fuzz::require(lesson.startsAt.count() >= 0 && lesson.startsAt.count() < 24 * 60);
    }
  }
  return 0;
}
