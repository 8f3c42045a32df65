// What people wrote comes out as it went in, and what a worse program wrote harms nobody.
#include "sync/room/room_words.h"

#include <gtest/gtest.h>

namespace syncing::room {
namespace {

session::CardId card(std::uint8_t n) {
  session::CardId::Bytes bytes{};
  bytes[0] = n;
  return session::CardId::fromBytes(bytes);
}

TEST(RoomWords, APlanComesOutAsItWentIn) {
  const PlanWords words{"Thursday group",
                        "A",
                        "12:30 to 13:45",
                        {"No names, no school.", "Was bleibt? \"Nichts\""},
                        {{"Arrive", {"One word for how you arrive."}, "Each"}, {"Close", {}, ""}},
                        {{"Ask the SENCO", "Priti", "2026-12-08"}}};
  EXPECT_EQ(readPlanWords(toJson(words)), words);
}

TEST(RoomWords, ACardComesOutAsItWentIn) {
  const CardWords words{"They chose “the third” 🎺", {{"personal", "Own choices"}}, 4, "2026-12-08"};
  EXPECT_EQ(readCardWords(toJson(words)), words);
  EXPECT_EQ(readCardWords("{}"), CardWords{});
}

/// Until the words' brackets were counted as the text's own, such a card came out empty.
TEST(RoomWords, BracketsThatSomebodyWroteAreWords) {
  const CardWords words{std::string(40, '[') + " and {" + std::string(40, '{')};
  EXPECT_EQ(readCardWords(toJson(words)), words);
}

TEST(RoomWords, NonsenseIsNoWordsAndHarmsNobody) {
  for (const char* text : {"", "[]", "null", "{\"text\":", "{\"dots\":{\"xyz\":1}}", "7"}) {
    EXPECT_FALSE(readBallot(text)) << text;
    if (std::string_view(text) != "{\"dots\":{\"xyz\":1}}") {
      EXPECT_FALSE(readCardWords(text)) << text;
    }
  }
  EXPECT_FALSE(readPlanWords(std::string(200'000, '[')));
  EXPECT_EQ(readCardWords("{\"text\":7,\"owner\":-3,\"tags\":{}}"), CardWords{});
  EXPECT_LE(readName("{\"name\":\"" + std::string(5000, 'x') + "\"}")->size(), 120U);
  EXPECT_FALSE(readBallot("{\"dots\":{\"" + card(1).hex() + "\":-2}}"));
}

TEST(RoomWords, WordsThatAreTooLongAreCutBetweenTwoCharacters) {
  std::string name;
  for (int i = 0; i < 100; ++i) name += "é";
  const auto read = readName(nameJson(name));
  ASSERT_TRUE(read);
  EXPECT_EQ(read->size() % 2, 0U);
}

TEST(RoomVotes, ABallotComesOutAsItWentIn) {
  const Ballot two{{{card(1), 2}, {card(2), 1}}};
  EXPECT_EQ(readBallot(toJson(two)), two);
  EXPECT_EQ(dotsOf(two), 3);
}

}  // namespace
}  // namespace syncing::room
