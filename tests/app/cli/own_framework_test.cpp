// The command line speaks in the version of the outcomes that is in force in the journal.

#include "app/cli/asset_files.h"
#include "tests/app/cli/cli_support.h"

namespace app::cli::test {
namespace {

using namespace std::chrono_literals;

class OwnOutcomes : public CliTest {
 protected:
  OwnOutcomes() {
    good({"init"});
    id_ = good({"add", "--json", "--young-person", "Ayaan Chaudhry"}, "Ayaan had a go. He sang.")
              .json()["id"];
    good({"tag", id_, "--indicator", "P1.1", "--level", "3", "--young-person", "Ayaan"},
         "had a go");
  }
  /// P1.1 reworded at level 3, P1.2 off and a local P1.4, from tomorrow.
  void keepVersion() {
    const auto ours = loadFramework(std::string(AFTERNOTE_SOURCE_DIR) + "/assets");
    ASSERT_TRUE(ours.ok());
    journal::FrameworkVersion version{*journal::parseDate("2026-04-03"), *ours};
    journal::Framework& framework = version.framework;
    framework.version = 2;
    ASSERT_TRUE(addLocalIndicator(framework, "P1", *ours, {}).ok());
    auto& indicators = framework.domains[1].outcomes[0].indicators;
    indicators[0].levels[2] = "Has a go once reassured";
    indicators[1].off = true;
    indicators.back().name = "Leading a warm-up";
    for (std::string& level : indicators.back().levels) level = "As we word it";
    const auto opened = journal::service::LocalJournal::unlock(
        path("vault"), journal::crypto::SecretString(kPassphrase),
        {clock_, random_, journal::crypto::KdfPreset::Fast});
    ASSERT_TRUE(opened.ok());
    ASSERT_TRUE((*opened)->apply(journal::service::PutFramework{version}).ok());
  }
  Said tag(const std::string& code, const std::string& words) {
    return run({"tag", id_, "--indicator", code, "--level", "3", "--young-person", "Ayaan"}, words);
  }
  std::string id_;
};

TEST_F(OwnOutcomes, AVersionComesIntoForceOnItsDayAndItsIndicatorsAreTagged) {
  keepVersion();
  EXPECT_EQ(tag("P1.4", "He sang").code, kNo) << "not before tomorrow";
  clock_.at += 24h;
  const Said said = tag("P1.4", "He sang");
  EXPECT_EQ(said.code, kDone) << said.err;
  EXPECT_NE(said.out.find("P1.4 (Leading a warm-up)"), std::string::npos) << said.out;
  const Said off = tag("P1.2", "He sang");
  EXPECT_EQ(off.code, kRefused);
  EXPECT_NE(off.err.find("switched off"), std::string::npos) << off.err;
}

TEST_F(OwnOutcomes, AJourneyTellsEachTagInTheWordsItWasMadeBy) {
  keepVersion();
  clock_.at += 24h;
  tag("P1.1", "He sang");
  const std::string told = good({"journey", "Ayaan"}).out;
  EXPECT_NE(told.find("Tries after reassurance (in the words of version 1)"), std::string::npos)
      << told;
  EXPECT_NE(told.find("Has a go once reassured\n"), std::string::npos) << told;
}

TEST_F(OwnOutcomes, TheOutcomesToTagByAreToldAsTheyAreInForce) {
  keepVersion();
  EXPECT_NE(good({"outcomes"}).out.find("Afternote starter framework, version 1"),
            std::string::npos);
  clock_.at += 24h;
  const std::string told = good({"outcomes", "--levels"}).out;
  EXPECT_NE(told.find("P1.2  Taking in own success, switched off"), std::string::npos) << told;
  EXPECT_NE(told.find("P1.4  Leading a warm-up, your own"), std::string::npos);
  EXPECT_NE(told.find("3 Prompted: Has a go once reassured"), std::string::npos);
  EXPECT_EQ(good({"outcomes", "--version", "1", "--json"}).json()["version"], 1);
  EXPECT_EQ(run({"outcomes", "--version", "9"}).code, kNo);
  const auto versions = good({"outcomes", "--versions", "--json"}).json();
  ASSERT_EQ(versions.size(), 2u);
  EXPECT_EQ(versions[1]["from"], "2026-04-03");
  EXPECT_EQ(versions[1]["in_force"], true);
}

TEST_F(OwnOutcomes, TheCompleteCopyTakesEveryVersionAlong) {
  keepVersion();
  good({"export", "json", path("all.json")});
  std::filesystem::rename(path("vault"), path("first"));
  good({"init"});
  const auto report = good({"import", path("all.json"), "--json"}).json();
  EXPECT_EQ(report["added"], 1);
  good({"import", path("all.json")});
  good({"export", "json", path("again.json")});
  EXPECT_EQ(read(path("again.json")), read(path("all.json")));
  clock_.at += 24h;
  EXPECT_EQ(tag("P1.4", "He sang").code, kDone);
}

}  // namespace
}  // namespace app::cli::test
