#pragma once

#include <cstdint>
#include <string>

namespace app::desktop {

struct InputEvent;

/// A key as X and screen readers name it.
struct AccessKey {
  std::uint64_t ticket = 0;  ///< comes back with the answer
  bool pressed = true;
  std::uint32_t symbol = 0;  ///< keysym
  std::uint16_t code = 0;    ///< of the keyboard
  std::uint32_t mods =
      0;             ///< mask of X: Shift 1, Caps Lock 2, Ctrl 4, Alt 8, Num Lock 16, Super 64
  std::string text;  ///< UTF-8 of what it would type alone; empty for the others
  std::uint32_t time = 0;  ///< milliseconds of any clock
};

/// `event` is of a key; `printed` is what the layout has on it (glfwGetKeyName), may be null.
AccessKey accessKey(const InputEvent& event, const char* printed);

}  // namespace app::desktop
