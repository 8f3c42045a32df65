// Renders the kit into PNG pictures, to be looked at beside the design: ui_gallery FOLDER [page]
// [theme] [percent] [w] [h] Needs a display (xvfb-run -a).

#include <GLFW/glfw3.h>
#include <backends/imgui_impl_glfw.h>
#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

#include "app/ui/kit.h"
#include "tests/app/ui/gallery_pages.h"

#define STB_IMAGE_WRITE_IMPLEMENTATION
#include <stb_image_write.h>

namespace {

struct Shot {
  std::string page;
  app::ui::Theme theme = app::ui::Theme::Light;
  int percent = 100;
  int width = 1440;
  int height = 900;
};

const char* themeName(app::ui::Theme theme) {
  switch (theme) {
    case app::ui::Theme::Dark:
      return "dark";
    case app::ui::Theme::HighContrast:
      return "contrast";
    case app::ui::Theme::Light:
      break;
  }
  return "light";
}

app::ui::Theme themeOf(const std::string& name) {
  if (name == "dark") return app::ui::Theme::Dark;
  return name == "contrast" ? app::ui::Theme::HighContrast : app::ui::Theme::Light;
}

bool savePng(const std::string& path, int width, int height) {
  std::vector<unsigned char> pixels(static_cast<std::size_t>(width) *
                                    static_cast<std::size_t>(height) * 4);
  glReadPixels(0, 0, width, height, GL_RGBA, GL_UNSIGNED_BYTE, pixels.data());
  stbi_flip_vertically_on_write(1);
  return stbi_write_png(path.c_str(), width, height, 4, pixels.data(), width * 4) != 0;
}

bool render(const Shot& shot, const std::string& folder) {
  glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
  glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 2);
  glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
  glfwWindowHint(GLFW_DECORATED, GLFW_FALSE);
  GLFWwindow* window = glfwCreateWindow(shot.width, shot.height, "gallery", nullptr, nullptr);
  if (window == nullptr) return false;
  glfwMakeContextCurrent(window);
  glfwSwapInterval(0);
  app::ui::Settings settings;
  settings.theme = shot.theme;
  settings.textPercent = shot.percent;
  settings.still = true;
  bool saved = false;
  {
    app::ui::Kit kit(app::ui::installedFonts(), settings);
    ImGui_ImplGlfw_InitForOpenGL(window, false);
    ImGui_ImplOpenGL3_Init("#version 150");
    gallery::resetPages();
    for (const gallery::Page& page : gallery::pages()) {
      if (page.name != shot.page) continue;
      for (int i = 0; i < 6; ++i) {
        if (i == 3 && page.name == "components") app::ui::focusPath("components/fields/focus");
        ImGui_ImplOpenGL3_NewFrame();
        ImGui_ImplGlfw_NewFrame();
        kit.beginFrame();
        page.draw();
        kit.endFrame();
        glViewport(0, 0, shot.width, shot.height);
        glClear(GL_COLOR_BUFFER_BIT);
        ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
      }
      const std::string name = folder + "/" + page.name + "-" + themeName(shot.theme) + "-" +
                               std::to_string(shot.percent) + "-" + std::to_string(shot.width) +
                               ".png";
      saved = savePng(name, shot.width, shot.height);
      std::printf("%s fonts %.1f ms, atlas %d x %d\n", name.c_str(), kit.fonts().milliseconds,
                  kit.fonts().width, kit.fonts().height);
    }
    ImGui_ImplOpenGL3_Shutdown();
    ImGui_ImplGlfw_Shutdown();
  }
  glfwDestroyWindow(window);
  return saved;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fprintf(stderr,
                 "ui_gallery FOLDER [page] [light|dark|contrast] [percent] [width height]\n");
    return 2;
  }
  if (glfwInit() == 0) {
    std::fprintf(stderr, "no display: run it with xvfb-run -a\n");
    return 1;
  }
  std::vector<Shot> shots;
  if (argc > 2) {
    Shot shot;
    shot.page = argv[2];
    if (argc > 3) shot.theme = themeOf(argv[3]);
    if (argc > 4) shot.percent = std::atoi(argv[4]);
    if (argc > 6) {
      shot.width = std::atoi(argv[5]);
      shot.height = std::atoi(argv[6]);
    }
    shots.push_back(shot);
  } else {
    for (const gallery::Page& page : gallery::pages()) {
      for (const app::ui::Theme theme :
           {app::ui::Theme::Light, app::ui::Theme::Dark, app::ui::Theme::HighContrast})
        shots.push_back({page.name, theme});
    }
  }
  bool all = true;
  for (const Shot& shot : shots) all = render(shot, argv[1]) && all;
  glfwTerminate();
  return all ? 0 : 1;
}
