#include "app/model/name_offer.h"

#include <gtest/gtest.h>

#include "journal/base/random.h"
#include "journal/domain/mention.h"

namespace {

using app::model::nameToOffer;

std::string offered(const std::string& words) {
  const auto found = nameToOffer(words + " ", words.size() + 1, {});
  return found ? found->word : "";
}

TEST(NameOffer, IsACapitalInsideASentence) {
  EXPECT_EQ(offered("Then Maya chose the verse."), "Maya");
  EXPECT_EQ(offered("I asked Zoë to lead."), "Zoë");
  EXPECT_EQ(offered("We went to Ashgrove after."), "Ashgrove");
}

TEST(NameOffer, IsAHeadOfASentenceOnlyBeforeWhatPeopleDo) {
  EXPECT_EQ(offered("It wobbled. Maya laughed."), "Maya");
  EXPECT_EQ(offered("Rhythm was hard today."), "");
  EXPECT_EQ(offered("They laughed. Everyone sang."), "");
}

TEST(NameOffer, LeavesDaysLanguagesMusicAndCapitalsAlone) {
  EXPECT_EQ(offered("On Tuesday the SENCO and I played the Blues in English, then Bach."), "");
  EXPECT_EQ(offered("It was loud: Hot Cross Buns, twice, in Year 5."), "");
}

TEST(NameOffer, LeavesMentionsPromptsAndQuotedHeadsAlone) {
  journal::SeededRandom random(3);
  const std::string wren = journal::mentionToken(journal::NameId::random(random));
  EXPECT_EQ(offered(journal::headingToken("What did Maya do?") + "\nThen " + wren + " chose."), "");
  EXPECT_EQ(offered("she said “Again” and laughed."), "");
}

TEST(NameOffer, WaitsUntilTheWordIsWritten) {
  EXPECT_FALSE(nameToOffer("Then Maya", 9, {}).has_value());
  EXPECT_TRUE(nameToOffer("Then Maya ", 10, {}).has_value());
}

TEST(NameOffer, SaysWhereTheWordStandsAndPassesOverWhatWasLeft) {
  const auto found = nameToOffer("Then Suzuki and Maya chose. ", 28, {"Suzuki"});
  ASSERT_TRUE(found.has_value());
  EXPECT_EQ(found->word, "Maya");
  EXPECT_EQ(found->passage, (journal::Passage{16, 20}));
}

}  // namespace
