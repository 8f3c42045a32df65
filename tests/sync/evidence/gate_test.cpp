#include <gtest/gtest.h>

#include <type_traits>

#include "population.h"
#include "sync/evidence/disclosure_gate.h"

namespace syncing::evidence::test {
namespace {

using journal::SeededRandom;
using journal::Voice;

// A true count has nothing to be read by, and nobody but the gate can make a figure that says
// something.
static_assert(!std::is_convertible_v<TrueCount, int>);
static_assert(!std::is_constructible_v<ShownFigure, std::string>);
static_assert(!std::is_constructible_v<ShownFigure, int>);
static_assert(!std::is_aggregate_v<ShownFigure> && !std::is_aggregate_v<ShownMovement>);
template <class T>
concept Readable = requires(const T& t) {
  t.size();
}
|| requires(const T& t) {
  t.value();
}
|| requires(const T& t) {
  t.count();
}
|| requires(const T& t) {
  t == t;
};
static_assert(!Readable<TrueCount>);

ShownTables shownFrom(const std::vector<EvidenceItem>& items, GateHistory* history = nullptr,
                      GateSettings settings = {}) {
  GateHistory none;
  GateHistory& past = history != nullptr ? *history : none;
  const DisclosureGate gate(settings);
  const auto out = gate.show(TrueTables::of(items, framework()), past, framework());
  DisclosureGate::remember(past, out.records, true);
  return out.tables;
}

/// `people` young people who went from level `first` to `latest` in P4, ten weeks apart.
std::vector<EvidenceItem> moved(int people, int first = 2, int latest = 4, int weeks = 10) {
  std::vector<EvidenceItem> items;
  for (int i = 0; i < people; ++i) {
    Seen seen;
    seen.code = "yp-" + std::to_string(i);
    items.push_back(item(seen, Voice::Tutor, first, 1300));
    items.push_back(item(seen, Voice::Tutor, latest, 1300 + weeks));
  }
  return items;
}

const ShownOutcome& ownChoices(const ShownTables& tables) {
  return tables.domains[1].outcomes[3];
}

TEST(Gate, CountsShowFromFiveAndLevelsFromTen) {
  for (int people = 0; people <= 24; ++people) {
    SCOPED_TRACE(people);
    const ShownTables tables = shownFrom(moved(people));
    const ShownOutcome& row = ownChoices(tables);
    EXPECT_EQ(row.youngPeople.shown(), people >= 5);
    EXPECT_EQ(row.movement.has_value(), people >= 10);
    if (people < 5) {
      EXPECT_EQ(row.youngPeople.text(), "too few to show yet");
    }
    if (people == 13) {
      EXPECT_EQ(row.youngPeople.text(), "about 15");
    }
    if (people == 12) {
      EXPECT_EQ(row.youngPeople.text(), "about 10");
    }
  }
}

TEST(Gate, MovementIsInWordsAndTheSameIsSaid) {
  EXPECT_EQ(ownChoices(shownFrom(moved(10))).movement->text(), "Glimpsed to mostly");
  EXPECT_EQ(ownChoices(shownFrom(moved(10, 3, 3))).movement->text(), "Prompted, the same");
  EXPECT_EQ(ownChoices(shownFrom(moved(10, 4, 2))).movement->text(), "Mostly to glimpsed");
  EXPECT_EQ(ownChoices(shownFrom(moved(10))).movement->sentence(),
            "first “glimpsed, with close support”, now “mostly, with little support”");
}

TEST(Gate, TheMiddleIsTheLowerOfTwo) {
  auto items = moved(5, 2, 3);
  for (const EvidenceItem& extra : moved(10, 2, 5))
    if (extra.passage.youngPersonCode >= "yp-5") items.push_back(extra);
  EXPECT_EQ(ownChoices(shownFrom(items)).movement->text(), "Glimpsed to prompted");
}

TEST(Gate, LevelsLessThanFourteenDaysApartDoNotCount) {
  EXPECT_FALSE(ownChoices(shownFrom(moved(12, 2, 4, 1))).youngPeople.shown());
  EXPECT_TRUE(ownChoices(shownFrom(moved(12, 2, 4, 2))).youngPeople.shown());
}

TEST(Gate, WeeksFarApartInHostileDataDoNotOverflow) {
  auto items = moved(12);
  for (std::size_t i = 0; i < items.size(); ++i)
    items[i].passage.order = i % 2 == 0 ? std::numeric_limits<std::int32_t>::min()
                                        : std::numeric_limits<std::int32_t>::max();
  EXPECT_TRUE(ownChoices(shownFrom(items)).movement.has_value());
}

TEST(Gate, NoChanceToSeeItIsInNoFigure) {
  auto items = moved(20);
  for (EvidenceItem& one : items) one.passage.level.reset();
  const ShownTables tables = shownFrom(items);
  EXPECT_FALSE(ownChoices(tables).youngPeople.shown());
  EXPECT_FALSE(tables.domains[1].passages.shown());
}

TEST(Gate, ManyPassagesOfFewYoungPeopleAreKeptBack) {
  std::vector<EvidenceItem> items;
  for (int i = 0; i < 60; ++i) {
    Seen seen;
    seen.code = "yp-" + std::to_string(i % 4);
    items.push_back(item(seen, Voice::Tutor, 2, 1300 + i));
  }
  const ShownTables tables = shownFrom(items);
  EXPECT_FALSE(tables.find(coverageFigure(SessionKind::SmallGroups, "P4"))->shown());
  EXPECT_FALSE(tables.domains[1].passages.shown());
}

TEST(Gate, NothingTellsNoneFromFew) {
  const ShownTables none = shownFrom({});
  const ShownTables few = shownFrom(moved(2));
  const FigureId cell = coverageFigure(SessionKind::SmallGroups, "P4");
  EXPECT_EQ(none.find(cell)->text(), few.find(cell)->text());
  EXPECT_EQ(none.find(cell)->spoken(), few.find(cell)->spoken());
  EXPECT_EQ(ownChoices(none).youngPeople.text(), ownChoices(few).youngPeople.text());
  EXPECT_EQ(none.domains[1].passages.text(), few.domains[1].passages.text());
}

TEST(Gate, AServiceCanBeStricterButNotLaxer) {
  GateSettings lax;
  lax.threshold = 1;
  EXPECT_FALSE(ownChoices(shownFrom(moved(4), nullptr, lax)).youngPeople.shown());
  GateSettings strict;
  strict.threshold = 8;
  EXPECT_FALSE(ownChoices(shownFrom(moved(7), nullptr, strict)).youngPeople.shown());
  EXPECT_FALSE(ownChoices(shownFrom(moved(15), nullptr, strict)).movement.has_value());
}

TEST(Gate, TheSamePassageTwiceCountsOnce) {
  auto items = moved(6);
  const auto again = moved(6);
  items.insert(items.end(), again.begin(), again.end());
  EXPECT_EQ(shownFrom(items).find(coverageFigure(SessionKind::SmallGroups, "P4"))->text(), "10");
}

TEST(Gate, AFigureGivenOutWaitsForFiveMorePeople) {
  GateHistory history;
  EXPECT_EQ(ownChoices(shownFrom(moved(7), &history)).youngPeople.text(), "about 5");
  for (int people = 8; people <= 11; ++people)
    EXPECT_EQ(ownChoices(shownFrom(moved(people), &history)).youngPeople.text(), "about 5");
  EXPECT_EQ(ownChoices(shownFrom(moved(12), &history)).youngPeople.text(), "about 10");
}

TEST(Gate, ComingBackNearAnOlderBasisIsHeldToo) {
  GateHistory history;
  EXPECT_EQ(ownChoices(shownFrom(moved(10), &history)).youngPeople.text(), "about 10");
  EXPECT_EQ(ownChoices(shownFrom(moved(20), &history)).youngPeople.text(), "about 20");
  // 13 differs from 20 by seven people but from 10 by three.
  EXPECT_EQ(ownChoices(shownFrom(moved(13), &history)).youngPeople.text(), "about 20");
}

TEST(Gate, WhatFallsUnderFiveIsNoLongerShown) {
  GateHistory history;
  EXPECT_TRUE(ownChoices(shownFrom(moved(6), &history)).youngPeople.shown());
  EXPECT_FALSE(ownChoices(shownFrom(moved(4), &history)).youngPeople.shown());
}

/// Pairs of releases in which a figure's text changed although fewer than five people's evidence
/// did, over a service that grows by one or two young people at a time.
int changesThatTell(std::uint64_t seed, GateSettings settings) {
  SeededRandom random(seed);
  GateHistory history;
  std::vector<EvidenceItem> items = randomItems(random, 20);
  std::vector<ShownTables> released;
  int people = 20;
  std::vector<int> sizes;
  for (int release = 0; release < 4; ++release) {
    released.push_back(shownFrom(items, &history, settings));
    sizes.push_back(people);
    const int more = 1 + static_cast<int>(random.below(2));
    for (const EvidenceItem& one : randomItems(random, more, people)) items.push_back(one);
    people += more;
  }
  int telling = 0;
  for (std::size_t a = 0; a < released.size(); ++a)
    for (std::size_t b = a + 1; b < released.size(); ++b) {
      if (sizes[b] - sizes[a] >= 5) continue;
      for (std::size_t k = 0; k < kSessionKindCount; ++k)
        for (std::size_t c = 0; c < released[a].coverage[k].size(); ++c) {
          const ShownFigure& before = released[a].coverage[k][c];
          const ShownFigure& after = released[b].coverage[k][c];
          if (before.shown() && after.shown() && before.text() != after.text()) ++telling;
        }
    }
  return telling;
}

TEST(Gate, NoFigureMovesForFewerThanFivePeople) {
  for (std::uint64_t seed = 1; seed <= 60ULL * static_cast<unsigned>(effort()); ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    ASSERT_EQ(changesThatTell(seed, {}), 0);
  }
}

TEST(Gate, WithoutDifferencingFiguresDoMoveForOnePerson) {
  GateSettings off;
  off.withDifferencing = false;
  int telling = 0;
  for (std::uint64_t seed = 1; seed <= 60; ++seed) telling += changesThatTell(seed, off);
  EXPECT_GT(telling, 0);
}

}  // namespace
}  // namespace syncing::evidence::test
