#include "app/model/lesson_choice.h"

#include <gtest/gtest.h>

#include "journal/base/random.h"

namespace {

using namespace app::model;
using journal::Lesson;
using journal::LocalDate;
using journal::service::ReflectionRow;
using std::chrono::minutes;

LocalDate day(const char* iso) {
  return journal::parseDate(iso).value();
}

struct LessonChoices : testing::Test {
  LessonChoices() {
    ayaan.id = journal::NameId::random(random);
    ayaan.realName = "Ayaan Chaudhry";
    ayaan.codeName = "Wren";
    school.id = journal::NameId::random(random);
    school.kind = journal::NameKind::Place;
    school.realName = "Millhope Primary";
    school.codeName = "a primary school";
    names = {ayaan, school};
  }
  ReflectionRow written(const char* date, int hour, const char* group) {
    ReflectionRow row;
    row.lesson.setting = journal::Setting::Ensemble;
    row.lesson.date = day(date);
    row.lesson.startsAt = minutes{hour * 60};
    row.lesson.length = minutes{45};
    row.lesson.group = group;
    return row;
  }
  journal::TimetableSlot entry(const char* date, int hour, const char* title,
                               const char* place = "") {
    journal::TimetableSlot slot;
    slot.on = day(date);
    slot.weekday = journal::weekdayOf(*slot.on);
    slot.startsAt = minutes{hour * 60};
    slot.length = minutes{30};
    slot.title = title;
    slot.place = place;
    return slot;
  }

  journal::SeededRandom random{5};
  journal::KnownName ayaan;
  journal::KnownName school;
  std::vector<journal::KnownName> names;
};

TEST_F(LessonChoices, AreTheTimetableOfThatDayThenTheUsualOnesThenRecentOnes) {
  const auto offers =
      offerLessons({entry("2026-01-22", 9, "Strings"), entry("2026-01-23", 9, "Another day")},
                   {written("2026-01-20", 10, "Choir"), written("2026-01-15", 15, "Brass group")},
                   names, day("2026-01-22"));
  ASSERT_EQ(offers.size(), 3U);
  EXPECT_EQ(offers[0].lesson.group, "Strings");
  EXPECT_EQ(offers[0].source, LessonSource::Timetable);
  EXPECT_EQ(offers[1].lesson.group, "Brass group") << "last Thursday at this hour";
  EXPECT_EQ(offers[1].source, LessonSource::Usual);
  EXPECT_EQ(offers[1].lesson.date, day("2026-01-22"));
  EXPECT_EQ(offers[2].lesson.group, "Choir");
}

TEST_F(LessonChoices, AreEachOfferedOnce) {
  const auto offers = offerLessons(
      {}, {written("2026-01-15", 15, "Brass group"), written("2026-01-08", 15, "Brass group")},
      names, day("2026-01-22"));
  EXPECT_EQ(offers.size(), 1U);
}

TEST_F(LessonChoices, OfAGroupAreOneWhoeverCameWithThoseOfTheLastTime) {
  ReflectionRow before = written("2026-01-13", 11, "Brass group");
  before.lesson.youngPeople = {ayaan.id};
  const auto offers = offerLessons({}, {before, written("2026-01-06", 11, "Brass group")}, names,
                                   day("2026-01-22"));
  ASSERT_EQ(offers.size(), 1U);
  EXPECT_EQ(offers[0].lesson.youngPeople, std::vector{ayaan.id});
}

TEST_F(LessonChoices, OfAWeeklyTimetableComeOnTheirWeekdayOnly) {
  journal::TimetableSlot weekly = entry("2026-01-22", 15, "Brass group");
  weekly.on.reset();
  EXPECT_EQ(offerLessons({weekly}, {}, names, day("2026-01-29")).size(), 1U);
  EXPECT_TRUE(offerLessons({weekly}, {}, names, day("2026-01-28")).empty());
}

TEST_F(LessonChoices, OfATimetableNeverKeepANameAsWords) {
  const auto offers = offerLessons({entry("2026-01-22", 9, "Ayaan - cornet", "Millhope Primary")},
                                   {}, names, day("2026-01-22"));
  ASSERT_EQ(offers.size(), 1U);
  EXPECT_EQ(offers[0].lesson.group, "cornet");
  EXPECT_EQ(offers[0].lesson.youngPeople, std::vector{ayaan.id});
  EXPECT_EQ(offers[0].lesson.place, school.id);
}

TEST_F(LessonChoices, OfATimetableAreWhoWasInThatGroupBefore) {
  ReflectionRow before = written("2026-01-13", 11, "Brass group");
  before.lesson.youngPeople = {ayaan.id};
  const auto offers =
      offerLessons({entry("2026-01-22", 15, "brass group")}, {before}, names, day("2026-01-22"));
  ASSERT_GE(offers.size(), 1U);
  EXPECT_EQ(offers[0].lesson.youngPeople, std::vector{ayaan.id});
  EXPECT_EQ(offers[0].lesson.startsAt, minutes{15 * 60});
}

TEST_F(LessonChoices, TheLessonOfThisHourIsOnNowOrHasJustEnded) {
  const auto offers =
      offerLessons({entry("2026-01-22", 9, "Strings"), entry("2026-01-22", 15, "Brass group")}, {},
                   names, day("2026-01-22"));
  const auto at = [&](int hour, int minute) {
    return lessonOfThisHour(offers, {}, day("2026-01-22"), minutes{hour * 60 + minute});
  };
  EXPECT_EQ(at(8, 59), std::nullopt) << "it has not begun";
  EXPECT_EQ(at(9, 0), 0U);
  EXPECT_EQ(at(11, 0), 0U) << "an hour and a half after it ended";
  EXPECT_EQ(at(11, 1), std::nullopt);
  EXPECT_EQ(at(16, 5), 1U);
}

TEST_F(LessonChoices, TheLessonOfThisHourIsNotOneThatIsWrittenAboutAlready) {
  const auto offers =
      offerLessons({entry("2026-01-22", 15, "Brass group")}, {}, names, day("2026-01-22"));
  EXPECT_EQ(lessonOfThisHour(offers, {written("2026-01-22", 15, "Brass group")}, day("2026-01-22"),
                             minutes{16 * 60}),
            std::nullopt);
}

TEST_F(LessonChoices, SayTheDayTheTimesAndWhereTheyComeFrom) {
  const auto offers =
      offerLessons({entry("2026-01-22", 15, "Brass group")}, {}, names, day("2026-01-22"));
  const LessonChoice choice = wordLesson(offers.at(0), day("2026-01-22"));
  EXPECT_EQ(choice.title, "Brass group");
  EXPECT_EQ(choice.detail, "Today, 15:00 to 15:30, from your timetable");
}

}  // namespace
