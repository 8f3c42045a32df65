#include "app/model/lesson_choice.h"

#include <algorithm>

#include "app/model/display.h"
#include "app/model/write_words.h"
#include "journal/base/utf8.h"
#include "journal/domain/mention.h"

namespace app::model {
namespace {

using journal::Lesson;
using journal::LocalDate;
using journal::service::ReflectionRow;

constexpr std::size_t kMostOffered = 5;
constexpr std::chrono::days kUsualFor{28};
constexpr std::chrono::minutes kStillFresh{90};
constexpr std::chrono::minutes kAssumedLength{30};

bool sameWords(std::string_view a, std::string_view b) {
  return journal::foldCase(a) == journal::foldCase(b);
}

/// The same lesson but for its day. A group is the same whoever came.
bool alike(const Lesson& a, const Lesson& b) {
  if (!sameWords(a.group, b.group)) return false;
  return !a.group.empty() ||
         (a.setting == b.setting && a.instrument == b.instrument && a.youngPeople == b.youngPeople);
}
bool sameHour(const Lesson& a, const Lesson& b) {
  return a.startsAt && b.startsAt && *a.startsAt == *b.startsAt;
}

const journal::KnownName* placeCalled(const std::vector<journal::KnownName>& names,
                                      const std::string& words) {
  const auto found = std::find_if(names.begin(), names.end(), [&](const journal::KnownName& name) {
    return name.kind == journal::NameKind::Place && !words.empty() &&
           (sameWords(name.realName, words) || sameWords(name.codeName, words));
  });
  return found == names.end() ? nullptr : &*found;
}

/// What is left of a title once the names in it are young people: "Ayaan - cornet" is "cornet".
std::string titleWithoutNames(const std::string& withMentions) {
  std::string words;
  for (const journal::TextPiece& piece : journal::pieces(withMentions)) {
    if (piece.kind != journal::TextPiece::Kind::Run) continue;
    words += withMentions.substr(piece.begin, piece.end - piece.begin);
  }
  constexpr std::string_view kEdges = " -,:;/&()+.";
  const std::size_t first = words.find_first_not_of(kEdges);
  if (first == std::string::npos) return {};
  return words.substr(first, words.find_last_not_of(kEdges) - first + 1);
}

Lesson fromTimetable(const journal::TimetableSlot& slot, LocalDate day,
                     const std::vector<ReflectionRow>& rows,
                     const std::vector<journal::KnownName>& names) {
  Lesson lesson;
  lesson.date = day;
  lesson.startsAt = slot.startsAt;
  lesson.length = slot.length;
  lesson.setting = slot.setting;
  lesson.instrument = slot.instrument;
  const std::string title = journal::mentionKnownNames(slot.title, names);
  for (const journal::NameId id : journal::mentionedNames(title)) {
    const journal::KnownName* name = findName(names, id);
    if (name != nullptr && name->kind == journal::NameKind::YoungPerson) {
      lesson.youngPeople.push_back(id);
    }
  }
  lesson.group = titleWithoutNames(title);
  const auto before = std::find_if(rows.begin(), rows.end(), [&](const ReflectionRow& row) {
    return !lesson.group.empty() && sameWords(row.lesson.group, lesson.group);
  });
  if (before != rows.end() && lesson.youngPeople.empty()) {
    lesson.youngPeople = before->lesson.youngPeople;
    lesson.place = before->lesson.place;
  }
  if (const auto* place = placeCalled(names, slot.place)) lesson.place = place->id;
  return lesson;
}

class Offers {
 public:
  void add(const Lesson& lesson, LessonSource source) {
    const bool there = std::any_of(list.begin(), list.end(), [&](const OfferedLesson& offer) {
      return alike(offer.lesson, lesson) &&
             (source == LessonSource::Recent || sameHour(offer.lesson, lesson));
    });
    if (!there && list.size() < kMostOffered) list.push_back({lesson, source});
  }
  std::vector<OfferedLesson> list;
};

std::chrono::minutes endOf(const Lesson& lesson) {
  return *lesson.startsAt + (lesson.length.count() > 0 ? lesson.length : kAssumedLength);
}

std::string dayWords(LocalDate date, LocalDate today) {
  const auto ahead = std::chrono::sys_days(date) - std::chrono::sys_days(today);
  if (ahead == std::chrono::days{0}) return "Today";
  if (ahead == std::chrono::days{-1}) return "Yesterday";
  return longDate(date);
}

}  // namespace

std::vector<OfferedLesson> offerLessons(const std::vector<journal::TimetableSlot>& timetable,
                                        const std::vector<ReflectionRow>& rows,
                                        const std::vector<journal::KnownName>& names,
                                        LocalDate day) {
  Offers offers;
  for (const journal::TimetableSlot& slot : timetable) {
    if (!journal::fallsOn(slot, day)) continue;
    offers.add(fromTimetable(slot, day, rows, names), LessonSource::Timetable);
  }
  std::vector<Lesson> usual;
  for (const ReflectionRow& row : rows) {
    const auto age = std::chrono::sys_days(day) - std::chrono::sys_days(row.lesson.date);
    if (age.count() <= 0 || age > kUsualFor || !row.lesson.startsAt) continue;
    if (journal::weekdayOf(row.lesson.date) != journal::weekdayOf(day)) continue;
    usual.push_back(row.lesson);
    usual.back().date = day;
  }
  std::stable_sort(usual.begin(), usual.end(),
                   [](const Lesson& a, const Lesson& b) { return *a.startsAt < *b.startsAt; });
  for (const Lesson& lesson : usual) offers.add(lesson, LessonSource::Usual);
  for (const ReflectionRow& row : rows) {
    const bool said = !row.lesson.group.empty() || !row.lesson.youngPeople.empty() ||
                      !row.lesson.instrument.empty();
    if (said) offers.add(row.lesson, LessonSource::Recent);
  }
  return std::move(offers.list);
}

std::optional<std::size_t> lessonOfThisHour(const std::vector<OfferedLesson>& offers,
                                            const std::vector<ReflectionRow>& rows, LocalDate today,
                                            std::chrono::minutes now) {
  std::optional<std::size_t> best;
  for (std::size_t i = 0; i < offers.size(); ++i) {
    const Lesson& lesson = offers[i].lesson;
    if (offers[i].source == LessonSource::Recent || lesson.date != today || !lesson.startsAt) {
      continue;
    }
    if (now < *lesson.startsAt || now > endOf(lesson) + kStillFresh) continue;
    const bool written = std::any_of(rows.begin(), rows.end(), [&](const ReflectionRow& row) {
      return row.lesson.date == today && sameHour(row.lesson, lesson);
    });
    if (written) continue;
    if (!best || *lesson.startsAt > *offers[*best].lesson.startsAt) best = i;
  }
  return best;
}

LessonChoice wordLesson(const OfferedLesson& offer, LocalDate today) {
  const Lesson& lesson = offer.lesson;
  LessonChoice choice;
  choice.title = lessonTitle(lesson);
  choice.detail = dayWords(lesson.date, today);
  if (lesson.startsAt) {
    choice.detail += ", " + timeOfDay(*lesson.startsAt);
    if (lesson.length.count() > 0 && endOf(lesson).count() < 24 * 60) {
      choice.detail += " to " + timeOfDay(endOf(lesson));
    }
  }
  if (!lesson.youngPeople.empty()) {
    choice.detail += ", " + counted(lesson.youngPeople.size(), "young person", "young people");
  }
  switch (offer.source) {
    case LessonSource::Timetable:
      choice.detail += std::string(tr::kFromTimetable);
      break;
    case LessonSource::Usual:
      choice.detail += std::string(tr::kAsUsual);
      break;
    case LessonSource::Recent:
      break;
  }
  return choice;
}

}  // namespace app::model
