#include <GLFW/glfw3.h>
#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>

#include <algorithm>

#include "app/desktop/painter.h"

namespace app::desktop {
namespace {

/// The few functions that the backend does not call for us. Asked for by name: a program that
/// paints by the processor then never loads OpenGL at all.
struct Gl {
  using Viewport = void (*)(GLint, GLint, GLsizei, GLsizei);
  using ClearColor = void (*)(GLfloat, GLfloat, GLfloat, GLfloat);
  using Clear = void (*)(GLbitfield);
  using PixelStore = void (*)(GLenum, GLint);
  using ReadPixels = void (*)(GLint, GLint, GLsizei, GLsizei, GLenum, GLenum, void*);
  Viewport viewport = get<Viewport>("glViewport");
  ClearColor clearColor = get<ClearColor>("glClearColor");
  Clear clear = get<Clear>("glClear");
  PixelStore pixelStore = get<PixelStore>("glPixelStorei");
  ReadPixels readPixels = get<ReadPixels>("glReadPixels");

  template <class Function>
  static Function get(const char* name) {
    return reinterpret_cast<Function>(glfwGetProcAddress(name));
  }
};

class GlPainter final : public Painter {
 public:
  explicit GlPainter(GLFWwindow* window) : window_(window) {}
  ~GlPainter() override {
    if (attached_) ImGui_ImplOpenGL3_Shutdown();
  }

  void attach() override {
    ImGui_ImplOpenGL3_Init("#version 150");
    attached_ = true;
  }
  void newFrame() override { ImGui_ImplOpenGL3_NewFrame(); }

  void paint(ui::Colour background) override {
    background_ = background;
    render();
    glfwSwapBuffers(window_);
  }

  void uploadFonts() override {
    ImGui_ImplOpenGL3_DestroyFontsTexture();
    ImGui_ImplOpenGL3_CreateFontsTexture();
  }

  void exposed() override {}  // every frame paints all of it

  Picture picture() override {
    render();  // after a swap the back buffer holds nothing to rely on
    Picture picture;
    glfwGetFramebufferSize(window_, &picture.width, &picture.height);
    const auto row = static_cast<std::size_t>(picture.width) * 3;
    const auto rows = static_cast<std::size_t>(picture.height);
    std::vector<std::uint8_t> upward(row * rows);
    gl_.pixelStore(GL_PACK_ALIGNMENT, 1);
    gl_.readPixels(0, 0, picture.width, picture.height, GL_RGB, GL_UNSIGNED_BYTE, upward.data());
    picture.bytes.resize(upward.size());
    for (std::size_t y = 0; y < rows; ++y) {
      std::copy_n(upward.data() + y * row, row, picture.bytes.data() + (rows - 1 - y) * row);
    }
    return picture;
  }

 private:
  void render() {
    int width = 0;
    int height = 0;
    glfwGetFramebufferSize(window_, &width, &height);
    gl_.viewport(0, 0, width, height);
    const auto part = [](std::uint8_t value) { return static_cast<float>(value) / 255.0F; };
    gl_.clearColor(part(background_.r), part(background_.g), part(background_.b), 1.0F);
    gl_.clear(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
  }

  GLFWwindow* window_;
  Gl gl_;
  ui::Colour background_;
  bool attached_ = false;
};

}  // namespace

std::unique_ptr<Painter> makeGlPainter(GLFWwindow* window) {
  return std::make_unique<GlPainter>(window);
}

}  // namespace app::desktop
