#include "app/desktop/access/build_access_tree.h"

#include <gtest/gtest.h>

#include "app/ui/buttons.h"
#include "app/ui/choices.h"
#include "app/ui/feedback.h"
#include "app/ui/fields.h"
#include "app/ui/layout.h"
#include "app/ui/rows.h"
#include "app/ui/text.h"
#include "app/ui/text_editor.h"
#include "app/ui/tiles.h"
#include "tests/support/ui_driver.h"

namespace {

namespace ui = app::ui;
using app::desktop::AccessNode;
using app::desktop::AccessRole;
using app::desktop::AccessState;
using app::desktop::AccessTree;
using app::desktop::buildAccessTree;
using tests::UiDriver;
using ui::Key;

/// A page of every kind of widget, and what a screen reader is told of it.
class ToldOfAPage : public testing::Test {
 protected:
  void draw() {
    const ui::Vec2 size = ui::windowSize();
    const ui::Region region("page", {0, 0, size.x, size.y}, {.padX = 24, .padY = 24, .gap = 12});
    ui::text("Your reflections", {.type = ui::Type::Heading, .role = "heading"});
    for (const char* id : {"a1", "b2"}) {
      ui::listRow(ui::key("row", id), "Lesson", id);
      ui::iconButton(ui::key("beside", id), ui::Icon::Close, "Read beside the list");
    }
    ui::textField("name", "Name", name);
    ui::passphraseField("secret", secret, shown, {.label = "Passphrase"});
    ui::switchControl("still", "Keep things still", still);
    ui::segmented("size", "Size", {{"s", "Small"}, {"l", "Large"}}, chosen);
    ui::slider("percent", percent, {.label = "Text size", .most = 200, .unit = " %"});
    ui::dropdown("who", {{"1", "Wren"}, {"2", "Siskin"}}, who, {.label = "Young person"});
    if (ui::primaryButton("finish", "Finish", ready ? "" : "Write something first")) ++finished;
    words.setMaxBytes(4096);
    ui::textArea("words", words, {.label = "Note"});
    if (!status.empty()) ui::text(status, {.type = ui::Type::Small, .role = "status"});
    if (!banner.empty()) ui::banner("done", banner, {.attention = false});
    if (!asking) return;
    ui::Dialog dialog("ask", "Really?");
    if (ui::primaryButton("yes", "Yes")) asking = false;
  }
  AccessTree told() { return buildAccessTree(driver.items(), "Afternote", true); }
  AccessNode node(const std::string& id) {
    const AccessTree tree = told();
    const std::size_t at = tree.find(id);
    EXPECT_LT(at, tree.nodes.size()) << id << " is not in\n" << describe(tree);
    return at < tree.nodes.size() ? tree.nodes[at] : AccessNode();
  }
  std::string parentOf(const std::string& id) {
    const AccessTree tree = told();
    return tree.nodes.at(tree.nodes.at(tree.find(id)).parent).id;
  }

  std::string name = "Nia";
  std::string secret = "harbour";
  bool shown = true;
  bool still = false;
  bool ready = false;
  bool asking = false;
  int finished = 0;
  int percent = 110;
  std::string chosen = "l";
  std::string who = "2";
  std::string status;
  std::string banner;
  ui::EditorState words;
  UiDriver driver{[this] { draw(); }};
};

TEST_F(ToldOfAPage, TheWindowComesFirstAndIsActiveWhileItHasTheKeyboard) {
  const AccessTree tree = told();
  EXPECT_EQ(tree.nodes[0].role, AccessRole::Window);
  EXPECT_EQ(tree.nodes[0].name, "Afternote");
  EXPECT_TRUE(tree.nodes[0].has(AccessState::Active));
  EXPECT_FALSE(
      buildAccessTree(driver.items(), "Afternote", false).nodes[0].has(AccessState::Active));
}

TEST_F(ToldOfAPage, EveryControlHasItsRoleNameAndState) {
  EXPECT_EQ(node("page/still").role, AccessRole::Switch);
  EXPECT_FALSE(node("page/still").has(AccessState::Checked));
  driver.click("page/still");
  EXPECT_TRUE(node("page/still").has(AccessState::Checked));
  EXPECT_EQ(node("page/percent").value, "110 %");
  EXPECT_EQ(node("page/percent").role, AccessRole::Slider);
  EXPECT_EQ(node("page/size/l").role, AccessRole::RadioButton);
  EXPECT_TRUE(node("page/size/l").has(AccessState::Checked));
  EXPECT_EQ(node("page/who").role, AccessRole::ComboBox);
  EXPECT_EQ(node("page/who").value, "Siskin");
  EXPECT_EQ(node("page/name").role, AccessRole::Field);
  EXPECT_EQ(node("page/words").role, AccessRole::WordsArea);
}

TEST_F(ToldOfAPage, WhatIsNotYetAvailableSaysWhyAndCanStillBeReached) {
  const AccessNode finish = node("page/finish");
  EXPECT_FALSE(finish.has(AccessState::Enabled));
  EXPECT_TRUE(finish.has(AccessState::Focusable));
  EXPECT_EQ(finish.description, "Write something first");
}

TEST_F(ToldOfAPage, RowsAreAListNamedByTheHeadingOverThemWithTheirOwnButtonsInside) {
  const std::string list = parentOf("page/row[a1]");
  EXPECT_EQ(node(list).role, AccessRole::List);
  EXPECT_EQ(node(list).name, "Your reflections");
  EXPECT_EQ(parentOf("page/row[b2]"), list);
  EXPECT_EQ(parentOf("page/beside[b2]"), "page/row[b2]");
  EXPECT_EQ(node(parentOf("page/size/l")).role, AccessRole::Group);
  EXPECT_EQ(node(parentOf("page/size/l")).name, "Size");
}

TEST_F(ToldOfAPage, WhatThePageSaysAllTheTimeIsReadWhenAskedForAndABannerIsNews) {
  status = "Saved on this laptop";
  banner = "Copied";
  driver.frame(2);
  AccessRole saved = AccessRole::Window;
  for (const AccessNode& each : told().nodes) {
    if (each.name == status) saved = each.role;
  }
  EXPECT_EQ(saved, AccessRole::Status);
  EXPECT_EQ(node("page/done/words").role, AccessRole::News);
}

TEST_F(ToldOfAPage, AFieldSaysItsWordsAndWhereTheCaretIs) {
  driver.click("page/name");
  driver.key(Key::End);
  EXPECT_EQ(node("page/name").value, "Nia");
  EXPECT_EQ(node("page/name").caret, 3U);
  driver.key(Key::Home, false, true);
  EXPECT_EQ(node("page/name").caret, 0U);
  EXPECT_EQ(node("page/name").anchor, 3U);
}

TEST_F(ToldOfAPage, APassphraseIsDotsEvenWhileItIsShown) {
  driver.click("page/secret");
  driver.key(Key::End);
  const AccessNode secretNode = node("page/secret");
  EXPECT_EQ(secretNode.role, AccessRole::Passphrase);
  EXPECT_EQ(secretNode.value, "\u2022\u2022\u2022\u2022\u2022\u2022\u2022");
  EXPECT_EQ(secretNode.caret, secretNode.value.size());
  EXPECT_EQ(describe(told()).find("harbour"), std::string::npos);
}

TEST_F(ToldOfAPage, WordsOverSeveralLinesSayWhereEachLineBegins) {
  driver.click("page/words");
  driver.type("First.");
  driver.key(Key::Enter);
  driver.type("Second.");
  const AccessNode area = node("page/words");
  EXPECT_EQ(area.value, "First.\nSecond.");
  EXPECT_EQ(area.lines, (std::vector<std::size_t>{0, 7}));
  EXPECT_EQ(area.caret, area.value.size());
}

TEST_F(ToldOfAPage, ADialogIsOneThingOverThePageAndTakesTheKeyboard) {
  driver.click("page/name");
  asking = true;
  driver.frame(3);
  const std::string dialog = parentOf("page/ask/card/yes");
  EXPECT_EQ(node(dialog).role, AccessRole::Dialog);
  EXPECT_EQ(node(dialog).name, "Really?");
  EXPECT_TRUE(node(dialog).has(AccessState::Modal));
  EXPECT_EQ(parentOf(dialog), "");
}

TEST_F(ToldOfAPage, AnOpenListIsNamedByItsControl) {
  driver.click("page/who");
  const std::string list = parentOf("page/who/list/1");
  EXPECT_EQ(node(list).role, AccessRole::List);
  EXPECT_EQ(node(list).name, "Young person");
  EXPECT_TRUE(node("page/who").has(AccessState::Expanded));
  EXPECT_TRUE(node("page/who/list/2").has(AccessState::Selected));
}

TEST_F(ToldOfAPage, PressingByPathDoesWhatAClickDoesButNotBehindADialog) {
  ui::pressPath("page/still");
  driver.frame(2);
  EXPECT_TRUE(still);
  EXPECT_EQ(driver.focused(), "page/still");
  ui::pressPath("page/finish");
  driver.frame(2);
  EXPECT_EQ(finished, 0) << "not yet available";
  ready = true;
  asking = true;
  driver.frame(2);
  ui::pressPath("page/finish");
  driver.frame(2);
  EXPECT_EQ(finished, 0) << "behind the dialog";
  asking = false;
  driver.frame(2);
  EXPECT_EQ(finished, 0) << "an old wish is not kept";
  ui::pressPath("page/finish");
  driver.frame(2);
  EXPECT_EQ(finished, 1);
}

}  // namespace
