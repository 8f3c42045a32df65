#include "app/model/entry_places.h"

#include <gtest/gtest.h>

#include "app/model/phrase_aid.h"
#include "journal/domain/mention.h"

namespace {

using app::model::EntryPlace;
using app::model::EntryPlaces;
using app::model::PlacesBeen;
using app::model::placesIn;
using app::model::somewhereNew;
using app::model::writtenWords;

bool been(const std::string& words, EntryPlace place) {
  return placesIn(writtenWords(words), false)[static_cast<std::size_t>(place)];
}

TEST(EntryPlaces, ACueLightsItsPlaceAndNoOther) {
  EXPECT_TRUE(been("I felt my shoulders go up.", EntryPlace::Felt));
  EXPECT_TRUE(been("Perhaps it was the room.", EntryPlace::TurnedOver));
  EXPECT_TRUE(been("I had ASSUMED a lot.", EntryPlace::LookedUnder));
  EXPECT_TRUE(been("The timetable leaves ten minutes.", EntryPlace::LookedAround));
  EXPECT_TRUE(been("Next time, the slower one.", EntryPlace::NextStep));
  EXPECT_TRUE(been("Her mum told me about it.", EntryPlace::SwappedSeats));
  EXPECT_EQ(placesIn(writtenWords("Scales, twice."), false), PlacesBeen{});
}

TEST(EntryPlaces, AMentionIsSomebodyTheEntryTellsOf) {
  const std::string wren = journal::mentionToken(*journal::NameId::fromHex(std::string(32, 'a')));
  EXPECT_TRUE(been(wren + " led.", EntryPlace::Told));
}

TEST(EntryPlaces, AnIntentionIsANextStepWhateverItsWords) {
  EXPECT_TRUE(
      placesIn(writtenWords("Slower."), true)[static_cast<std::size_t>(EntryPlace::NextStep)]);
}

TEST(EntryPlaces, APromptIsNobodysWords) {
  EXPECT_FALSE(been(journal::headingToken("What did you feel, and why?") + "\n", EntryPlace::Felt));
  EXPECT_FALSE(been(journal::headingToken("What?") + "\nScales.", EntryPlace::Told));
}

TEST(EntryPlaces, SomewhereNewGoesRoundAndEndsWhenAllHaveBeenVisited) {
  PlacesBeen visited{};
  visited[0] = visited[2] = true;
  EXPECT_EQ(somewhereNew(visited, std::nullopt), EntryPlace::Felt);
  EXPECT_EQ(somewhereNew(visited, EntryPlace::Felt), EntryPlace::SwappedSeats);
  EXPECT_EQ(somewhereNew(visited, EntryPlace::NextStep), EntryPlace::Felt);
  visited.fill(true);
  EXPECT_EQ(somewhereNew(visited, EntryPlace::Felt), std::nullopt);
}

TEST(EntryPlaces, WhatTheWriterSaysBeatsTheCues) {
  EntryPlaces places;
  places.look(writtenWords("I felt glad."), false);
  places.tick(EntryPlace::Felt);
  places.tick(EntryPlace::LookedUnder);
  places.look(writtenWords("I felt glad, and proud."), false);
  EXPECT_FALSE(places.model().been[static_cast<std::size_t>(EntryPlace::Felt)]);
  EXPECT_TRUE(places.model().been[static_cast<std::size_t>(EntryPlace::LookedUnder)]);
  places.anotherPage();
  EXPECT_EQ(places.model().been, PlacesBeen{});
}

}  // namespace
