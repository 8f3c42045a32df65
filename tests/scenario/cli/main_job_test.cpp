// The main job from the keyboard to a figure, by a tutor, a facilitator and a manager, each command
// a program of its own.

#include <algorithm>
#include <fstream>
#include <map>
#include <set>

#include "tests/scenario/cli/program.h"

namespace scenario {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr const char* kTutor = "Imani Brooke";

std::vector<json> sampleLines(const fs::path& path) {
  std::vector<json> lines;
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) lines.push_back(json::parse(line));
  return lines;
}

class MainJob : public Scenario {
 protected:
  MainJob() {
    good({"init"});
    good({"evidence", "init", "Hollinbeck Music Service"});
  }

  std::size_t found(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), "search");
    arguments.insert(arguments.end(), {"--limit", "500", "--json"});
    const Answer answer = run(arguments);
    const json page = answer.json();
    EXPECT_EQ(answer.code, page["hits"].empty() ? 1 : 0);
    return page["hits"].size();
  }

  /// Twelve young people seen twice, a term apart, and a case study on both passages of each.
  std::string groupStudy() {
    const std::string study = asked({"case-study", "new", "--kind", "group", "--author", kTutor},
                                    "The Tuesday twelve")["id"];
    std::vector<std::string> claim = {"case-study", "claim", study};
    for (int person = 0; person < 12; ++person) {
      const std::string name = std::string("Zavi") + static_cast<char>('a' + person) + " Hallowes";
      for (const bool later : {false, true}) {
        const std::string passage = later ? "picked the next tune and led it" : "waited to be told";
        const std::string reflection = asked({"add", "--date", later ? "2026-05-12" : "2026-01-20",
                                              "--setting", "small_group", "--young-person", name},
                                             "Tuesday. " + name + " " + passage + ".")["id"];
        const std::string tag =
            asked({"tag", reflection, "--indicator", "P4.1", "--level", later ? "4" : "2",
                   "--direction", later ? "change" : "baseline", "--young-person", name},
                  passage)["id"];
        claim.insert(claim.end(), {"--tag", tag});
      }
    }
    asked(claim, "All twelve now choose for themselves.");
    good({"case-study", "agree", study, "--level", "2", "--by", "young people and carers"});
    return study;
  }

  Answer decide(const std::string& study, const char* by, const char* role) {
    return run({"case-study", "review", study, "--action", "approve", "--by", by, "--role", role});
  }
};

TEST_F(MainJob, TheSamplesAreFoundByEveryFilterInBothOrders) {
  const json import = asked({"import", samples().string()});
  EXPECT_EQ(import["added"], 40);
  EXPECT_EQ(import["left_out"], 0);
  EXPECT_EQ(import["remarks"].size(), 0u) << import["remarks"];
  const std::vector<json> lines = sampleLines(samples());
  ASSERT_EQ(lines.size(), 40u);
  std::map<std::string, std::size_t> settings;
  std::size_t in2025 = 0;
  for (const json& line : lines) {
    ++settings[line["setting"]];
    in2025 += line["date"].get<std::string>().compare(0, 4, "2025") == 0;
  }
  for (const auto& [setting, count] : settings) {
    EXPECT_EQ(found({"--setting", setting}), count) << setting;
  }
  EXPECT_EQ(found({"--from", "2025-01-01", "--to", "2025-12-31"}), in2025);
  EXPECT_EQ(found({"beyonce"}), found({"Beyonc\xc3\xa9"}));
  EXPECT_GE(found({"beyonce"}), 1u);
  EXPECT_EQ(found({"\"he got a clean low E first time\""}), 1u);
  EXPECT_EQ(found({"\"E low clean\""}), 0u);
  EXPECT_GT(found({"clar*"}), found({"clar"}));
  EXPECT_EQ(found({"--indicator", "P"}), found({"--indicator", "P", "--voice", "tutor"}));
  for (const char* order : {"newest", "best"}) {
    std::vector<std::string> words = {"search", "drum*", "--limit", "50", "--json"};
    if (std::string(order) == "best") words.push_back("--best");
    const json hits = good(words).json()["hits"];
    ASSERT_GT(hits.size(), 2u);
    std::vector<std::string> dates;
    for (const json& hit : hits) dates.push_back(hit["date"]);
    EXPECT_EQ(std::is_sorted(dates.rbegin(), dates.rend()), std::string(order) == "newest");
    const json& pieces = hits[0]["snippet"];
    EXPECT_TRUE(std::any_of(pieces.begin(), pieces.end(),
                            [](const json& p) { return p["found"] == true; }));
  }
}

TEST_F(MainJob, EveryTagOfAReflectionIsFoundByItsIndicatorOutcomeDomainAndLevel) {
  asked({"import", samples().string()});
  const json all = asked({"list", "--limit", "50"});
  ASSERT_EQ(all.size(), 40u);
  std::size_t tags = 0;
  std::map<std::string, std::set<std::string>> tagged;
  for (const json& row : all) {
    for (const json& tag : row["tags"]) {
      const std::string indicator = tag["indicator"];
      const std::string level = std::to_string(tag["level"].get<int>());
      ++tags;
      tagged[indicator].insert(row["id"]);
      tagged[indicator.substr(0, 2)].insert(row["id"]);
      tagged[indicator.substr(0, 1)].insert(row["id"]);
      tagged[indicator + " " + level].insert(row["id"]);
    }
  }
  EXPECT_EQ(tags, 92u);
  for (const auto& [what, ids] : tagged) {
    std::vector<std::string> arguments = {"--indicator", what.substr(0, what.find(' '))};
    if (what.find(' ') != std::string::npos) {
      arguments.insert(arguments.end(), {"--level", what.substr(what.find(' ') + 1)});
    }
    EXPECT_EQ(found(arguments), ids.size()) << what;
  }
}

TEST_F(MainJob, OnePassageTravelsFromTheKeyboardToAFigureThatOpensIt) {
  const std::string study = groupStudy();
  const Answer journey = good({"journey", "Zavia"});
  EXPECT_TRUE(journey.says("waited to be told")) << journey.out;
  EXPECT_TRUE(journey.says("picked the next tune")) << journey.out;
  const Answer ready = good({"case-study", "prepare", study});
  EXPECT_FALSE(ready.says("Hallowes"));
  const json sent = good({"case-study", "submit", study}).json();
  EXPECT_EQ(sent["claims"], ready.json()["claims"]) << "what was prepared is what is sent";
  // A manager sees nothing before the facilitator, the author decides nothing.
  EXPECT_EQ(run({"case-study", "review", study, "--action", "read", "--by", "Farida Haleem",
                 "--role", "manager"})
                .code,
            1);
  EXPECT_EQ(asked({"evidence", "queue", "--by", "Farida Haleem", "--role", "manager"}).size(), 0u);
  EXPECT_EQ(decide(study, kTutor, "facilitator").code, 8);
  EXPECT_EQ(decide(study, "Farida Haleem", "manager").code, 8);
  EXPECT_EQ(decide(study, "Gethin Rees", "facilitator").code, 0);
  EXPECT_EQ(decide(study, kTutor, "manager").code, 8);
  EXPECT_EQ(asked({"evidence", "queue", "--by", "Farida Haleem", "--role", "manager"})[0]["id"],
            study);
  EXPECT_EQ(decide(study, "Farida Haleem", "manager").code, 0);
  EXPECT_TRUE(good({"case-study", "refresh", study}).says("2 new steps"));
  EXPECT_TRUE(good({"case-study", "show", study}).says("approved"));
  const json tables = asked({"evidence", "tables", "--by", "Farida Haleem"});
  json moved;
  for (const json& domain : tables["domains"]) {
    for (const json& outcome : domain["outcomes"]) {
      if (outcome["figure"] == "moved/P4") moved = outcome;
    }
  }
  ASSERT_FALSE(moved.is_null());
  EXPECT_EQ(moved["young_people"].get<std::string>().find("few"), std::string::npos) << moved;
  const json opened = asked({"evidence", "open", "moved/P4", "--by", "Farida Haleem"});
  std::set<std::string> words;
  for (const json& passage : opened) words.insert(passage["text"].get<std::string>());
  EXPECT_EQ(words, (std::set<std::string>{"picked the next tune and led it", "waited to be told"}));
  good({"evidence", "report", "--by", "Farida Haleem", "--html", at("report.html").string()});
  const std::string html = read(at("report.html"));
  EXPECT_NE(html.find("picked the next tune and led it"), std::string::npos);
  EXPECT_NE(html.find("href=\"#"), std::string::npos) << "figures link to what is behind them";
  for (const char* secret : {"Hallowes", "Zavia", kTutor}) {
    EXPECT_EQ(html.find(secret), std::string::npos) << secret;
  }
}

TEST_F(MainJob, ARealNameInATitleLeavesAsACode) {
  const std::string reflection =
      asked({"add", "--date", "2026-03-01", "--young-person", "Ottilie Wragg"},
            "Ottilie chose the slow tune.")["id"];
  const std::string tag = asked({"tag", reflection, "--indicator", "P4.1", "--level", "3"},
                                "chose the slow tune")["id"];
  const std::string study = asked({"case-study", "new", "--author", kTutor, "--about", "Ottilie"},
                                  "How Ottilie Wragg began to choose")["id"];
  good({"case-study", "claim", study, "--tag", tag}, "Ottilie's choices are her own.");
  good({"case-study", "agree", study, "--level", "2", "--by", "young person"});
  const Answer ready = good({"case-study", "prepare", study});
  EXPECT_FALSE(ready.says("Ottilie")) << ready.out;
  EXPECT_FALSE(ready.says("Wragg")) << ready.out;
  good({"case-study", "submit", study});
  good({"case-study", "withdraw", study}, "Ottilie asked me to.");
  const Answer shown = good({"case-study", "show", study});
  EXPECT_FALSE(shown.says("Ottilie")) << shown.out;
  EXPECT_FALSE(good({"case-study", "list"}).says("Ottilie"));
}

TEST_F(MainJob, ExportedImportedBackedUpAndRestoredItIsAllThere) {
  asked({"import", samples().string()});
  const std::string study = groupStudy();
  good({"export", "json", at("all.json").string()});
  good({"export", "markdown", at("markdown").string()});
  good({"backup", at("backup").string()});
  EXPECT_EQ(run({"restore", at("backup").string()}).code, 8) << "never over a journal";
  const json before = asked({"unlock-check"});
  useVault(at("restored"));
  good({"restore", at("backup").string()});
  EXPECT_EQ(asked({"unlock-check"}), before);
  EXPECT_TRUE(good({"check"}).says("All is well."));
  good({"export", "json", at("restored.json").string()});
  EXPECT_EQ(read(at("restored.json")), read(at("all.json")));
  useVault(at("again"));
  good({"init"});
  good({"import", at("all.json").string()});
  good({"export", "json", at("again.json").string()});
  EXPECT_EQ(read(at("again.json")), read(at("all.json")));
  EXPECT_EQ(asked({"import", at("all.json").string()})["added"], 0)
      << "importing again adds nothing";
  EXPECT_EQ(asked({"case-study", "list"})[0]["id"], study);
  useVault(at("from-markdown"));
  good({"init"});
  EXPECT_EQ(asked({"import", at("markdown").string()})["added"], 64);
  EXPECT_EQ(asked({"unlock-check"})["tags"], before["tags"]);
  good({"export", "markdown", at("markdown-again").string()});
  const auto first = filesOf(at("markdown"));
  ASSERT_EQ(first.size(), 64u);
  for (const auto& [path, bytes] : first) {
    EXPECT_EQ(read(at("markdown-again") / fs::path(path).filename()), bytes) << path;
  }
}

}  // namespace
}  // namespace scenario
