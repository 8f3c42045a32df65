#include "journal/domain/retention.h"

namespace journal {
namespace {

LocalDate firstOfSeptember(int year) {
  return LocalDate{std::chrono::year{year}, std::chrono::September, std::chrono::day{1}};
}

LocalDate dayBefore(LocalDate date) {
  return dateFromDayNumber(dayNumber(date) - 1);
}

}  // namespace

LocalDate schoolYearStart(LocalDate date) {
  return firstOfSeptember(schoolTermOf(date).schoolYear);
}

LocalDate keptUntil(LocalDate lesson) {
  return dayBefore(firstOfSeptember(schoolTermOf(lesson).schoolYear + 2));
}

LocalDate lastDayPastItsTime(LocalDate today) {
  return dayBefore(firstOfSeptember(schoolTermOf(today).schoolYear - 1));
}

}  // namespace journal
