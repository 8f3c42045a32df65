#include <GLFW/glfw3.h>
#include <backends/imgui_impl_glfw.h>
#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>
#define STB_IMAGE_WRITE_IMPLEMENTATION
#include <stb_image_write.h>

#include <deque>
#include <set>
#include <vector>

#include "app/desktop/window.h"

namespace app::desktop {
namespace {

using journal::Error;
using journal::ErrorCode;
using journal::Result;

class GlWindow final : public Window {
 public:
  explicit GlWindow(GLFWwindow* window) : window_(window) {}
  ~GlWindow() override {
    if (attached_) {
      ImGui_ImplOpenGL3_Shutdown();
      ImGui_ImplGlfw_Shutdown();
    }
    glfwDestroyWindow(window_);
    glfwTerminate();
  }

  void attach(std::function<void(char32_t)> typed) override {
    typed_ = std::move(typed);
    ImGui_ImplGlfw_InitForOpenGL(window_, true);
    ImGui_ImplOpenGL3_Init("#version 150");
    // Keys and characters wait in one queue, so that none is lost when it goes down and up between
    // two frames, and none overtakes another.
    glfwSetWindowUserPointer(window_, this);
    glfwSetKeyCallback(window_,
                       [](GLFWwindow* window, int key, int scancode, int action, int mods) {
                         self(window).typedKeys_.push_back({key, scancode, action, mods, 0});
                       });
    glfwSetCharCallback(window_, [](GLFWwindow* window, unsigned int codePoint) {
      self(window).typedKeys_.push_back({0, 0, GLFW_PRESS, 0, static_cast<char32_t>(codePoint)});
    });
    attached_ = true;
  }

  bool closeWanted() const override { return glfwWindowShouldClose(window_) != 0; }
  void keepOpen() override { glfwSetWindowShouldClose(window_, GLFW_FALSE); }

  bool wait(double seconds) override {
    if (!typedKeys_.empty()) seconds = 0;
    const double before = glfwGetTime();
    if (seconds <= 0)
      glfwPollEvents();
    else
      glfwWaitEventsTimeout(seconds);
    return seconds <= 0 || glfwGetTime() - before < seconds * 0.98;
  }
  void wake() override { glfwPostEmptyEvent(); }
  double seconds() const override { return glfwGetTime(); }

  float displayScale() const override {
    float x = 1;
    float y = 1;
    glfwGetWindowContentScale(window_, &x, &y);
    return x > 0 ? x : 1;
  }

  void beginFrame() override {
    takeKeys();
    ImGui_ImplOpenGL3_NewFrame();
    ImGui_ImplGlfw_NewFrame();
  }

  void paint(ui::Colour background) override {
    background_ = background;
    render();
    glfwSwapBuffers(window_);
  }

  void uploadFonts() override {
    ImGui_ImplOpenGL3_DestroyFontsTexture();
    ImGui_ImplOpenGL3_CreateFontsTexture();
  }

  Result<void> savePicture(const std::filesystem::path& png) override {
    render();  // after a swap the back buffer holds nothing to rely on
    int width = 0;
    int height = 0;
    glfwGetFramebufferSize(window_, &width, &height);
    std::vector<unsigned char> pixels(static_cast<std::size_t>(width) *
                                      static_cast<std::size_t>(height) * 3);
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    glReadPixels(0, 0, width, height, GL_RGB, GL_UNSIGNED_BYTE, pixels.data());
    stbi_flip_vertically_on_write(1);
    const std::filesystem::path part = png.string() + ".part";
    if (stbi_write_png(part.string().c_str(), width, height, 3, pixels.data(), width * 3) == 0) {
      return Error{ErrorCode::Io, "picture"};
    }
    std::error_code failed;
    std::filesystem::rename(part, png, failed);
    if (failed) return Error{ErrorCode::Io, "picture: " + std::to_string(failed.value())};
    return {};
  }

 private:
  /// A key, or a character when `character` is not 0.
  struct Typed {
    int key;
    int scancode;
    int action;
    int mods;
    char32_t character;
  };
  static GlWindow& self(GLFWwindow* window) {
    return *static_cast<GlWindow*>(glfwGetWindowUserPointer(window));
  }

  /// Hands over what one frame can tell apart: a key's release waits for the frame after its press,
  /// and a key that edits does not share a frame with characters.
  void takeKeys() {
    std::set<int> pressed;
    bool characters = false;
    bool edits = false;
    while (!typedKeys_.empty()) {
      const Typed next = typedKeys_.front();
      const bool isEdit = next.character == 0 && next.key >= GLFW_KEY_ESCAPE &&
                          next.key <= GLFW_KEY_END && next.action != GLFW_RELEASE;
      if (next.character != 0 && edits) return;
      if (next.character == 0 && pressed.contains(next.key)) return;
      if (isEdit && characters) return;
      typedKeys_.pop_front();
      if (next.character != 0) {
        characters = true;
        if (typed_) typed_(next.character);
        continue;
      }
      edits = edits || isEdit;
      if (next.action != GLFW_RELEASE) pressed.insert(next.key);
      ImGui_ImplGlfw_KeyCallback(window_, next.key, next.scancode, next.action, next.mods);
    }
  }

  void render() {
    int width = 0;
    int height = 0;
    glfwGetFramebufferSize(window_, &width, &height);
    glViewport(0, 0, width, height);
    const auto part = [](std::uint8_t value) { return static_cast<float>(value) / 255.0F; };
    glClearColor(part(background_.r), part(background_.g), part(background_.b), 1.0F);
    glClear(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
  }

  GLFWwindow* window_;
  ui::Colour background_;
  std::function<void(char32_t)> typed_;
  std::deque<Typed> typedKeys_;
  bool attached_ = false;
};

}  // namespace

Result<std::unique_ptr<Window>> openWindow(const WindowOptions& options) {
  if (glfwInit() == 0) {
    return Error{ErrorCode::Io, "glfwInit",
                 "There is no display to open a window on. Your journal is untouched."};
  }
  glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
  glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 2);
  glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
  glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);
  GLFWwindow* window =
      glfwCreateWindow(options.width, options.height, options.title.c_str(), nullptr, nullptr);
  if (window == nullptr) {
    glfwTerminate();
    return Error{
        ErrorCode::Io, "glfwCreateWindow",
        "This computer could not open a window with OpenGL 3.2. Your journal is untouched."};
  }
  glfwSetWindowSizeLimits(window, 480, 360, GLFW_DONT_CARE, GLFW_DONT_CARE);
  glfwMakeContextCurrent(window);
  glfwSwapInterval(1);
  return std::unique_ptr<Window>(std::make_unique<GlWindow>(window));
}

}  // namespace app::desktop
