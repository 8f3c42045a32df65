#include <fstream>

#include "tests/app/cli/cli_support.h"

namespace app::cli::test {
namespace {

class VaultCommands : public CliTest {
 protected:
  Said bare(std::vector<std::string> arguments, std::vector<std::string> secrets = {}) {
    for (const std::string& more :
         {std::string("--fast-kdf"), std::string("--vault"), path("vault")})
      arguments.push_back(more);
    return runBare(arguments, "", std::move(secrets));
  }
};

TEST_F(VaultCommands, InitMakesAJournalThatOnlyItsPassphraseOpens) {
  EXPECT_NE(good({"init"}).out.find("Recovery key"), std::string::npos);
  good({"unlock-check"});
  const Said wrong = bare({"unlock-check"}, {"plum kettle harbour ten"});
  EXPECT_EQ(wrong.code, kWrongPassphrase);
  EXPECT_FALSE(wrong.err.empty());
}

TEST_F(VaultCommands, InitSaysThatWhatIsWrittenCanBeAskedFor) {
  std::ifstream file(AFTERNOTE_SOURCE_DIR "/assets/safeguarding.json");
  const std::string words = nlohmann::json::parse(file).at("before_first_entry");
  EXPECT_NE(good({"init"}).out.find(words), std::string::npos);
}

TEST_F(VaultCommands, InitNeverReplacesAJournal) {
  good({"init"});
  good({"add"}, "Kept.");
  EXPECT_EQ(run({"init"}).code, kRefused);
  EXPECT_EQ(good({"list", "--json"}).json().size(), 1u);
}

TEST_F(VaultCommands, ANewPassphraseIsAskedForTwiceAndMustBeLongEnough) {
  EXPECT_EQ(bare({"init"}, {"short", "short"}).code, kUnusable);
  EXPECT_EQ(bare({"init"}, {"plum kettle one", "plum kettle two"}).code, kUnusable);
  EXPECT_FALSE(std::filesystem::exists(path("vault")));
  EXPECT_EQ(bare({"init"}, {"plum kettle one", "plum kettle one"}).code, kDone);
}

TEST_F(VaultCommands, ThePassphraseChangesAndTheOldOneStopsWorking) {
  good({"init"});
  const std::string next = file("next", "river otter candle\n");
  good({"passphrase", "--new-passphrase-file", next});
  EXPECT_EQ(run({"unlock-check"}).code, kWrongPassphrase);
  EXPECT_EQ(bare({"unlock-check", "--passphrase-file", next}).code, kDone);
}

TEST_F(VaultCommands, TheRecoveryKeyLetsSomebodyBackInOnce) {
  const std::string key = good({"init", "--json"}).json()["recovery_key"];
  const std::string keyFile = file("key", key);
  const std::string next = file("next", "river otter candle\n");
  const Said back =
      good({"recover", "--recovery-key-file", keyFile, "--new-passphrase-file", next, "--json"});
  EXPECT_NE(back.json()["recovery_key"], key);
  EXPECT_EQ(bare({"unlock-check", "--passphrase-file", next}).code, kDone);
  EXPECT_EQ(run({"recover", "--recovery-key-file", keyFile, "--new-passphrase-file", next}).code,
            kWrongPassphrase);
}

TEST_F(VaultCommands, AMissingDamagedOrOpenJournalEachSaySo) {
  EXPECT_EQ(run({"list"}).code, kNo);
  good({"init"});
  for (const auto& entry : std::filesystem::directory_iterator(path("vault"))) {
    const std::string name = entry.path().filename().string();
    if (name.find(".hdr.") == std::string::npos) continue;
    std::ofstream(entry.path(), std::ios::binary | std::ios::trunc) << "not a header";
  }
  const Said damaged = run({"list"});
  EXPECT_EQ(damaged.code, kDamaged) << damaged.err;
  EXPECT_FALSE(damaged.err.empty());
}

TEST_F(VaultCommands, ABackupIsProvenToOpenAndRestoresOnlyWhereThereIsNothing) {
  good({"init"});
  good({"add"}, "Before the backup.");
  EXPECT_NE(good({"backup", path("copy")}).out.find("opened again"), std::string::npos);
  EXPECT_EQ(run({"restore", path("copy")}).code, kRefused) << "never over a journal";
  good({"restore", path("copy"), "--drill"});
  std::filesystem::rename(path("vault"), path("lost"));
  good({"restore", path("copy")});
  EXPECT_EQ(good({"list", "--json"}).json().size(), 1u);
}

TEST_F(VaultCommands, ADamagedBackupIsNotRestored) {
  good({"init"});
  for (int i = 0; i < 20; ++i) good({"add"}, "Words " + std::to_string(i));
  good({"backup", path("copy")});
  for (const auto& entry : std::filesystem::directory_iterator(path("copy"))) {
    if (entry.file_size() < 20'000) continue;
    std::fstream bytes(entry.path(), std::ios::in | std::ios::out | std::ios::binary);
    bytes.seekp(static_cast<std::streamoff>(entry.file_size() / 2));
    bytes.put('\x5a');
    bytes.put('\xa5');
  }
  std::filesystem::rename(path("vault"), path("lost"));
  const Said said = run({"restore", path("copy")});
  EXPECT_EQ(said.code, kDamaged) << said.out << said.err;
  EXPECT_EQ(run({"list"}).code, kNo) << "nothing was put there";
}

TEST_F(VaultCommands, AMissingFrameworkIsNamedInOneSentence) {
  good({"init"});
  std::filesystem::create_directories(path("assets"));
  const Said missing = run({"import", samplesPath(), "--assets", path("assets")});
  EXPECT_EQ(missing.code, kNo);
  EXPECT_NE(missing.err.find("framework.json"), std::string::npos) << missing.err;
  file("assets/framework.json", "{\"version\":1");
  const Said broken = run({"import", samplesPath(), "--assets", path("assets")});
  EXPECT_EQ(broken.code, kUnusable);
  EXPECT_NE(broken.err.find("framework.json"), std::string::npos) << broken.err;
}

TEST_F(VaultCommands, WhatIsNotUnderstoodExitsWithTwoAndHelpWithZero) {
  EXPECT_EQ(bare({"dance"}).code, kUsage);
  EXPECT_EQ(bare({}).code, kUsage);
  EXPECT_EQ(bare({"list", "--nonsense"}).code, kUsage);
  const Said help = runBare({"--help"});
  EXPECT_EQ(help.code, kDone);
  EXPECT_NE(help.out.find("Exit codes"), std::string::npos);
}

TEST_F(VaultCommands, DetailIsOnlySaidWhenAskedFor) {
  const Said quiet = run({"list"});
  const Said verbose = run({"list", "--verbose"});
  EXPECT_EQ(quiet.err.find("not-found"), std::string::npos);
  EXPECT_NE(verbose.err.find("not-found"), std::string::npos);
}

}  // namespace
}  // namespace app::cli::test
