// A tutor's two computers, with the whole program on one of them and a folder between.

#include <gtest/gtest.h>

#include "tests/scenario/app_under_test.h"
#include "tests/scenario/other_computer.h"
#include "tests/support/ui_lint.h"

namespace {

using namespace app::model;
using app::ui::Key;
using namespace std::chrono_literals;

struct DevicesPages : testing::Test {
  DevicesPages() {
    app.unlockAs(0);
    shared = app.folder / "between";
    std::filesystem::create_directories(shared);
    seeDevices();
  }
  void seeDevices() {
    app.controller->handle(DevicesIntent(SeeDevices{}));
    app.settle();
  }
  void fill(const std::string& path, const std::string& words) {
    app.ui->click(path);
    app.ui->type(words);
    app.settle();
  }
  void useFolder() {
    app.ui->click("settings/page/places/folder");
    app.settle();
    fill("settings/page/folder/path", shared.string());
    fill("settings/page/folder/name", "Home laptop");
    app.ui->click("settings/page/folder/go");
    app.settle();
  }
  /// To the code, on this computer.
  void showCode() {
    app.ui->click("settings/page/devices/add");
    app.settle();
    fill("settings/page/passphrase/again", tests::kPassphrase);
    app.ui->click("settings/page/passphrase/go");
    app.settle();
  }
  std::string code() const {
    std::string code;
    for (const std::string& group : devices().pairing.code) code += group + " ";
    return code;
  }
  /// Both say yes.
  void pair() {
    showCode();
    other.join(code(), shared.string());
    app.wait(1s);
    other.look();
    app.ui->click("settings/page/pairing/question/match");
    app.settle();
    other.agree();
    for (int i = 0; i < 4; ++i) {
      app.wait(1s);
      other.look();
    }
    ASSERT_EQ(other.seen().step, PairingStep::Done) << other.seen().why;
    app.ui->click("settings/page/pairing/done");
    app.settle();
    other.synchronise();
  }
  std::string write(const std::string& words) {
    app.controller->handle(WriteIntent(NewReflection{""}));
    app.settle();
    app.ui->type(words);
    app.wait(2s);
    return words;
  }
  /// Makes one on the page for it, and writes it down.
  std::string newRecoveryKey() {
    app.controller->handle(ShellIntent(GoTo{Place::Settings}));
    app.controller->handle(SettingsIntent(ChooseSection{SettingsSection::RecoveryKey}));
    app.settle();
    app.ui->click("settings/page/recovery/new");
    app.settle();
    std::string key;
    for (const std::string& group : app.state.models.settings.keyGroups) key += group + " ";
    app.ui->click("settings/page/recovery/written");
    return key;
  }
  std::vector<journal::DeviceId> listedPapers() const {
    std::vector<journal::DeviceId> papers;
    for (const DeviceLine& line : devices().devices) {
      if (line.isPaper) papers.push_back(line.id);
    }
    return papers;
  }
  const DevicesModel& devices() const { return app.state.models.settings.devices; }
  std::string status() const { return app.state.models.shell.personStatus; }

  tests::AppUnderTest app;
  std::filesystem::path shared;
  tests::OtherComputer other{app.clock, app.folder / "other"};
};

TEST_F(DevicesPages, AJournalOfOneComputerSaysWhatCanBeDoneAboutIt) {
  EXPECT_FALSE(devices().shared);
  EXPECT_EQ(status(), "Saved here");
  EXPECT_FALSE(devices().addNotYet.empty());
  EXPECT_EQ(tests::lintEverywhere(*app.ui), "");
  EXPECT_EQ(tests::joined(tests::unreachable(*app.ui)), "");
}

TEST_F(DevicesPages, EveryFormIsCleanAndWithinReach) {
  for (const DevicesPage page :
       {DevicesPage::Hub, DevicesPage::Folder, DevicesPage::Passphrase, DevicesPage::Joining,
        DevicesPage::ListKey, DevicesPage::ComeBack}) {
    SCOPED_TRACE(static_cast<int>(page));
    app.controller->handle(DevicesIntent(ShowDevicesPage{page}));
    app.settle();
    EXPECT_EQ(tests::lintEverywhere(*app.ui), "");
    EXPECT_EQ(tests::joined(tests::unreachable(*app.ui)), "");
  }
}

TEST_F(DevicesPages, NothingIsSyncedBeforeTheFolderHasEveryChange) {
  useFolder();
  EXPECT_EQ(status(), "Synced 16:05");
  app.controller->handle(ShellIntent(GoTo{Place::Write}));
  app.settle();
  app.ui->type("They kept the call and response.");
  app.settle();
  EXPECT_EQ(status().find("Synced"), std::string::npos) << status();
  app.wait(1s);
  EXPECT_EQ(status(), "Saved here, not yet synced");
  app.wait(15s);
  EXPECT_EQ(status(), "Synced 16:05");
}

TEST_F(DevicesPages, WithoutItsFolderItGoesOnAndSaysSo) {
  useFolder();
  app.controller->handle(ShellIntent(LockAfter{0}));
  std::filesystem::remove_all(shared);
  write("Nobody else has this yet.");
  app.wait(15s);
  EXPECT_EQ(status(), "Saved here, not yet synced");
  seeDevices();
  EXPECT_FALSE(devices().trouble.empty());
  EXPECT_EQ(tests::lintEverywhere(*app.ui), "");
  std::filesystem::create_directories(shared);
  app.wait(20min);
  EXPECT_EQ(status().substr(0, 6), "Synced") << status() << devices().trouble;
}

TEST_F(DevicesPages, AfterARestartItIsKnownWhatWasNotYetSynced) {
  useFolder();
  std::filesystem::remove_all(shared);
  write("Nobody else has this yet.");
  app.lock();
  app.unlockAs(0);
  EXPECT_EQ(status(), "Saved here, not yet synced");
}

TEST_F(DevicesPages, AnotherComputerIsAddedBySixWordsAndHasTheJournal) {
  write("They kept the call and response.");
  seeDevices();
  useFolder();
  pair();
  EXPECT_TRUE(other.has("call and response"));
  ASSERT_EQ(devices().devices.size(), 2U);
  EXPECT_EQ(devices().devices[0].name, "Home laptop");
  EXPECT_TRUE(devices().devices[0].isThis);
  EXPECT_EQ(devices().devices[1].name, tests::kLongName);
  EXPECT_EQ(tests::lintEverywhere(*app.ui), "");
  EXPECT_EQ(tests::joined(tests::unreachable(*app.ui)), "");
  other.write("From school. It rained.");
  app.wait(6min);
  app.controller->handle(ShellIntent(GoTo{Place::Journal}));
  app.settle();
  EXPECT_TRUE(app.ui->shows("From school"));
}

TEST_F(DevicesPages, WithoutThePassphraseThereIsNoCode) {
  useFolder();
  app.ui->click("settings/page/devices/add");
  app.settle();
  fill("settings/page/passphrase/again", "not my passphrase at all");
  app.ui->key(Key::Enter);
  app.settle();
  EXPECT_EQ(devices().page, DevicesPage::Passphrase);
  EXPECT_FALSE(devices().problem.empty());
  EXPECT_TRUE(devices().pairing.code.empty());
}

TEST_F(DevicesPages, NothingIsAddedByDefaultAndWhatDiffersStopsIt) {
  useFolder();
  showCode();
  ASSERT_EQ(devices().pairing.code.size(), 4U);
  EXPECT_EQ(tests::lintEverywhere(*app.ui), "");
  other.join(code(), shared.string());
  app.wait(1s);
  other.look();
  app.settle();
  ASSERT_EQ(devices().pairing.words.size(), 6U);
  EXPECT_EQ(devices().pairing.words, other.seen().words);
  EXPECT_EQ(app.ui->focused(), "settings/page/pairing/question/differ");
  EXPECT_EQ(tests::lintEverywhere(*app.ui), "");
  EXPECT_EQ(tests::joined(tests::unreachable(*app.ui)), "");
  app::ui::focusPath("settings/page/pairing/question/differ");
  app.settle();
  app.ui->key(Key::Enter);
  app.settle();
  EXPECT_EQ(devices().page, DevicesPage::List);
  EXPECT_EQ(devices().devices.size(), 1U);
  EXPECT_TRUE(app.ui->shows("nothing was added"));
}

TEST_F(DevicesPages, ThisComputerJoinsAJournalThatIsWrittenElsewhere) {
  other.begin(shared.string(), "Music office desktop");
  other.write("Written before, on the other one.");
  other.synchronise();
  const std::string shown = other.add();
  app.ui->click("settings/page/places/join");
  app.settle();
  fill("settings/page/join/code", shown);
  fill("settings/page/join/where", shared.string());
  fill("settings/page/join/name", "Home laptop");
  app.ui->click("settings/page/join/go");
  app.settle();
  other.look();
  app.wait(1s);
  other.look();
  app.wait(1s);
  ASSERT_EQ(devices().pairing.words.size(), 6U) << devices().pairing.line;
  EXPECT_EQ(devices().pairing.words, other.seen().words);
  EXPECT_EQ(tests::lintEverywhere(*app.ui), "");
  app.ui->click("settings/page/pairing/question/match");
  other.agree();
  for (int i = 0; i < 3; ++i) {
    other.look();
    other.synchronise();
    app.wait(1s);
  }
  EXPECT_TRUE(devices().pairing.over) << devices().pairing.line;
  EXPECT_EQ(devices().pairing.problem, "");
  app.wait(1s);
  app.controller->handle(ShellIntent(GoTo{Place::Journal}));
  app.settle();
  EXPECT_TRUE(app.ui->shows("Written before"));
}

TEST_F(DevicesPages, AJournalWithWordsInItDoesNotBecomeAnothers) {
  write("Mine.");
  seeDevices();
  other.begin(shared.string(), "Music office desktop");
  const std::string shown = other.add();
  app.ui->click("settings/page/places/join");
  app.settle();
  fill("settings/page/join/code", shown);
  fill("settings/page/join/where", shared.string());
  fill("settings/page/join/name", "Home laptop");
  app.ui->click("settings/page/join/go");
  app.settle();
  EXPECT_NE(devices().problem.find("written in this journal already"), std::string::npos);
}

TEST_F(DevicesPages, ANewDeviceIsSaidForSevenDaysUnlessThePersonKnowsOfIt) {
  useFolder();
  pair();
  ASSERT_EQ(app.state.models.shell.newDevices.size(), 1U);
  EXPECT_EQ(tests::lintEverywhere(*app.ui), "");
  app.lock();
  app.unlockAs(0);
  EXPECT_EQ(app.state.models.shell.newDevices.size(), 1U);
  app.ui->click("new-device/first");
  app.settle();
  EXPECT_TRUE(app.state.models.shell.newDevices.empty());
  app.lock();
  app.unlockAs(0);
  EXPECT_TRUE(app.state.models.shell.newDevices.empty());
}

TEST_F(DevicesPages, ADeviceIsRemovedOnlyAfterItWasSaidWhatWouldBeLost) {
  useFolder();
  pair();
  const std::string row =
      "settings/page/devices/" + app::ui::key("device", devices().devices[1].id.hex());
  app.ui->click(row + "/remove");
  app.settle();
  EXPECT_TRUE(app.ui->shows("stay there alone"));
  EXPECT_EQ(app.ui->focused(), row + "/keep");
  EXPECT_EQ(tests::lintEverywhere(*app.ui), "");
  app.ui->click(row + "/remove-it");
  app.settle();
  EXPECT_EQ(devices().devices.size(), 1U);
  app.wait(15s);
  EXPECT_TRUE(other.synchronise().removed);
  write("Not for the one that is gone.");
  app.wait(15s);
  other.synchronise();
  EXPECT_FALSE(other.has("Not for the one"));
}

TEST_F(DevicesPages, OnceListedThePaperBringsTheJournalToANewComputer) {
  write("Kept through everything.");
  const std::string paper = newRecoveryKey();
  seeDevices();
  useFolder();
  app.ui->click("settings/page/lost/list-key");
  app.settle();
  fill("settings/page/list-key/key", "not the key of anything");
  app.ui->click("settings/page/list-key/go");
  app.settle();
  EXPECT_FALSE(devices().problem.empty());
  EXPECT_EQ(app.state.ui.settings.devices.recoveryKey, "") << "no secret stays in a field";
  fill("settings/page/list-key/key", paper);
  app.ui->click("settings/page/list-key/go");
  app.settle();
  EXPECT_TRUE(devices().keyListed);
  ASSERT_EQ(devices().devices.size(), 2U);
  EXPECT_TRUE(devices().devices[1].isPaper);
  EXPECT_EQ(tests::lintEverywhere(*app.ui), "");

  other.comeBack(paper, shared.string());
  EXPECT_TRUE(other.has("Kept through everything"));

  // A new one takes its place on the list, and the old one brings nothing back any more.
  const journal::DeviceId before = devices().devices[1].id;
  const std::string next = newRecoveryKey();
  seeDevices();
  app.ui->click("settings/page/devices/sync");
  app.settle();
  app.wait(1s);
  const auto papers = listedPapers();
  ASSERT_EQ(papers.size(), 1U);
  EXPECT_NE(papers[0], before);
  tests::OtherComputer third(app.clock, app.folder / "third", 3);
  third.comeBack(next, shared.string());
  EXPECT_TRUE(third.has("Kept through everything"));
}

TEST_F(DevicesPages, AJournalOfAnotherComputerComesBackHereByItsPaper) {
  other.begin(shared.string(), "Music office desktop");
  other.write("Written before everything was lost.");
  other.listRecoveryKey();
  app.ui->click("settings/page/places/join");
  app.settle();
  app.ui->click("settings/page/lost");
  app.settle();
  fill("settings/page/come-back/key", other.recoveryKey());
  fill("settings/page/come-back/where", shared.string());
  fill("settings/page/come-back/name", "New laptop");
  app.ui->click("settings/page/come-back/go");
  app.settle();
  EXPECT_EQ(devices().problem, "");
  app.wait(1s);
  EXPECT_EQ(devices().devices.size(), 3U) << "this one, the lost one and the paper";
  app.controller->handle(ShellIntent(GoTo{Place::Journal}));
  app.settle();
  EXPECT_TRUE(app.ui->shows("before everything was lost"));
}

TEST_F(DevicesPages, LockingWhileADeviceIsAddedForgetsTheCode) {
  useFolder();
  showCode();
  app.lock();
  app.unlockAs(0);
  seeDevices();
  EXPECT_TRUE(devices().pairing.code.empty());
  EXPECT_EQ(devices().page, DevicesPage::List);
}

}  // namespace
