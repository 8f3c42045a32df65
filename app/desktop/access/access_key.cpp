#include "app/desktop/access/access_key.h"

#include <GLFW/glfw3.h>

#include <array>
#include <utility>

#include "app/desktop/access/access_words.h"
#include "app/desktop/input_queue.h"

namespace app::desktop {
namespace {

/// Keys that print nothing: GLFW's number and the keysym of X11/keysymdef.h.
constexpr std::array<std::pair<int, std::uint32_t>, 39> kSymbols = {{
    {GLFW_KEY_SPACE, 0x20},          {GLFW_KEY_ESCAPE, 0xFF1B},
    {GLFW_KEY_ENTER, 0xFF0D},        {GLFW_KEY_TAB, 0xFF09},
    {GLFW_KEY_BACKSPACE, 0xFF08},    {GLFW_KEY_INSERT, 0xFF63},
    {GLFW_KEY_DELETE, 0xFFFF},       {GLFW_KEY_RIGHT, 0xFF53},
    {GLFW_KEY_LEFT, 0xFF51},         {GLFW_KEY_DOWN, 0xFF54},
    {GLFW_KEY_UP, 0xFF52},           {GLFW_KEY_PAGE_UP, 0xFF55},
    {GLFW_KEY_PAGE_DOWN, 0xFF56},    {GLFW_KEY_HOME, 0xFF50},
    {GLFW_KEY_END, 0xFF57},          {GLFW_KEY_CAPS_LOCK, 0xFFE5},
    {GLFW_KEY_SCROLL_LOCK, 0xFF14},  {GLFW_KEY_NUM_LOCK, 0xFF7F},
    {GLFW_KEY_PRINT_SCREEN, 0xFF61}, {GLFW_KEY_PAUSE, 0xFF13},
    {GLFW_KEY_KP_DIVIDE, 0xFFAF},    {GLFW_KEY_KP_MULTIPLY, 0xFFAA},
    {GLFW_KEY_KP_SUBTRACT, 0xFFAD},  {GLFW_KEY_KP_ADD, 0xFFAB},
    {GLFW_KEY_KP_ENTER, 0xFF8D},     {GLFW_KEY_KP_EQUAL, 0xFFBD},
    {GLFW_KEY_LEFT_SHIFT, 0xFFE1},   {GLFW_KEY_RIGHT_SHIFT, 0xFFE2},
    {GLFW_KEY_LEFT_CONTROL, 0xFFE3}, {GLFW_KEY_RIGHT_CONTROL, 0xFFE4},
    {GLFW_KEY_LEFT_ALT, 0xFFE9},     {GLFW_KEY_RIGHT_ALT, 0xFFEA},
    {GLFW_KEY_LEFT_SUPER, 0xFFEB},   {GLFW_KEY_RIGHT_SUPER, 0xFFEC},
    {GLFW_KEY_MENU, 0xFF67},         {GLFW_KEY_F10, 0xFFC7},
    {GLFW_KEY_F11, 0xFFC8},          {GLFW_KEY_F12, 0xFFC9},
    {GLFW_KEY_KP_DECIMAL, 0xFFAE},
}};

/// The digits of the keypad without Num Lock: Insert, End, Down, ...
constexpr std::array<std::uint32_t, 10> kKeypad = {0xFF9E, 0xFF9C, 0xFF99, 0xFF9B, 0xFF96,
                                                   0xFF9D, 0xFF98, 0xFF95, 0xFF97, 0xFF9A};

std::uint32_t silentSymbol(const InputEvent& event) {
  const bool numbers = (event.mods & GLFW_MOD_NUM_LOCK) != 0;
  if (event.code >= GLFW_KEY_KP_0 && event.code <= GLFW_KEY_KP_9) {
    const auto digit = static_cast<std::uint32_t>(event.code - GLFW_KEY_KP_0);
    return numbers ? 0xFFB0 + digit : kKeypad.at(digit);
  }
  if (event.code == GLFW_KEY_KP_DECIMAL && !numbers) return 0xFF9F;
  if (event.code >= GLFW_KEY_F1 && event.code <= GLFW_KEY_F9) {
    return 0xFFBE + static_cast<std::uint32_t>(event.code - GLFW_KEY_F1);
  }
  for (const auto& [code, symbol] : kSymbols) {
    if (code == event.code) return symbol;
  }
  return 0;
}

}  // namespace

AccessKey accessKey(const InputEvent& event, const char* printed) {
  AccessKey key;
  key.pressed = event.action != GLFW_RELEASE;
  key.code = static_cast<std::uint16_t>(event.scancode);
  // Orca leaves a key alone that came at no time at all.
  key.time = static_cast<std::uint32_t>(event.asked * 1000) + 1;
  constexpr std::array<std::pair<int, std::uint32_t>, 6> kMods = {{{GLFW_MOD_SHIFT, 1},
                                                                   {GLFW_MOD_CAPS_LOCK, 2},
                                                                   {GLFW_MOD_CONTROL, 4},
                                                                   {GLFW_MOD_ALT, 8},
                                                                   {GLFW_MOD_NUM_LOCK, 16},
                                                                   {GLFW_MOD_SUPER, 64}}};
  for (const auto& [glfw, x] : kMods) {
    if ((event.mods & glfw) != 0) key.mods |= x;
  }
  key.symbol = silentSymbol(event);
  if (key.symbol == ' ') key.text = " ";
  if (key.symbol != 0 || printed == nullptr) return key;
  std::u32string text = codePointsOf(printed);
  if (text.size() != 1) return key;
  const bool upper = ((key.mods & 1U) != 0) != ((key.mods & 2U) != 0);
  if (upper && text[0] >= U'a' && text[0] <= U'z') text[0] -= U'a' - U'A';
  key.symbol = text[0] < 0x100 ? text[0] : 0x01000000U | text[0];
  key.text = utf8Of(text);
  return key;
}

}  // namespace app::desktop
