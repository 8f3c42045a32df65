// The 40 labelled reflections: imported, searched, tagged as labelled, exported, imported again.

#include <fstream>
#include <map>
#include <set>

#include "tests/app/cli/cli_support.h"

namespace app::cli::test {
namespace {

using nlohmann::json;

std::vector<json> sampleLines() {
  std::vector<json> out;
  std::ifstream in(samplesPath());
  for (std::string line; std::getline(in, line);) out.push_back(json::parse(line));
  return out;
}

class Samples : public CliTest {
 protected:
  Samples() {
    good({"init"});
    good({"import", samplesPath()});
  }
  std::map<std::string, json> exported(const std::string& name) {
    good({"export", "json", path(name)});
    std::map<std::string, json> bySource;
    for (const json& record : json::parse(read(path(name)))) {
      if (record.contains("reflection")) {
        bySource[record["reflection"]["source"]] = record["reflection"];
      }
    }
    return bySource;
  }
};

TEST_F(Samples, AllAreThereAndImportingAgainAddsNothing) {
  EXPECT_EQ(good({"unlock-check", "--json"}).json()["reflections"], 40);
  const json again = good({"import", samplesPath(), "--json"}).json();
  EXPECT_EQ(again["added"], 0);
  EXPECT_EQ(again["already_here"], 40);
  EXPECT_EQ(good({"unlock-check", "--json"}).json()["reflections"], 40);
}

TEST_F(Samples, EachIsTaggedAsLabelled) {
  const auto stored = exported("journal.json");
  for (const json& line : sampleLines()) {
    SCOPED_TRACE(line["id"].get<std::string>());
    const json& tags = stored.at("jsonl:" + line["id"].get<std::string>())["tags"];
    std::multiset<std::pair<std::string, int>> expected;
    std::multiset<std::pair<std::string, int>> found;
    for (const json& label : line["tags"]) expected.emplace(label["indicator"], label["level"]);
    for (const json& tag : tags) found.emplace(tag["note"], tag["level"]);
    EXPECT_EQ(found, expected);
  }
}

TEST_F(Samples, EveryLabelledPassageIsFoundByItsWords) {
  const std::string marks = "\"-*";
  for (const json& line : sampleLines()) {
    for (const json& label : line["tags"]) {
      // Its first five words, as somebody would remember them.
      std::string words;
      const std::string passage = label["passage"];
      std::size_t at = 0;
      for (int i = 0; i < 5 && at < passage.size(); ++i) at = passage.find(' ', at + 1);
      for (const char c : passage.substr(0, at)) words += marks.find(c) == marks.npos ? c : ' ';
      const Said said = run({"search", "-", "--json", "--limit", "50"}, words);
      ASSERT_EQ(said.code, kDone) << words << said.err;
      const json page = said.json();
      bool found = false;
      for (const json& hit : page["hits"]) found |= hit["date"] == line["date"];
      EXPECT_TRUE(found) << line["id"] << words;
    }
  }
}

TEST_F(Samples, FiltersByIndicatorSettingAndYoungPerson) {
  const json special = good({"search", "--setting", "special_school", "--json"}).json();
  EXPECT_EQ(special["hits"].size(), 3u);
  const json will = good({"search", "--young-person", "Will Ashdown", "--json"}).json();
  EXPECT_EQ(will["hits"].size(), 2u);
  const json personal = good({"search", "--indicator", "P", "--limit", "99", "--json"}).json();
  for (const json& hit : personal["hits"]) {
    bool has = false;
    for (const json& tag : hit["tags"]) has |= tag["indicator"].get<std::string>()[0] == 'P';
    EXPECT_TRUE(has);
  }
  EXPECT_EQ(run({"search", "xylorimba"}).code, kNo);
}

TEST_F(Samples, ExportedAndImportedIntoANewJournalExportsTheSameBytes) {
  good({"export", "json", path("one.json")});
  std::filesystem::rename(path("vault"), path("first-vault"));
  good({"init"});
  EXPECT_EQ(good({"import", path("one.json"), "--json"}).json()["added"], 40);
  good({"export", "json", path("two.json")});
  EXPECT_EQ(read(path("one.json")), read(path("two.json")));
}

TEST_F(Samples, ExportedAsMarkdownAndImportedEqualsWhatWasThere) {
  const auto before = exported("one.json");
  good({"export", "markdown", path("md"), "--real-names"});
  std::filesystem::rename(path("vault"), path("first-vault"));
  good({"init"});
  const json report = good({"import", path("md"), "--json"}).json();
  EXPECT_EQ(report["added"], 40);
  EXPECT_EQ(report["remarks"].size(), 0u) << report["remarks"];
  EXPECT_EQ(exported("two.json"), before);
}

TEST_F(Samples, MarkdownWithCodesHoldsNoFullName) {
  good({"export", "markdown", path("md")});
  std::string all;
  for (const auto& entry : std::filesystem::directory_iterator(path("md"))) all += read(entry);
  for (const json& line : sampleLines()) {
    for (const json& name : line["roster"]) {
      EXPECT_EQ(all.find(name.get<std::string>()), std::string::npos) << name;
    }
  }
}

TEST_F(Samples, NothingReadableIsLeftInTheVaultsFiles) {
  std::string all;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(path("vault"))) {
    if (entry.is_regular_file()) all += read(entry.path());
  }
  EXPECT_GT(all.size(), 10'000u);
  for (const char* needle : {"Ayaan", "clarinet", "jsonl:", "mouthpiece", "SQLite format"}) {
    EXPECT_EQ(all.find(needle), std::string::npos) << needle;
  }
}

TEST_F(Samples, TheCheckFindsAllWell) {
  EXPECT_EQ(good({"check", "--json"}).json()["problems"].size(), 0u);
}

}  // namespace
}  // namespace app::cli::test
