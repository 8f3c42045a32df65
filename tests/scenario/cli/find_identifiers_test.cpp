// "find-identifiers" from the command line: offsets a script can use, sentences a person can, and
// nothing of the text in what is said about bad input.
#include <sstream>

#include "tests/scenario/cli/program.h"

namespace scenario {
namespace {

class FindIdentifiers : public Scenario {
 protected:
  std::vector<nlohmann::json> lines(const Answer& answer) const {
    std::vector<nlohmann::json> all;
    std::istringstream in(answer.out);
    for (std::string line; std::getline(in, line);) all.push_back(nlohmann::json::parse(line));
    return all;
  }
  void expectRefused(const std::string& input, const std::string& words) {
    const Answer answer = run({"find-identifiers", "--json"}, input);
    EXPECT_EQ(answer.code, 9) << answer.err;
    EXPECT_EQ(answer.out, "");
    EXPECT_TRUE(answer.says(words)) << answer.err;
    EXPECT_FALSE(answer.says("Thandolwethu")) << answer.err;
  }
};

TEST_F(FindIdentifiers, CountsInCodePointsForEveryTextGiven) {
  const auto roster = file("roster.txt", "Ayaan Chaudhry\n\nZoë Hart\n");
  const Answer answer =
      good({"find-identifiers", "--roster", roster.string(), "--json"},
           "{\"id\":\"a\",\"text\":\"🎻 é Ayaan sang.\",\"roster\":[]}\n"
           "{\"id\":7,\"text\":\"Connie is nine.\",\"roster\":[\"Connie Birkett\"]}\n"
           "{\"id\":\"c\",\"text\":\"The Bach in G minor.\"}\n");
  const auto all = lines(answer);
  ASSERT_EQ(all.size(), 3U);
  EXPECT_EQ(all[0]["id"], "a");
  ASSERT_EQ(all[0]["spans"].size(), 1U);
  EXPECT_EQ(all[0]["spans"][0]["start"], 4);
  EXPECT_EQ(all[0]["spans"][0]["end"], 9);
  EXPECT_EQ(all[0]["spans"][0]["type"], "PERSON");
  EXPECT_EQ(all[0]["spans"][0]["suggestion"], "a young person");
  EXPECT_GT(all[0]["spans"][0]["confidence"], 0.9);
  EXPECT_EQ(all[1]["id"], 7);
  ASSERT_EQ(all[1]["spans"].size(), 2U);
  EXPECT_EQ(all[1]["spans"][1]["type"], "AGE");
  EXPECT_TRUE(all[2]["spans"].empty());
}

TEST_F(FindIdentifiers, ReadsPlainTextAsOneAndAnswersInPlainWords) {
  const Answer answer = good({"find-identifiers"}, "A good day.\nMrs Pickersgill rang.\n");
  EXPECT_TRUE(answer.says("line 2: Mrs Pickersgill – could be “a colleague”")) << answer.out;
  EXPECT_TRUE(answer.says("You decide on each") || answer.says("you decide on each"));
  EXPECT_TRUE(good({"find-identifiers"}, "Long notes.\n").says("Nothing found."));
  EXPECT_EQ(lines(good({"find-identifiers", "--json"}, "Mrs Key.\n"))[0]["id"], "1");
}

TEST_F(FindIdentifiers, SaysWhichLineIsWrongAndNotWhatItSays) {
  const std::string fine = "{\"id\":1,\"text\":\"Thandolwethu\"}\n";
  expectRefused(fine + "{\"id\":2,\"text\":\"Thandolwethu\n", "Line 2 is not a text in JSON");
  expectRefused(fine + "\n{\"id\":\"Thandolwethu\"}\n", "Line 3 has no \"text\"");
  expectRefused(fine + "{\"text\":\"x\",\"roster\":\"Thandolwethu\"}\n", "Line 2 has a \"roster\"");
  expectRefused("{\"text\":\"x\",\"id\":[\"Thandolwethu\"]}\n", "Line 1 has an \"id\"");
  expectRefused(" \n", "There is no text.");
  const Answer missing =
      run({"find-identifiers", "--roster", at("nobody.txt").string()}, "Some words.");
  EXPECT_NE(missing.code, 0);
  EXPECT_TRUE(missing.says("That list of names cannot be read.")) << missing.err;
}

}  // namespace
}  // namespace scenario
