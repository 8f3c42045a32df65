// What a screen says, saved as a page for a browser.

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "tests/scenario/app_under_test.h"
#include "tests/support/ui_lint.h"

namespace {

using namespace app::model;
using app::ui::Key;
namespace fs = std::filesystem;

struct ReadingCopyOfAScreen : testing::Test {
  ReadingCopyOfAScreen() { app.unlockAs(0); }
  void ask() {
    app.ui->key(Key::H, true, false, true);
    app.settle();
  }
  void saveTo(const fs::path& path) {
    app.ui->click("reading-copy/card/save-to");
    app.ui->type(path.string());
    app.settle();
    app.ui->click("reading-copy/card/save");
    app.settle();
  }
  static std::string read(const fs::path& path) {
    std::ostringstream out;
    out << std::ifstream(path, std::ios::binary).rdbuf();
    return out.str();
  }
  bool saved(const fs::path& path, const std::string& words) {
    return read(path).find(words) != std::string::npos;
  }

  tests::AppUnderTest app;
};

TEST_F(ReadingCopyOfAScreen, HoldsWhatTheScreenSaysAndNothingOfTheSheetOverIt) {
  app.addYoungPerson("Ayaan Chaudhry", "Wren");
  app.lock();  // put in behind the screen's back
  app.unlockAs(0);
  app.controller->handle(ShellIntent(GoTo{Place::YoungPeople}));
  app.settle();
  ask();
  EXPECT_EQ(tests::lintEverywhere(*app.ui), "");
  const fs::path file = app.folder / "screen.html";
  saveTo(file);
  EXPECT_TRUE(app.ui->shows("Saved. The file is not protected"));
  EXPECT_TRUE(saved(file, "<h1>Young people</h1>"));
  EXPECT_TRUE(saved(file, "<li>Wren")) << read(file);
  EXPECT_FALSE(saved(file, "Chaudhry"));
  EXPECT_FALSE(saved(file, "Save the page"));
  EXPECT_EQ(fs::status(file).permissions() & fs::perms::mask,
            fs::perms::owner_read | fs::perms::owner_write);
}

TEST_F(ReadingCopyOfAScreen, HoldsTheWordsBeingWritten) {
  app.ui->click("write/words");
  app.ui->type("He counted <us> in.");
  ask();
  const fs::path file = app.folder / "write.html";
  saveTo(file);
  EXPECT_TRUE(saved(file, "He counted &lt;us&gt; in."));
}

TEST_F(ReadingCopyOfAScreen, NeverGoesOverAFileAndNeedsToKnowWhere) {
  ask();
  app.ui->click("reading-copy/card/save");
  app.settle();
  EXPECT_TRUE(app.state.models.readingCopy.said.empty());
  const fs::path file = app.folder / "mine.txt";
  std::ofstream(file) << "kept";
  saveTo(file);
  EXPECT_TRUE(app.state.models.readingCopy.problem);
  EXPECT_EQ(read(file), "kept");
}

TEST_F(ReadingCopyOfAScreen, IsRefusedWhileARecoveryKeyIsOnTheScreen) {
  app.controller->handle(ShellIntent(GoTo{Place::Settings}));
  app.controller->handle(SettingsIntent(ChooseSection{SettingsSection::RecoveryKey}));
  app.controller->handle(SettingsIntent(MakeRecoveryKey{}));
  app.settle();
  ASSERT_FALSE(app.state.models.settings.keyGroups.empty());
  ask();
  EXPECT_FALSE(app.state.models.readingCopy.open);
  EXPECT_TRUE(app.ui->shows("while a recovery key is on the screen"));
  app.controller->handle(SettingsIntent(RecoveryKeyWritten{}));
  app.settle();
  ask();
  EXPECT_TRUE(app.state.models.readingCopy.open);
}

TEST_F(ReadingCopyOfAScreen, WantsAWholePathAndTakesWhatAFileManagerCopied) {
  ask();
  saveTo("page.html");
  EXPECT_TRUE(app.state.models.readingCopy.problem);
  EXPECT_FALSE(fs::exists("page.html"));
  app.ui->key(Key::Escape);
  app.settle();
  ask();
  const fs::path file = app.folder / "page.html";
  saveTo("\"" + file.string() + "\"");
  EXPECT_TRUE(saved(file, "<main>"));
}

TEST_F(ReadingCopyOfAScreen, IsGoneWithALock) {
  ask();
  app.ui->type("/somewhere/page.html");
  app.lock();
  app.ui->key(Key::H, true, false, true);
  app.settle();
  EXPECT_FALSE(app.state.models.readingCopy.open);
  app.unlockAs(0);
  ask();
  EXPECT_TRUE(app.state.ui.readingCopy.saveTo.empty());
}

}  // namespace
