// Pictures and recordings from the command line, and in the copies that are taken away.

#include <algorithm>

#include "tests/app/cli/cli_support.h"

namespace app::cli::test {
namespace {

namespace fs = std::filesystem;

class AttachmentCommands : public CliTest {
 protected:
  AttachmentCommands() {
    good({"init"});
    id_ = add("They chose the order.");
  }
  std::string add(const std::string& words) {
    return good({"add", "--json", "--date", "2026-03-30"}, words).json()["id"];
  }
  std::string picture(const std::string& name, std::size_t size = 400'000) {
    std::string bytes = "\x89PNG\r\n\x1a\n" + name;
    bytes.resize(size, '\x01');
    return file(name, bytes);
  }
  /// In another journal.
  Said there(std::vector<std::string> arguments) {
    const std::vector<std::string> where{"--vault", path("other journal"), "--fast-kdf",
                                         "--passphrase-file",
                                         file("passphrase-there", std::string(kPassphrase) + "\n")};
    arguments.insert(arguments.begin(), where.begin(), where.end());
    const Said said = runBare(arguments);
    EXPECT_EQ(said.code, kDone) << said.err;
    return said;
  }
  nlohmann::json attached(const std::string& id) {
    return good({"attachments", "--json", id}).json();
  }
  std::string id_;
};

TEST_F(AttachmentCommands, WhatIsKeptComesOutAgainByteForByte) {
  const std::string from = picture("set list.png");
  good({"attach", id_.substr(0, 8), from});
  EXPECT_NE(good({"attach", id_, from}).out.find("has it already"), std::string::npos);
  const auto listed = attached(id_);
  ASSERT_EQ(listed.size(), 1U);
  EXPECT_EQ(listed[0]["name"], "set list.png");
  EXPECT_EQ(listed[0]["media_type"], "image/png");
  const std::string attachment = listed[0]["id"];
  good({"attachment-save", id_, attachment.substr(0, 8), path("out.png")});
  EXPECT_EQ(read(path("out.png")), read(from));
  EXPECT_EQ(run({"attachment-save", id_, attachment, path("out.png")}).code, kRefused)
      << "nothing is written over";
  EXPECT_EQ(fs::status(path("out.png")).permissions() & fs::perms::others_read, fs::perms::none);
  good({"attachment-remove", id_, attachment});
  EXPECT_TRUE(attached(id_).empty());
}

TEST_F(AttachmentCommands, WhatCannotBeKeptIsSaidInASentence) {
  const Said program = run({"attach", id_, file("notes.docx", "PK\x03\x04 a document")});
  EXPECT_EQ(program.code, kUnusable);
  EXPECT_NE(program.err.find("keeps pictures"), std::string::npos) << program.err;
  const Said large = run({"attach", id_, picture("large.png", 24 * 1024 * 1024 + 1)});
  EXPECT_EQ(large.code, kUnusable);
  EXPECT_NE(large.err.find("24 MB is the most"), std::string::npos) << large.err;
  const Said larger = run({"attach", id_, picture("larger.png", 40 * 1024 * 1024)});
  EXPECT_EQ(larger.err, large.err);
  for (const char* no : {"/dev/zero", "/dev", "."}) {
    const Said other = run({"attach", id_, no});
    EXPECT_EQ(other.code, kUnusable) << no;
    EXPECT_EQ(other.err, "That is not a file that can be kept.\n");
  }
  const Said missing = run({"attach", id_, path("not there.png")});
  EXPECT_EQ(missing.code, kNo);
  EXPECT_EQ(missing.err, "There is no file of that name.\n");
  EXPECT_TRUE(attached(id_).empty());
  EXPECT_EQ(run({"attachment-save", id_, "00000000", path("out.png")}).code, kNo);
}

TEST_F(AttachmentCommands, TheCompleteCopyHasThemOnHoldAndInTheBinToo) {
  const std::string held = add("On hold.");
  const std::string binned = add("In the bin.");
  for (const std::string& id : {id_, held, binned}) {
    good({"attach", id, picture(id.substr(0, 4) + ".png")});
  }
  good({"hold", held});
  good({"bin", binned});
  good({"export", "json", path("copy.json")});
  for (int again = 0; again < 2; ++again) {
    if (again == 0) there({"init"});
    there({"import", path("copy.json")});
    for (const std::string& id : {id_, held, binned}) {
      const auto listed = there({"attachments", "--json", id}).json();
      ASSERT_EQ(listed.size(), 1U) << id;
      EXPECT_EQ(listed[0]["id"], attached(id)[0]["id"]);
    }
  }
}

TEST_F(AttachmentCommands, AFolderOfMarkdownHasThemAsFiles) {
  const std::string from = picture("set list?.png");
  good({"attach", id_, from});
  good({"export", "markdown", path("copy")});
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(path("copy") + "/attachments")) {
    if (entry.is_regular_file()) files.push_back(entry.path());
  }
  ASSERT_EQ(files.size(), 1U);
  EXPECT_EQ(files[0].filename(), "1 set list-.png");
  EXPECT_EQ(files[0].parent_path().filename().string().substr(0, 10), "2026-03-30");
  EXPECT_EQ(read(files[0]), read(from));
  // And such a folder comes in again.
  there({"init"});
  there({"import", path("copy")});
}

}  // namespace
}  // namespace app::cli::test
