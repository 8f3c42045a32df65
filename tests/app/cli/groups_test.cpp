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

TEST_F(GroupsCommand, AFormatThatCannotBeRunYetIsNotPassedOn) {
  good({"import", file("copy.json",
                       "[\n{\"afternote_journal\":1},\n{\"own_format\":{\"id\":"
                       "\"22222222222222222222222222222222\",\"unready\":true,\"format\":"
                       "{\"code\":\"mine\",\"name\":\"Mine\",\"rounds\":[]}}}\n]\n")});
  const Said no = run({"groups", "pass-on", "mine", path("mine.json")});
  EXPECT_EQ(no.code, kUnusable);
  EXPECT_NE(no.err.find("at least one round"), std::string::npos) << no.err;
  EXPECT_FALSE(std::filesystem::exists(path("mine.json")));
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

}  // namespace
}  // namespace app::cli::test
