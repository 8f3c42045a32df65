// Looking at pictures kept with an entry: small in the sheet, larger on their own, and gone when
// the sheet is closed; the sign of them in the journal.

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "tests/scenario/app_under_test.h"
#include "tests/support/picture_samples.h"
#include "tests/support/ui_lint.h"
#include "tests/support/ui_pictures.h"

namespace {

using namespace app::model;
using app::ui::Key;
using namespace std::chrono_literals;

const std::string kPictureSheet = "write/attached/card/";
const std::string kPictureLook = "write/attached-look/card/";

/// Stands for a photograph: no two of its corners are alike.
std::uint32_t sunset(int x, int y) {
  return static_cast<std::uint32_t>((255 - y % 256) << 16 | (x % 256) << 8 | (x + y) % 256);
}

struct AttachedPicture : testing::Test {
  AttachedPicture() {
    app.unlockAs(0);
    app.ui->type("They sang it back to me.");
    app.wait(2s);
    entry = app.journal().newest(1, std::nullopt)->front().id;
  }
  journal::AttachmentId keep(const std::string& name, std::string bytes) {
    const auto id = journal::AttachmentId::random(app.random);
    journal::service::AttachFile op{entry, id, name, std::move(bytes)};
    EXPECT_TRUE(app.journal().apply(op).ok());
    return id;
  }
  void reopen() {
    app.lock();
    app.unlockAs(0);
    app.controller->handle(JournalIntent(OpenReflection{entry}));
    app.settle();
  }
  void openSheet() {
    reopen();
    app.ui->key(Key::A, true, true);
    app.settle();
  }
  std::string row(journal::AttachmentId id) { return app::ui::key("one", id.hex()) + "/"; }
  void look(journal::AttachmentId id) {
    app.ui->scrollTo(kPictureSheet + row(id) + "look");
    app.ui->click(kPictureSheet + row(id) + "look");
    app.settle();
  }
  const AttachedModel& model() const { return app.state.models.write.attached; }
  void expectClean(const std::string& what) {
    EXPECT_EQ(tests::lintEverywhere(*app.ui), "") << what;
    EXPECT_EQ(tests::joined(tests::unreachable(*app.ui)), "") << what;
  }

  tests::AppUnderTest app;
  journal::ReflectionId entry;
};

TEST_F(AttachedPicture, IsShownSmallBesideItsNameAndReadOutByIt) {
  const auto id = keep("set-list.png", tests::pngOf(400, 300, sunset));
  openSheet();
  const auto& small = app.ui->item(kPictureSheet + row(id) + "small");
  EXPECT_EQ(small.role, "img");
  EXPECT_EQ(small.name, "set-list.png");
  EXPECT_LE(small.rect.w, 72);
  EXPECT_NEAR(small.rect.w / small.rect.h, 4.0 / 3.0, 0.05);
  tests::keepPicture(*app.ui, "small");
  expectClean("with a small picture");
}

TEST_F(AttachedPicture, IsLookedAtLargerByKeyboardAndLeftByEscape) {
  const auto id = keep(std::string(tests::kLongName) + ".jpg", tests::jpegOf(1600, 1200, sunset));
  openSheet();
  app::ui::focusPath(kPictureSheet + row(id) + "look");
  app.settle();
  app.ui->key(Key::Enter);
  app.settle();
  const auto picture = app.ui->item(kPictureLook + "picture").rect;
  EXPECT_GT(picture.w, 600);
  EXPECT_LT(picture.bottom(), 900);
  EXPECT_NEAR(picture.w / picture.h, 4.0 / 3.0, 0.02);
  EXPECT_EQ(app.ui->focused(), kPictureLook + "back");
  tests::keepPicture(*app.ui, "large");
  expectClean("the large picture");
  app.ui->key(Key::Escape);
  app.settle();
  EXPECT_FALSE(app.ui->exists(kPictureLook + "picture"));
  EXPECT_EQ(app.ui->focused(), kPictureSheet + row(id) + "look");
  EXPECT_FALSE(model().look.has_value());
}

TEST_F(AttachedPicture, OneThatCannotBeShownSaysSoAndIsKept) {
  std::string damaged = tests::pngOf(400, 300, sunset);
  damaged.resize(damaged.size() / 2);
  const auto broken = keep("broken.png", damaged);
  const auto huge = keep("huge.png", tests::unfoldingPng(16000, 16000, 1000));
  openSheet();
  EXPECT_FALSE(app.ui->exists(kPictureSheet + row(broken) + "small"));
  look(broken);
  EXPECT_TRUE(app.ui->shows("This picture cannot be shown"));
  expectClean("a damaged picture");
  app.ui->key(Key::Escape);
  app.settle();
  look(huge);
  EXPECT_TRUE(app.ui->shows("This picture is too large to show here."));
  app.ui->key(Key::Escape);
  app.settle();
  EXPECT_EQ(model().rows.size(), 2U);
}

TEST_F(AttachedPicture, OnlyKindsThatAreDecodedOfferALook) {
  const auto gif = keep("dance.gif", "GIF89a...");
  const auto tune = keep("tune.wav", std::string("RIFF\0\0\0\0WAVE", 12));
  openSheet();
  EXPECT_FALSE(app.ui->exists(kPictureSheet + row(gif) + "look"));
  EXPECT_FALSE(app.ui->exists(kPictureSheet + row(tune) + "look"));
  EXPECT_TRUE(app.ui->exists(kPictureSheet + row(tune) + "save"));
}

TEST_F(AttachedPicture, NothingOfItStaysWhenTheSheetIsClosedOrTheJournalLocked) {
  keep("set-list.png", tests::pngOf(400, 300, sunset));
  openSheet();
  const std::weak_ptr<const app::paint::Pixels> first = model().rows.front().small;
  ASSERT_FALSE(first.expired());
  app.ui->key(Key::Escape);
  app.settle();
  EXPECT_TRUE(first.expired());
  app.ui->key(Key::A, true, true);
  app.settle();
  const std::weak_ptr<const app::paint::Pixels> again = model().rows.front().small;
  ASSERT_FALSE(again.expired());
  app.lock();
  EXPECT_TRUE(again.expired());
}

TEST_F(AttachedPicture, ASheetClosedAtOnceDecodesNoMoreAndASaveWaitsForOneAtMost) {
  for (int i = 0; i < 5; ++i) {
    const int wide = 40 + i;
    keep(std::to_string(i) + ".png", tests::pngOf(wide, 30, sunset));
  }
  reopen();
  app.controller->handle(AttachedIntent(OpenAttached{}));
  app.ui->frame();
  EXPECT_EQ(app.tasks.pending(), 1U) << "one at a time";
  ASSERT_TRUE(app.tasks.step());
  app.controller->handle(AttachedIntent(CloseAttached{}));
  app.tasks.drain();
  EXPECT_EQ(app.tasks.pending(), 0U);
}

TEST_F(AttachedPicture, TheJournalListShowsASignThatIsReadOut) {
  const std::string path = "journal/results/" + app::ui::key("row", entry.hex());
  const auto name = [&] {
    app.controller->handle(ShellIntent(GoTo{Place::Journal}));
    app.settle();
    return app.ui->item(path).name;
  };
  EXPECT_EQ(name().find("with a picture or recording"), std::string::npos);
  keep("set-list.png", tests::pngOf(40, 30, sunset));
  reopen();
  EXPECT_NE(name().find("with a picture or recording"), std::string::npos);
  expectClean("the journal");
  tests::keepPicture(*app.ui, "journal");
  app.controller->handle(JournalIntent(OpenBeside{entry}));
  app.settle();
  EXPECT_TRUE(app.ui->shows("Kept with it: set-list.png (picture, 1 KB)"));
}

TEST_F(AttachedPicture, TheReadingCopyNamesThem) {
  keep("set-list.png", tests::pngOf(40, 30, sunset));
  reopen();
  app.ui->key(Key::H, true, false, true);
  app.settle();
  const std::filesystem::path file = app.folder / "screen.html";
  app.ui->click("reading-copy/card/save-to");
  app.ui->type(file.string());
  app.settle();
  app.ui->click("reading-copy/card/save");
  app.settle();
  std::ostringstream page;
  page << std::ifstream(file).rdbuf();
  EXPECT_NE(page.str().find("set-list.png (picture, 1 KB)"), std::string::npos);
}

}  // namespace
