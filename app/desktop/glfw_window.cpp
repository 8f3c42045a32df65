#include <GLFW/glfw3.h>
#include <backends/imgui_impl_glfw.h>
#include <imgui.h>
#define STB_IMAGE_WRITE_IMPLEMENTATION
#include <stb_image_write.h>

#include <algorithm>
#include <array>
#include <cfloat>
#include <utility>
#include <vector>

#include "app/desktop/input_queue.h"
#include "app/desktop/painter.h"
#include "app/desktop/window.h"

namespace app::desktop {
namespace {

using journal::Error;
using journal::ErrorCode;
using journal::Result;

class GlfwWindow final : public Window {
 public:
  GlfwWindow(GLFWwindow* window, std::unique_ptr<Painter> painter)
      : window_(window), painter_(std::move(painter)) {}
  ~GlfwWindow() override {
    painter_.reset();
    if (attached_) ImGui_ImplGlfw_Shutdown();
    glfwDestroyWindow(window_);
    glfwTerminate();
  }

  void attach(std::function<void(char32_t)> typed) override {
    typed_ = std::move(typed);
    ImGui_ImplGlfw_InitForOther(window_, true);  // of OpenGL it knows nothing here
    painter_->attach();
    glfwSetWindowUserPointer(window_, this);
    glfwSetKeyCallback(window_,
                       [](GLFWwindow* window, int key, int scancode, int action, int mods) {
                         self(window).takeKey({.kind = InputEvent::Kind::Key,
                                               .code = key,
                                               .scancode = scancode,
                                               .action = action,
                                               .mods = mods});
                       });
    glfwSetCharCallback(window_, [](GLFWwindow* window, unsigned int codePoint) {
      self(window).input_.add(
          {.kind = InputEvent::Kind::Character, .character = static_cast<char32_t>(codePoint)});
    });
    glfwSetMouseButtonCallback(window_, [](GLFWwindow* window, int button, int action, int mods) {
      self(window).input_.add(
          {.kind = InputEvent::Kind::Button, .code = button, .action = action, .mods = mods});
    });
    glfwSetCursorPosCallback(window_, [](GLFWwindow* window, double x, double y) {
      self(window).input_.add({.kind = InputEvent::Kind::Move, .x = x, .y = y});
    });
    glfwSetCursorEnterCallback(window_, [](GLFWwindow* window, int entered) {
      ImGui_ImplGlfw_CursorEnterCallback(window, entered);
      if (entered == 0) {
        self(window).input_.add({.kind = InputEvent::Kind::Move, .x = -FLT_MAX, .y = -FLT_MAX});
      }
    });
    glfwSetWindowRefreshCallback(window_,
                                 [](GLFWwindow* window) { self(window).painter_->exposed(); });
    glfwSetDropCallback(window_, [](GLFWwindow* window, int count, const char** paths) {
      if (count > 0) self(window).dropped_ = paths[0];
    });
    followPlace();
    glfwSetInputMode(window_, GLFW_LOCK_KEY_MODS, GLFW_TRUE);
    attached_ = true;
  }

  bool hasKeyboard() const override { return hasKeyboard_; }
  std::pair<int, int> place() const override { return place_; }

  bool closeWanted() const override { return glfwWindowShouldClose(window_) != 0; }
  void keepOpen() override { glfwSetWindowShouldClose(window_, GLFW_FALSE); }

  void askFirst(std::function<std::uint64_t(const InputEvent&, const char*)> ask) override {
    ask_ = std::move(ask);
  }
  void answer(std::uint64_t ticket, bool taken) override { input_.answer(ticket, taken); }

  std::optional<std::string> takeDropped() override {
    return std::exchange(dropped_, std::nullopt);
  }

  bool wait(double seconds) override {
    if (seconds <= 0 || input_.ready()) {  // a frame follows at once in any case
      glfwPollEvents();
      return !input_.empty() || dropped_;
    }
    if (!input_.empty()) seconds = std::min(seconds, kPatience);
    const double before = glfwGetTime();
    glfwWaitEventsTimeout(seconds);
    return glfwGetTime() - before < seconds * 0.98;
  }
  void wake() override { glfwPostEmptyEvent(); }
  double seconds() const override { return glfwGetTime(); }

  void beginFrame() override {
    takeInput();
    painter_->newFrame();
    ImGui_ImplGlfw_NewFrame();
    placePointer();
  }

  void paint(ui::Colour background) override { painter_->paint(background); }
  void uploadFonts() override { painter_->uploadFonts(); }

  Result<void> savePicture(const std::filesystem::path& png) override {
    const Picture picture = painter_->picture();
    const std::filesystem::path part = png.string() + ".part";
    if (stbi_write_png(part.string().c_str(), picture.width, picture.height, 3,
                       picture.bytes.data(), picture.width * 3) == 0) {
      return Error{ErrorCode::Io, "picture"};
    }
    std::error_code failed;
    std::filesystem::rename(part, png, failed);
    if (failed) return Error{ErrorCode::Io, "picture: " + std::to_string(failed.value())};
    return {};
  }

 private:
  static GlfwWindow& self(GLFWwindow* window) {
    return *static_cast<GlfwWindow*>(glfwGetWindowUserPointer(window));
  }

  /// As it is now, and whenever it changes: asking each frame would wait for the display.
  void followPlace() {
    hasKeyboard_ = glfwGetWindowAttrib(window_, GLFW_FOCUSED) != 0;
    glfwGetWindowPos(window_, &place_.first, &place_.second);
    glfwSetWindowFocusCallback(window_, [](GLFWwindow* window, int focused) {
      ImGui_ImplGlfw_WindowFocusCallback(window, focused);
      self(window).hasKeyboard_ = focused != 0;
    });
    glfwSetWindowPosCallback(window_, [](GLFWwindow* window, int x, int y) {
      self(window).place_ = {x, y};
    });
  }

  void takeKey(InputEvent event) {
    event.asked = glfwGetTime();
    if (ask_) event.ticket = ask_(event, glfwGetKeyName(event.code, event.scancode));
    input_.add(event);
  }

  void takeInput() {
    input_.giveUpBefore(glfwGetTime() - kPatience);
    for (const InputEvent& event : input_.takeFrame()) {
      switch (event.kind) {
        case InputEvent::Kind::Character:
          if (typed_) typed_(event.character);
          break;
        case InputEvent::Kind::Key:
          ImGui_ImplGlfw_KeyCallback(window_, event.code, event.scancode, event.action, event.mods);
          break;
        case InputEvent::Kind::Button:
          if (event.code >= 0 && event.code < kButtons) {
            down_[static_cast<std::size_t>(event.code)] = event.action == GLFW_PRESS;
          }
          break;
        case InputEvent::Kind::Move:
          pointer_ = ImVec2(static_cast<float>(event.x), static_cast<float>(event.y));
          break;
      }
    }
  }

  /// The backend reads the pointer as it is now; a frame wants it as it was when its events came.
  void placePointer() {
    ImGuiIO& io = ImGui::GetIO();
    io.MousePos = pointer_;
    for (std::size_t i = 0; i < kButtons; ++i) io.MouseDown[i] = down_[i];
  }

  /// Seconds that a key waits for whoever is asked about it first; who does not answer by then
  /// hangs.
  static constexpr double kPatience = 0.3;

  GLFWwindow* window_;
  std::unique_ptr<Painter> painter_;
  std::function<std::uint64_t(const InputEvent&, const char*)> ask_;
  std::function<void(char32_t)> typed_;
  InputQueue input_;
  std::optional<std::string> dropped_;
  static constexpr int kButtons = 5;  // as many as ImGui knows
  std::array<bool, kButtons> down_{};
  ImVec2 pointer_{-FLT_MAX, -FLT_MAX};
  bool attached_ = false;
  bool hasKeyboard_ = false;
  std::pair<int, int> place_;
};

float displayScale() {
  float x = 1;
  float y = 1;
  GLFWmonitor* monitor = glfwGetPrimaryMonitor();
  if (monitor != nullptr) glfwGetMonitorContentScale(monitor, &x, &y);
  return x > 0 ? x : 1;
}

GLFWwindow* makeWindow(const WindowOptions& options) {
  GLFWwindow* window =
      glfwCreateWindow(options.width, options.height, options.title.c_str(), nullptr, nullptr);
  if (window != nullptr) {
    glfwSetWindowSizeLimits(window, 480, 360, GLFW_DONT_CARE, GLFW_DONT_CARE);
  }
  return window;
}

/// nullptr where the processor cannot paint a window.
std::unique_ptr<Window> openProcessorWindow(const WindowOptions& options) {
  glfwWindowHint(GLFW_CLIENT_API, GLFW_NO_API);
  GLFWwindow* window = makeWindow(options);
  if (window == nullptr) return nullptr;
  std::unique_ptr<Painter> painter = makeProcessorPainter(window);
  if (painter != nullptr) return std::make_unique<GlfwWindow>(window, std::move(painter));
  glfwDestroyWindow(window);
  return nullptr;
}

std::unique_ptr<Window> openGlWindow(const WindowOptions& options) {
  glfwDefaultWindowHints();
  glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
  glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 2);
  glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
  glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);
  GLFWwindow* window = makeWindow(options);
  if (window == nullptr) return nullptr;
  glfwMakeContextCurrent(window);
  glfwSwapInterval(1);
  return std::make_unique<GlfwWindow>(window, makeGlPainter(window));
}

}  // namespace

Result<std::unique_ptr<Window>> openWindow(const WindowOptions& options,
                                           const std::function<void(float)>& scaleKnown) {
  if (glfwInit() == 0) {
    return Error{ErrorCode::Io, "glfwInit",
                 "There is no display to open a window on. Your journal is untouched."};
  }
  scaleKnown(displayScale());
  const bool processor = options.painting == Painting::Processor ||
                         (options.painting == Painting::Best && processorPaintsBest());
  std::unique_ptr<Window> window = processor ? openProcessorWindow(options) : nullptr;
  if (window == nullptr) window = openGlWindow(options);
  if (window == nullptr) {
    glfwTerminate();
    return Error{
        ErrorCode::Io, "glfwCreateWindow",
        "This computer could not open a window with OpenGL 3.2. Your journal is untouched."};
  }
  return window;
}

}  // namespace app::desktop
