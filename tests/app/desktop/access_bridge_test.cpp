#include "app/desktop/access/access_bridge.h"

#include <gtest/gtest.h>

#include <condition_variable>
#include <deque>
#include <mutex>

#include "app/desktop/access/build_access_tree.h"
#include "app/ui/buttons.h"
#include "app/ui/choices.h"
#include "app/ui/feedback.h"
#include "app/ui/fields.h"
#include "app/ui/layout.h"
#include "app/ui/text.h"
#include "app/ui/tiles.h"
#include "tests/app/desktop/access_bus.h"
#include "tests/support/ui_driver.h"

// A real screen reader's end (libatspi, in a process of its own) against the real bridge on a bus
// of the test's own.

namespace {

namespace ui = app::ui;
using app::desktop::AccessBridge;
using app::desktop::AccessTree;
using app::desktop::AccessWish;
using tests::UiDriver;
using ui::Key;

/// What a screen reader asked, as the frame loop takes it.
class Wishes {
 public:
  void add(AccessWish wish) {
    const std::lock_guard lock(mutex_);
    waiting_.push_back(std::move(wish));
    came_.notify_all();
  }
  AccessWish take() {
    std::unique_lock lock(mutex_);
    if (!came_.wait_for(lock, std::chrono::seconds{30}, [&] { return !waiting_.empty(); }))
      return {};
    AccessWish first = std::move(waiting_.front());
    waiting_.pop_front();
    return first;
  }

 private:
  std::mutex mutex_;
  std::condition_variable came_;
  std::deque<AccessWish> waiting_;
};

class ScreenReader : public testing::Test {
 protected:
  void SetUp() override {
    const auto module = app::desktop::loadAccessModule();
    ASSERT_TRUE(module.ok());
    bridge = (*module)->start({[this](AccessWish wish) { wishes.add(std::move(wish)); },
                               [this](std::uint64_t ticket, bool taken) {
                                 wishes.add({AccessWish::Kind::Press, answered(ticket, taken)});
                               }});
    show();
    bus.ask("wait frame|Afternote");
  }
  void show() {
    driver.frame();
    auto tree = app::desktop::buildAccessTree(driver.items(), "Afternote", true);
    tree.x = 100;
    tree.y = 50;
    bridge->show(std::make_shared<const AccessTree>(std::move(tree)));
  }
  static std::string answered(std::uint64_t ticket, bool taken) {
    return std::to_string(ticket) + (taken ? " taken" : " left");
  }
  void draw() {
    if (locked) return;
    const ui::Vec2 size = ui::windowSize();
    const ui::Region region("page", {0, 0, size.x, size.y}, {.padX = 24, .padY = 24, .gap = 12});
    ui::text("How it went", {.type = ui::Type::Heading, .role = "heading"});
    ui::textField("name", "Name", name);
    ui::passphraseField("secret", secret, shown, {.label = "Passphrase"});
    ui::switchControl("still", "Keep things still", still);
    ui::slider("percent", percent, {.label = "Text size", .most = 200, .unit = " %"});
    ui::primaryButton("finish", "Finish", "Write something first");
    if (!status.empty()) ui::banner("done", status, {});
  }

  tests::AccessBus bus;
  std::string name = "Nia";
  std::string secret = "harbour";
  bool shown = true;
  bool still = false;
  bool locked = false;
  int percent = 110;
  std::string status;
  Wishes wishes;
  UiDriver driver{[this] { draw(); }};
  std::unique_ptr<AccessBridge> bridge;
};

#define EXPECT_SAYS(text, words) EXPECT_NE((text).find(words), std::string::npos) << (text)
#define EXPECT_KEEPS(text, words) EXPECT_EQ((text).find(words), std::string::npos) << (text)

TEST_F(ScreenReader, FindsEveryWidgetByRoleNameAndState) {
  bus.ask("wait push button|Finish");
  const std::string tree = bus.ask("tree");
  EXPECT_SAYS(tree, "application \"Afternote\"");
  EXPECT_SAYS(tree, "frame \"Afternote\" sensitive showing active");
  EXPECT_SAYS(tree, "heading \"How it went\"");
  EXPECT_SAYS(tree, "entry \"Name\" text=\"Nia\"@0 focusable sensitive showing editable");
  EXPECT_SAYS(tree, "toggle button \"Keep things still\" focusable sensitive showing\n");
  EXPECT_SAYS(tree, "slider \"Text size\"");
  EXPECT_SAYS(tree, "push button \"Finish\" (Write something first) focusable showing");
}

TEST_F(ScreenReader, HearsWhereTheKeyboardGoes) {
  bus.listen("object:state-changed:focused");
  driver.click("page/name");
  show();
  EXPECT_SAYS(bus.event("focused 1"), "entry \"Name\"");
  driver.key(Key::Tab);
  show();
  EXPECT_SAYS(bus.event("focused 0"), "entry \"Name\"");
  EXPECT_SAYS(bus.event("focused 1"), "password text \"Passphrase\"");
}

TEST_F(ScreenReader, HearsEveryLetterAndWhereTheCaretGoes) {
  bus.listen("object:text-changed");
  bus.listen("object:text-caret-moved");
  driver.click("page/name");
  driver.key(Key::End);
  show();
  driver.type("m");
  show();
  EXPECT_SAYS(bus.event("text-changed:insert"), "insert 3 1 \"m\" entry \"Name\"");
  EXPECT_SAYS(bus.event("text-caret-moved 4"), "entry \"Name\"");
  driver.key(Key::Backspace);
  show();
  EXPECT_SAYS(bus.event("text-changed:delete"), "delete 3 1 \"m\"");
}

TEST_F(ScreenReader, HearsDotsForAPassphraseAndNeverItsLetters) {
  bus.listen("object:text-changed");
  driver.click("page/secret");
  driver.key(Key::End);
  show();
  driver.type("x");
  show();
  const std::string heard = bus.event("text-changed:insert");
  EXPECT_SAYS(heard, "\"\u2022\" password text \"Passphrase\"");
  EXPECT_KEEPS(bus.ask("tree"), "harbour");
}

TEST_F(ScreenReader, HearsWhatIsChosenAndWhatIsNew) {
  bus.listen("object:state-changed");
  driver.click("page/still");
  show();
  EXPECT_SAYS(bus.event("checked 1"), "toggle button \"Keep things still\"");
  status = "Copied";
  show();
  EXPECT_SAYS(bus.event("showing 1"), "notification \"Copied\"");
}

TEST_F(ScreenReader, PressesAndMovesTheKeyboardButNotWhatIsNotYetAvailable) {
  bus.ask("wait toggle button|Keep things still");
  EXPECT_EQ(bus.ask("press toggle button|Keep things still"), "");
  const AccessWish press = wishes.take();
  EXPECT_EQ(press.kind, AccessWish::Kind::Press);
  EXPECT_EQ(press.id, "page/still");
  bus.ask("press push button|Finish");  // the next wish is not this
  EXPECT_EQ(bus.ask("focus push button|Finish"), "");
  const AccessWish focus = wishes.take();
  EXPECT_EQ(focus.kind, AccessWish::Kind::Focus);
  EXPECT_EQ(focus.id, "page/finish");
}

TEST_F(ScreenReader, TakesItsOwnKeysAndLeavesTheOthers) {
  bus.ask("wait entry|Name");
  bus.ask("keys h");
  for (const char* letter : {"a", "h"}) {
    app::desktop::AccessKey key;
    key.ticket = *letter == 'h' ? 2 : 1;
    key.symbol = static_cast<std::uint32_t>(*letter);
    key.code = 43;
    key.text = letter;
    bridge->offer(std::move(key));
  }
  EXPECT_EQ(wishes.take().id, "1 left");
  EXPECT_EQ(wishes.take().id, "2 taken");
}

TEST_F(ScreenReader, FindsNothingOfAJournalThatWasLocked) {
  bus.ask("wait entry|Name");
  bus.listen("object:children-changed");
  locked = true;
  show();
  bus.event("children-changed:remove");
  const std::string tree = bus.ask("tree");
  EXPECT_EQ(tree,
            "application \"Afternote\" sensitive showing\n"
            "  frame \"Afternote\" sensitive showing active\n");
}

TEST_F(ScreenReader, ASessionThatEndsTakesNothingWithIt) {
  bus.ask("wait entry|Name");
  bus.end();
  show();
  bridge.reset();  // and this ends, too
}

}  // namespace
