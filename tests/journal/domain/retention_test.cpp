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

TEST(Retention, TheScheduleOfDomain55HoldsUnlessAServiceHasItsOwn) {
  using journal::KeptKind;
  const journal::KeepingSchedule usual;
  const LocalDate lesson = day("2026-01-22");
  EXPECT_EQ(keptUntil(usual, KeptKind::PrivateEntry, lesson), journal::keptUntil(lesson));
  EXPECT_EQ(keptUntil(usual, KeptKind::SharedEntry, lesson), day("2027-08-31"));
  EXPECT_EQ(keptUntil(usual, KeptKind::FocusRecord, day("2024-02-29")), day("2026-02-28"));
  EXPECT_EQ(keptUntil(usual, KeptKind::CaseStudy, lesson), lesson);
  EXPECT_EQ(keptUntil(usual, KeptKind::Consent, lesson), day("2032-01-22"));
  EXPECT_EQ(keptUntil(usual, KeptKind::GroupRecord, lesson), day("2027-08-31"));
  journal::KeepingSchedule own;
  own.privateEntrySchoolYears = 1;
  own.programmeEnd = day("2027-07-31");
  EXPECT_EQ(keptUntil(own, KeptKind::PrivateEntry, lesson), day("2026-08-31"));
  EXPECT_EQ(keptUntil(own, KeptKind::FocusRecord, lesson), day("2029-07-31"));
  EXPECT_EQ(keptUntil(own, KeptKind::FocusRecord, day("2028-01-01")), day("2030-01-01"));
}

TEST(Retention, NothingIsKeptShorterThanItsLessonAndLaterLessonsNeverShorterThanEarlierOnes) {
  using journal::KeptKind;
  const journal::KeepingSchedule schedule;
  for (const KeptKind kind : {KeptKind::PrivateEntry, KeptKind::SharedEntry, KeptKind::FocusRecord,
                              KeptKind::CaseStudy, KeptKind::Consent, KeptKind::GroupRecord}) {
    LocalDate before = day("2019-12-31");
    for (auto number = journal::dayNumber(day("2020-01-01"));
         number < journal::dayNumber(day("2028-12-31")); ++number) {
      const LocalDate from = journal::dateFromDayNumber(number);
      const LocalDate until = keptUntil(schedule, kind, from);
      ASSERT_TRUE(until.ok());
      ASSERT_GE(until, from);
      ASSERT_GE(until, before);
      before = until;
    }
  }
}

}  // namespace
