// Your data: everything about somebody is found, read and handed over; somebody is erased; a tutor
// leaves (domain.md 5.4 and 5.5).

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "journal/domain/mention.h"
#include "tests/scenario/keeping_pages.h"

namespace {

using namespace app::model;
using app::ui::Key;
namespace fs = std::filesystem;

constexpr const char* kDay = "2026-01-20";
constexpr const char* kWhy = "Her mother asked on 20 January";

struct AboutSomebody : tests::KeepingPages {
  AboutSomebody() {
    app.unlockAs(0);
    wren = app.addYoungPerson("Ayaan Chaudhry", "Wren");
    heron = app.addYoungPerson("Ines Costa", tests::kLongName);
    alone = wrote(kDay, journal::mentionToken(wren) + " brought a marimba.");
    both = wrote(kDay, journal::mentionToken(heron) + " counted in, and " +
                           journal::mentionToken(wren) + " came late. Mrs Dunne was there.");
    wrote(kDay, journal::mentionToken(heron) + " sang alone.");
    app.lock();
    app.unlockAs(0);
  }
  void find(const std::string& who) {
    open("about");
    fill("settings/page/about/name", who);
    fill("settings/page/about/reason", kWhy);
    press("settings/page/about/find");
  }
  void seeErasure(const std::string& who) {
    open("erasing");
    fill("settings/page/erasing/name", who);
    fill("settings/page/erasing/reason", kWhy);
    press("settings/page/erasing/see");
  }
  std::string read(const fs::path& path) {
    std::ostringstream out;
    out << std::ifstream(path, std::ios::binary).rdbuf();
    return out.str();
  }
  std::ptrdiff_t logged(journal::AccessKind kind) {
    const auto log = app.journal().accessLog();
    return std::count_if(log->begin(), log->end(),
                         [kind](const auto& one) { return one.kind == kind; });
  }
  const KeepingModel& model() const { return app.state.models.settings.keeping; }

  journal::NameId wren;
  journal::NameId heron;
  journal::ReflectionId alone;
  journal::ReflectionId both;
};

// To look and to copy
// ----------------------------------------------------------------------------

TEST_F(AboutSomebody, NothingIsLookedForWithoutWhoAndWhy) {
  open("about");
  expectClean("the form");
  EXPECT_EQ(app.ui->item("settings/page/about/find").reason, "Say who it is about first.");
  fill("settings/page/about/name", "Nobody");
  EXPECT_EQ(app.ui->item("settings/page/about/find").reason,
            "Nobody in this journal goes by that name.");
  fill("settings/page/about/name", "ayaan");
  EXPECT_EQ(app.ui->item("settings/page/about/find").reason, "Say who asked and why first.");
  EXPECT_TRUE(app.journal().accessLog()->empty());
}

TEST_F(AboutSomebody, WhatIsFoundIsGroupedAndTheSearchIsLogged) {
  find("Ayaan");
  EXPECT_TRUE(app.ui->shows("Reflections about them alone, 1"));
  EXPECT_TRUE(app.ui->shows("Reflections about them and others, 1"));
  const auto log = app.journal().accessLog();
  ASSERT_EQ(log->size(), 1U);
  EXPECT_EQ(log->front().reason, kWhy);
  EXPECT_TRUE(app.ui->shows("looked for everything about Wren"));
  expectClean("what was found");
  press("settings/page/found/group[0]/row[0]");
  EXPECT_EQ(app.state.models.journal.beside->id, alone);
}

TEST_F(AboutSomebody, TheCopyIsShownWordForWordWithoutAnybodyElse) {
  find("wren");
  EXPECT_TRUE(app.ui->shows("Ayaan Chaudhry brought a marimba."));
  EXPECT_TRUE(app.ui->shows("[another young person] counted in"));
  ASSERT_TRUE(model().about.copy.has_value());
  for (const CopyItem& item : model().about.copy->items) {
    for (const CopyPart& part : item.parts) {
      EXPECT_EQ(part.text.find(tests::kLongName), std::string::npos) << part.text;
      EXPECT_EQ(part.text.find("sang alone"), std::string::npos) << part.text;
    }
  }
}

TEST_F(AboutSomebody, WordsAreLeftOutAndPutBack) {
  find("wren");
  fill("settings/page/leave-out/words", "Mrs Dunne");
  press("settings/page/leave-out/out");
  EXPECT_TRUE(app.ui->shows("came late. [left out] was there."));
  expectClean("with words left out");
  press("settings/page/leave-out/back[0]");
  EXPECT_TRUE(app.ui->shows("came late. Mrs Dunne was there."));
  EXPECT_EQ(app.journal().accessLog()->size(), 1U) << "it is the same search";
}

TEST_F(AboutSomebody, OnlyWhatWasReadLeavesAndThatItLeftIsLogged) {
  const fs::path page = app.folder / "about.html";
  find("wren");
  EXPECT_EQ(app.ui->item("settings/page/copy/write").reason,
            "Read it through and tick that you did first.");
  press("settings/page/copy/read");
  fill("settings/page/copy/to", page.string());
  wrote(kDay, journal::mentionToken(wren) + " again.");
  press("settings/page/copy/write");
  EXPECT_FALSE(fs::exists(page)) << "there is more than was read";
  EXPECT_TRUE(app.ui->shows("Something changed since you read it."));
  EXPECT_EQ(app.journal().accessLog()->size(), 1U);
  find("wren");
  press("settings/page/copy/read");
  fill("settings/page/copy/to", page.string());
  press("settings/page/copy/write");
  EXPECT_NE(read(page).find("brought a marimba"), std::string::npos);
  EXPECT_EQ(read(page).find("Ines"), std::string::npos);
  EXPECT_TRUE(fs::exists(app.folder / "about.json"));
  EXPECT_EQ(logged(journal::AccessKind::Copy), 1);
  EXPECT_TRUE(app.ui->shows("Written to " + page.string()));
  expectClean("written");
}

TEST_F(AboutSomebody, ACopyNeverGoesOverAFileThatIsThereAndNothingIsLoggedThen) {
  const fs::path page = app.folder / "about.html";
  std::ofstream(page) << "keep me";
  find("wren");
  press("settings/page/copy/read");
  fill("settings/page/copy/to", page.string());
  press("settings/page/copy/write");
  EXPECT_EQ(read(page), "keep me");
  EXPECT_TRUE(app.ui->shows("There is a file of that name already."));
  EXPECT_EQ(app.journal().accessLog()->size(), 1U);
}

TEST_F(AboutSomebody, ALongCopyIsReadInStretches) {
  for (int i = 0; i < 45; ++i) wrote(kDay, journal::mentionToken(wren) + " " + std::to_string(i));
  find("wren");
  EXPECT_TRUE(app.ui->shows("1 to 20 of 48"));
  press("settings/page/copy/later");
  press("settings/page/copy/later");
  EXPECT_TRUE(app.ui->shows("41 to 48 of 48"));
  EXPECT_FALSE(app.ui->exists("settings/page/copy/later"));
  press("settings/page/copy/earlier");
  EXPECT_TRUE(app.ui->shows("21 to 40 of 48"));
}

TEST_F(AboutSomebody, NothingThatWasFoundIsLeftUnderTheNextPageOrAfterALock) {
  find("wren");
  press("settings/page/about/back");
  open("about");
  EXPECT_FALSE(model().about.copy.has_value());
  find("wren");
  app.lock();
  EXPECT_FALSE(model().about.copy.has_value());
  EXPECT_TRUE(app.state.ui.settings.keeping.about.who.reason.empty());
}

// To erase
// ---------------------------------------------------------------------------------------

TEST_F(AboutSomebody, ErasingIsListedFirstAndAskedForByTheCodeName) {
  seeErasure("Ayaan");
  EXPECT_TRUE(app.ui->shows("Goes for good, 2"));
  EXPECT_TRUE(app.ui->shows("A reflection, 20 January 2026"));
  EXPECT_TRUE(app.ui->shows("Stays without them, and without its history, 1"));
  EXPECT_TRUE(app.ui->shows("It cannot be undone."));
  EXPECT_EQ(app.ui->focused(), "settings/page/erasing/leave");
  EXPECT_EQ(app.ui->item("settings/page/erasing/erase").reason,
            "To be sure, type the code name: Wren");
  expectClean("what goes");
  fill("settings/page/erasing/code-name", "Wrenn");
  EXPECT_FALSE(app.ui->item("settings/page/erasing/erase").enabled);
  EXPECT_TRUE(app.journal().reflection(alone).ok());
  fill("settings/page/erasing/code-name", "Wren");
  press("settings/page/erasing/erase");
  EXPECT_FALSE(app.journal().reflection(alone).ok());
  EXPECT_EQ(app.journal().names()->size(), 1U);
  EXPECT_TRUE(app.ui->shows("Erased here, with its versions"));
  EXPECT_EQ(logged(journal::AccessKind::Erasure), 1);
  EXPECT_TRUE(app.journal().check({}, {})->problems.empty());
  expectClean("erased");
}

TEST_F(AboutSomebody, ErasingIsReachedFromTheirPage) {
  app.controller->handle(PeopleIntent(OpenPerson{wren}));
  app.settle();
  press("young-people/person/erase");
  EXPECT_EQ(app.state.ui.settings.keeping.erasing.who.chosen, wren.hex());
  fill("settings/page/erasing/reason", kWhy);
  app.ui->key(Key::Enter);
  app.settle();
  EXPECT_EQ(model().erasing.who, "Wren");
  press("settings/page/erasing/leave");
  EXPECT_TRUE(app.journal().reflection(alone).ok());
}

TEST_F(AboutSomebody, ErasingIsRefusedUnderALegalHoldWithTheReason) {
  const journal::LegalHold hold{journal::LegalHoldId::random(app.random),
                                wren,
                                "a claim by the family",
                                *journal::parseDate("2026-01-10"),
                                {}};
  ASSERT_TRUE(app.journal().apply(journal::service::PutLegalHold{hold}).ok());
  seeErasure("wren");
  EXPECT_TRUE(app.ui->shows("a claim by the family"));
  EXPECT_FALSE(app.ui->exists("settings/page/erasing/erase"));
  expectClean("refused");
}

TEST_F(AboutSomebody, WhatChangedSinceItWasListedIsNotErased) {
  seeErasure("wren");
  const auto more = wrote(kDay, journal::mentionToken(wren) + " again.");
  fill("settings/page/erasing/code-name", "Wren");
  press("settings/page/erasing/erase");
  EXPECT_TRUE(app.ui->shows("Something changed since you looked"));
  EXPECT_TRUE(app.journal().reflection(more).ok());
  EXPECT_TRUE(app.journal().reflection(alone).ok());
}

TEST_F(AboutSomebody, OwnLearningOfEntriesAboutThemAloneMayStay) {
  open("erasing");
  press("settings/page/erasing/learning");
  fill("settings/page/erasing/name", "wren");
  fill("settings/page/erasing/reason", kWhy);
  press("settings/page/erasing/see");
  EXPECT_TRUE(app.ui->shows("Stays without them, and without its history, 2"));
}

TEST_F(AboutSomebody, ThePageOfSomebodyErasedAndAnEntryBeingReadAreGoneEverywhere) {
  app.controller->handle(PeopleIntent(OpenPerson{wren}));
  app.settle();
  app.controller->handle(JournalIntent(OpenReflection{alone}));
  app.settle();
  seeErasure("wren");
  fill("settings/page/erasing/code-name", "Wren");
  press("settings/page/erasing/erase");
  app.controller->handle(ShellIntent(GoTo{Place::Write}));
  app.settle();
  EXPECT_FALSE(app.ui->shows("marimba"));
  app.ui->type("A new line.");
  app.wait(std::chrono::seconds{2});
  EXPECT_TRUE(app.ui->shows("Saved on this laptop"));
  app.controller->handle(ShellIntent(GoTo{Place::YoungPeople}));
  app.settle();
  EXPECT_FALSE(app.ui->exists("young-people/person/erase"));
}

// To leave
// -----------------------------------------------------------------------------------------

TEST_F(AboutSomebody, ALeaverTakesTheirOwnLearningBlurredAndReadFirst) {
  const fs::path page = app.folder / "learning.html";
  open("leaving");
  EXPECT_TRUE(app.ui->shows("30 days from your last day"));
  expectClean("leaving");
  press("settings/page/leaving/see");
  EXPECT_TRUE(app.ui->shows("a young person brought a marimba."));
  expectClean("what would be taken");
  press("settings/page/copy/read");
  fill("settings/page/copy/to", page.string());
  EXPECT_FALSE(fs::exists(page));
  press("settings/page/copy/write");
  EXPECT_NE(read(page).find("a young person brought a marimba."), std::string::npos);
  EXPECT_EQ(read(page).find("Wren"), std::string::npos);
  EXPECT_TRUE(app.ui->shows("Written to " + page.string()));
  EXPECT_EQ(app.journal().counts()->reflections, 3U) << "nothing goes by that";
}

}  // namespace
