#include "app/model/phrase_aid.h"

#include <gtest/gtest.h>

#include "journal/base/random.h"
#include "journal/domain/mention.h"

namespace {

using app::model::phraseIn;
using app::model::writtenWords;

const std::vector<std::string> kPhrases{"scared to go home", "bruis*", "don't tell anyone"};

std::optional<std::size_t> first(const std::string& words) {
  return phraseIn(writtenWords(words), kPhrases, {});
}

TEST(ConcernAid, FindsWholePhrasesInAnyCaseAcrossBlanks) {
  EXPECT_EQ(first("He said he was Scared to\n go  home."), 0U);
  EXPECT_EQ(first("He was scared to go homeward."), std::nullopt);
  EXPECT_EQ(first("He was scared of the solo."), std::nullopt);
}

TEST(ConcernAid, AStarTakesAnyEnding) {
  EXPECT_EQ(first("There were bruises."), 1U);
  EXPECT_EQ(first("A bruised apple."), 1U) << "it asks more often than it should";
}

TEST(ConcernAid, EitherApostropheWillDo) {
  EXPECT_EQ(first("Please don’t tell anyone."), 2U);
  EXPECT_EQ(first("Please don't tell anyone."), 2U);
}

TEST(ConcernAid, LeavesPromptsAloneAndReadsNothingAcrossAMention) {
  journal::SeededRandom random(3);
  const std::string wren = journal::mentionToken(journal::NameId::random(random));
  EXPECT_EQ(first(journal::headingToken("Scared to go home?") + "\nNo."), std::nullopt);
  EXPECT_EQ(first("scared to " + wren + " go home"), std::nullopt);
}

TEST(ConcernAid, PassesOverWhatWasAnswered) {
  EXPECT_EQ(phraseIn(writtenWords("Bruises, and scared to go home."), kPhrases, {1}), 0U);
  EXPECT_EQ(phraseIn(writtenWords("Bruises."), kPhrases, {1}), std::nullopt);
}

TEST(ConcernAid, FindsNothingWithoutPhrases) {
  EXPECT_EQ(phraseIn(writtenWords("scared to go home"), {}, {}), std::nullopt);
  EXPECT_EQ(phraseIn(writtenWords("anything"), {""}, {}), std::nullopt);
}

}  // namespace
