#include "app/model/build_journal.h"

#include <gtest/gtest.h>

#include "app/model/display.h"
#include "journal/domain/mention.h"
#include "tests/app/model/small_framework.h"

namespace {

using namespace app::model;
using journal::service::ReflectionRow;
using journal::service::SearchHit;

struct BuildJournal : testing::Test {
  BuildJournal() { library.framework = tests::smallFramework(); }
  ReflectionRow row(const char* date) {
    ReflectionRow out;
    out.id = journal::ReflectionId::random(random);
    out.lesson.date = journal::parseDate(date).value();
    out.lesson.group = "Brass group";
    out.excerpt = "They chose.";
    return out;
  }
  JournalModel build(bool searching = false) {
    hits.clear();
    for (const ReflectionRow& r : all) hits.push_back(asHit(r, names));
    std::optional<std::size_t> total;
    if (!looking) total = hits.size();
    return buildJournal({all, hits, false, searching, looking, total, week, ui, names, library});
  }

  journal::SeededRandom random{5};
  Library library;
  std::vector<ReflectionRow> all;
  std::vector<SearchHit> hits;
  std::vector<journal::KnownName> names;
  std::optional<std::int32_t> week;
  bool looking = false;
  JournalUi ui;
};

TEST_F(BuildJournal, AnEmptyJournalSaysSoAndNothingFoundSaysSomethingElse) {
  EXPECT_TRUE(build().nothingYet);
  ui.typed = "metronome";
  const JournalModel model = build(true);
  EXPECT_FALSE(model.nothingYet);
  EXPECT_EQ(model.nothingFound, "No reflections with “metronome”");
}

TEST_F(BuildJournal, WhileItIsStillLookingItNeitherSaysNothingNorGivesATotal) {
  ui.typed = "in the";
  looking = true;
  JournalModel model = build(true);
  EXPECT_EQ(model.nothingFound, "");
  EXPECT_EQ(model.heading, "Looking through your reflections…");
  all = {row("2026-01-22")};
  model = build(true);
  EXPECT_EQ(model.heading, "More than 1 reflection found");
}

TEST_F(BuildJournal, EachWeekHasOneLineWithItsTagsInIt) {
  all = {row("2026-01-22"), row("2026-01-20"), row("2026-01-15")};
  ReflectionRow::TagMark tag;
  tag.indicator = journal::IndicatorCode::parse("S1.1").value();
  all[0].tags = {tag};
  all[1].tags = {tag, tag};
  const JournalModel model = build();
  ASSERT_EQ(model.weeks.size(), 2U);
  EXPECT_EQ(model.weeks[0].label, "19 Jan");
  EXPECT_EQ(model.weeks[0].halfTerm, "Spring term, first half");
  EXPECT_EQ(model.weeks[0].heads, (std::vector<int>{2, 2, 2}));
  EXPECT_TRUE(model.weeks[1].halfTerm.empty()) << "a half term is named once";
}

TEST_F(BuildJournal, AChosenWeekShowsOnlyItsReflections) {
  all = {row("2026-01-22"), row("2026-01-15")};
  week = mondayOf(all[1].lesson.date);
  const JournalModel model = build();
  ASSERT_EQ(model.rows.size(), 1U);
  EXPECT_EQ(model.rows[0].day, "15");
}

TEST_F(BuildJournal, ARowSpeaksOfPeopleByCodeNameOnly) {
  journal::KnownName wren;
  wren.id = journal::NameId::random(random);
  wren.realName = "Ayaan Chaudhry";
  wren.codeName = "Wren";
  names = {wren};
  all = {row("2026-01-22")};
  all[0].excerpt = journal::mentionToken(wren.id) + " chose.";
  const JournalModel model = build();
  ASSERT_EQ(model.rows[0].words.size(), 2U);
  EXPECT_EQ(model.rows[0].words[0].text, "Wren");
  EXPECT_EQ(model.rows[0].words[0].kind, ResultRun::Kind::Mention);
}

TEST_F(BuildJournal, FiltersAloneAreAskingForSomething) {
  EXPECT_FALSE(asksForSomething(ui));
  ui.thisSchoolYear = true;
  EXPECT_TRUE(asksForSomething(ui));
  const auto query = queryFor(ui, journal::parseDate("2026-01-22").value(), 40);
  EXPECT_EQ(query.filters.from, journal::parseDate("2025-09-01"));
}

}  // namespace
