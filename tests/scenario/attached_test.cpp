// Pictures and recordings of the entry being written: added, listed, copied out and taken out, with
// the whole program behind.

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "app/model/attached_words.h"
#include "app/model/keeping_words.h"
#include "tests/scenario/app_under_test.h"
#include "tests/support/ui_lint.h"

namespace {

using namespace app::model;
using app::ui::Key;
using namespace std::chrono_literals;
namespace fs = std::filesystem;

const std::string kSheet = "write/attached/card/";

/// Bytes that begin like a picture: what is kept is never looked into.
std::string pictureBytes(std::size_t size) {
  std::string bytes("\x89PNG\r\n\x1a\n", 8);
  bytes.resize(size, 'p');
  return bytes;
}

struct Attached : testing::Test {
  Attached() { app.unlockAs(0); }
  fs::path file(const std::string& name, const std::string& bytes) {
    std::ofstream(app.folder / name, std::ios::binary) << bytes;
    return app.folder / name;
  }
  std::string read(const fs::path& path) {
    std::ostringstream out;
    out << std::ifstream(path, std::ios::binary).rdbuf();
    return out.str();
  }
  void writeLine() {
    app.ui->type("They sang it back to me.");
    app.wait(2s);
  }
  void openSheet() {
    app.ui->key(Key::A, true, true);
    app.settle();
    ASSERT_TRUE(app.ui->exists(kSheet + "path"));
  }
  void add(const std::string& path) {
    app.ui->scrollTo(kSheet + "path");
    app.ui->click(kSheet + "path");
    app.ui->key(Key::A, true);
    app.ui->type(path);
    app.ui->key(Key::Enter);
    app.settle();
  }
  void press(const std::string& key) {
    app.ui->scrollTo(kSheet + key);
    app.ui->click(kSheet + key);
    app.settle();
  }
  void close() {
    app.ui->key(Key::Escape);
    app.settle();
  }
  /// The one written last; once it is on hold no list has it.
  journal::ReflectionId entry() {
    const auto rows = app.journal().newest(1, std::nullopt);
    if (rows.ok() && !rows->empty()) entry_ = rows->front().id;
    return entry_;
  }
  std::vector<journal::Attachment> kept() { return *app.journal().attachments(entry()); }
  std::string row(std::size_t index = 0) {
    return app::ui::key("one", kept().at(index).id.hex()) + "/";
  }
  const AttachedModel& model() const { return app.state.models.write.attached; }
  void expectClean(const std::string& what) {
    EXPECT_EQ(tests::lintEverywhere(*app.ui), "") << what;
    EXPECT_EQ(tests::joined(tests::unreachable(*app.ui)), "") << what;
  }

  tests::AppUnderTest app;

 private:
  journal::ReflectionId entry_;
};

TEST_F(Attached, APictureIsAddedByKeyboardAloneAndListedUnderTheWords) {
  writeLine();
  app.ui->key(Key::A, true, true);
  app.settle();
  EXPECT_EQ(app.ui->focused(), kSheet + "path");
  app.ui->type(file("set-list.png", pictureBytes(3000)).string());
  app.ui->key(Key::Enter);
  app.settle();
  ASSERT_EQ(kept().size(), 1U);
  EXPECT_TRUE(app.ui->shows("Kept with the entry. The file you took it from is still there."));
  EXPECT_TRUE(app.ui->shows("Picture, 3 KB, added 22 January 2026"));
  expectClean("the sheet");
  close();
  EXPECT_FALSE(app.ui->exists(kSheet + "path"));
  EXPECT_EQ(app.ui->focused(), "write/words");
  EXPECT_EQ(app.ui->item("write/attached-line/see").name, "1 picture");
  EXPECT_TRUE(app.ui->shows("set-list.png (picture, 3 KB)"));
  expectClean("the page");
}

TEST_F(Attached, AFileThatCannotBeKeptIsAnsweredInTheWordsOfTheCommandLine) {
  writeLine();
  openSheet();
  add((app.folder / "nowhere.png").string());
  EXPECT_TRUE(app.ui->shows("There is no file of that name."));
  expectClean("no such file");
  add(app.folder.string());
  EXPECT_TRUE(app.ui->shows("That is not a file that can be kept."));
  add(file("words.txt", "only words").string());
  EXPECT_TRUE(app.ui->shows("This file is none of these."));
  add("set-list.png");
  EXPECT_TRUE(app.ui->shows("Write the whole path, from its first slash."));
  const fs::path large = file("large.png", "x");
  fs::resize_file(large, journal::kMostAttachmentBytes + 1);
  add(large.string());
  EXPECT_TRUE(app.ui->shows("24 MB is the most"));
  EXPECT_TRUE(kept().empty());
  expectClean("too large");
}

TEST_F(Attached, ToAPageNothingIsWrittenOnYetItKeepsThePageToo) {
  openSheet();
  add((app.folder / "nowhere.png").string());
  EXPECT_TRUE(app.journal().newest(1, std::nullopt)->empty()) << "a wrong path keeps no empty page";
  add(file("tune.wav", std::string("RIFF\0\0\0\0WAVE", 12)).string());
  ASSERT_EQ(kept().size(), 1U);
  close();
  app.ui->type("Forty seconds of it.");
  app.wait(2s);
  EXPECT_EQ(app.journal().counts()->reflections, 1U);
  EXPECT_NE(app.journal().reflection(entry())->text.find("Forty seconds"), std::string::npos);
  EXPECT_EQ(kept().size(), 1U);
}

TEST_F(Attached, TheSameFileTwiceIsKeptOnce) {
  writeLine();
  openSheet();
  const std::string path = file("set-list.png", pictureBytes(300)).string();
  add(path);
  add(path);
  EXPECT_EQ(kept().size(), 1U);
  EXPECT_TRUE(app.ui->shows("This entry has it already."));
}

TEST_F(Attached, APictureDroppedOnThePageIsKeptAndAnotherFileIsLookedAtAsBefore) {
  writeLine();
  const auto drop = [&](const fs::path& path) {
    app.controller->handle(SettingsIntent(DropFile{path.string()}));
    app.settle();
  };
  drop(file("set-list.png", pictureBytes(300)));
  EXPECT_EQ(kept().size(), 1U);
  EXPECT_TRUE(app.ui->exists(kSheet + row() + "save"));
  drop(file("words.txt", "no picture"));
  EXPECT_TRUE(app.ui->shows("This file is none of these.")) << "the sheet is open";
  close();
  drop(file("2026-01-11.md", "We clapped the tune.\n"));
  EXPECT_TRUE(app.ui->exists("settings/page/bring-in/path"));
}

TEST_F(Attached, WhatIsTypedWhileABigFileIsReadIsSavedBeforeItsEnd) {
  writeLine();
  openSheet();
  app.state.ui.write.attached.path = file("big.png", pictureBytes(3 << 20)).string();
  app.settle();
  app.controller->handle(AttachedIntent(AddAttached{}));
  app.ui->frame(2);
  expectClean("while it is read");
  app.ui->key(Key::Escape);
  app.ui->frame(3);
  EXPECT_TRUE(app.ui->exists("write/attached-line/stop"));
  app.ui->click("write/words");
  app.ui->type(" Twice.");
  app.clock.advance(1s);
  app.ui->frame(2);
  ASSERT_TRUE(app.tasks.step());  // the reading, which lets the save come between
  EXPECT_NE(app.journal().reflection(entry())->text.find("Twice."), std::string::npos);
  EXPECT_TRUE(kept().empty());
  app.settle();
  EXPECT_EQ(kept().size(), 1U);
  EXPECT_TRUE(app.journal().check({}, {})->problems.empty());
}

TEST_F(Attached, ReadingIsStoppedAndLeavesNothing) {
  writeLine();
  openSheet();
  app.state.ui.write.attached.path = file("big.png", pictureBytes(3 << 20)).string();
  app.settle();
  app.controller->handle(AttachedIntent(AddAttached{}));
  app.ui->frame(2);
  app.ui->click(kSheet + (app.ui->exists(kSheet + "stop") ? "stop" : "work/cancel"));
  app.settle();
  EXPECT_TRUE(kept().empty());
  EXPECT_TRUE(app.ui->shows("Stopped. Nothing is lost."));
}

TEST_F(Attached, ACopyIsSavedAfterItsWarningAndNeverOverAFile) {
  writeLine();
  openSheet();
  const std::string bytes = pictureBytes(5000);
  add(file("set-list.png", bytes).string());
  press(row() + "save");
  EXPECT_EQ(app.ui->focused(), kSheet + row() + "to");
  EXPECT_TRUE(app.ui->shows("This copy has no lock"));
  expectClean("where to");
  app.ui->click(kSheet + row() + "to");
  app.ui->type((app.folder / "set-list.png").string());
  app.ui->key(Key::Enter);
  app.settle();
  EXPECT_TRUE(app.ui->shows("There is a file of that name already"));
  expectClean("a file is there");
  fs::create_directory(app.folder / "copies");
  app.ui->click(kSheet + row() + "to");
  app.ui->key(Key::A, true);
  app.ui->type((app.folder / "copies").string());
  app.ui->key(Key::Enter);
  app.settle();
  EXPECT_EQ(read(app.folder / "copies" / "set-list.png"), bytes);
  EXPECT_EQ(fs::status(app.folder / "copies" / "set-list.png").permissions(),
            fs::perms::owner_read | fs::perms::owner_write);
  EXPECT_TRUE(app.ui->shows("Saved to " + (app.folder / "copies" / "set-list.png").string()));
  EXPECT_EQ(read(app.folder / "set-list.png"), bytes);
}

TEST_F(Attached, RemovingIsAskedOnceAndSaysWhatItMeans) {
  writeLine();
  openSheet();
  add(file("set-list.png", pictureBytes(300)).string());
  press(row() + "remove");
  EXPECT_EQ(app.ui->focused(), kSheet + row() + "keep") << "nothing that destroys comes first";
  EXPECT_TRUE(app.ui->shows("Erasing the entry for good destroys it; this alone does not."));
  expectClean("the question");
  press(row() + "keep");
  ASSERT_EQ(kept().size(), 1U);
  EXPECT_EQ(app.ui->focused(), kSheet + row() + "remove");
  app.ui->key(Key::Enter);
  app.settle();
  app.ui->key(Key::Tab);
  app.ui->key(Key::Enter);
  app.settle();
  EXPECT_TRUE(kept().empty());
  EXPECT_TRUE(app.ui->shows("Removed from this entry."));
  EXPECT_TRUE(app.ui->shows("Nothing is kept with this entry but its words."));
  close();
  EXPECT_FALSE(app.ui->exists("write/attached-line/see"));
}

TEST_F(Attached, AHeldEntryShowsWhatItHasAndChangesNothing) {
  writeLine();
  openSheet();
  add(file("set-list.png", pictureBytes(300)).string());
  close();
  ASSERT_TRUE(app.journal().apply(journal::service::HoldReflection{entry(), true}).ok());
  const auto id = entry();
  app.lock();
  app.unlockAs(0);
  app.controller->handle(JournalIntent(OpenReflection{id}));
  app.settle();
  ASSERT_TRUE(app.ui->exists("write/attached-line/see"));
  app.ui->key(Key::A, true, true);
  app.settle();
  EXPECT_FALSE(app.ui->exists(kSheet + "path"));
  EXPECT_TRUE(app.ui->shows("This reflection is on safeguarding hold"));
  EXPECT_NE(app.ui->item(kSheet + row() + "remove").reason.find("safeguarding hold"),
            std::string::npos);
  expectClean("a held entry");
  press(row() + "save");
  app.ui->type((app.folder / "out.png").string());
  app.ui->key(Key::Enter);
  app.settle();
  EXPECT_EQ(read(app.folder / "out.png"), pictureBytes(300));
}

TEST_F(Attached, AnotherPageShowsItsOwnAndALockForgetsAll) {
  writeLine();
  openSheet();
  add(file("set-list.png", pictureBytes(300)).string());
  const auto first = entry();
  close();
  app.ui->key(Key::N, true);
  app.settle();
  EXPECT_TRUE(model().rows.empty());
  app.controller->handle(JournalIntent(OpenReflection{first}));
  app.settle();
  EXPECT_EQ(model().rows.size(), 1U);
  openSheet();
  app.ui->type("a path");
  app.lock();
  EXPECT_TRUE(app.state.ui.write.attached.path.empty());
  EXPECT_TRUE(model().rows.empty());
  EXPECT_FALSE(model().open);
}

TEST_F(Attached, LongNamesAndManyOfThemStayWithinThePage) {
  writeLine();
  for (int i = 0; i < 20; ++i) {
    journal::service::AttachFile op{
        entry(), journal::AttachmentId::random(app.random),
        std::string(i % 2 == 0 ? tests::kLongName : "tune") + std::to_string(i) + ".png",
        pictureBytes(static_cast<std::size_t>(1000 + i))};
    ASSERT_TRUE(app.journal().apply(op).ok());
  }
  const auto id = entry();
  app.lock();
  app.unlockAs(0);
  app.controller->handle(JournalIntent(OpenReflection{id}));
  app.settle();
  expectClean("the page");
  openSheet();
  expectClean("the sheet");
  add(file("one-more.png", pictureBytes(9)).string());
  EXPECT_TRUE(app.ui->shows("An entry keeps up to 20 pictures and recordings."));
}

TEST_F(Attached, FindOpensTheSheetFromAnywhere) {
  writeLine();
  app.controller->handle(ShellIntent(GoTo{Place::Journal}));
  app.settle();
  app.ui->key(Key::K, true);
  app.settle();
  app.ui->type("pictures");
  app.settle();
  app.ui->key(Key::Enter);
  app.settle();
  EXPECT_TRUE(app.ui->exists(kSheet + "path"));
}

}  // namespace
