// After everything the program can do, nothing readable stands in any file it wrote by itself.

#include <algorithm>
#include <csignal>

#include "tests/scenario/cli/program.h"

namespace scenario {
namespace {

namespace fs = std::filesystem;

class Plaintext : public Scenario {
 protected:
  const std::vector<std::string> words_ = {
      "low E first time",    "asking for the heavier sticks", "offbeat for the whole of",
      "three parts like",    "guitar to face the wall",       "from A and then from E",
      "hood was down",       "squawking competition",         "zebrafinch-quixotic",
      "set back by the rain"};
  const std::vector<std::string> names_ = {"Ayaan", "Connie", "Larkbeck", "Marlowe", "Quince"};

  void expectUnreadable(const fs::path& folder) {
    for (const auto& [path, bytes] : filesOf(folder)) {
      for (const auto* list : {&words_, &names_}) {
        for (const std::string& needle : *list) {
          EXPECT_EQ(bytes.find(needle), std::string::npos) << needle << " in " << path;
        }
      }
      EXPECT_EQ(bytes.find(kPassphrase), std::string::npos) << path;
    }
  }
};

TEST_F(Plaintext, NothingReadableIsInAnyFileButTheCopiesThatWereAskedFor) {
  const Answer made = good({"init"});
  const std::size_t at1 = made.out.find("\n  ");
  ASSERT_NE(at1, std::string::npos);
  const std::string key = made.out.substr(at1 + 3, 43);
  good({"import", samples().string()});
  const std::string id = asked(
      {"add", "--date", "2026-05-01", "--people-file", file("people", "Marlowe Quince\n").string()},
      "Marlowe said zebrafinch-quixotic and was set back by the rain.")["id"];
  good({"edit", id}, "Marlowe Quince said zebrafinch-quixotic, then set back by the rain again.");
  const std::string tag =
      asked({"tag", id, "--indicator", "P4.1", "--level", "3"}, "set back by the rain")["id"];
  good({"evidence", "init", "Hollinbeck"});
  const std::string study = asked({"case-study", "new", "--author", "Imani", "--about", "Marlowe"},
                                  "Marlowe's year")["id"];
  good({"case-study", "claim", study, "--tag", tag}, "Marlowe goes on.");
  good({"case-study", "agree", study, "--level", "2", "--by", "parent"});
  good({"case-study", "submit", study});
  good({"search", "zebrafinch*"});
  good({"backup", at("backup").string()});
  good({"check"});
  const pid_t child = start({"import", samples().string()});
  ::kill(child, SIGKILL);  // whatever it leaves half done is searched too
  wait(child);
  good({"demo", "--into", at("demo").string()});

  // Everything that can go wrong, said aloud.
  const std::string before = logs();
  run({"add", "--date", "zebrafinch"}, "zebrafinch-quixotic");
  run({"tag", id, "--indicator", "P4.1"}, "squawking competition");
  run({"edit", "ffff", "--verbose"}, "zebrafinch-quixotic");
  run({"import",
       file("bad.jsonl", "{\"id\":\"x\",\"text\":\"zebrafinch-quixotic Marlowe\"}\n").string(),
       "--verbose"});
  run({"import", at("bad.jsonl").string(), "--json"});
  fs::remove(at("bad.jsonl"));
  run({"journey", "Quince-Marlowe", "--verbose"});
  usePassphrase("squawking competition");
  run({"list", "--verbose"});
  usePassphrase(kPassphrase);
  fs::copy(at("vault"), at("damaged"));
  useVault(at("damaged"));
  flip(at("damaged") / "vault.db", 5 * 4096 + 9);
  run({"check", "--verbose"});
  run({"search", "zebrafinch*", "--verbose"});
  const std::string said = logs().substr(before.size());
  EXPECT_GT(said.size(), 200u);
  for (const auto* list : {&words_, &names_}) {
    for (const std::string& needle : *list)
      EXPECT_EQ(said.find(needle), std::string::npos) << needle << "\n" << said;
  }
  EXPECT_EQ(logs().find(kPassphrase), std::string::npos);

  for (const char* folder : {"vault", "evidence", "backup", "damaged", "demo", "tmp", "home"}) {
    if (fs::exists(at(folder))) expectUnreadable(at(folder));
  }
  std::size_t keyCopies = 0;
  for (const auto& [path, bytes] : filesOf(folder()))
    keyCopies += bytes.find(key) != std::string::npos;
  EXPECT_EQ(keyCopies, 0u) << "the recovery key stands in a file";

  // The control: the same search does find the words where the tutor asked for them.
  useVault(at("vault"));
  good({"export", "markdown", at("codes").string()});
  good({"export", "markdown", at("real").string(), "--real-names"});
  std::string codes;
  std::string real;
  for (const auto& [path, bytes] : filesOf(at("codes"))) codes += bytes;
  for (const auto& [path, bytes] : filesOf(at("real"))) real += bytes;
  EXPECT_NE(codes.find("zebrafinch-quixotic"), std::string::npos);
  for (const std::string& name : names_) {
    EXPECT_EQ(codes.find(name), std::string::npos) << name << " only when asked";
    EXPECT_NE(real.find(name), std::string::npos) << name;
  }
}

}  // namespace
}  // namespace scenario
