#include "app/model/display.h"

#include <gtest/gtest.h>

#include "journal/base/random.h"
#include "journal/domain/mention.h"

namespace {

using namespace app::model;
using std::chrono::minutes;

journal::LocalDate date(const char* iso) {
  return journal::parseDate(iso).value();
}

TEST(Display, DatesReadAsAPersonSaysThem) {
  EXPECT_EQ(longDate(date("2026-01-22")), "Thursday 22 January");
  EXPECT_EQ(shortDate(date("2026-01-02")), "2 Jan");
  EXPECT_EQ(weekdayAndMonth(date("2026-01-22")), "Thu, Jan");
}

TEST(Display, WeeksBeginOnMonday) {
  const auto monday = journal::dayNumber(date("2026-01-19"));
  EXPECT_EQ(mondayOf(date("2026-01-19")), monday);
  EXPECT_EQ(mondayOf(date("2026-01-25")), monday);
  EXPECT_EQ(mondayOf(date("2026-01-26")), monday + 7);
}

TEST(Display, TimesOfDayAreReadAndWritten) {
  EXPECT_EQ(parseTimeOfDay("15:15"), minutes{15 * 60 + 15});
  EXPECT_EQ(parseTimeOfDay("9:05"), minutes{9 * 60 + 5});
  EXPECT_EQ(parseTimeOfDay("25:00"), std::nullopt);
  EXPECT_EQ(parseTimeOfDay("noon"), std::nullopt);
  EXPECT_EQ(timeOfDay(minutes{9 * 60 + 5}), "09:05");
}

TEST(Display, TheGreetingKnowsTheTimeAndTheFirstName) {
  EXPECT_EQ(greeting(minutes{9 * 60}, "Imani Brooke"), "Good morning, Imani");
  EXPECT_EQ(greeting(minutes{16 * 60}, ""), "Good afternoon");
  EXPECT_EQ(greeting(minutes{21 * 60}, "Imani"), "Good evening, Imani");
}

TEST(Display, TheSavedLineChangesTwiceAndThenRests) {
  const journal::UtcTime then{std::chrono::hours{24 * 20000} + minutes{16 * 60 + 5}};
  EXPECT_EQ(ago(then, then + std::chrono::seconds{3}, minutes{0}), "just now");
  EXPECT_EQ(ago(then, then + std::chrono::seconds{30}, minutes{0}), "less than a minute ago");
  EXPECT_EQ(ago(then, then + std::chrono::hours{5}, minutes{60}), "at 17:05");
}

TEST(Display, WordsAreCountedWithoutPromptsAndAMentionIsOneWord) {
  journal::SeededRandom random(7);
  const std::string text = journal::headingToken("What happened? Three words more.") + "\n" +
                           journal::mentionToken(journal::NameId::random(random)) +
                           " chose the verse.\n";
  EXPECT_EQ(countWords(text), 4U);
}

TEST(Display, ALessonIsNamedByItsGroupOrElseItsSetting) {
  journal::Lesson lesson;
  lesson.date = date("2026-01-22");
  lesson.setting = journal::Setting::SmallGroup;
  EXPECT_EQ(lessonTitle(lesson), "Small group");
  lesson.group = "Brass group";
  lesson.startsAt = minutes{15 * 60 + 15};
  lesson.length = minutes{45};
  EXPECT_EQ(lessonTitle(lesson), "Brass group");
  EXPECT_EQ(lessonDetail(lesson), "Thursday 22 January, 15:15 to 16:00, small group");
}

}  // namespace
