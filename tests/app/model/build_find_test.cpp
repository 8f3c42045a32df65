#include "app/model/build_find.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/app/model/small_framework.h"

namespace {

using namespace app::model;

struct Find : testing::Test {
  Find() {
    library.framework = tests::smallFramework();
    for (const char* code : {"Wren", "Siân", "Linnet"}) {
      journal::KnownName name;
      name.id = journal::NameId::random(random);
      name.codeName = code;
      name.instrumentFamily = "brass";
      names.push_back(name);
    }
  }
  FindModel find(std::string_view typed) {
    return buildFind({typed, person, names, library, hits, looking, recent});
  }
  std::vector<std::string> labels(std::string_view typed) {
    std::vector<std::string> out;
    for (const FindItem& item : find(typed).items) out.push_back(item.label);
    return out;
  }
  bool has(std::string_view typed, const std::string& label) {
    const auto all = labels(typed);
    return std::find(all.begin(), all.end(), label) != all.end();
  }

  journal::SeededRandom random{11};
  Person person{"Imani Brooke", journal::Role::Tutor, "Hollinbeck"};
  std::vector<journal::KnownName> names;
  Library library;
  std::vector<journal::service::SearchHit> hits;
  bool looking = false;
  std::vector<FindItem> recent;
};

TEST_F(Find, SaysNothingIsCalledSoOnlyAfterLookingEverywhere) {
  looking = true;
  EXPECT_EQ(find("xylophone").nothing, "Looking through your reflections…");
  looking = false;
  EXPECT_EQ(find("xylophone").nothing.rfind("Nothing called “xylophone”.", 0), 0U);
}

TEST_F(Find, FindsAYoungPersonByTheStartOfTheCodeNameBeforeAnythingElse) {
  EXPECT_EQ(labels("wr").front(), "Wren");
}

TEST_F(Find, AccentsAndCaseDoNotMatter) {
  EXPECT_TRUE(has("sian", "Siân"));
  EXPECT_TRUE(has("SIÂN", "Siân"));
}

TEST_F(Find, EveryWordMustBeSomewhere) {
  EXPECT_TRUE(has("new refl", "New reflection"));
  EXPECT_FALSE(has("new wren", "New reflection"));
}

TEST_F(Find, LettersInOrderAreEnoughButComeAfterBetterFits) {
  EXPECT_TRUE(has("lckn", "Lock now"));
  EXPECT_GT(fitOf(foldedWords("lock"), "Lock now"), fitOf(foldedWords("lckn"), "Lock now"));
  EXPECT_LT(fitOf(foldedWords("zz"), "Lock now"), 0);
}

TEST_F(Find, OfAYoungPersonFoundItOffersToWriteAndToStudy) {
  EXPECT_TRUE(has("wren", "Write about Wren"));
  EXPECT_TRUE(has("wren", "Case study about Wren"));
  EXPECT_TRUE(has("write wren", "Write about Wren"));
  EXPECT_TRUE(has("case study about sian", "Case study about Siân"));
  EXPECT_FALSE(has("write about", "Write about Siân")) << "nobody was named";
  EXPECT_FALSE(has("", "Write about Wren"));
  EXPECT_EQ(labels("wren").front(), "Wren") << "the page comes first";
  person.role = journal::Role::Manager;
  EXPECT_EQ(has("wren", "Write about Wren"), mayVisit(Place::Write, person.role));
}

TEST_F(Find, AMarkLimitsItToOneKind) {
  for (const FindItem& item : find(">").items) EXPECT_EQ(item.group, FindGroup::Do);
  for (const FindItem& item : find("@").items) EXPECT_EQ(item.group, FindGroup::YoungPeople);
  EXPECT_EQ(find("@").items.size(), 3U);
  const FindModel indicators = find("#");
  EXPECT_FALSE(indicators.items.empty());
  for (const FindItem& item : indicators.items) EXPECT_EQ(item.group, FindGroup::Indicators);
}

TEST_F(Find, NeverOffersAPlaceThisPersonMayNotVisit) {
  EXPECT_FALSE(has("evidence", "Evidence"));
  person.role = journal::Role::Manager;
  EXPECT_TRUE(has("evidence", "Evidence"));
}

TEST_F(Find, WhatClearlyFitsBestStandsFirstWhateverItsKind) {
  names[2].codeName = "Playwright";
  const FindModel model = find("wri");
  EXPECT_EQ(model.items.front().label, "Write");
  EXPECT_EQ(model.items.front().group, FindGroup::Best);
}

TEST_F(Find, NeverShowsARealName) {
  names[0].realName = "Ayaan Chaudhry";
  for (const FindItem& item : find("ayaan").items) {
    EXPECT_EQ(item.label.find("Ayaan"), std::string::npos);
    EXPECT_EQ(item.detail.find("Ayaan"), std::string::npos);
  }
}

TEST_F(Find, OpensWithWhereThePersonWas) {
  recent = {find("linnet").items.front()};
  const FindModel model = find("");
  EXPECT_EQ(model.items.front().group, FindGroup::Recent);
  EXPECT_EQ(model.items.front().label, "Linnet");
}

TEST_F(Find, SaysWhatWasNotFound) {
  const FindModel model = find("wremzz");
  EXPECT_TRUE(model.items.empty());
  EXPECT_NE(model.nothing.find("wremzz"), std::string::npos);
}

TEST_F(Find, OnlyPlainWordsAreAskedOfTheJournal) {
  EXPECT_EQ(wordsToSearch(" chose the"), "chose the");
  EXPECT_EQ(wordsToSearch(">lock"), "");
  EXPECT_EQ(wordsToSearch("   "), "");
}

TEST_F(Find, KeysAreShortAndNoTwoRowsShareOne) {
  std::vector<std::string> keys;
  for (const char* typed : {">", "@", "#", ""}) {
    keys.clear();
    for (const FindItem& item : find(typed).items) keys.push_back(item.key);
    std::sort(keys.begin(), keys.end());
    EXPECT_EQ(std::adjacent_find(keys.begin(), keys.end()), keys.end()) << typed;
  }
}

}  // namespace
