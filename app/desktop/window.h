#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "app/desktop/input_queue.h"
#include "app/ui/theme.h"
#include "journal/base/result.h"

namespace app::desktop {

/// What turns ImGui's draw data into pixels.
enum class Painting : std::uint8_t {
  Best,  ///< OpenGL where a graphics processor answers, else the processor where it can
  OpenGl,
  Processor,  ///< falls back to OpenGL where the windows are not X11's
};

struct WindowOptions {
  int width = 1440;
  int height = 900;
  std::string title = "Afternote";
  Painting painting = Painting::Best;
};

/// A window of the desktop and what paints in it, so that nothing else knows GLFW or OpenGL and a
/// processor-only painter can take their place. UI thread only, but for wake().
class Window {
 public:
  virtual ~Window() = default;

  /// Ties ImGui's current context to this window; once, before the first frame. `typed` gets every
  /// character as a code point.
  virtual void attach(std::function<void(char32_t)> typed) = 0;

  virtual bool hasKeyboard() const = 0;  ///< what is typed comes here
  /// Top left of its contents on the screen; 0, 0 where the system does not say (Wayland).
  virtual std::pair<int, int> place() const = 0;
  virtual bool closeWanted() const = 0;
  virtual void keepOpen() = 0;  ///< the person cannot leave yet
  /// Sleeps until something happens, or for `seconds` at most. True when something happened.
  virtual bool wait(double seconds) = 0;
  /// `ask` offers each key to somebody else first and returns a ticket, or 0: then it is the
  /// window's at once. What comes after it waits for its answer(), but not long.
  virtual void askFirst(
      std::function<std::uint64_t(const InputEvent&, const char* printed)> ask) = 0;
  virtual void answer(std::uint64_t ticket, bool taken) = 0;
  /// The first of what was dropped on it since the last call: a whole path.
  virtual std::optional<std::string> takeDropped() = 0;
  virtual void wake() = 0;             ///< from any thread: wait() returns
  virtual double seconds() const = 0;  ///< since it opened

  virtual void beginFrame() = 0;  ///< sizes and input to ImGui, before ui::Kit::beginFrame
  virtual void paint(ui::Colour background) = 0;  ///< ImGui's draw data, then shows it
  virtual void uploadFonts() = 0;                 ///< after the atlas was rebuilt
  virtual journal::Result<void> savePicture(const std::filesystem::path& png) = 0;
};

/// Io with advice when there is no display or no OpenGL 3.2. `scaleKnown` is told the scale of the
/// display as soon as there is one to ask, before the slow part: work on it can start meanwhile.
journal::Result<std::unique_ptr<Window>> openWindow(const WindowOptions& options,
                                                    const std::function<void(float)>& scaleKnown);

}  // namespace app::desktop
