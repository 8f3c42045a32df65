#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "app/ui/fonts.h"
#include "app/ui/icons.h"
#include "app/ui/recorder.h"
#include "app/ui/theme.h"
#include "app/ui/types.h"

// The kit's frame, scopes, keys and focus. UI thread only. One Kit is current at a time (the last
// one made).
//
//   ui::Kit kit(ui::installedFonts(exeFolder), settings);
//   ... backend init ...
//   each frame:  kit.beginFrame();  drawRoot(...);  kit.endFrame();  backend renders
//   ImGui::GetDrawData()

namespace app::ui {

/// What a person chose in Settings. Changing scale or letters rebuilds the fonts.
struct Settings {
  Theme theme = Theme::Light;
  int textPercent = 100;   ///< 80 to 200, steps of 10; clamped
  float displayScale = 1;  ///< of the monitor
  bool easyLetters = false;
  bool still = false;       ///< "Keep things still": no movement, no caret blink
  bool thickFocus = false;  ///< 3 px focus outline
  bool spelling = true;     ///< marks misspelt words, where there is a checker
  friend bool operator==(const Settings&, const Settings&) = default;
};

/// Of the fonts and of every length: text size times display scale, both kept within their limits.
float scaleOf(const Settings& settings);

struct KitState;
class SpellChecker;

/// An atlas and its fonts, for one scale. The backend uploads `atlas` as ImGui's font texture.
struct FontBook {
  FontBook();
  ~FontBook();
  std::unique_ptr<ImFontAtlas> atlas;
  FontSet set;
};
/// Makes or finds the fonts of a scale. Tests share built atlases through one; the program builds.
using FontLoader = std::function<std::shared_ptr<FontBook>(float scale, bool easyLetters)>;
FontLoader buildingLoader(FontPaths paths);

class Kit {
 public:
  /// Creates the ImGui context (no ini, no log files) and builds the fonts.
  explicit Kit(FontLoader fonts, Settings settings = {});
  explicit Kit(const FontPaths& fonts, Settings settings = {})
      : Kit(buildingLoader(fonts), settings) {}
  ~Kit();
  Kit(const Kit&) = delete;
  Kit& operator=(const Kit&) = delete;

  const Settings& settings() const;
  /// Between frames only. True when the atlas was rebuilt, so the backend must upload the texture
  /// again.
  bool apply(const Settings& settings);
  const FontSet& fonts() const;

  /// ImGui's new frame, and one window over the whole display. The backend has set DisplaySize and
  /// input before.
  void beginFrame();
  /// Focus order, late layers (tooltip, toasts), then ImGui::Render().
  void endFrame();

  /// Text typed by the person, as code points of the window system. Use this from the character
  /// callback instead of ImGui's queue, which cannot hold code points past U+FFFF (emoji). When
  /// nothing came this way in a frame, the kit reads ImGui's queue.
  void typed(char32_t codePoint);

  /// Every frame the recorder is cleared and filled again. Not owned; nullptr stops recording.
  void setRecorder(Recorder* recorder);

  /// Checks what is written in every editor from now on; nullptr: nothing does. Not owned; must
  /// outlive the last frame drawn with it.
  void setSpelling(SpellChecker* checker);

  /// True while something moves or a caret blinks, so frames are wanted soon; otherwise wait for
  /// events.
  bool wantsFrames() const;
  /// True while the writing surface or a field has the keyboard: single-letter shortcuts must not
  /// act.
  bool textFocused() const;

  KitState& state() { return *state_; }

 private:
  std::unique_ptr<KitState> state_;
};

/// Pushes an id and a path segment: widgets inside are "scope/key". Keys come from entity ids, not
/// row numbers.
class Scope {
 public:
  explicit Scope(std::string_view name);
  ~Scope();
  Scope(const Scope&) = delete;
  Scope& operator=(const Scope&) = delete;
};

/// "row[3fa9]" : a key for one of many.
std::string key(std::string_view kind, std::string_view id);
std::string key(std::string_view kind, std::size_t index);

/// Arrow keys move inside a group, and Tab enters it once (DESIGN.md 9). `columns` > 1 makes Up and
/// Down move by rows.
class FocusGroup {
 public:
  explicit FocusGroup(int columns = 1);
  ~FocusGroup();
  FocusGroup(const FocusGroup&) = delete;
  FocusGroup& operator=(const FocusGroup&) = delete;
};

/// Keys a screen can listen to. Letters and digits are their upper-case ASCII codes, as window
/// systems number them.
enum class Key : std::int16_t {
  None = 0,
  Space = 32,
  Comma = 44,
  Minus = 45,
  Slash = 47,
  D0 = 48,
  D1,
  D2,
  D3,
  D4,
  D5,
  D6,
  D7,
  D8,
  D9,
  Equal = 61,
  A = 65,
  B,
  C,
  D,
  E,
  F,
  G,
  H,
  I,
  J,
  K,
  L,
  M,
  N,
  O,
  P,
  Q,
  R,
  S,
  T,
  U,
  V,
  W,
  X,
  Y,
  Z,
  LeftBracket = 91,
  RightBracket = 93,
  Escape = 256,
  Enter,
  Tab,
  Backspace,
  Insert,
  Delete,
  Right,
  Left,
  Down,
  Up,
  PageUp,
  PageDown,
  Home,
  End,
  F1 = 290,
  F2,
  F3,
  F4,
  F5,
  F6,
  F7,
  F8,
  F9,
  F10,
  F11,
  F12,
  Menu = 348,
};
struct Chord {
  Key key = Key::None;
  bool ctrl = false;
  bool shift = false;
  bool alt = false;
  bool anywhere = false;  ///< whatever is open: for what must never be out of reach
};

/// True in the frame the chord is pressed, and only in the front-most layer (not behind a dialog)
/// unless it works anywhere.
/// Without Ctrl or Alt, printable keys never fire while text has the keyboard. Consumes the press:
/// the first asker wins.
bool shortcut(Chord chord);

/// Moves the keyboard to the item with this full path in the next frame it is drawn.
void focusPath(std::string_view path);
/// Does to the item with this full path what Enter does to the one that has the keyboard, in the
/// next frame: gives it the keyboard, brings it into view and presses it. Nothing when it is not
/// drawn then, not yet available, or behind a dialog. For who acts without keyboard and mouse.
void pressPath(std::string_view path);
/// The item drawn last has, or will have, the keyboard when nothing else has (first focus of a
/// screen or dialog).
void wantFirstFocus();
/// Path of the item that has the keyboard; empty when none.
std::string focusedPath();
/// Brings the item with this full path into view in the next frame it is drawn.
void scrollToPath(std::string_view path);

float scale();      ///< text size times display scale
Vec2 windowSize();  ///< effective size: device pixels divided by scale()
const Settings& settings();
Theme theme();

/// Seconds since the kit started, from frame times (never a clock).
double now();

/// A key or the pointer moved since the last frame: somebody is there.
bool stirred();

/// Width of a text on one line, at 100 %.
float textWidth(Type type, std::string_view text);

}  // namespace app::ui
