#include "app/desktop/access/access_key.h"

#include <GLFW/glfw3.h>
#include <gtest/gtest.h>

#include "app/desktop/input_queue.h"

namespace {

using app::desktop::accessKey;
using app::desktop::InputEvent;

InputEvent pressOf(int code, int mods = 0) {
  return {.kind = InputEvent::Kind::Key,
          .code = code,
          .scancode = 43,
          .action = GLFW_PRESS,
          .mods = mods,
          .asked = 1.5};
}

TEST(AccessKey, ALetterIsWhatTheLayoutHasOnItAndCapitalWithShiftOrCapsLock) {
  EXPECT_EQ(accessKey(pressOf(GLFW_KEY_H), "h").symbol, 0x68U);
  EXPECT_EQ(accessKey(pressOf(GLFW_KEY_H), "h").text, "h");
  EXPECT_EQ(accessKey(pressOf(GLFW_KEY_H, GLFW_MOD_SHIFT), "h").text, "H");
  EXPECT_EQ(accessKey(pressOf(GLFW_KEY_H, GLFW_MOD_CAPS_LOCK), "h").text, "H");
  EXPECT_EQ(accessKey(pressOf(GLFW_KEY_H, GLFW_MOD_SHIFT | GLFW_MOD_CAPS_LOCK), "h").text, "h");
  EXPECT_EQ(accessKey(pressOf(GLFW_KEY_SEMICOLON), "\u0142").symbol, 0x01000142U) << "as X has it";
}

TEST(AccessKey, KeysThatPrintNothingHaveNoText) {
  EXPECT_EQ(accessKey(pressOf(GLFW_KEY_CAPS_LOCK), nullptr).symbol, 0xFFE5U);
  EXPECT_EQ(accessKey(pressOf(GLFW_KEY_INSERT), nullptr).symbol, 0xFF63U);
  EXPECT_EQ(accessKey(pressOf(GLFW_KEY_F6), nullptr).symbol, 0xFFC3U);
  EXPECT_EQ(accessKey(pressOf(GLFW_KEY_INSERT), nullptr).text, "");
}

TEST(AccessKey, TheKeypadMovesWithoutNumLockAndCountsWithIt) {
  EXPECT_EQ(accessKey(pressOf(GLFW_KEY_KP_0), "0").symbol, 0xFF9EU);
  EXPECT_EQ(accessKey(pressOf(GLFW_KEY_KP_0, GLFW_MOD_NUM_LOCK), "0").symbol, 0xFFB0U);
}

TEST(AccessKey, ModifiersAreTheMaskOfXAndThereIsAlwaysATime) {
  const auto key = accessKey(pressOf(GLFW_KEY_H, GLFW_MOD_CONTROL | GLFW_MOD_ALT), "h");
  EXPECT_EQ(key.mods, 12U);
  EXPECT_EQ(key.code, 43);
  EXPECT_EQ(key.time, 1501U);
  EXPECT_NE(accessKey(InputEvent{}, nullptr).time, 0U);
}

}  // namespace
