// Timetables: calendars and tables, as lessons.

#include "tests/journal/exchange/exchange_support.h"

namespace journal::exchange::test {
namespace {

Taken lessonsOf(const std::string& name, const std::string& bytes) {
  const Folder folder;
  folder.put(name, bytes);
  Taken taken;
  ImportContext context;
  context.now = *parseTime("2026-03-04T10:00:00Z");
  context.utcOffset = [](UtcTime at) {
    return std::chrono::minutes(at >= *parseTime("2026-03-29T01:00:00Z") ? 60 : 0);
  };
  const auto format = detectFormat(folder.path() / name);
  EXPECT_TRUE(format.ok());
  if (!format.ok()) return taken;
  const auto report =
      importAll({folder.path() / name, *format}, context, taken.names, keepIn(taken));
  EXPECT_TRUE(report.ok()) << (report.ok() ? "" : report.error().advice);
  if (report.ok()) taken.report = *report;
  return taken;
}

std::string at(const TimetableEntry& lesson) {
  return isoDate(lesson.date) + " " + std::to_string(lesson.startsAt.count()) + "+" +
         std::to_string(lesson.length.count());
}

std::string event(const std::string& lines) {
  return "BEGIN:VEVENT\r\nSUMMARY:Brass\r\n" + lines + "END:VEVENT\r\n";
}
std::string calendar(const std::string& events) {
  return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + events + "END:VCALENDAR\r\n";
}

TEST(Timetable, AFoldedLineIsOneLine) {
  const Taken taken = lessonsOf(
      "a.ics", calendar("BEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Brass gro\r\n up\\, upper\r\n"
                        "LOCATION:Room 3\r\nDTSTART:20260310T160500Z\r\nDTEND:20260310T163500Z\r\n"
                        "END:VEVENT\r\n"));
  ASSERT_EQ(taken.lessons.size(), 1u);
  EXPECT_EQ(taken.lessons[0].title, "Brass group, upper");
  EXPECT_EQ(taken.lessons[0].place, "Room 3");
  EXPECT_EQ(at(taken.lessons[0]), "2026-03-10 965+30");
}

TEST(Timetable, AWeeklyLessonKeepsItsHourOverTheChangeOfClocks) {
  const Taken taken =
      lessonsOf("a.ics", calendar(event("UID:1\r\nDTSTART;TZID=Europe/London:20260317T160000\r\n"
                                        "DTEND;TZID=Europe/London:20260317T163000\r\n"
                                        "RRULE:FREQ=WEEKLY;COUNT=4\r\n"
                                        "EXDATE;TZID=Europe/London:20260324T160000\r\n")));
  ASSERT_EQ(taken.lessons.size(), 3u);
  EXPECT_EQ(at(taken.lessons[0]), "2026-03-17 960+30");
  EXPECT_EQ(at(taken.lessons[1]), "2026-03-31 960+30");
  EXPECT_EQ(at(taken.lessons[2]), "2026-04-07 960+30");
}

TEST(Timetable, AMovedLessonStandsWhereItWasMovedTo) {
  const Taken taken = lessonsOf(
      "a.ics",
      calendar(event("UID:1\r\nDTSTART:20260310T160000Z\r\nRRULE:FREQ=WEEKLY;COUNT=2\r\n") +
               event("UID:1\r\nRECURRENCE-ID:20260317T160000Z\r\nDTSTART:20260318T090000Z\r\n")));
  ASSERT_EQ(taken.lessons.size(), 2u);
  EXPECT_EQ(at(taken.lessons[1]), "2026-03-18 540+0");
}

TEST(Timetable, ARepeatWithoutEndStopsAtTheWindowAndAWildOneIsReadOnce) {
  const Taken endless = lessonsOf(
      "a.ics", calendar(event("UID:1\r\nDTSTART:20200107T160000\r\nRRULE:FREQ=WEEKLY\r\n")));
  EXPECT_EQ(endless.lessons.size(), 30u);
  const Taken wild = lessonsOf(
      "a.ics", calendar(event("UID:1\r\nDTSTART:20260310T160000\r\nRRULE:FREQ=SECONDLY\r\n")));
  EXPECT_EQ(wild.lessons.size(), 1u);
  EXPECT_EQ(wild.report.left, 1u);
  const Taken never =
      lessonsOf("a.ics", calendar(event("UID:1\r\nDTSTART:20260310T160000\r\n"
                                        "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30\r\n")));
  EXPECT_LE(never.lessons.size(), 1u);
}

TEST(Timetable, WhatIsNoLessonIsSaid) {
  const Taken taken = lessonsOf(
      "a.ics", calendar(event("UID:1\r\nDTSTART;VALUE=DATE:20260310\r\n") +
                        event("UID:2\r\nDTSTART:00010101T000000\r\n") +
                        event("UID:3\r\nDTSTART:20260310T160000\r\nSTATUS:CANCELLED\r\n") +
                        event("UID:4\r\nDTSTART:99999999T999999\r\n") +
                        event("UID:5\r\nDTSTART:19990310T160000\r\n")));
  EXPECT_EQ(taken.lessons.size(), 0u);
  EXPECT_EQ(taken.report.left, 5u);
}

TEST(Timetable, ATableWithSemicolonsQuotesAndLineEndsIsRead) {
  const Taken taken = lessonsOf("t.csv",
                                "\xef\xbb\xbf"
                                "Date;Start;End;Lesson;Room\r\n"
                                "10/03/2026;16:05;16:35;\"Brass; \"\"upper\"\"\r\ngroup\";R3\r\n"
                                "2026-03-11;4.05 pm;;Duo;\r\n"
                                ";;;;\r\n"
                                "31/02/2026;10:00;;X;\r\n"
                                "2026-03-12;25:00;;X;\r\n"
                                "2026-03-12;10:00;;\"never closed;\r\n");
  ASSERT_EQ(taken.lessons.size(), 2u);
  EXPECT_EQ(taken.lessons[0].title, "Brass; \"upper\" group");
  EXPECT_EQ(at(taken.lessons[0]), "2026-03-10 965+30");
  EXPECT_EQ(at(taken.lessons[1]), "2026-03-11 965+0");
  EXPECT_EQ(taken.report.left, 3u);
}

TEST(Timetable, ALessonThatEndsBeforeItStartsIsSaid) {
  const Taken taken = lessonsOf(
      "t.csv", "date,start,end,pupil\n2026-03-10,16:05,15:35,W\n2026-03-11,16:05,16:35,W\n");
  ASSERT_EQ(taken.lessons.size(), 1u);
  EXPECT_EQ(at(taken.lessons[0]), "2026-03-11 965+30");
  EXPECT_EQ(taken.report.left, 1u);
}

TEST(Timetable, ATableOfWeekdaysRepeatsEveryWeekOfTheWindow) {
  const Taken taken = lessonsOf("t.csv", "day,time,minutes,pupil\nTuesdays,9:30,20,W\n");
  EXPECT_EQ(taken.lessons.size(), 30u);
  EXPECT_EQ(at(taken.lessons[0]), "2026-02-10 570+20");
}

TEST(Timetable, TheSameTimetableTwiceHasTheSameSources) {
  const std::string table = "day,time,minutes,pupil\nTuesday,9:30,20,W\nMon,10:00,20,W\n";
  EXPECT_EQ(lessonsOf("t.csv", table).lessons, lessonsOf("t.csv", table).lessons);
}

}  // namespace
}  // namespace journal::exchange::test
