// What two computers said differently, with the whole program on one of them.

#include <gtest/gtest.h>

#include "tests/scenario/app_under_test.h"
#include "tests/scenario/other_computer.h"
#include "tests/support/ui_lint.h"

namespace {

using namespace app::model;
using app::ui::Key;
using namespace std::chrono_literals;

/// This computer has joined what is written on the other one.
struct Differences : testing::Test {
  Differences() {
    app.unlockAs(0);
    shared = (app.folder / "between").string();
    std::filesystem::create_directories(shared);
    other.begin(shared, tests::kLongName);
    id = other.write("The same on both.\nWren led. It rained.\nThe end.");
    join();
  }
  void join() {
    DevicesUi& ui = app.state.ui.settings.devices;
    app.controller->handle(DevicesIntent(ShowDevicesPage{DevicesPage::Joining}));
    ui.code = other.add();
    ui.where = shared;
    ui.deviceName = "Home laptop";
    app.controller->handle(DevicesIntent(JoinJournal{}));
    for (int i = 0; i < 6; ++i) {
      app.settle();
      other.look();
      app.wait(1s);
      if (other.seen().step == PairingStep::Comparing && !agreed) {
        agreed = true;
        other.agree();
        app.controller->handle(DevicesIntent(WordsMatch{}));
      }
    }
    other.synchronise();
    for (int i = 0; i < 3; ++i) app.wait(1s);
    app.controller->handle(DevicesIntent(ShowDevicesPage{}));
    sync();
  }
  void sync() {
    app.controller->handle(DevicesIntent(SyncNow{}));
    app.settle();
  }
  /// Both change the same sentence while apart.
  void disagree() {
    write("The same on both.\nWren led. It wobbled.\nThe end.");
    other.edit(id, "The same on both.\nWren led. They counted us in.\nThe end.");
    sync();
    app.settle();
  }
  void write(const std::string& text) {
    ASSERT_TRUE(app.journal().apply(journal::service::EditText{id, text}).ok());
  }
  std::string text() { return app.journal().reflection(id)->text; }
  void see() {
    app.controller->handle(ShellIntent(GoTo{Place::Journal}));
    app.settle();
    app.ui->click("two-devices/first");
    app.settle();
  }

  tests::AppUnderTest app;
  std::string shared;
  tests::OtherComputer other{app.clock, app.folder / "other"};
  journal::ReflectionId id;
  bool agreed = false;
};

TEST_F(Differences, TheyAreCountedUntilTheTutorHasDecided) {
  EXPECT_EQ(app.state.models.shell.differences, 0U);
  disagree();
  EXPECT_EQ(app.state.models.shell.differences, 1U);
  see();
  ASSERT_TRUE(app.state.models.differences.open);
  EXPECT_EQ(app.state.models.differences.heads.size(), 2U);
  EXPECT_EQ(tests::lintEverywhere(*app.ui), "");
  EXPECT_EQ(tests::joined(tests::unreachable(*app.ui)), "");
  app.ui->click("differences/later");
  app.settle();
  EXPECT_FALSE(app.state.models.differences.open);
  EXPECT_EQ(app.state.models.shell.differences, 1U);
  EXPECT_EQ(tests::lintEverywhere(*app.ui), "");
}

TEST_F(Differences, KeepingBothLosesNothingAndTheOtherComputerHearsOfIt) {
  disagree();
  const std::string before = text();
  see();
  app.ui->click("differences/both");
  app.settle();
  EXPECT_EQ(text(), before);
  EXPECT_NE(before.find("wobbled"), std::string::npos);
  EXPECT_NE(before.find("counted us in"), std::string::npos);
  EXPECT_EQ(app.state.models.shell.differences, 0U);
  EXPECT_FALSE(app.state.models.differences.open);
  app.wait(15s);
  other.synchronise();
  EXPECT_TRUE(other.journal().disagreements()->empty());
}

TEST_F(Differences, OneIsKeptByTheKeyboardAloneAndTheOtherStaysInTheHistory) {
  disagree();
  see();
  const DifferencesModel& model = app.state.models.differences;
  const std::size_t across = model.side == 0 ? 1 : 0;
  app.ui->key(across == 1 ? Key::Right : Key::Left);
  app.settle();
  ASSERT_EQ(model.side, across);
  std::string wanted;
  for (const auto& run : model.parts[model.current].sides[across]) wanted += run.text;
  app.ui->key(Key::K);
  app.settle();
  EXPECT_EQ(text(), "The same on both.\n" + wanted + "\nThe end.");
  EXPECT_EQ(app.state.models.shell.differences, 0U);
  const auto versions = app.journal().versions(id);
  ASSERT_TRUE(versions.ok());
  EXPECT_GT(versions->size(), 1U);
}

TEST_F(Differences, WordsThatAreBeingTypedAndWordsThatArriveAreBothKept) {
  app.controller->handle(JournalIntent(OpenReflection{id}));
  app.settle();
  app.ui->key(Key::End, true);
  app.ui->type(" More from here.");
  other.edit(id, "From there, first.\nWren led. It rained.\nThe end.");
  sync();
  app.wait(2s);
  EXPECT_NE(text().find("More from here."), std::string::npos) << text();
  EXPECT_NE(text().find("From there, first."), std::string::npos) << text();
  EXPECT_EQ(app.state.ui.write.words.text, text());
  app.ui->type(" And on.");
  app.wait(2s);
  EXPECT_NE(text().find("And on."), std::string::npos);
  EXPECT_NE(text().find("From there, first."), std::string::npos);
}

TEST_F(Differences, APageThatLiesOpenTakesInWhatWasWrittenElsewhere) {
  app.controller->handle(JournalIntent(OpenReflection{id}));
  app.settle();
  other.edit(id, "From there, first.\nWren led. It rained.\nThe end.");
  sync();
  app.settle();
  EXPECT_NE(app.state.ui.write.words.text.find("From there, first."), std::string::npos);
}

}  // namespace
