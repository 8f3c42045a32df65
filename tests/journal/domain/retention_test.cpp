#include "journal/domain/retention.h"

#include <gtest/gtest.h>

namespace {

using journal::LocalDate;

LocalDate day(const char* iso) {
  return journal::parseDate(iso).value();
}

TEST(Retention, TheSchoolYearBeginsInSeptember) {
  EXPECT_EQ(journal::schoolYearStart(day("2026-08-31")), day("2025-09-01"));
  EXPECT_EQ(journal::schoolYearStart(day("2026-09-01")), day("2026-09-01"));
}

TEST(Retention, APrivateEntryIsKeptToTheEndOfTheNextSchoolYear) {
  EXPECT_EQ(journal::keptUntil(day("2024-09-01")), day("2026-08-31"));
  EXPECT_EQ(journal::keptUntil(day("2025-08-31")), day("2026-08-31"));
  EXPECT_EQ(journal::keptUntil(day("2025-09-01")), day("2027-08-31"));
}

TEST(Retention, WhatHasPassedItsTimeIsWhatIsKeptNoLonger) {
  const auto first = journal::dayNumber(day("2022-01-01"));
  for (auto today = journal::dayNumber(day("2026-08-20"));
       today < journal::dayNumber(day("2026-09-10")); ++today) {
    const LocalDate now = journal::dateFromDayNumber(today);
    for (auto lesson = first; lesson <= today; lesson += 1) {
      const LocalDate date = journal::dateFromDayNumber(lesson);
      EXPECT_EQ(lesson <= journal::dayNumber(journal::lastDayPastItsTime(now)),
                journal::dayNumber(journal::keptUntil(date)) < today);
    }
  }
}

}  // namespace
