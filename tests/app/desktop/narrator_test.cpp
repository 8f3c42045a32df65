#include "app/desktop/narrator.h"

#include <gtest/gtest.h>

#include "app/desktop/speaker.h"
#include "app/ui/buttons.h"
#include "app/ui/choices.h"
#include "app/ui/feedback.h"
#include "app/ui/fields.h"
#include "app/ui/layout.h"
#include "app/ui/text.h"
#include "tests/support/ui_driver.h"

namespace {

namespace ui = app::ui;
using app::desktop::Narrator;
using app::desktop::Speaker;
using tests::UiDriver;
using ui::Key;

/// Keeps what a listener would hear.
class FakeSpeaker final : public Speaker {
 public:
  void say(std::string words, bool interrupts) override {
    if (interrupts) heard.clear();
    heard.push_back(std::move(words));
  }
  void silence() override { heard.clear(); }
  std::vector<std::string> heard;
};

class Listening : public testing::Test {
 protected:
  Listening() { listen(); }
  void listen() {
    for (auto& said : narrator.hear(driver.items())) {
      speaker.say(std::move(said.words), said.interrupts);
    }
  }
  void tab() {
    driver.key(Key::Tab);
    listen();
  }
  void draw() {
    const ui::Vec2 size = ui::windowSize();
    const ui::Region region("page", {0, 0, size.x, size.y}, {.padX = 24, .padY = 24, .gap = 12});
    ui::textField("name", "Name", name);
    ui::passphraseField("secret", secret, shown, {.label = "Passphrase"});
    ui::switchControl("still", "Keep things still", still);
    ui::primaryButton("finish", "Finish", "Write something first");
    ui::text(status, {.type = ui::Type::Small, .role = "status"});
    if (!problem.empty()) ui::text(problem, {.type = ui::Type::Small, .role = "alert"});
  }

  std::string name = "Nia";
  std::string secret = "harbour lantern";
  bool shown = true;
  bool still = false;
  std::string status = "Saved";
  std::string problem;
  UiDriver driver{[this] { draw(); }};
  Narrator narrator;
  FakeSpeaker speaker;
  using Heard = std::vector<std::string>;
};

TEST_F(Listening, TheKeyboardIsHeardWhereItGoesWithNameKindValueAndReason) {
  tab();
  EXPECT_EQ(speaker.heard, Heard{"Name, text field, Nia"});
  listen();
  EXPECT_EQ(speaker.heard.size(), 1U) << "said once, not in every frame";
  while (driver.focused() != "page/still") tab();
  EXPECT_EQ(speaker.heard, Heard{"Keep things still, switch, off"});
  driver.key(Key::Space);
  listen();
  EXPECT_EQ(speaker.heard, Heard{"on"});
  tab();
  EXPECT_EQ(speaker.heard, Heard{"Finish, button, not yet, Write something first"});
}

TEST_F(Listening, APassphraseIsNeverSpoken) {
  while (driver.focused() != "page/secret") tab();
  driver.type("x");
  listen();
  for (const std::string& words : speaker.heard) {
    EXPECT_EQ(words.find("harbour"), std::string::npos);
  }
}

TEST_F(Listening, WhatIsDoneIsHeardAfterTheRestAndProblemsAtOnce) {
  tab();
  status = "Copied";
  driver.frame();
  listen();
  EXPECT_EQ(speaker.heard, (Heard{"Name, text field, Nia", "Copied"}));
  problem = "The disk is full.";
  driver.frame();
  listen();
  EXPECT_EQ(speaker.heard, Heard{"The disk is full."});
}

TEST_F(Listening, EachLetterIsEchoedAndTheWordAtItsEndButNotTheWholeText) {
  tab();
  driver.key(Key::End);
  listen();
  for (const char* letter : {" ", "\u00e9", "n"}) {
    driver.type(letter);
    listen();
    EXPECT_EQ(speaker.heard, Heard{*letter == ' ' ? "Nia" : letter});
  }
  driver.type(" ");
  listen();
  EXPECT_EQ(speaker.heard, Heard{"\u00e9n"});
  driver.key(Key::Backspace);
  driver.key(Key::Backspace);
  listen();
  EXPECT_EQ(speaker.heard, Heard{"n "}) << "what was taken back";
}

TEST_F(Listening, WhatIsPastedIsNotReadAloudLetterByLetter) {
  tab();
  driver.key(Key::End);
  listen();
  speaker.heard.clear();
  driver.clipboard() = " of the second violins";
  driver.key(Key::V, true);
  listen();
  EXPECT_TRUE(speaker.heard.empty());
}

}  // namespace
