// The six formats we ship, and formats that people pass on to each other as a file.
#include "journal/exchange/session_formats.h"

#include <gtest/gtest.h>

#include "tests/journal/exchange/exchange_support.h"

namespace journal::exchange::test {
namespace {

FormatLibrary shipped() {
  return readSessionFormats(sourceFile("assets/session_formats.json")).value();
}

TEST(SessionFormats, TheSixAreShippedAndEachCanBeRun) {
  const auto library = shipped();
  ASSERT_EQ(library.formats.size(), 6U);
  for (const char* code : {"A", "B", "C", "D", "E", "F"}) {
    const SessionFormat* format = library.find(code);
    ASSERT_NE(format, nullptr) << code;
    for (const auto naming : {session::Naming::Named, session::Naming::Anonymous})
      EXPECT_TRUE(planOf(*format, naming).ok()) << code;
  }
}

TEST(SessionFormats, TheRoundsAddUpToWhatIsSaidInDomainTwoSeven) {
  const std::pair<const char*, int> minutes[]{{"A", 75}, {"B", 90}, {"C", 60},
                                              {"D", 60}, {"E", 60}, {"F", 60}};
  for (const auto& [code, sum] : minutes)
    EXPECT_EQ(sumOfRounds(*shipped().find(code)), sum) << code;
}

TEST(SessionFormats, NothingOfTheHoldingSpaceIsCapturedButItsThemeAndItsRequests) {
  const auto library = shipped();
  const SessionFormat* holding = library.find("E");
  ASSERT_NE(holding, nullptr);
  for (const Round& round : holding->rounds) {
    const bool captures = round.name == "Welcome and promise" || round.name == "What we need";
    EXPECT_EQ(round.keep != session::Keep::Nothing, captures) << round.name;
  }
}

TEST(SessionFormats, AFormatPassedOnAsAFileIsTheSameFormat) {
  for (SessionFormat format : shipped().formats) {
    format.author = "Gethin Rowe";
    format.licence = "CC BY 4.0";
    const auto read = readFormatFile(formatFile(format));
    ASSERT_TRUE(read.ok()) << format.code << read.error().advice;
    EXPECT_EQ(*read, format) << format.code;
  }
}

TEST(SessionFormats, AFileCutShortAnywhereIsRefusedWithASentence) {
  const std::string whole = formatFile(shipped().formats.front());
  for (std::size_t size = 0; size < whole.size(); size += 37) {
    const auto read = readFormatFile(std::string_view(whole).substr(0, size));
    ASSERT_FALSE(read.ok()) << size;
    EXPECT_NE(read.error().advice.find("Nothing was changed"), std::string::npos);
  }
}

TEST(SessionFormats, WhatCannotBeRunIsRefused) {
  SessionFormat format = shipped().formats.front();
  format.rounds[1].kind = session::RoundKind::Votes;
  EXPECT_FALSE(readFormatFile(formatFile(format)).ok()) << "nobody has a dot to give";
  format.rounds[1].dots = 3;
  EXPECT_TRUE(readFormatFile(formatFile(format)).ok());
  format.rounds.clear();
  EXPECT_FALSE(readFormatFile(formatFile(format)).ok());
}

TEST(SessionFormats, WhatCannotBeRunIsSaidByTheNumberOfTheRound) {
  SessionFormat format = shipped().formats.front();
  format.rounds[1].kind = session::RoundKind::Votes;
  EXPECT_EQ(readFormatFile(formatFile(format)).error().advice,
            "This session format cannot be used. Round 2 is a vote, and needs one to nine dots for "
            "each person. Nothing was changed.");
  format.rounds.resize(1);
  format.rounds.resize(41, format.rounds[0]);
  EXPECT_EQ(readFormatFile(formatFile(format)).error().advice,
            "This session format cannot be used. Forty rounds are the most there can be. Nothing "
            "was changed.");
}

TEST(SessionFormats, TheWordsOfAFileCannotStepOutOfTheirLine) {
  SessionFormat format = shipped().formats.front();
  format.name = "Half\nterm\x07";
  format.author = "Gethin\r\n\tRowe";
  format.rounds[0].prompts[0] = "Read\nit";
  const auto read = readFormatFile(formatFile(format));
  ASSERT_TRUE(read.ok()) << read.error().advice;
  EXPECT_EQ(read->name, "Half term");
  EXPECT_EQ(read->author, "Gethin  Rowe");
  EXPECT_EQ(read->rounds[0].prompts[0], "Read it");
}

TEST(SessionFormats, AFileOfANewerAfternoteSaysSo) {
  std::string file = formatFile(shipped().formats.front());
  const std::string version = "\"afternote_format\":1";
  file.replace(file.find(version), version.size(), "\"afternote_format\":2");
  EXPECT_EQ(readFormatFile(file).error().code, ErrorCode::TooNew);
}

TEST(SessionFormats, AKindNobodyKnowsIsNotTakenForTalk) {
  std::string file = formatFile(shipped().formats.front());
  const std::string kind = "\"kind\":\"arrive\"";
  file.replace(file.find(kind), kind.size(), "\"kind\":\"duel\"");
  EXPECT_FALSE(readFormatFile(file).ok());
}

}  // namespace
}  // namespace journal::exchange::test
