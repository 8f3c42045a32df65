// Settings, Prompts: sets of one's own in versions, and what Write offers (product.md A3).

#include <gtest/gtest.h>

#include <fstream>

#include "journal/domain/mention.h"
#include "tests/scenario/app_under_test.h"
#include "tests/support/ui_lint.h"

namespace {

using namespace app::model;
using app::ui::Key;
using namespace std::chrono_literals;

struct PromptPages : testing::Test {
  PromptPages() {
    app.unlockAs(0);
    open();
  }
  void open() {
    app.controller->handle(ShellIntent(GoTo{Place::Settings}));
    app.controller->handle(SettingsIntent(ChooseSection{SettingsSection::Prompts}));
    app.settle();
  }
  void press(const std::string& path) {
    app.ui->scrollTo(path);
    app.ui->click(path);
    app.settle();
  }
  std::string page(const std::string& code, const std::string& key) {
    return "settings/page/" + app::ui::key("set", code) + "/" + key;
  }
  std::string dialog(const std::string& key) { return "settings/page/prompt-set/card/" + key; }
  std::string question(std::size_t index, const std::string& key) {
    return dialog(app::ui::key("question", index) + "/" + key);
  }
  void retype(const std::string& path, const std::string& words) {
    app.ui->scrollTo(path);
    app.ui->click(path);
    app.ui->key(Key::A, true);
    app.ui->type(words);
    app.settle();
  }
  /// A copy of Q1 with one question changed.
  std::string makeCopy() {
    press(page("Q1", "copy"));
    retype(dialog("name"), "Hollinbeck steps");
    retype(question(0, "words"), "What did they lead?");
    press(dialog("keep"));
    return journal::codeOf(app.journal().ownPrompts()->versions.front().id);
  }
  void newPage() {
    app.controller->handle(WriteIntent(NewReflection{}));
    app.settle();
  }
  std::vector<std::string> offeredNames() { return app.state.models.write.promptSetNames; }

  tests::AppUnderTest app;
};

TEST_F(PromptPages, ACopyOfOursIsChangedAndKeptAsTheFirstVersion) {
  press(page("Q1", "copy"));
  EXPECT_EQ(app.ui->focused(), dialog("name"));
  EXPECT_EQ(tests::lintEverywhere(*app.ui), "");
  EXPECT_EQ(tests::joined(tests::unreachable(*app.ui)), "");
  press(dialog("cancel"));
  EXPECT_TRUE(app.journal().ownPrompts()->versions.empty()) << "nothing is kept by looking";
  makeCopy();
  const auto versions = app.journal().ownPrompts()->versions;
  ASSERT_EQ(versions.size(), 1U);
  EXPECT_EQ(versions[0].name, "Hollinbeck steps");
  EXPECT_EQ(versions[0].copyOf, "Q1");
  EXPECT_EQ(versions[0].questions.size(), 3U);
  EXPECT_EQ(versions[0].questions[0].text, "What did they lead?");
  EXPECT_TRUE(app.ui->shows("Version 1, from 22 January 2026. Begun from Q1"));
  EXPECT_EQ(tests::lintEverywhere(*app.ui), "");
}

TEST_F(PromptPages, QuestionsAreAddedMovedRemovedAndMarkedOptional) {
  const std::string code = makeCopy();
  press(page(code, "change"));
  EXPECT_FALSE(app.ui->item(dialog("keep")).enabled) << "nothing is different yet";
  press(question(0, "down"));
  press(question(2, "remove"));
  press(dialog("add"));
  retype(question(2, "words"), "Who helped?");
  press(question(2, "optional"));
  press(dialog("keep"));
  const auto versions = app.journal().ownPrompts()->versions;
  ASSERT_EQ(versions.size(), 2U);
  const auto& questions = versions[1].questions;
  ASSERT_EQ(questions.size(), 3U);
  EXPECT_EQ(questions[1].text, "What did they lead?");
  EXPECT_EQ(questions[2], (journal::Question{"Who helped?", true}));
  EXPECT_FALSE(app.ui->shows("Hollinbeck steps, version 1"));
  press(page(code, "earlier"));
  EXPECT_TRUE(app.ui->shows("Hollinbeck steps, version 1, from 22 January 2026"));
}

TEST_F(PromptPages, ALongNameAndALongQuestionStayClean) {
  press(page("Q1", "copy"));
  retype(dialog("name"), std::string(tests::kLongName) + tests::kLongName);
  retype(question(0, "words"), std::string(tests::kLongName) + " " + tests::kLongName);
  EXPECT_EQ(tests::lintEverywhere(*app.ui), "");
  press(dialog("keep"));
  EXPECT_EQ(tests::lintEverywhere(*app.ui), "");
}

TEST_F(PromptPages, WithoutANameOrAQuestionItCannotBeKept) {
  press(page("Q1", "copy"));
  retype(dialog("name"), " ");
  EXPECT_EQ(app.ui->item(dialog("keep")).reason, "Give the set a name first.");
  retype(dialog("name"), "Ours");
  for (int i = 0; i < 3; ++i) press(question(0, "remove"));
  EXPECT_EQ(app.ui->item(dialog("keep")).reason, "Ask at least one question.");
}

TEST_F(PromptPages, WriteOffersOwnSetsAndTheReflectionKeepsItsVersion) {
  const std::string code = makeCopy();
  newPage();
  ASSERT_FALSE(offeredNames().empty());
  EXPECT_EQ(offeredNames().front(), "Hollinbeck steps");
  app.controller->handle(WriteIntent(ChoosePromptSet{code + ".1"}));
  app.settle();
  app.ui->type("Wren led the second verse.");
  app.wait(2s);
  const auto written = app.journal().newest(1, std::nullopt)->front().id;
  open();
  press(page(code, "change"));
  retype(question(0, "words"), "Who led?");
  press(dialog("keep"));
  const auto kept = *app.journal().reflection(written);
  EXPECT_EQ(kept.promptSet, code + ".1");
  EXPECT_NE(kept.text.find(journal::headingToken("What did they lead?")), std::string::npos);
  app.controller->handle(ShellIntent(GoTo{Place::Journal}));
  app.controller->handle(JournalIntent(OpenBeside{written}));
  app.settle();
  EXPECT_TRUE(app.ui->shows("Written with Hollinbeck steps, version 1"));
  EXPECT_TRUE(app.ui->shows("What did they lead?"));
  EXPECT_FALSE(app.ui->shows("Who led?"));
}

TEST_F(PromptPages, ASetThatIsNotOfferedIsNotInWriteAndOursComeBack) {
  press(page("Q1", "offered"));
  newPage();
  EXPECT_EQ(app.state.models.write.promptSet, "Q0") << "the first that is offered";
  for (const std::string& name : offeredNames()) EXPECT_NE(name, "Three steps");
  app.restart();
  app.unlockAs(0);
  EXPECT_EQ(app.state.models.write.promptSet, "Q0") << "next time too";
  open();
  press("settings/page/prompts/all-ours");
  newPage();
  EXPECT_EQ(app.state.models.write.promptSet, "Q1");
}

TEST_F(PromptPages, WithNothingOfferedThePageIsBlank) {
  for (const journal::PromptSet& set : app.library.prompts.sets) {
    ASSERT_TRUE(app.journal().apply(journal::service::OfferPromptSet{set.code, false}).ok());
  }
  app.restart();
  app.unlockAs(0);
  EXPECT_TRUE(app.state.models.write.promptSet.empty());
  EXPECT_TRUE(app.state.ui.write.words.text.empty());
  app.ui->type("A line.");
  app.wait(2s);
  EXPECT_EQ(app.journal().newest(1, std::nullopt)->size(), 1U);
}

TEST_F(PromptPages, AllOfItByKeyboard) {
  const auto reach = [this](const std::string& path) {
    app::ui::focusPath(path);
    app.settle();
    ASSERT_EQ(app.ui->focused(), path);
  };
  reach(page("Q1", "copy"));
  app.ui->key(Key::Enter);
  app.settle();
  app.ui->key(Key::A, true);
  app.ui->type("Ours");
  for (int i = 0; i < 60 && app.ui->focused() != dialog("keep"); ++i) {
    app.ui->key(Key::Tab);
    app.settle();
  }
  app.ui->key(Key::Enter);
  app.settle();
  ASSERT_EQ(app.journal().ownPrompts()->versions.size(), 1U);
  reach(page("Q1", "offered"));
  app.ui->key(Key::Space);
  app.settle();
  EXPECT_EQ(app.journal().ownPrompts()->withheld, std::vector<std::string>{"Q1"});
}

TEST_F(PromptPages, TheCompleteCopyTakesThemAlongAndBringsThemBack) {
  makeCopy();
  press(page("Q2", "offered"));
  const auto mine = *app.journal().ownPrompts();
  const std::string file = (app.folder / "copy.json").string();
  ASSERT_TRUE(app.exchange->takeAway(app.journal(), {"json", file, true}, {}).ok());
  app.lock();
  app.unlockAs(1);
  ASSERT_TRUE(app.exchange->bringIn(app.journal(), file, {}).ok());
  EXPECT_EQ(*app.journal().ownPrompts(), mine);
  ASSERT_TRUE(app.exchange->bringIn(app.journal(), file, {}).ok()) << "and doubles nothing";
  EXPECT_EQ(*app.journal().ownPrompts(), mine);
}

}  // namespace
