#include "app/model/build_beside.h"

#include <gtest/gtest.h>

#include "app/model/display.h"
#include "journal/domain/mention.h"
#include "tests/app/model/small_framework.h"

namespace {

using namespace app::model;
using journal::service::ReflectionRow;

struct Beside : testing::Test {
  Beside() { library.framework = tests::smallFramework(); }
  ReflectionRow row(const char* date, const char* group) {
    ReflectionRow out;
    out.id = journal::ReflectionId::random(random);
    out.lesson.date = journal::parseDate(date).value();
    out.lesson.group = group;
    out.excerpt = "They chose.";
    return out;
  }
  static journal::LocalDate day(const char* iso) { return journal::parseDate(iso).value(); }

  journal::SeededRandom random{8};
  Library library;
  std::vector<journal::KnownName> names;
};

TEST_F(Beside, PromptsAndParagraphsStayApartAndNamesReadAsCodes) {
  journal::KnownName wren;
  wren.id = journal::NameId::random(random);
  wren.codeName = "Wren";
  names = {wren};
  journal::Reflection reflection;
  reflection.text = journal::headingToken("What stood out?") + "\n" +
                    journal::mentionToken(wren.id) + " chose.\n\nThen they played.";
  const BesideModel model = buildBeside({reflection, {}, {}}, names, library);
  ASSERT_EQ(model.blocks.size(), 3U);
  EXPECT_TRUE(model.blocks[0].prompt);
  EXPECT_EQ(model.blocks[1].runs[0].text, "Wren");
  EXPECT_EQ(model.blocks[1].runs[1].text, " chose.");
  EXPECT_EQ(model.blocks[2].runs[0].text, "Then they played.");
}

TEST_F(Beside, AnEarlierVersionShowsItsWordsAndNoTags) {
  journal::Reflection reflection;
  reflection.text = "Now.";
  journal::Tag tag;
  tag.indicator = journal::IndicatorCode::parse("P1.1").value();
  std::vector<journal::service::Version> versions(2);
  versions[0].text = "Now.";
  versions[1].text = "Then.";
  const BesideModel now = buildBeside({reflection, {tag}, versions, 0, true}, names, library);
  EXPECT_FALSE(now.older);
  EXPECT_EQ(now.chips.size(), 1U);
  const BesideModel then = buildBeside({reflection, {tag}, versions, 1, true}, names, library);
  EXPECT_TRUE(then.older);
  EXPECT_EQ(then.blocks[0].runs[0].text, "Then.");
  EXPECT_TRUE(then.chips.empty());
  EXPECT_TRUE(then.versions[1].chosen);
}

TEST_F(Beside, AHeldReflectionSaysWhyItCannotBeChanged) {
  journal::Reflection reflection;
  reflection.held = true;
  EXPECT_FALSE(buildBeside({reflection, {}, {}}, names, library).heldLine.empty());
}

TEST_F(Beside, ATermLaterTheSameGroupStandsBesideItself) {
  const std::vector<ReflectionRow> rows = {row("2026-01-20", "Brass"), row("2025-11-20", "Choir"),
                                           row("2025-10-20", "Brass")};
  const auto returned = returnFor(rows, day("2026-01-28"));
  ASSERT_TRUE(returned.has_value());
  ASSERT_EQ(returned->rows.size(), 2U);
  EXPECT_EQ(returned->rows[0].id, rows[2].id);
  EXPECT_EQ(returned->rows[1].id, rows[0].id);
}

TEST_F(Beside, OtherwiseTwoWeeksAgoComesBackAndStaysAllWeek) {
  const std::vector<ReflectionRow> rows = {row("2026-01-25", "Brass"), row("2026-01-10", "Choir")};
  for (const char* today : {"2026-01-26", "2026-01-28", "2026-02-01"}) {
    const auto returned = returnFor(rows, day(today));
    ASSERT_TRUE(returned.has_value()) << today;
    ASSERT_EQ(returned->rows.size(), 1U);
    EXPECT_EQ(returned->rows[0].id, rows[1].id);
  }
}

TEST_F(Beside, NothingComesBackFromAYoungJournal) {
  EXPECT_FALSE(returnFor({row("2026-01-20", "Brass")}, day("2026-01-22")).has_value());
}

TEST_F(Beside, HalfTermsTurnWhenTheirNamesDo) {
  EXPECT_EQ(nextHalfTerm(day("2026-01-22")), day("2026-02-16"));
  EXPECT_EQ(halfTermName(day("2025-10-31")), "Autumn term, first half");
  EXPECT_EQ(halfTermName(day("2025-11-01")), "Autumn term, second half");
  EXPECT_EQ(halfTermName(day("2026-06-01")), "Summer term, second half");
}

}  // namespace
