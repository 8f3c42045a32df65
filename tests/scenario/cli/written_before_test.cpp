// What earlier versions of Afternote wrote (tests/data/written, one folder a version), read by this
// one: the journal, the folder that carries it between devices, and the complete copy.

#include "tests/scenario/cli/program.h"

namespace scenario {
namespace {

namespace fs = std::filesystem;

class WrittenBefore : public Scenario, public ::testing::WithParamInterface<const char*> {
 protected:
  WrittenBefore() {
    setClock("");
    fs::copy(fs::path(AFTERNOTE_SOURCE_DIR) / "tests/data/written" / GetParam(), at("then"),
             fs::copy_options::recursive);
    useVault(at("then/journal"));
  }
  /// Not by EXPECT_EQ, which would print them both.
  bool saysTheSame() {
    good({"export", "json", at("now.json").string()});
    return read(at("now.json")) == read(at("then/copy.json"));
  }
};

TEST_P(WrittenBefore, AJournalOpensWholeAndSaysTheSame) {
  EXPECT_TRUE(good({"check"}).says("All is well."));
  EXPECT_TRUE(saysTheSame());
  const std::string id = asked({"list"})[0]["id"];
  good({"edit", id}, "Written by a newer Afternote.");
  EXPECT_TRUE(good({"check"}).says("All is well."));
}

TEST_P(WrittenBefore, AFolderAndThePaperBringTheJournalToANewDevice) {
  useVault(at("new"));
  good({"init"});
  good({"recovery-join", "--folder", at("then/between").string(), "--recovery-key-file",
        at("then/paper").string()});
  EXPECT_TRUE(saysTheSame());
  EXPECT_TRUE(good({"check"}).says("All is well."));
}

TEST_P(WrittenBefore, ADeviceOfThenAndOneOfNowGoOnTogether) {
  useVault(at("new"));
  good({"init"});
  const std::string between = at("then/between").string();
  good({"recovery-join", "--folder", between, "--recovery-key-file", at("then/paper").string()});
  const std::string id = asked({"list"})[0]["id"];
  good({"edit", id}, "Changed on the new one.");
  good({"sync", "--folder", between});
  useVault(at("then/journal"));
  good({"sync", "--folder", between});
  EXPECT_TRUE(good({"show", id}).says("Changed on the new one."));
  EXPECT_TRUE(good({"check"}).says("All is well."));
}

TEST_P(WrittenBefore, ACompleteCopyComesInWhole) {
  useVault(at("new"));
  good({"init"});
  good({"import", at("then/copy.json").string()});
  EXPECT_TRUE(saysTheSame());
}

INSTANTIATE_TEST_SUITE_P(Versions, WrittenBefore, ::testing::Values("2026-11"), [](const auto& v) {
  std::string name = v.param;
  name[4] = '_';
  return name;
});

}  // namespace
}  // namespace scenario
