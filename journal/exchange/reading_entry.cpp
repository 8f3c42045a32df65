#include "journal/exchange/reading_entry.h"

#include <fmt/format.h>

#include <array>
#include <iterator>
#include <utility>

namespace journal::exchange {
namespace {

std::string dayWords(LocalDate date) {
  static constexpr std::array<const char*, 7> kDays{"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                    "Thursday", "Friday", "Saturday"};
  static constexpr std::array<const char*, 12> kMonths{
      "January", "February", "March",     "April",   "May",      "June",
      "July",    "August",   "September", "October", "November", "December"};
  const std::chrono::weekday weekday{std::chrono::sys_days(date)};
  return fmt::format("{} {} {} {}", kDays[weekday.c_encoding()], static_cast<unsigned>(date.day()),
                     kMonths[static_cast<unsigned>(date.month()) - 1],
                     static_cast<int>(date.year()));
}

void addFact(std::string& facts, const std::string& fact) {
  if (fact.empty()) return;
  facts += (facts.empty() ? "" : ", ") + fact;
}

std::string shownAs(NameId id, const CopyNames& names) {
  return shownName(names.lookup(id), names.shown);
}

std::string factsOf(const Lesson& lesson, const CopyNames& names) {
  std::string facts(title(lesson.setting));
  addFact(facts, lesson.group);
  addFact(facts, lesson.yearGroup);
  addFact(facts, lesson.instrument);
  if (lesson.length.count() > 0) addFact(facts, fmt::format("{} minutes", lesson.length.count()));
  if (lesson.place) addFact(facts, shownAs(*lesson.place, names));
  std::string people;
  for (const NameId id : lesson.youngPeople) {
    people += (people.empty() ? "" : " and ") + shownAs(id, names);
  }
  if (!people.empty()) addFact(facts, "with " + people);
  return facts;
}

/// Blank lines part paragraphs; other line ends stay.
void addParagraphs(std::string_view text, std::vector<ReadingPart>& parts) {
  while (!text.empty()) {
    const std::size_t blank = text.find("\n\n");
    std::string_view paragraph = text.substr(0, blank);
    text.remove_prefix(blank == std::string_view::npos ? text.size() : blank + 2);
    while (!paragraph.empty() && paragraph.front() == '\n') paragraph.remove_prefix(1);
    while (!paragraph.empty() && paragraph.back() == '\n') paragraph.remove_suffix(1);
    if (paragraph.find_first_not_of(" \t\n") == std::string_view::npos) continue;
    parts.push_back({ReadingPart::Kind::Paragraph, std::string(paragraph)});
  }
}

void addText(const std::string& stored, const CopyNames& names, std::vector<ReadingPart>& parts) {
  std::string run;
  for (const TextPiece& piece : pieces(stored)) {
    switch (piece.kind) {
      case TextPiece::Kind::Run:
        run += stored.substr(piece.begin, piece.end - piece.begin);
        break;
      case TextPiece::Kind::Mention:
        run += shownAs(piece.name, names);
        break;
      case TextPiece::Kind::Heading:
        addParagraphs(run, parts);
        run.clear();
        parts.push_back({ReadingPart::Kind::Prompt, std::string(piece.heading)});
        break;
    }
  }
  addParagraphs(run, parts);
}

}  // namespace

std::string passageWords(const Tag& tag, const CopyNames& names) {
  std::string words = tag.indicator.text();
  if (tag.level) words += fmt::format(", level {}", tag.level->value());
  if (tag.youngPerson) words += ", " + shownAs(*tag.youngPerson, names);
  return fmt::format("{}: {}", words, render(tag.quote, names.shown, names.lookup).text);
}

ReadingEntry readingEntry(const ImportedReflection& item, const CopyNames& names) {
  const Lesson& lesson = item.reflection.lesson;
  ReadingEntry entry;
  entry.date = isoDate(lesson.date);
  entry.heading = dayWords(lesson.date);
  if (lesson.startsAt) {
    const auto minutes = lesson.startsAt->count();
    entry.heading += fmt::format(", {:02}:{:02}", minutes / 60, minutes % 60);
  }
  entry.facts = factsOf(lesson, names);
  addText(item.reflection.text, names, entry.parts);
  for (const Tag& tag : item.tags) {
    entry.parts.push_back({ReadingPart::Kind::Passage, passageWords(tag, names)});
  }
  if (item.intention) {
    entry.parts.push_back(
        {ReadingPart::Kind::Intention,
         "Next time: " + render(item.intention->text, names.shown, names.lookup).text});
  }
  return entry;
}

}  // namespace journal::exchange
