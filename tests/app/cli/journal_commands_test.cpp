#include <sys/stat.h>

#include "tests/app/cli/cli_support.h"

namespace app::cli::test {
namespace {

class JournalCommands : public CliTest {
 protected:
  JournalCommands() { good({"init"}); }
  std::string add(const std::string& words, std::vector<std::string> more = {}) {
    more.insert(more.begin(), {"add", "--json"});
    return good(more, words).json()["id"];
  }
};

TEST_F(JournalCommands, ARealNameIsStoredAsAMentionAndShownAsACode) {
  const std::string id = add("Ayaan kept the pulse.", {"--young-person", "Ayaan Chaudhry", "--date",
                                                       "2026-03-01", "--setting", "home"});
  const std::string coded = good({"show", id}).out;
  EXPECT_EQ(coded.find("Ayaan"), std::string::npos) << coded;
  EXPECT_NE(good({"show", id, "--names", "real"}).out.find("Ayaan Chaudhry kept the pulse."),
            std::string::npos);
  EXPECT_EQ(good({"show", id.substr(0, 8), "--json"}).json()["setting"], "home");
}

TEST_F(JournalCommands, AnEditedTextKeepsItsTagsOnTheirWords) {
  const std::string id = add("She waited. She came in on the bar.");
  good({"tag", id, "--indicator", "P4.1", "--level", "3"}, "came in on the bar");
  good({"edit", id}, "At first she waited. Then she came in on the bar.");
  const auto tags = good({"show", id, "--json"}).json()["tags"];
  ASSERT_EQ(tags.size(), 1u);
  EXPECT_EQ(tags[0]["quote"], "came in on the bar");
  EXPECT_NE(good({"show", id, "--versions"}).out.find("She waited. She came in"),
            std::string::npos);
}

TEST_F(JournalCommands, AFileFromShowMarkdownGoesBackThroughEditWithItsMentions) {
  const std::string id = add("Ayaan sang low.", {"--young-person", "Ayaan Chaudhry"});
  std::string markdown = good({"show", id, "--markdown"}).out;
  const std::size_t at = markdown.rfind("sang low");
  ASSERT_NE(at, std::string::npos);
  markdown.replace(at, 8, "sang high");
  good({"edit", id}, markdown);
  EXPECT_NE(good({"show", id, "--names", "real"}).out.find("Ayaan Chaudhry sang high."),
            std::string::npos);
}

TEST_F(JournalCommands, ATagNeedsWordsThatStandThereOnce) {
  const std::string id = add("Again and again.");
  EXPECT_EQ(run({"tag", id, "--indicator", "P4.1"}, "never").code, kNo);
  EXPECT_EQ(run({"tag", id, "--indicator", "P4.1"}, "gain").code, kRefused);
  EXPECT_EQ(run({"tag", id, "--indicator", "Z9.9"}, "Again and").code, kNo);
  EXPECT_EQ(run({"tag", id, "--indicator", "P4.1", "--level", "7"}, "Again and").code, kUnusable);
  const std::string tag =
      good({"tag", id, "--indicator", "P4.1", "--json"}, "Again and").json()["id"];
  good({"tag", id, "--remove", tag});
  EXPECT_EQ(good({"show", id, "--json"}).json()["tags"].size(), 0u);
}

TEST_F(JournalCommands, AHeldReflectionIsOutOfSearchAndExportsButInTheCompleteCopy) {
  const std::string id = add("A heavy marimba afternoon.");
  good({"hold", id});
  EXPECT_EQ(run({"search", "marimba"}).code, kNo);
  EXPECT_EQ(run({"edit", id}, "Other words").code, kRefused);
  EXPECT_EQ(run({"show", id, "--markdown"}).code, kRefused);
  good({"export", "markdown", path("md")});
  EXPECT_TRUE(std::filesystem::is_empty(path("md")));
  good({"export", "json", path("all.json")});
  EXPECT_NE(read(path("all.json")).find("marimba"), std::string::npos);
  good({"hold", id, "--undo"});
  EXPECT_EQ(run({"search", "marimba"}).code, kDone);
}

TEST_F(JournalCommands, TheBinDestroysNothing) {
  const std::string id = add("Into the bin.");
  good({"bin", id});
  EXPECT_EQ(good({"list", "--json"}).json().size(), 0u);
  EXPECT_EQ(good({"list", "--bin", "--json"}).json().size(), 1u);
  good({"bin", id, "--undo"});
  EXPECT_EQ(good({"list", "--json"}).json().size(), 1u);
}

TEST_F(JournalCommands, SearchMarksWhatItFoundOnlyOnATerminal) {
  add("The café by the river was loud.");
  const Said plain = good({"search", "cafe"});
  EXPECT_EQ(plain.out.find('\x1b'), std::string::npos);
  const auto json = good({"search", "CAFÉ", "--json"}).json();
  bool found = false;
  for (const auto& run : json["hits"][0]["snippet"]) found |= run["found"].get<bool>();
  EXPECT_TRUE(found);
}

TEST_F(JournalCommands, AJourneyShowsTheThreeDomainsEvenWhereNothingWasSeen) {
  const std::string id = add("Ayaan chose first.", {"--young-person", "Ayaan Chaudhry"});
  good({"tag", id, "--indicator", "P4.1", "--level", "2", "--young-person", "Ayaan Chaudhry"},
       "chose first");
  const std::string out = good({"journey", "Ayaan Chaudhry"}).out;
  for (const char* words :
       {"Musical", "Personal", "Social", "Chooses between two things", "Nothing seen yet."}) {
    EXPECT_NE(out.find(words), std::string::npos) << words;
  }
  EXPECT_EQ(run({"journey", "Nobody"}).code, kNo);
}

TEST_F(JournalCommands, AnExportNeverOverwritesAndSaysTheCopyHasNoLock) {
  add("Words.");
  file("there.json", "mine");
  EXPECT_EQ(run({"export", "json", path("there.json")}).code, kRefused);
  EXPECT_EQ(read(path("there.json")), "mine");
  std::filesystem::create_directories(path("full"));
  file("full/x", "mine");
  EXPECT_EQ(run({"export", "markdown", path("full")}).code, kRefused);
  EXPECT_NE(good({"export", "json", path("new.json")}).err.find("no lock"), std::string::npos);
  const auto mode = std::filesystem::status(path("new.json")).permissions();
  EXPECT_EQ(mode & std::filesystem::perms::all,
            std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
}

TEST_F(JournalCommands, GeneratingTheSameSeedTwiceAddsNothingTheSecondTime) {
  EXPECT_EQ(good({"generate", "120", "--json"}).json()["added"], 120);
  EXPECT_EQ(good({"generate", "120", "--json"}).json()["already_here"], 120);
  EXPECT_EQ(good({"search", "theremin", "--json"}).json()["hits"].size(), 1u);
  EXPECT_EQ(good({"check", "--json"}).json()["problems"].size(), 0u);
}

TEST_F(JournalCommands, TextThatIsTooLongOrMissingIsRefusedWithASentence) {
  EXPECT_EQ(run({"add"}, "").code, kUnusable);
  const std::string huge(std::size_t{9} << 20, 'a');
  EXPECT_EQ(run({"add"}, huge).code, kUnusable);
  EXPECT_EQ(run({"add", "--file", file("huge", huge)}).code, kUnusable);
  EXPECT_EQ(run({"add", "--date", "2026-02-30"}, "Words").code, kUnusable);
  EXPECT_EQ(good({"list", "--json"}).json().size(), 0u);
}

TEST_F(JournalCommands, AHostileImportCostsOnlyItself) {
  const std::string lines = "{\"id\":\"a\",\"date\":\"2026-01-22\",\"text\":\"Kept.\"}\n" +
                            std::string(1'000'000, '[') + "\n\xff\xfe\n{\"id\":\"b\"";
  const auto report = good({"import", file("bad.jsonl", lines), "--json"}).json();
  EXPECT_EQ(report["added"], 1);
  EXPECT_EQ(report["left_out"], 3);
  EXPECT_EQ(run({"import", path("not-there")}).code, kNo);
  EXPECT_EQ(run({"import", file("other.json", "[1,2]")}).code, kUnusable);
}

TEST_F(JournalCommands, AnIntentionThatWasKeptIsInTheCompleteCopyAndComesBackAsKept) {
  file(
      "one.jsonl",
      "{\"id\":\"a\",\"date\":\"2026-01-22\",\"text\":\"Words.\",\"intention\":\"Wait longer\"}\n");
  good({"import", path("one.jsonl")});
  good({"export", "json", path("open.json")});
  std::string done = read(path("open.json"));
  const std::size_t at = done.find("\"state\":\"open\"");
  ASSERT_NE(at, std::string::npos);
  done.replace(at, 14, "\"state\":\"done\"");
  std::filesystem::rename(path("vault"), path("first-vault"));
  good({"init"});
  good({"import", file("done.json", done)});
  good({"export", "json", path("again.json")});
  EXPECT_EQ(read(path("again.json")), done);
  // An older copy does not open it again.
  good({"import", path("open.json")});
  good({"export", "json", path("third.json")});
  EXPECT_EQ(read(path("third.json")), done);
}

TEST_F(JournalCommands, NamesComeFromFilesAndStandardInputInsteadOfArguments) {
  const std::string who = "@" + file("who", "Ayaan Chaudhry\nnot read\n");
  const std::string id =
      add("Elm Park Primary\nAyaan chose first.", {"--young-person", who, "--place", "@-"});
  const std::string real = good({"show", id, "--names", "real"}).out;
  EXPECT_NE(real.find("Ayaan Chaudhry chose first."), std::string::npos) << real;
  EXPECT_EQ(real.find("not read"), std::string::npos);
  EXPECT_NE(real.find("Elm Park Primary"), std::string::npos) << real;
  good({"tag", id, "--indicator", "P4.1", "--young-person", "@-"}, "Ayaan Chaudhry\nchose first");
  EXPECT_EQ(good({"search", "chose", "--young-person", who, "--json"}).json()["hits"].size(), 1u);
  good({"journey", who});
  EXPECT_EQ(run({"journey", "@" + file("blank", "\n\n")}).code, kUnusable);
  EXPECT_EQ(run({"journey", "@" + path("not-there")}).code, kNo);
}

TEST_F(JournalCommands, WhatMayNeverEndIsNotImported) {
  ASSERT_EQ(::mkfifo(path("pipe").c_str(), 0600), 0);
  for (const std::string& special : {std::string("/dev/zero"), path("pipe")}) {
    const Said said = run({"import", special});
    EXPECT_EQ(said.code, kUnusable) << special;
    EXPECT_NE(said.err.find("not an ordinary file"), std::string::npos) << said.err;
  }
  EXPECT_EQ(good({"list", "--json"}).json().size(), 0u);
}

}  // namespace
}  // namespace app::cli::test
