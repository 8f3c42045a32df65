// A safeguarding hold, seen from every command.

#include "tests/scenario/cli/program.h"

namespace scenario {
namespace {

class Held : public Scenario {
 protected:
  Held() {
    good({"init"});
    good({"evidence", "init", "Hollinbeck Music Service"});
    reflection_ = asked(
        {"add", "--date", "2026-05-01", "--setting", "home", "--young-person", "Marlowe Quince"},
        "Marlowe sang alone, quixotic and free. Then something heavy.")["id"];
    tag_ = asked(
        {"tag", reflection_, "--indicator", "P1.1", "--level", "4", "--young-person", "Marlowe"},
        "sang alone, quixotic and free")["id"];
    study_ = asked({"case-study", "new", "--author", "Imani Brooke", "--about", "Marlowe"},
                   "Alone")["id"];
    claim_ = asked({"case-study", "claim", study_, "--tag", tag_}, "Sings alone now.")["id"];
    good({"case-study", "agree", study_, "--level", "2", "--by", "young person"});
    good({"add", "--date", "2026-05-02", "--young-person", "Marlowe Quince"}, "A plain day.");
  }
  /// Whether anything this command says comes from the held reflection.
  bool tells(const std::vector<std::string>& arguments, const std::string& input = "") {
    const Answer answer = run(arguments, input);
    return answer.says("quixotic") || answer.says("heavy") || answer.says(reflection_.substr(0, 8));
  }
  std::vector<std::vector<std::string>> commands() const {
    return {{"search", "quixotic"},
            {"search", "quix*", "--best", "--json"},
            {"search", "--young-person", "Marlowe"},
            {"search", "--indicator", "P1.1"},
            {"search", "--setting", "home", "--json"},
            {"search", "--from", "2026-05-01", "--to", "2026-05-01", "--json"},
            {"list"},
            {"list", "--json"},
            {"journey", "Marlowe"},
            {"journey", "Marlowe", "--json"},
            {"show", reflection_, "--markdown"},
            {"case-study", "show", study_},
            {"case-study", "prepare", study_},
            {"case-study", "submit", study_}};
  }
  std::string reflection_;
  std::string tag_;
  std::string study_;
  std::string claim_;
};

TEST_F(Held, BeforeTheHoldTheseCommandsDoAnswerWithIt) {
  int told = 0;
  for (const auto& command : commands()) told += tells(command);
  EXPECT_GE(told, 12);
}

TEST_F(Held, OnceHeldEveryAnswerIsSilent) {
  good({"hold", reflection_});
  for (const auto& command : commands()) {
    EXPECT_FALSE(tells(command)) << ::testing::PrintToString(command);
  }
  EXPECT_EQ(run({"case-study", "prepare", study_}).code, 8);
  EXPECT_EQ(run({"case-study", "submit", study_}).code, 8);
}

TEST_F(Held, NothingChangesItUntilItIsReleased) {
  good({"hold", reflection_});
  EXPECT_EQ(run({"edit", reflection_}, "Other words.").code, 8);
  EXPECT_EQ(run({"bin", reflection_}).code, 8);
  EXPECT_EQ(run({"tag", reflection_, "--indicator", "P1.1", "--level", "2"}, "sang alone").code, 8);
  EXPECT_EQ(run({"tag", reflection_, "--remove", tag_}).code, 1) << "its tags are out of sight";
  EXPECT_EQ(run({"case-study", "claim", study_, "--tag", tag_}, "Again.").code, 8);
  good({"hold", reflection_, "--undo"});
  EXPECT_TRUE(good({"search", "quixotic"}).says("quixotic"));
  EXPECT_TRUE(good({"case-study", "show", study_}).says("quixotic"));
}

TEST_F(Held, OnlyTheCompleteCopyOfItsWriterHoldsIt) {
  good({"hold", reflection_});
  const Answer answer = good({"export", "markdown", at("markdown").string()});
  EXPECT_TRUE(answer.says("1 on safeguarding hold")) << answer.out;
  for (const auto& [path, bytes] : filesOf(at("markdown"))) {
    EXPECT_EQ(bytes.find("quixotic"), std::string::npos) << path;
  }
  good({"export", "json", at("all.json").string()});
  EXPECT_NE(read(at("all.json")).find("quixotic"), std::string::npos);
  useVault(at("again"));
  good({"init"});
  good({"import", at("all.json").string()});
  EXPECT_FALSE(tells({"search", "quixotic"})) << "a copy keeps the hold";
  EXPECT_TRUE(good({"show", reflection_}).says("On safeguarding hold."));
}

}  // namespace
}  // namespace scenario
