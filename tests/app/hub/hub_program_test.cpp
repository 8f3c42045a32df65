// afternote-hub as whoever runs one meets it: made, served, backed up, put back.
#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <fstream>
#include <sstream>

#include "tests/app/hub/hub_caller.h"

namespace app::hub::test {
namespace {

class HubProgram : public testing::Test, public HubCaller {
 protected:
  void init() { HubCaller::init(at); }

  std::filesystem::path backups = std::filesystem::temp_directory_path() /
                                  ("afternote-hub-backups-" + std::to_string(getpid()));
  HubFolder at{"", "backup_folder = " + backups.string() + "\nbackups_kept = 2\n"};
};

TEST_F(HubProgram, IsMadeServedAndBackedUpWhileItRunsAndPutBack) {
  init();
  syncing::wire::HubEpoch before;
  {
    HubProcess hub(at.config);
    enrolAndFound(hub.port());
    EXPECT_OK(link(hub.port())->push({laptop.segment(1, 3)}));
    before = link(hub.port())->standing()->epoch;
    hub.signal(SIGUSR1);
    EXPECT_TRUE(hub.waitFor("backed-up"));
    EXPECT_OK(link(hub.port())->push({laptop.segment(4, 4)}));
    EXPECT_EQ(hub.stop(), 0);
  }
  std::filesystem::rename(at.folder / "hub", at.folder / "lost");
  const auto backup = std::filesystem::directory_iterator(backups)->path();
  const Outcome restored =
      runHub({"restore", "--config", at.config.string(), "--from", backup.string()});
  ASSERT_EQ(restored.status, 0) << restored.err;
  HubProcess hub(at.config);
  const auto standing = link(hub.port())->standing();  // the same pin, the same people
  ASSERT_TRUE(standing.ok()) << standing.error().detail;
  EXPECT_NE(standing->epoch, before);
  ASSERT_EQ(standing->heads.size(), 1U);
  EXPECT_EQ(standing->heads[0].seq, 3U);
  EXPECT_EQ(link(hub.port())->push({laptop.segment(4, 4)})->head.seq, 4U);  // it heals
  std::filesystem::remove_all(backups);
}

TEST_F(HubProgram, NeverMakesAStoreOverAnother) {
  init();
  const Outcome again = runHub({"init", "--config", at.config.string(), "--service", "Westby"});
  EXPECT_EQ(again.status, 1);
  const Outcome restore =
      runHub({"restore", "--config", at.config.string(), "--from", at.folder.string()});
  EXPECT_EQ(restore.status, 1);
  EXPECT_NE(restore.err.find("store in the hub's folder already"), std::string::npos);
  EXPECT_EQ(runHub({"serve", "--check", "--config", at.config.string()}).status, 0);
}

TEST_F(HubProgram, SaysWhatIsWrongInASentence) {
  EXPECT_EQ(runHub({}).status, 2);
  EXPECT_EQ(runHub({"dance"}).status, 2);
  const Outcome early = runHub({"serve", "--check", "--config", at.config.string()});
  EXPECT_EQ(early.status, 1);
  EXPECT_FALSE(early.err.empty());
  init();
  const Outcome role = runHub({"invite", "--config", at.config.string(), "--role", "owner"});
  EXPECT_EQ(role.status, 1);
  EXPECT_NE(role.err.find("no such role"), std::string::npos);
  HubProcess running(at.config);
  const Outcome locked = runHub({"backup", "--config", at.config.string()});
  EXPECT_EQ(locked.status, 1);
  EXPECT_NE(locked.err.find("a hub runs on it"), std::string::npos) << locked.err;
}

TEST_F(HubProgram, NothingThatCameInIsInItsFilesOrItsLog) {
  init();
  HubProcess hub(at.config);
  enrolAndFound(hub.port());
  syncing::wire::Segment planted = laptop.segment(1, 1);
  planted.sealed = "a planted word: Imani sang";  // as if a device had forgotten to seal it
  laptop.sign(planted);
  EXPECT_OK(link(hub.port())->push({planted}));
  link(hub.port())->takeLetter(syncing::wire::MailboxId::random(random), 0).ok();
  hub.signal(SIGUSR1);
  EXPECT_TRUE(hub.waitFor("backed-up"));
  hub.stop();
  const std::vector<std::string> needles = {"Imani",         invitation.code, laptop.vault.hex(),
                                            laptop.id.hex(), "Eastby",        "127.0.0.1"};
  for (const std::string& needle : needles)
    EXPECT_EQ(hub.log().find(needle), std::string::npos) << needle;
  for (const auto& root : {at.folder / "hub", backups}) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
      if (!entry.is_regular_file()) continue;
      std::ifstream file(entry.path(), std::ios::binary);
      std::stringstream all;
      all << file.rdbuf();
      for (const std::string& needle : needles)
        EXPECT_EQ(all.str().find(needle), std::string::npos) << needle << " in " << entry.path();
    }
  }
  std::filesystem::remove_all(backups);
}

TEST(HubBinary, HasNothingThatOpensAJournal) {
  // What it has of encryption is for its own store's pages: no box of a device, no journal, no
  // replica, none of the libraries a journal is read with.
  const std::string command = std::string("nm -C ") + AFTERNOTE_HUB_PROGRAM + " 2>/dev/null";
  FILE* nm = popen(command.c_str(), "r");
  ASSERT_NE(nm, nullptr);
  std::size_t lines = 0;
  std::array<char, 65536> line{};
  while (fgets(line.data(), line.size(), nm) != nullptr) {
    ++lines;
    const std::string_view text(line.data());
    for (const char* forbidden :
         {"LocalJournal", "crypto_box", "crypto_secretstream",
          "journal::store::", "journal::service::", "journal::text::", "journal::exchange::",
          "syncing::replica::", "openSegment", "journal::Reflection"})
      EXPECT_EQ(text.find(forbidden), std::string_view::npos) << text;
  }
  pclose(nm);
  EXPECT_GT(lines, 1000U);  // it was read
}

}  // namespace
}  // namespace app::hub::test
