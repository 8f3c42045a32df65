// Bringing things in from the command line: told apart, previewed, stopped, resumed.

#include <cstdio>

#include "tests/app/cli/cli_support.h"

namespace app::cli::test {
namespace {

class Import : public CliTest {
 protected:
  Import() { good({"init"}); }
  /// A folder of notes, two to a day, in sub-folders that hold files of the same names.
  void notes(int count) {
    for (int i = 0; i < count; ++i) {
      char name[80];
      std::snprintf(name, sizeof name, "notes/%d/2026-%02d-%02d-%d.md", i % 2, i / 28 % 12 + 1,
                    i % 28 + 1, i / 336);
      std::filesystem::create_directories((folder_ / name).parent_path());
      file(name, "Note " + std::to_string(i) + " about the marimba.\n");
    }
  }
};

TEST_F(Import, TenThousandNotesStoppedHalfWayAndResumedAreNotDoubled) {
  constexpr int kNotes = 10'000;
  notes(kNotes);
  interruptAfter_ = kNotes / 2;
  const auto half = run({"import", path("notes"), "--json"}).json();
  EXPECT_EQ(half["stopped"], true);
  const int first = half["added"];
  EXPECT_NEAR(first, kNotes / 2, 1);
  interruptAfter_ = -1;
  const auto rest = good({"import", path("notes"), "--json"}).json();
  EXPECT_EQ(rest["already_here"], first);
  EXPECT_EQ(rest["added"], kNotes - first);
  EXPECT_EQ(good({"unlock-check", "--json"}).json()["reflections"], kNotes);
  EXPECT_EQ(good({"import", path("notes"), "--json"}).json()["added"], 0);
}

TEST_F(Import, APreviewStoresNothingAndSaysWhatIsThereAlready) {
  notes(3);
  file("notes/bad.md", "---\nnonsense\n---\nx");
  const auto before = good({"import", path("notes"), "--preview", "--json"}).json();
  EXPECT_EQ(before["format"], "markdown");
  EXPECT_EQ(before["reflections"], 3);
  EXPECT_EQ(before["already_here"], 0);
  EXPECT_EQ(before["left_out"], 1);
  EXPECT_EQ(before["from"], "2026-01-01");
  EXPECT_EQ(good({"list", "--json"}).json().size(), 0u);
  good({"import", path("notes")});
  EXPECT_EQ(good({"import", path("notes"), "--preview", "--json"}).json()["already_here"], 3);
  EXPECT_NE(good({"import", path("notes"), "--preview"}).out.find("Nothing has been brought in"),
            std::string::npos);
}

TEST_F(Import, AFormatCanBeChosenAndAWrongOneIsRefusedWithASentence) {
  file("x.txt", "[2026-01-22 16:05] Brass\nThey sang.\n");
  EXPECT_EQ(good({"import", path("x.txt"), "--format", "text", "--json"}).json()["added"], 1);
  EXPECT_EQ(good({"import", path("x.txt"), "--json"}).json()["added"], 1) << "as jrnl text";
  const Said said = run({"import", path("x.txt"), "--format", "dayone"});
  EXPECT_EQ(said.code, kUnusable);
  EXPECT_NE(said.err.find("no list of entries"), std::string::npos) << said.err;
  EXPECT_NE(run({"import", path("x.txt"), "--format", "nonsense"}).code, kDone);
}

TEST_F(Import, LessonsGoIntoTheTimetableOnceAndAreNoReflections) {
  file("t.csv", "date,start,minutes,pupil\n2026-04-10,16:05,30,W\nx,1,2,3\n");
  const auto json = good({"import", path("t.csv"), "--json"}).json();
  ASSERT_EQ(json["lessons"].size(), 1u);
  EXPECT_EQ(json["lessons"][0]["time"], "16:05");
  EXPECT_EQ(json["left_out"], 1);
  EXPECT_EQ(json["added"], 1);
  EXPECT_EQ(good({"import", path("t.csv"), "--json"}).json()["already_here"], 1);
  EXPECT_EQ(good({"list", "--json"}).json().size(), 0u);
  good({"export", "json", path("copy.json")});
  EXPECT_NE(read(path("copy.json")).find("\"slot\""), std::string::npos);
}

TEST_F(Import, EveryOtherWeekIsNotEveryWeek) {
  file("t.csv",
       "date,start,lesson\n2026-04-06,16:05,Brass\n2026-04-20,16:05,Brass\n"
       "2026-04-07,10:00,Choir\n2026-04-14,10:00,Choir\n");
  EXPECT_EQ(good({"import", path("t.csv"), "--json"}).json()["added"], 3);
}

}  // namespace
}  // namespace app::cli::test
