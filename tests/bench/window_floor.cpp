// The least a window of this kind can cost: Dear ImGui, GLFW and OpenGL as the program uses them,
// its built-in font, one field and nothing else, drawn only when something happens. Says when each
// frame was painted as the program does (app/desktop/frame_marks.h), until it is told to end.
#include <GLFW/glfw3.h>
#include <backends/imgui_impl_glfw.h>
#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>

#include <array>

#include "app/desktop/frame_marks.h"

namespace {

unsigned long g_typed = 0;  // GLFW's callback takes no state of ours

GLFWwindow* openFloor() {
  if (glfwInit() == 0) return nullptr;
  glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
  glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 2);
  glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
  glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);
  GLFWwindow* window = glfwCreateWindow(1440, 900, "floor", nullptr, nullptr);
  if (window == nullptr) return nullptr;
  glfwMakeContextCurrent(window);
  glfwSwapInterval(1);
  ImGui::CreateContext();
  ImGui::GetIO().IniFilename = nullptr;
  ImGui::GetIO().ConfigInputTextCursorBlink = false;
  glfwSetCharCallback(window, [](GLFWwindow*, unsigned int) { ++g_typed; });
  ImGui_ImplGlfw_InitForOpenGL(window, true);
  ImGui_ImplOpenGL3_Init("#version 150");
  return window;
}

void drawFloor(GLFWwindow* window, bool first) {
  static std::array<char, 4096> text{};
  ImGui_ImplOpenGL3_NewFrame();
  ImGui_ImplGlfw_NewFrame();
  ImGui::NewFrame();
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize(ImGui::GetIO().DisplaySize);
  ImGui::Begin("floor", nullptr, ImGuiWindowFlags_NoDecoration);
  if (first) ImGui::SetKeyboardFocusHere();
  ImGui::InputText("##field", text.data(), text.size());
  ImGui::End();
  ImGui::Render();
  int width = 0;
  int height = 0;
  glfwGetFramebufferSize(window, &width, &height);
  glViewport(0, 0, width, height);
  glClearColor(0.96F, 0.95F, 0.93F, 1);
  glClear(GL_COLOR_BUFFER_BIT);
  ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
  glfwSwapBuffers(window);
  app::desktop::markFrame("start", g_typed);
}

}  // namespace

int main() {
  constexpr int kFramesAfterInput = 3;  // as app/desktop/frame_pacing.h
  GLFWwindow* window = openFloor();
  if (window == nullptr) return 1;
  bool first = true;
  for (int left = kFramesAfterInput; glfwWindowShouldClose(window) == 0;) {
    drawFloor(window, first);
    first = false;
    if (--left > 0) {
      glfwPollEvents();
    } else {
      glfwWaitEvents();
      left = kFramesAfterInput;
    }
  }
  return 0;
}
