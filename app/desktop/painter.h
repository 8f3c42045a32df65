#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "app/ui/theme.h"

struct GLFWwindow;

namespace app::desktop {

/// What a window shows, top row first, three bytes a pixel: red, green, blue.
struct Picture {
  int width = 0;
  int height = 0;
  std::vector<std::uint8_t> bytes;
};

/// Puts ImGui's draw data on a window. UI thread only; goes before its window.
class Painter {
 public:
  virtual ~Painter() = default;
  virtual void attach() = 0;    ///< once, ImGui's context being there, before the first frame
  virtual void newFrame() = 0;  ///< before ImGui's
  virtual void paint(ui::Colour background) = 0;  ///< ImGui's draw data, and shows it
  virtual void uploadFonts() = 0;                 ///< after the atlas was rebuilt
  virtual void exposed() = 0;                     ///< the window no longer shows what was painted
  virtual Picture picture() = 0;
};

/// By OpenGL 3.2, in the context that the window was made with.
std::unique_ptr<Painter> makeGlPainter(GLFWwindow* window);

/// True where the processor paints faster than OpenGL would: the windows are X11's, and no graphics
/// processor is there to answer. After glfwInit().
bool processorPaintsBest();

/// By the processor, straight into memory shared with the X server; the window was made without a
/// context. nullptr where that cannot be: no X11, or pixels of another kind than 32 bits.
std::unique_ptr<Painter> makeProcessorPainter(GLFWwindow* window);

}  // namespace app::desktop
