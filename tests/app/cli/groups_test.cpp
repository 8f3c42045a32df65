// Reflection groups from the command line.

#include "journal/exchange/session_formats.h"
#include "tests/app/cli/cli_support.h"

namespace app::cli::test {
namespace {

class GroupsCommand : public CliTest {
 protected:
  GroupsCommand() { good({"init"}); }
};

TEST_F(GroupsCommand, TheSixFormatsAreThere) {
  const auto formats = good({"groups", "formats", "--json"}).json();
  ASSERT_EQ(formats.size(), 6U);
  EXPECT_EQ(formats[0]["name"], "Half-term round");
  EXPECT_EQ(formats[0]["minutes"], 75);
}

TEST_F(GroupsCommand, AFormatIsPassedOnAsAFileAndTakenBesideOurs) {
  const std::string to = path("round.json");
  good({"groups", "pass-on", "A", to, "--author", "Gethin Rowe", "--licence", "CC BY 4.0"});
  EXPECT_EQ(run({"groups", "pass-on", "A", to}).code, kRefused) << "never over a file";
  good({"groups", "take", to});
  good({"groups", "take", to});
  const auto formats = good({"groups", "formats", "--json"}).json();
  ASSERT_EQ(formats.size(), 7U) << "taken twice, it is there once";
  EXPECT_EQ(formats[6]["code"], "A (theirs)");
  EXPECT_EQ(formats[6]["author"], "Gethin Rowe");
}

TEST_F(GroupsCommand, AFileThatIsNoFormatIsRefusedInASentence) {
  const Said no = run({"groups", "take", file("x.json", "{\"afternote_format\":1}")});
  EXPECT_EQ(no.code, kUnusable);
  EXPECT_NE(no.err.find("Nothing was changed"), std::string::npos) << no.err;
  EXPECT_EQ(run({"groups", "pass-on", "Z", path("z.json")}).code, kNo);
}

TEST_F(GroupsCommand, AFileThatNeverEndsOrIsNotThereOrIsAFolderIsRefused) {
  for (const std::string& from : {std::string("/dev/zero"), path("nowhere.json"), path("")}) {
    const Said no = run({"groups", "take", from});
    EXPECT_NE(no.code, kDone) << from;
    EXPECT_FALSE(no.err.empty()) << from;
  }
  const Said large = run({"groups", "take", file("large.json", std::string(20'000'000, '['))});
  EXPECT_EQ(large.code, kUnusable) << large.err;
}

TEST_F(GroupsCommand, ARecordIsOfASessionThatWasHeld) {
  EXPECT_NE(good({"groups", "list"}).out.find("No groups planned"), std::string::npos);
  EXPECT_EQ(run({"groups", "record", "abc", path("r.html"), "--format", "html"}).code, kNo);
  const std::string copy =
      file("copy.json",
           "[\n{\"afternote_journal\":1},\n{\"group_session\":{\"id\":"
           "\"11111111111111111111111111111111\","
           "\"state\":\"held\",\"title\":\"Thursday\",\"day\":\"2026-02-05\",\"naming\":\"named\","
           "\"lasted\":74,\"headcount\":7,\"format\":{\"code\":\"X\",\"name\":\"Short\",\"rounds\":"
           "[{\"name\":"
           "\"Talk\",\"minutes\":20}]},\"cards\":[{\"kind\":\"pattern\",\"keep\":\"group\","
           "\"text\":\"We wait "
           "longer\",\"leaves\":true}]}}\n]\n");
  good({"import", copy});
  EXPECT_NE(good({"groups", "list"}).out.find("held: Thursday (Short)"), std::string::npos);
  for (const char* kind : {"html", "csv", "pdf"}) {
    const std::string to = path(std::string("record.") + kind);
    good({"groups", "record", "1111", to, "--format", kind});
    EXPECT_GT(std::filesystem::file_size(to), 100U) << kind;
  }
}

/// A session that Gethin led a few days ago, and an evidence store.
class HeldSession : public GroupsCommand {
 protected:
  HeldSession() {
    good({"evidence", "init", "Hollinbeck Music Service"});
    const auto card = [](const char* kind, const char* text, bool leaves) {
      return std::string("{\"kind\":\"") + kind + "\",\"keep\":\"group\",\"text\":\"" + text +
             "\",\"leaves\":" + (leaves ? "true" : "false") + "}";
    };
    good({"import",
          file("held.json",
               "[\n{\"afternote_journal\":1},\n{\"group_session\":{\"id\":"
               "\"11111111111111111111111111111111\",\"state\":\"held\",\"led\":true,\"title\":"
               "\"Thursday\",\"day\":\"2026-03-30\",\"naming\":\"named\",\"lasted\":74,"
               "\"headcount\":7,\"format\":{\"code\":\"X\",\"name\":\"Short\",\"rounds\":[{"
               "\"name\":\"Talk\",\"minutes\":20}]},\"cards\":[" +
                   card("barrier", "No room at Larkbeck Primary", true) + "," +
                   card("pattern", "We wait longer", true) + "," +
                   card("pattern", "Said in confidence", false) + "," +
                   card("action", "Ask for a room", false) + "]}}\n]\n")});
  }
  nlohmann::json cards() { return good({"groups", "show", "1111", "--json"}).json()["cards"]; }
  nlohmann::json listed() { return good({"evidence", "themes", "--json"}).json(); }
};

TEST_F(HeldSession, ThingsAreStruckOutForGoodWhileTheGroupMay) {
  EXPECT_EQ(cards().size(), 4U);
  EXPECT_NE(good({"groups", "strike", "1111", "3"}).err.find("--for-good"), std::string::npos);
  EXPECT_EQ(cards().size(), 4U);
  EXPECT_EQ(run({"groups", "strike", "1111", "9", "--for-good"}).code, kUnusable);
  good({"groups", "strike", "1111", "3", "--for-good"});
  EXPECT_EQ(cards().size(), 3U);
  clock_.at += std::chrono::hours(24 * 10);
  EXPECT_EQ(run({"groups", "strike", "1111", "1", "--for-good"}).code, kRefused);
  EXPECT_EQ(cards().size(), 3U);
}

TEST_F(HeldSession, AnActionIsTickedAndNothingElseIs) {
  good({"groups", "done", "1111", "4"});
  EXPECT_EQ(cards()[3]["done"], true);
  good({"groups", "done", "1111", "4", "--not"});
  EXPECT_EQ(cards()[3]["done"], false);
  EXPECT_EQ(run({"groups", "done", "1111", "1"}).code, kUnusable);
}

TEST_F(HeldSession, ARecordIsDeletedForGoodAndPastItsTimeItIsOffered) {
  EXPECT_NE(good({"groups", "delete", "1111"}).err.find("--for-good"), std::string::npos);
  clock_.at += std::chrono::hours(24 * 600);
  EXPECT_NE(good({"retention", "list"}).out.find("group record"), std::string::npos);
  good({"groups", "delete", "1111", "--for-good"});
  EXPECT_EQ(run({"groups", "show", "1111"}).code, kNo);
  EXPECT_NE(good({"retention", "list"}).out.find("Nothing is past its time"), std::string::npos);
}

TEST_F(HeldSession, ThemesLeaveByteForByteAsShownAndOnlyOnceEverythingIsDecided) {
  const Said shown = good({"groups", "themes", "1111"});
  EXPECT_EQ(shown.out.find("confidence"), std::string::npos);
  EXPECT_NE(shown.err.find("Decide about everything"), std::string::npos) << shown.err;
  EXPECT_EQ(run({"groups", "themes", "1111", "--approve", "00000000"}).code, kRefused);
  const Said decided = good({"groups", "themes", "1111", "--blur", "all"});
  EXPECT_EQ(decided.out.find("Larkbeck"), std::string::npos) << decided.out;
  const std::size_t at = decided.err.find("--approve ");
  ASSERT_NE(at, std::string::npos) << decided.err;
  const std::string word = decided.err.substr(at + 10, 8);
  EXPECT_EQ(listed().size(), 0U);
  EXPECT_EQ(run({"groups", "themes", "1111", "--approve", word}).code, kRefused)
      << "other bytes than those approved";
  good({"groups", "themes", "1111", "--blur", "all", "--approve", word});
  const auto list = listed();
  ASSERT_EQ(list.size(), 2U);
  for (const auto& theme : list) {
    EXPECT_EQ(theme.size(), 3U) << "the words, the kind, the term";
    EXPECT_NE(decided.out.find(theme["words"].get<std::string>()), std::string::npos);
    EXPECT_EQ(theme["term"], "spring term 2026");
  }
  EXPECT_EQ(good({"evidence", "themes"}).out.find("Thursday"), std::string::npos);
}

TEST_F(HeldSession, AThemeStaysOrIsTakenBack) {
  const Said without = good({"groups", "themes", "1111", "--without", "1"});
  const std::string word = without.err.substr(without.err.find("--approve ") + 10, 8);
  good({"groups", "themes", "1111", "--without", "1", "--approve", word});
  ASSERT_EQ(listed().size(), 1U);
  EXPECT_EQ(listed()[0]["words"], "We wait longer");
  EXPECT_EQ(run({"groups", "themes", "1111", "--take-back", "7"}).code, kUnusable);
  good({"groups", "themes", "1111", "--take-back", "2"});
  EXPECT_EQ(listed().size(), 0U);
}

}  // namespace
}  // namespace app::cli::test
