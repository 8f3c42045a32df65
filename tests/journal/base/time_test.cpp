#include "journal/base/time.h"

#include <gtest/gtest.h>

namespace journal {
namespace {

using namespace std::chrono_literals;

TEST(Date, IsoTextReadsBack) {
  for (const char* iso :
       {"2026-01-22", "1970-01-01", "2106-02-07", "0001-01-01", "9999-12-31", "2024-02-29"}) {
    const auto date = parseDate(iso);
    ASSERT_TRUE(date) << iso;
    EXPECT_EQ(isoDate(*date), iso);
    EXPECT_EQ(dateFromDayNumber(dayNumber(*date)), *date);
  }
}

TEST(Date, RefusesDaysThatDoNotExist) {
  for (const char* iso :
       {"2026-02-29", "2026-13-01", "2026-00-10", "26-01-22", "2026/01/22", "", "2026-01-22x"}) {
    EXPECT_FALSE(parseDate(iso)) << iso;
  }
}

TEST(Time, ReadsZonesAndFractions) {
  const auto noon = parseTime("2026-01-22T12:00:00Z");
  ASSERT_TRUE(noon);
  EXPECT_EQ(parseTime("2026-01-22T13:00:00+01:00"), noon);
  EXPECT_EQ(parseTime("2026-01-22 12:00"), noon);
  EXPECT_EQ(parseTime("2026-01-22T12:00:00.250Z"), *noon + 250ms);
  EXPECT_EQ(isoTime(*noon), "2026-01-22T12:00:00Z");
}

TEST(Time, RefusesTimesThatDoNotExist) {
  for (const char* iso :
       {"2026-01-22T24:00", "2026-01-22T12:60", "2026-01-22T12", "2026-01-22T12:00+1"}) {
    EXPECT_FALSE(parseTime(iso)) << iso;
  }
}

TEST(Time, LateOnTuesdayStaysTuesdayWhereItWasWritten) {
  const auto written = parseTime("2026-06-30T23:30:00Z");
  ASSERT_TRUE(written);
  EXPECT_EQ(isoDate(localDate(*written, 0min)), "2026-06-30");
  EXPECT_EQ(isoDate(localDate(*written, 60min)), "2026-07-01");
}

TEST(SchoolTerm, YearBeginsInSeptember) {
  EXPECT_EQ(termName(schoolTermOf(*parseDate("2025-09-01"))), "autumn term 2025");
  EXPECT_EQ(termName(schoolTermOf(*parseDate("2026-01-22"))), "spring term 2026");
  EXPECT_EQ(termName(schoolTermOf(*parseDate("2026-06-01"))), "summer term 2026");
  EXPECT_EQ(schoolTermOf(*parseDate("2026-06-01")).schoolYear, 2025);
}

}  // namespace
}  // namespace journal
