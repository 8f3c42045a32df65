// A tutor writes, tags and comes back, with real screens, a real journal and no window.

#include <gtest/gtest.h>

#include "app/model/build_write.h"
#include "journal/domain/mention.h"
#include "tests/scenario/app_under_test.h"
#include "tests/scenario/refusing_journal.h"
#include "tests/support/ui_lint.h"

namespace {

using app::ui::Key;
using namespace std::chrono_literals;

struct Writing : testing::Test {
  void SetUp() override {
    app.unlockAs(0);
    wren = app.addYoungPerson("Ayaan Chaudhry", "Wren");
    app.lock();
    app.unlockAs(0);
  }
  journal::Reflection newest() {
    const auto rows = app.journal().newest(1, std::nullopt);
    EXPECT_TRUE(rows.ok() && !rows->empty());
    return app.journal().reflection(rows->front().id).value();
  }
  std::size_t reflections() { return app.journal().counts()->reflections; }

  tests::AppUnderTest app;
  journal::NameId wren;
};

TEST_F(Writing, OpensOnAnEmptyPageWithThePromptsAndTheKeyboardInTheText) {
  EXPECT_EQ(app.ui->focused(), "write/words");
  EXPECT_EQ(app.state.models.write.promptSet, "Q1");
  EXPECT_TRUE(app.state.models.write.blank);
}

TEST_F(Writing, NothingIsStoredBeforeAWordIsTyped) {
  app.wait(10s);
  EXPECT_EQ(reflections(), 0U);
}

TEST_F(Writing, WordsAreOnTheDiskAfterAPauseAndNotBefore) {
  app.ui->type("They kept the call and response.");
  app.wait(500ms);
  EXPECT_EQ(reflections(), 0U);
  app.wait(400ms);
  ASSERT_EQ(reflections(), 1U);
  EXPECT_NE(newest().text.find("They kept the call and response."), std::string::npos);
  EXPECT_TRUE(app.state.models.write.savedTick);
}

TEST_F(Writing, ATypedRealNameBecomesAMentionAndIsShownAsTheCodeName) {
  app.ui->type("Then Ayaan chose the verse. Good");
  app.wait(1s);
  const std::string text = newest().text;
  EXPECT_EQ(text.find("Ayaan"), std::string::npos);
  EXPECT_NE(text.find(journal::mentionToken(wren)), std::string::npos);
  EXPECT_EQ(app.view.words.editor.text(), text) << "the page shows what is stored";
}

TEST_F(Writing, ANameIsNeverStoredEvenWhenThePauseComesRightAfterIt) {
  app.ui->type("Then Ayaan");
  app.wait(1s);
  EXPECT_EQ(newest().text.find("Ayaan"), std::string::npos);
  app.ui->type(" chose.");
  app.wait(1s);
  EXPECT_NE(newest().text.find(journal::mentionToken(wren) + " chose."), std::string::npos)
      << "the caret stands behind the mention";
}

TEST_F(Writing, AtOffersYoungPeopleAndEnterPutsOneIn) {
  app.ui->type("Today @wr");
  ASSERT_TRUE(app.ui->exists("write/mention/name[" + wren.hex() + "]"));
  app.ui->key(Key::Enter);
  app.ui->type(" chose.");
  app.wait(1s);
  EXPECT_NE(newest().text.find("Today " + journal::mentionToken(wren) + " chose."),
            std::string::npos);
}

TEST_F(Writing, ASentenceIsTaggedWithTheKeyboardAlone) {
  app.ui->type("It wobbled. They chose the second verse to lead.");
  app.ui->key(Key::T, true);
  app.settle();
  ASSERT_TRUE(app.state.models.write.tagPanel.has_value());
  for (const Key key : {Key::P, Key::D4, Key::D1, Key::D4}) {
    app.ui->key(key);
    app.settle();
  }
  app.ui->key(Key::Enter);
  app.settle();
  const auto tags = app.journal().tagsOf(newest().id).value();
  ASSERT_EQ(tags.size(), 1U);
  EXPECT_EQ(tags[0].quote, "They chose the second verse to lead.");
  EXPECT_EQ(tags[0].indicator.text(), "P4.1");
  EXPECT_EQ(tags[0].level, journal::Level::of(4));
  EXPECT_EQ(app.ui->focused(), "write/words") << "the keyboard goes back to the words";
  EXPECT_TRUE(app.ui->exists("write/words/mark[" + tags[0].id.hex() + "]"));
}

TEST_F(Writing, WhileATagIsChangedItsMarkAndThePencilStandApart) {
  app.ui->type("They chose the second verse to lead.");
  app.ui->key(Key::T, true);
  app.settle();
  for (const Key key : {Key::P, Key::D4, Key::D1, Key::D4}) {
    app.ui->key(key);
    app.settle();
  }
  app.ui->key(Key::Enter);
  app.settle();
  const auto tags = app.journal().tagsOf(newest().id).value();
  ASSERT_EQ(tags.size(), 1U);
  app.ui->click("write/words/mark[" + tags[0].id.hex() + "]");
  app.settle();
  ASSERT_TRUE(app.state.models.write.tagPanel->editing);
  EXPECT_EQ(tests::lintEverywhere(*app.ui), "");
}

TEST_F(Writing, ASentenceIsTaggedWithTheMouse) {
  app.ui->type("They chose the second verse to lead.");
  app.ui->click("write/footer/tag-selection");
  app.settle();
  app.ui->click("write/tag/picker/S4");
  app.settle();
  app.ui->click("write/tag/picker/S4.1");
  app.settle();
  EXPECT_FALSE(app.ui->item("write/tag/buttons/save").enabled);
  app.ui->click("write/tag/levels/rest");
  app.settle();
  app.ui->click("write/tag/buttons/save");
  app.settle();
  const auto tags = app.journal().tagsOf(newest().id).value();
  ASSERT_EQ(tags.size(), 1U);
  EXPECT_EQ(tags[0].indicator.text(), "S4.1");
  EXPECT_EQ(tags[0].level, std::nullopt);
}

TEST_F(Writing, ATagStaysOnItsWordsWhileTheTextAroundThemChanges) {
  app.ui->type("They chose the second verse.");
  app.ui->key(Key::T, true);
  app.settle();
  for (const Key key : {Key::P, Key::D4, Key::D1, Key::D4, Key::Enter}) {
    app.ui->key(key);
    app.settle();
  }
  app.ui->key(Key::Home);
  app.ui->type("Late again. ");
  app.wait(1s);
  const auto tags = app.journal().tagsOf(newest().id).value();
  ASSERT_EQ(tags.size(), 1U);
  EXPECT_EQ(tags[0].quote, "They chose the second verse.");
}

TEST_F(Writing, EscapeLeavesTheTagPanelWithoutATag) {
  app.ui->type("They chose.");
  app.ui->key(Key::T, true);
  app.settle();
  app.ui->key(Key::Escape);
  app.settle();
  EXPECT_FALSE(app.state.models.write.tagPanel.has_value());
  EXPECT_EQ(app.ui->focused(), "write/words");
}

TEST_F(Writing, LockingWhileTypingKeepsEveryWordAndWipesTheScreen) {
  app.ui->type("The last line before the bell");
  app.lock();
  EXPECT_TRUE(app.view.words.editor.text().empty());
  EXPECT_TRUE(app.state.ui.write.words.text.empty());
  EXPECT_EQ(app.ui->dump().find("last line"), std::string::npos);
  app.unlockAs(0);
  EXPECT_NE(newest().text.find("The last line before the bell"), std::string::npos);
}

struct FullDisk : Writing {
  void SetUp() override {
    Writing::SetUp();
    auto& journal = app.tasks.room().journal;
    journal = std::make_unique<tests::RefusingJournal>(std::move(journal), full);
  }
  bool full = true;
};

TEST_F(FullDisk, SaysSoKeepsTheWordsAndSavesThemOnceThereIsRoom) {
  app.ui->type("Not one word may go.");
  app.wait(1s);
  EXPECT_TRUE(app.state.models.write.unsavedCare);
  EXPECT_FALSE(app.state.models.write.savedTick) << "it never claims what is not so";
  EXPECT_NE(app.view.words.editor.text().find("Not one word may go."), std::string::npos);
  full = false;
  app.wait(11s);
  EXPECT_NE(newest().text.find("Not one word may go."), std::string::npos);
  EXPECT_TRUE(app.state.models.write.savedTick);
}

TEST_F(FullDisk, DoesNotLockAwayWordsThatAreNotOnTheDisk) {
  app.ui->type("Not one word may go.");
  app.ui->key(Key::L, true);
  app.settle();
  EXPECT_TRUE(app.controller->open());
  EXPECT_NE(app.view.words.editor.text().find("Not one word may go."), std::string::npos);
  EXPECT_FALSE(app.state.models.shell.message.empty());
}

TEST_F(Writing, FinishIsNotYetPossibleOnABlankPage) {
  EXPECT_FALSE(app.ui->item("write/header/finish").enabled);
  EXPECT_FALSE(app.ui->item("write/header/finish").reason.empty());
  app.ui->type("One line.");
  app.settle();
  app.ui->click("write/header/finish");
  app.settle();
  EXPECT_EQ(newest().state, journal::ReflectionState::Finished);
}

TEST_F(Writing, ANewReflectionLeavesTheOldOneSaved) {
  app.ui->type("First one.");
  app.ui->click("write/header/new");
  app.settle();
  app.ui->type("Second one.");
  app.wait(1s);
  EXPECT_EQ(reflections(), 2U);
}

TEST_F(Writing, TheLessonFormRefusesADateNobodyCanRead) {
  app.ui->click("write/header/lesson");
  app.settle();
  app.state.ui.write.lesson.date = "22nd";
  app.ui->click("write/lesson-form/card/keep");
  app.settle();
  EXPECT_TRUE(app.state.models.write.lessonForm.has_value());
  app.state.ui.write.lesson.date = "2026-01-20";
  app.state.ui.write.lesson.group = "Brass group";
  app.ui->click("write/lesson-form/card/keep");
  app.settle();
  EXPECT_EQ(app.state.models.write.title, "Brass group");
}

}  // namespace
