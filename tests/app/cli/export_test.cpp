// Copies that leave: what is said before, what is in them, what is left when they are stopped.

#include <array>
#include <cstdio>

#include "tests/app/cli/cli_support.h"

namespace app::cli::test {
namespace {

class Export : public CliTest {
 protected:
  Export() {
    good({"init"});
    good({"import", samplesPath()});
    const std::string id =
        good(
            {"add", "--json", "--date", "2026-01-22", "--young-person", "Nguyễn Thị Hạnh"},
            "=2+2 <script>alert(1)</script> & \"Nguyễn\" sang, Łukasz drummed.\n\nŵ ŷ é \U0001F3BA")
            .json()["id"];
    held_ = good({"add", "--json"}, "A held marimba afternoon.").json()["id"];
    good({"hold", held_});
    good({"tag", id, "--indicator", "P4.1", "--level", "3"}, "drummed");
  }
  std::string copy(const std::string& kind, std::vector<std::string> more = {}) {
    more.insert(more.begin(), {"export", kind, path("copy." + kind)});
    EXPECT_NE(good(more).err.find("no lock"), std::string::npos);
    return read(path("copy." + kind));
  }
  /// What `pdftotext` and its kin say about the PDF.
  std::string asked(const std::string& tool) {
    const std::string command = tool + " '" + path("copy.pdf") + "' - 2>/dev/null";
    std::string out;
    FILE* pipe = ::popen(command.c_str(), "r");
    std::array<char, 4096> block{};
    while (pipe != nullptr) {
      const std::size_t got = std::fread(block.data(), 1, block.size(), pipe);
      if (got == 0) break;
      out.append(block.data(), got);
    }
    if (pipe != nullptr) ::pclose(pipe);
    return out;
  }
  std::string held_;
};

TEST_F(Export, HtmlIsOnePageThatFetchesNothingAndRunsNothing) {
  const std::string page = copy("html");
  EXPECT_EQ(page.find("<!doctype html>"), 0u);
  EXPECT_NE(page.find("<html lang=\"en-GB\">"), std::string::npos);
  EXPECT_NE(page.find("<h1>"), std::string::npos);
  EXPECT_NE(page.find("Thursday 22 January 2026"), std::string::npos);
  EXPECT_NE(page.find("&lt;script&gt;"), std::string::npos);
  for (const char* never : {"<script", "http://", "https://", "src=", "marimba", "Nguyễn"}) {
    EXPECT_EQ(page.find(never), std::string::npos) << never;
  }
  EXPECT_NE(page.find("P4.1, level 3"), std::string::npos);
}

TEST_F(Export, RealNamesLeaveOnlyWhenAskedFor) {
  EXPECT_NE(copy("html", {"--real-names"}).find("Nguyễn Thị Hạnh"), std::string::npos);
  EXPECT_EQ(copy("csv").find("Nguyễn"), std::string::npos);
}

TEST_F(Export, ACsvCellIsNeverAFormula) {
  const std::string table = copy("csv");
  EXPECT_EQ(table.find("\xef\xbb\xbf\"Date\","), 0u);
  EXPECT_NE(table.find("\"'=2+2 <script>"), std::string::npos);
  EXPECT_EQ(table.find("marimba"), std::string::npos);
}

TEST_F(Export, PdfHoldsTheWordsOfEveryScriptAndItsFonts) {
  const std::string bytes = copy("pdf", {"--real-names"});
  EXPECT_EQ(bytes.find("%PDF-"), 0u);
  const std::string words = asked("pdftotext -enc UTF-8");
  for (const char* expected : {"Nguyễn Thị Hạnh", "Łukasz", "ŵ ŷ é", "My reflections"}) {
    EXPECT_NE(words.find(expected), std::string::npos) << expected;
  }
  EXPECT_EQ(words.find("marimba"), std::string::npos);
  EXPECT_NE(bytes.find("/StructTreeRoot"), std::string::npos) << "headings in its structure";
}

TEST_F(Export, APreviewSaysWhatWouldLeaveAndWritesNothing) {
  const auto json = good({"export", "html", path("copy.html"), "--preview", "--json"}).json();
  EXPECT_EQ(json["reflections"], 41);
  EXPECT_EQ(json["left_out"], 1);
  EXPECT_EQ(json["real_names"], false);
  EXPECT_FALSE(std::filesystem::exists(path("copy.html")));
  EXPECT_EQ(good({"export", "json", "--preview", "--json"}).json()["real_names"], true);
  EXPECT_NE(good({"export", "pdf", "--preview"}).err.find("no lock"), std::string::npos);
}

TEST_F(Export, ACopyThatWasStoppedLeavesNothingBehind) {
  interruptAfter_ = 10;
  for (const char* kind : {"markdown", "json", "html", "pdf", "csv"}) {
    const Said said = run({"export", kind, path("copy")});
    EXPECT_NE(said.code, kDone) << kind;
    EXPECT_NE(said.err.find("no copy was left"), std::string::npos) << said.err;
    EXPECT_FALSE(std::filesystem::exists(path("copy"))) << kind;
    EXPECT_FALSE(std::filesystem::exists(path("copy.part"))) << kind;
  }
}

}  // namespace
}  // namespace app::cli::test
