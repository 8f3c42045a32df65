// Settings, Your data: bringing a journal in and taking a copy away, with the whole program behind.

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "app/cli/journal_export.h"
#include "journal/base/id.h"
#include "tests/scenario/app_under_test.h"
#include "tests/support/ui_lint.h"

namespace {

using namespace app::model;
using app::ui::Key;
namespace fs = std::filesystem;

struct YourData : testing::Test {
  YourData() {
    app.unlockAs(0);
    app.controller->handle(ShellIntent(GoTo{Place::Settings}));
    app.controller->handle(SettingsIntent(ChooseSection{SettingsSection::Data}));
    app.settle();
  }
  fs::path notes(int count) {
    const fs::path folder = app.folder / "notes";
    fs::create_directories(folder);
    for (int i = 1; i <= count; ++i) {
      write("notes/2026-01-" + std::to_string(10 + i) + ".md", "We clapped the tune, again.\n");
    }
    return folder;
  }
  void write(const std::string& name, const std::string& text) {
    std::ofstream(app.folder / name, std::ios::binary) << text;
  }
  std::string read(const fs::path& path) {
    std::ostringstream out;
    out << std::ifstream(path, std::ios::binary).rdbuf();
    return out.str();
  }
  void fill(const std::string& path, const std::string& words) {
    app.ui->scrollTo(path);
    app.ui->click(path);
    app.ui->key(Key::A, true);
    app.ui->type(words);
    app.settle();
  }
  void press(const std::string& path) {
    app.ui->scrollTo(path);
    app.ui->click(path);
    app.settle();
  }
  void look(const fs::path& path) {
    fill("settings/page/bring-in/path", path.string());
    press("settings/page/bring-in/look");
  }
  void previewCopy(const std::string& kind, const fs::path& to) {
    app.state.ui.settings.copyKind = kind;
    fill("settings/page/take-away/path", to.string());
    press("settings/page/take-away/preview");
  }
  /// A line, whose save is behind the long work now.
  void writeMeanwhile() {
    app.controller->handle(ShellIntent(GoTo{Place::Write}));
    app.ui->frame(2);
    app.ui->click("write/words");
    app.ui->type("He counted us in.");
    app.clock.advance(std::chrono::seconds{1});
    app.ui->frame(2);
  }
  std::size_t reflections() { return app.journal().counts()->reflections; }
  const ExchangeModel& model() const { return app.state.models.settings.exchange; }

  tests::AppUnderTest app;
};

TEST_F(YourData, LookingSaysWhatIsThereAndBringsNothingIn) {
  const fs::path folder = notes(3);
  write("notes/bad.md", "---\nnonsense\n---\nx");
  look(folder);
  ASSERT_TRUE(model().found.has_value()) << model().inProblem;
  EXPECT_TRUE(app.ui->shows("3 reflections"));
  EXPECT_TRUE(app.ui->shows("From 11 January 2026 to 13 January 2026"));
  EXPECT_TRUE(app.ui->shows("bad.md: "));
  EXPECT_EQ(reflections(), 0U);
  EXPECT_EQ(tests::lintEverywhere(*app.ui), "");
}

TEST_F(YourData, WhatWasLookedAtComesInOnceAndSaysSo) {
  const fs::path folder = notes(3);
  write("notes/bad.md", "---\nnonsense\n---\nx");
  look(folder);
  press("settings/page/bring-in/bring-in");
  EXPECT_EQ(reflections(), 3U);
  EXPECT_TRUE(app.ui->shows("3 reflections new"));
  EXPECT_TRUE(app.ui->shows("bad.md: "));
  EXPECT_NE(app.state.models.settings.holds.find("3 reflections"), std::string::npos);
  EXPECT_EQ(tests::lintEverywhere(*app.ui), "");
  look(folder);
  EXPECT_TRUE(app.ui->shows("3 of them here already"));
  press("settings/page/bring-in/bring-in");
  EXPECT_EQ(reflections(), 3U);
  EXPECT_TRUE(app.ui->shows("3 here already, left as they were"));
}

TEST_F(YourData, ACopyOfNothingButAWordForTheSpellingComesInToo) {
  const std::string word = R"({"word":{"id":"00112233445566778899aabbccddeeff","word":"ocarina"}})";
  write("words.json", "[\n{\"afternote_journal\":1},\n" + word + "\n]\n");
  look(app.folder / "words.json");
  ASSERT_TRUE(model().found.has_value()) << model().inProblem;
  EXPECT_TRUE(app.ui->shows("1 other thing"));
  press("settings/page/bring-in/bring-in");
  const auto words = app.journal().keptWords();
  EXPECT_TRUE(app.ui->shows("1 other thing new"));
  ASSERT_TRUE(words.ok());
  ASSERT_EQ(words->size(), 1U);
  EXPECT_EQ(words->front().word, "ocarina");
}

TEST_F(YourData, TheWholeWayInGoesByKeyboard) {
  app::ui::focusPath("settings/page/bring-in/path");
  app.settle();
  app.ui->type(notes(2).string());
  app.ui->key(Key::Enter);
  app.settle();
  ASSERT_TRUE(model().found.has_value());
  EXPECT_EQ(tests::joined(tests::unreachable(*app.ui)), "");
  app::ui::focusPath("settings/page/bring-in/bring-in");
  app.settle();
  app.ui->key(Key::Enter);
  app.settle();
  EXPECT_EQ(reflections(), 2U);
}

TEST_F(YourData, AStoppedImportLeavesNoHarmAndTheRestComesLater) {
  look(notes(3));
  app.controller->handle(SettingsIntent(ExchangeIntent(BringIn{})));
  app.ui->frame(2);
  ASSERT_TRUE(app.ui->exists("settings/page/bring-in/stop") ||
              app.ui->exists("settings/page/bring-in/work/cancel"));
  EXPECT_EQ(tests::lintEverywhere(*app.ui), "");
  app.controller->handle(ShellIntent(CancelWork{}));
  app.settle();
  EXPECT_EQ(reflections(), 0U);
  EXPECT_TRUE(app.ui->shows("nothing doubles"));
  look(app.folder / "notes");
  press("settings/page/bring-in/bring-in");
  EXPECT_EQ(reflections(), 3U);
  EXPECT_TRUE(app.journal().check({}, {})->problems.empty());
}

TEST_F(YourData, TenThousandNotesStoppedHalfWayComeInOnTheSecondGoAndNothingDoubles) {
  constexpr std::size_t kNotes = 10000;
  fs::create_directories(app.folder / "notes");
  for (std::size_t i = 0; i < kNotes; ++i) {
    const std::string number = std::to_string(i);
    write("notes/" + number + ".md", "---\ndate: 2026-01-11\n---\nNote " + number + ".\n");
  }
  const std::string folder = (app.folder / "notes").string();
  std::stop_source stop;
  std::uint64_t heard = 0;
  bool backwards = false;
  Watch watch;
  watch.stop = stop.get_token();
  watch.progress = [&](std::uint64_t done, std::uint64_t total) {
    EXPECT_EQ(total, kNotes);
    backwards = backwards || done < heard;
    heard = done;
    if (done >= kNotes / 2) stop.request_stop();
  };
  const auto half = app.exchange->bringIn(app.journal(), folder, watch);
  ASSERT_TRUE(half.ok()) << half.error().detail;
  EXPECT_TRUE(half->stopped);
  EXPECT_FALSE(backwards);
  EXPECT_GE(half->added, kNotes / 2);
  EXPECT_LE(half->added, kNotes / 2 + 1);  // the one in hand when it was asked to stop
  EXPECT_EQ(reflections(), half->added);
  const auto rest = app.exchange->bringIn(app.journal(), folder, {});
  ASSERT_TRUE(rest.ok()) << rest.error().detail;
  EXPECT_EQ(rest->added, kNotes - half->added);
  EXPECT_EQ(rest->alreadyHere, half->added);
  EXPECT_EQ(reflections(), kNotes);
  EXPECT_TRUE(app.journal().check({}, {})->problems.empty());
}

TEST_F(YourData, WhatIsWrittenDuringAnImportDoesNotWaitForItsEnd) {
  look(notes(3));
  app.controller->handle(SettingsIntent(ExchangeIntent(BringIn{})));
  writeMeanwhile();
  ASSERT_TRUE(app.tasks.step());
  EXPECT_EQ(reflections(), 4U);
  app.tasks.drain();
  app.ui->frame(2);
  EXPECT_TRUE(app.ui->shows("Saved on this laptop"));
  app.settle();
  EXPECT_TRUE(app.journal().check({}, {})->problems.empty());
}

TEST_F(YourData, WhatIsWrittenDuringACopyDoesNotWaitForItsEnd) {
  look(notes(3));
  press("settings/page/bring-in/bring-in");
  previewCopy("json", app.folder / "copy.json");
  app.controller->handle(SettingsIntent(ExchangeIntent(WriteCopy{})));
  writeMeanwhile();
  ASSERT_TRUE(app.tasks.step());
  EXPECT_EQ(reflections(), 4U);
  app.settle();
  EXPECT_TRUE(app.journal().check({}, {})->problems.empty());
}

TEST_F(YourData, ACopyHasEachReflectionOnceAndEveryNameFirstWhateverIsChangedMeanwhile) {
  look(notes(5));
  press("settings/page/bring-in/bring-in");
  journal::service::Journal& journal = app.journal();
  std::vector<journal::ReflectionId> ids;
  ASSERT_TRUE(journal
                  .forEachReflection({},
                                     [&](const auto& reflection, const auto&) {
                                       ids.push_back(reflection.id);
                                       return journal::Result<void>{};
                                     })
                  .ok());
  ASSERT_EQ(ids.size(), 5U);
  journal::KnownName added;
  added.id = journal::NameId::random(app.random);
  added.realName = "Zebedee";
  added.codeName = "Heron";
  journal::exchange::ImportControl control;
  control.progress = [&](std::uint64_t done, std::uint64_t) {
    if (done != 2) return;
    ASSERT_TRUE(journal.apply(journal::service::PutName{added}).ok());
    // Of a day long ago, which the walk is past by now.
    journal::service::WriteReflection written;
    written.reflection.id = journal::ReflectionId::random(app.random);
    written.reflection.lesson.date = *journal::parseDate("2020-01-01");
    written.reflection.text = "We met " + journal::mentionToken(added.id) + ".";
    ids.push_back(written.reflection.id);
    ASSERT_TRUE(journal.apply(written).ok());
  };
  app::ExportRequest request;
  request.format = app::CopyFormat::Json;
  request.to = app.folder / "copy.json";
  const auto report = app::exportJournal(journal, request, control);
  ASSERT_TRUE(report.ok());
  EXPECT_EQ(report->written, 6U);
  const std::string copy = read(request.to);
  for (const journal::ReflectionId id : ids) {
    const std::string text = "\"id\":\"" + id.hex() + "\"";
    EXPECT_EQ(copy.find(text), copy.rfind(text)) << "twice";
    EXPECT_NE(copy.find(text), std::string::npos) << "lost";
  }
  EXPECT_LT(copy.find("Zebedee"), copy.find("We met"));
}

TEST_F(YourData, AFileThatIsNoJournalIsRefusedInPlainWords) {
  look(app.folder / "nowhere");
  EXPECT_FALSE(model().found.has_value());
  EXPECT_FALSE(model().inProblem.empty());
  fill("settings/page/bring-in/path", "notes.md");
  press("settings/page/bring-in/look");
  EXPECT_TRUE(app.ui->shows("Write the whole path"));
  EXPECT_EQ(tests::lintEverywhere(*app.ui), "");
}

TEST_F(YourData, AFileDroppedOnTheWindowIsLookedAt) {
  const fs::path folder = notes(1);
  app.controller->handle(ShellIntent(GoTo{Place::Journal}));
  app.controller->handle(SettingsIntent(DropFile{folder.string()}));
  app.settle();
  ASSERT_TRUE(model().found.has_value());
  EXPECT_TRUE(app.ui->exists("settings/page/bring-in/bring-in"));
  EXPECT_EQ(reflections(), 0U);
}

TEST_F(YourData, NothingLeavesBeforeItWasShownWithTheWarningThatItHasNoLock) {
  look(notes(2));
  press("settings/page/bring-in/bring-in");
  const fs::path copy = app.folder / "copy.json";
  previewCopy("json", copy);
  EXPECT_FALSE(fs::exists(copy));
  EXPECT_TRUE(app.ui->shows("This copy has no lock"));
  EXPECT_TRUE(app.ui->shows("as real names"));
  EXPECT_EQ(tests::lintEverywhere(*app.ui), "");
  press("settings/page/take-away/write");
  EXPECT_NE(read(copy).find("We clapped the tune"), std::string::npos);
  EXPECT_TRUE(app.ui->shows("2 reflections written to " + copy.string()));
  EXPECT_EQ(tests::lintEverywhere(*app.ui), "");
}

TEST_F(YourData, EveryKindOfCopyIsWritten) {
  look(notes(2));
  press("settings/page/bring-in/bring-in");
  for (const std::string kind : {"markdown", "json", "html", "csv"}) {
    const fs::path to = app.folder / ("copy-" + kind);
    previewCopy(kind, to);
    press("settings/page/take-away/write");
    EXPECT_TRUE(fs::exists(to)) << kind << ": " << model().copySaid;
  }
}

TEST_F(YourData, ACopyNeverGoesOverAFileThatIsThere) {
  write("mine.csv", "keep me");
  previewCopy("csv", app.folder / "mine.csv");
  press("settings/page/take-away/write");
  EXPECT_EQ(read(app.folder / "mine.csv"), "keep me");
  EXPECT_TRUE(app.ui->shows("There is a file of that name already"));
}

TEST_F(YourData, WhatIsWrittenIsWhatWasShown) {
  previewCopy("csv", app.folder / "one.csv");
  ASSERT_TRUE(model().leaving.has_value());
  app.state.ui.settings.copyRealNames = true;
  app.settle();
  EXPECT_FALSE(model().leaving.has_value());
  app.controller->handle(SettingsIntent(ExchangeIntent(WriteCopy{})));
  app.settle();
  EXPECT_FALSE(fs::exists(app.folder / "one.csv"));
}

TEST_F(YourData, AStoppedCopyLeavesNothingBehind) {
  look(notes(2));
  press("settings/page/bring-in/bring-in");
  previewCopy("markdown", app.folder / "copy");
  app.controller->handle(SettingsIntent(ExchangeIntent(WriteCopy{})));
  app.controller->handle(ShellIntent(CancelWork{}));
  app.settle();
  EXPECT_FALSE(fs::exists(app.folder / "copy"));
  EXPECT_FALSE(fs::exists(app.folder / "copy.part"));
  EXPECT_TRUE(app.ui->shows("Stopped before the end"));
}

TEST_F(YourData, NothingOfItIsLeftAfterALock) {
  look(notes(1));
  app.lock();
  EXPECT_TRUE(app.state.ui.settings.outside.empty());
  app.unlockAs(0);
  app.controller->handle(ShellIntent(GoTo{Place::Settings}));
  app.settle();
  EXPECT_FALSE(model().found.has_value());
}

TEST(PathFromTyped, TakesWhatFileManagersPutOnTheClipboard) {
  using app::desktop::pathFromTyped;
  EXPECT_EQ(*pathFromTyped("  /a/b c.md\n"), "/a/b c.md");
  EXPECT_EQ(*pathFromTyped("'/a/b.md'"), "/a/b.md");
  EXPECT_EQ(*pathFromTyped("\"/a/b.md\""), "/a/b.md");
  EXPECT_EQ(*pathFromTyped("file:///a/b%20c%C3%A9.md\r\n"), "/a/b cé.md");
  EXPECT_EQ(*pathFromTyped("file://localhost/a/100%"), "/a/100%");
  EXPECT_EQ(*pathFromTyped("/a/50%25.md"), "/a/50%25.md") << "only an address has escapes";
  for (const char* wrong : {"", "notes.md", "../x", "file://", "file:///a%00b"}) {
    EXPECT_FALSE(pathFromTyped(wrong).ok()) << wrong;
  }
}

}  // namespace
