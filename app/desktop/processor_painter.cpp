#include <GLFW/glfw3.h>
#include <dlfcn.h>
#include <imgui.h>

#include <filesystem>
#include <system_error>

#include "app/desktop/painter.h"
#include "app/desktop/x11_screen.h"
#include "app/paint/canvas.h"

namespace app::desktop {
namespace {

/// GLFW has these two only where it was built for X11, so they are asked for by name.
using DisplayOf = void* (*)();
using WindowOf = unsigned long (*)(GLFWwindow*);

template <class Function>
Function glfwFunction(const char* name) {
  return reinterpret_cast<Function>(dlsym(RTLD_DEFAULT, name));
}

void* x11Display() {
  const auto displayOf = glfwFunction<DisplayOf>("glfwGetX11Display");
  return displayOf == nullptr ? nullptr : displayOf();
}

bool graphicsProcessor() {
  std::error_code failed;
  for (const auto& entry : std::filesystem::directory_iterator("/dev/dri", failed)) {
    if (entry.path().filename().string().rfind("renderD", 0) == 0) return true;
  }
  return false;
}

class ProcessorPainter final : public Painter {
 public:
  ProcessorPainter(GLFWwindow* window, std::unique_ptr<X11Screen> screen)
      : window_(window), screen_(std::move(screen)) {}

  void attach() override {
    // Lists of more than 65,536 corners are cut by offsets, which shapes.cpp reads.
    ImGui::GetIO().BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
    uploadFonts();
  }
  void newFrame() override {}

  void paint(ui::Colour background) override {
    const ImDrawData* drawn = ImGui::GetDrawData();
    glfwGetFramebufferSize(window_, &width_, &height_);
    const paint::Surface surface = screen_->surface(width_, height_);
    if (drawn == nullptr || surface.pixels == nullptr) return;
    const std::uint32_t ground = paint::pixelOf(background.r, background.g, background.b);
    const std::vector<paint::Box>& painted = canvas_.paint(*drawn, ground, surface);
    screen_->show(exposed_ ? std::vector<paint::Box>{surface.whole()} : painted);
    exposed_ = false;
  }

  void uploadFonts() override {
    ImGui::GetIO().Fonts->SetTexID(this);  // any name does that is no picture's
    canvas_.setAtlas(paint::coverageOf(*ImGui::GetIO().Fonts));
  }

  void exposed() override { exposed_ = true; }

  Picture picture() override {
    const paint::Surface surface = screen_->surface(width_, height_);
    if (surface.pixels == nullptr) return {};
    return {width_, height_, paint::bytesOf(surface)};
  }

 private:
  GLFWwindow* window_;
  std::unique_ptr<X11Screen> screen_;
  paint::Canvas canvas_;
  int width_ = 0;
  int height_ = 0;
  bool exposed_ = true;
};

}  // namespace

bool processorPaintsBest() {
  return x11Display() != nullptr && !graphicsProcessor();
}

std::unique_ptr<Painter> makeProcessorPainter(GLFWwindow* window) {
  void* const display = x11Display();
  const auto windowOf = glfwFunction<WindowOf>("glfwGetX11Window");
  if (display == nullptr || windowOf == nullptr) return nullptr;
  std::unique_ptr<X11Screen> screen = openX11Screen(display, windowOf(window));
  if (screen == nullptr) return nullptr;
  return std::make_unique<ProcessorPainter>(window, std::move(screen));
}

}  // namespace app::desktop
