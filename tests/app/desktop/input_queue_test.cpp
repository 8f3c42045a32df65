#include "app/desktop/input_queue.h"

#include <GLFW/glfw3.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "journal/base/random.h"

namespace app::desktop {
namespace {

using Kind = InputEvent::Kind;

void typeInto(InputQueue& queue, const std::string& word) {
  for (char letter : word) {
    queue.add({.kind = Kind::Character, .character = static_cast<char32_t>(letter)});
  }
}

void clickAt(InputQueue& queue, double x) {
  queue.add({.kind = Kind::Move, .x = x});
  queue.add({.kind = Kind::Button, .action = GLFW_PRESS});
  queue.add({.kind = Kind::Button, .action = GLFW_RELEASE});
}

/// Where each letter lands when every frame first types and then moves the focus to what is
/// pressed.
std::string lettersByFocus(InputQueue& queue) {
  std::string landed;
  double focus = 0;
  double pointer = 0;
  while (!queue.empty()) {
    double next = focus;
    for (const InputEvent& event : queue.takeFrame()) {
      if (event.kind == Kind::Move) pointer = event.x;
      if (event.kind == Kind::Button && event.action == GLFW_PRESS) next = focus = pointer;
      if (event.kind != Kind::Character) continue;
      landed += std::to_string(static_cast<int>(focus));
      landed += static_cast<char>(event.character);
    }
    focus = next;
  }
  return landed;
}

TEST(InputQueue, LettersBeforeAClickStayWhereTheyWereTyped) {
  InputQueue queue;
  clickAt(queue, 1);
  typeInto(queue, "own");
  clickAt(queue, 2);
  typeInto(queue, "Wren");
  EXPECT_EQ(lettersByFocus(queue), "1o1w1n2W2r2e2n");
}

using journal::SeededRandom;

TEST(InputQueue, AFrameHoldsAClickOrLettersButNotBoth) {
  SeededRandom random(20261124);
  for (int round = 0; round < 500; ++round) {
    SCOPED_TRACE(round);
    InputQueue queue;
    for (int i = 0; i < 30; ++i) {
      if (random.below(2) == 0) clickAt(queue, static_cast<double>(i));
      if (random.below(2) == 0) typeInto(queue, "ab");
    }
    while (!queue.empty()) {
      bool typed = false;
      bool clicked = false;
      const auto frame = queue.takeFrame();
      ASSERT_FALSE(frame.empty());
      for (const InputEvent& event : frame) {
        typed = typed || event.kind == Kind::Character;
        clicked = clicked || event.kind == Kind::Button;
      }
      ASSERT_FALSE(typed && clicked);
    }
  }
}

TEST(InputQueue, AReleaseWaitsForTheFrameAfterItsPress) {
  InputQueue queue;
  queue.add({.kind = Kind::Key, .code = GLFW_KEY_A, .action = GLFW_PRESS});
  queue.add({.kind = Kind::Character, .character = U'a'});
  queue.add({.kind = Kind::Key, .code = GLFW_KEY_A, .action = GLFW_RELEASE});
  EXPECT_EQ(queue.takeFrame().size(), 2U);
  EXPECT_EQ(queue.takeFrame().size(), 1U);
  clickAt(queue, 1);
  EXPECT_EQ(queue.takeFrame().size(), 2U);
  EXPECT_EQ(queue.takeFrame().size(), 1U);
}

TEST(InputQueue, AKeyThatEditsComesAfterTheLettersBeforeIt) {
  InputQueue queue;
  typeInto(queue, "ab");
  queue.add({.kind = Kind::Key, .code = GLFW_KEY_ENTER, .action = GLFW_PRESS});
  typeInto(queue, "c");
  EXPECT_EQ(queue.takeFrame().size(), 2U);
  EXPECT_EQ(queue.takeFrame().size(), 1U);
  EXPECT_EQ(queue.takeFrame().front().character, U'c');
}

void key(InputQueue& queue, int code, int action) {
  queue.add({.kind = Kind::Key, .code = code, .action = action});
}

/// Presses of `code`, each with whether Ctrl is down at the end of its frame, as shortcuts see it.
std::string pressesOf(InputQueue& queue, int code, bool ctrl = false) {
  std::string presses;
  while (!queue.empty()) {
    bool pressed = false;
    for (const InputEvent& event : queue.takeFrame()) {
      if (event.code == GLFW_KEY_LEFT_CONTROL) ctrl = event.action != GLFW_RELEASE;
      if (event.code == code && event.action == GLFW_PRESS) pressed = true;
    }
    if (pressed) presses += ctrl ? "ctrl " : "plain ";
  }
  return presses;
}

TEST(InputQueue, AChordIsOneWhicheverKeyIsLetGoFirst) {
  for (const auto& [first, second] : {std::pair{GLFW_KEY_LEFT_CONTROL, GLFW_KEY_T},
                                      std::pair{GLFW_KEY_T, GLFW_KEY_LEFT_CONTROL}}) {
    InputQueue queue;
    key(queue, GLFW_KEY_LEFT_CONTROL, GLFW_PRESS);
    EXPECT_EQ(queue.takeFrame().size(), 1U);  // a frame of its own: the rest came a moment later
    key(queue, GLFW_KEY_T, GLFW_PRESS);
    key(queue, first, GLFW_RELEASE);
    key(queue, second, GLFW_RELEASE);
    EXPECT_EQ(pressesOf(queue, GLFW_KEY_T, /*ctrl=*/true), "ctrl ");
  }
}

TEST(InputQueue, ALetterJustBeforeCtrlIsNoChord) {
  InputQueue queue;
  key(queue, GLFW_KEY_T, GLFW_PRESS);
  key(queue, GLFW_KEY_LEFT_CONTROL, GLFW_PRESS);
  key(queue, GLFW_KEY_T, GLFW_RELEASE);
  key(queue, GLFW_KEY_LEFT_CONTROL, GLFW_RELEASE);
  EXPECT_EQ(pressesOf(queue, GLFW_KEY_T), "plain ");
}

TEST(InputQueue, KeepsOnlyTheLastOfManyMoves) {
  InputQueue queue;
  for (int i = 0; i < 100; ++i) queue.add({.kind = Kind::Move, .x = static_cast<double>(i)});
  const auto frame = queue.takeFrame();
  ASSERT_EQ(frame.size(), 1U);
  EXPECT_EQ(frame.front().x, 99);
}

std::string takenOut(InputQueue& queue) {
  std::string out;
  while (queue.ready()) {
    for (const InputEvent& event : queue.takeFrame()) {
      out += event.kind == Kind::Key ? 'K' : static_cast<char>(event.character);
    }
  }
  return out;
}

void pressAsked(InputQueue& queue, int code, char letter, std::uint64_t ticket) {
  queue.add({.kind = Kind::Key, .code = code, .action = GLFW_PRESS, .ticket = ticket, .asked = 10});
  queue.add({.kind = Kind::Character, .character = static_cast<char32_t>(letter)});
}

TEST(InputQueue, AKeyThatSomebodyElseIsAskedAboutHoldsUpWhatComesAfterIt) {
  InputQueue queue;
  pressAsked(queue, GLFW_KEY_A, 'a', 1);
  pressAsked(queue, GLFW_KEY_B, 'b', 2);
  EXPECT_EQ(takenOut(queue), "");
  queue.answer(2, false);
  EXPECT_EQ(takenOut(queue), "");
  queue.answer(1, false);
  EXPECT_EQ(takenOut(queue), "KaKb");
}

TEST(InputQueue, AKeyThatIsTakenTypesNothing) {
  InputQueue queue;
  pressAsked(queue, GLFW_KEY_A, 'a', 1);
  pressAsked(queue, GLFW_KEY_B, 'b', 0);
  queue.answer(1, true);
  EXPECT_EQ(takenOut(queue), "Kb");
}

TEST(InputQueue, WhoeverDoesNotAnswerIsNotWaitedFor) {
  InputQueue queue;
  pressAsked(queue, GLFW_KEY_A, 'a', 1);
  queue.giveUpBefore(10);
  EXPECT_EQ(takenOut(queue), "");
  queue.giveUpBefore(10.1);
  EXPECT_EQ(takenOut(queue), "Ka");
}

}  // namespace
}  // namespace app::desktop
