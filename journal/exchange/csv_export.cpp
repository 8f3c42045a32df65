#include <fmt/format.h>

#include "journal/exchange/csv_writer.h"
#include "journal/exchange/reading_entry.h"

namespace journal::exchange {
namespace {

std::string timeOf(const Lesson& lesson) {
  if (!lesson.startsAt) return {};
  return fmt::format("{:02}:{:02}", lesson.startsAt->count() / 60, lesson.startsAt->count() % 60);
}

}  // namespace

std::string csvHeading() {
  return kUtf8Mark +
         csvLine({"Date", "Time", "Minutes", "Setting", "Group", "Year group", "Instrument",
                  "Place", "Young people", "State", "Words", "Tagged passages", "Next time"});
}

std::string csvRow(const ImportedReflection& item, const CopyNames& names) {
  const Lesson& lesson = item.reflection.lesson;
  const auto shown = [&](NameId id) { return shownName(names.lookup(id), names.shown); };
  std::string people;
  for (const NameId id : lesson.youngPeople) people += (people.empty() ? "" : ", ") + shown(id);
  std::string passages;
  for (const Tag& tag : item.tags) {
    passages += (passages.empty() ? "" : "\n") + passageWords(tag, names);
  }
  const auto words = [&](const std::string& stored) {
    return render(stored, names.shown, names.lookup, true).text;
  };
  return csvLine({isoDate(lesson.date), timeOf(lesson),
                  lesson.length.count() == 0 ? "" : std::to_string(lesson.length.count()),
                  std::string(title(lesson.setting)), lesson.group, lesson.yearGroup,
                  lesson.instrument, lesson.place ? shown(*lesson.place) : "", people,
                  item.reflection.state == ReflectionState::Finished ? "finished" : "draft",
                  words(item.reflection.text), passages,
                  item.intention ? words(item.intention->text) : ""});
}

}  // namespace journal::exchange
