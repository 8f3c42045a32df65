// Both painters on the kit's gallery, in real windows: what the processor paints is what OpenGL
// paints.

#include <gtest/gtest.h>
#include <imgui.h>

#include <algorithm>
#include <cstdlib>
#include <functional>

#include "app/desktop/painter.h"
#include "app/ui/kit.h"
#include "tests/app/ui/gallery_pages.h"

// Last: X11's macros would spoil the headers above.
#include <GLFW/glfw3.h>
#include <X11/Xutil.h>

// As in glfw3native.h, which wants more of X11's headers than this does.
extern "C" Display* glfwGetX11Display();
extern "C" Window glfwGetX11Window(GLFWwindow* window);

namespace {

using app::desktop::Painter;
using app::desktop::Picture;

constexpr int kWidth = 1200;
constexpr int kHeight = 800;

struct Looks {
  app::ui::Theme theme;
  int percent;
};

GLFWwindow* openWindow(bool gl) {
  glfwDefaultWindowHints();
  if (gl) {
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 2);
    glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
  } else {
    glfwWindowHint(GLFW_CLIENT_API, GLFW_NO_API);
  }
  GLFWwindow* window = glfwCreateWindow(kWidth, kHeight, "painters", nullptr, nullptr);
  if (window != nullptr && gl) glfwMakeContextCurrent(window);
  return window;
}

/// Some frames of a page in a window of its own, and what the painter says it shows.
Picture pictureOf(const gallery::Page& page, const Looks& looks, bool gl) {
  GLFWwindow* window = openWindow(gl);
  EXPECT_NE(window, nullptr);
  if (window == nullptr) return {};
  Picture picture;
  {
    app::ui::Settings settings;
    settings.theme = looks.theme;
    settings.textPercent = looks.percent;
    settings.still = true;
    app::ui::Kit kit(app::ui::installedFonts(), settings);
    const std::unique_ptr<Painter> painter =
        gl ? app::desktop::makeGlPainter(window) : app::desktop::makeProcessorPainter(window);
    EXPECT_NE(painter, nullptr);
    if (painter != nullptr) {
      gallery::resetPages();
      painter->attach();
      ImGui::GetIO().DisplaySize = ImVec2(kWidth, kHeight);
      for (int frame = 0; frame < 4; ++frame) {
        painter->newFrame();
        ImGui::GetIO().DeltaTime = 1.0F / 60;
        kit.beginFrame();
        page.draw();
        kit.endFrame();
        painter->paint(app::ui::colour(looks.theme, app::ui::Token::Canvas));
      }
      picture = painter->picture();
    }
  }
  glfwDestroyWindow(window);
  return picture;
}

class Painters : public testing::Test {
 protected:
  void SetUp() override { ASSERT_NE(glfwInit(), 0) << "this needs a display"; }
  void TearDown() override { glfwTerminate(); }
};

TEST_F(Painters, ShowTheSameOnEveryPageOfTheGallery) {
  using app::ui::Theme;
  for (const Looks& looks :
       {Looks{Theme::Light, 100}, Looks{Theme::Dark, 100}, Looks{Theme::HighContrast, 200}}) {
    for (const gallery::Page& page : gallery::pages()) {
      SCOPED_TRACE(page.name + " " + std::to_string(looks.percent));
      const Picture gl = pictureOf(page, looks, true);
      const Picture processor = pictureOf(page, looks, false);
      ASSERT_EQ(gl.width, kWidth);
      ASSERT_EQ(gl.bytes.size(), processor.bytes.size());
      int worst = 0;
      std::size_t far = 0;  // an edge may fall on either side of a pixel's very middle
      for (std::size_t i = 0; i < gl.bytes.size(); ++i) {
        const int difference = std::abs(int{gl.bytes[i]} - int{processor.bytes[i]});
        if (difference > 4) ++far;
        worst = std::max(worst, difference);
      }
      EXPECT_LE(far, gl.bytes.size() / 10000) << "worst " << worst;
      const auto [least, most] = std::minmax_element(gl.bytes.begin(), gl.bytes.end());
      EXPECT_GT(*most - *least, 100) << "an empty picture shows nothing";
    }
  }
}

/// What the X server holds of the window.
std::vector<std::uint8_t> shown(GLFWwindow* window) {
  XImage* image = XGetImage(glfwGetX11Display(), glfwGetX11Window(window), 0, 0, kWidth, kHeight,
                            AllPlanes, ZPixmap);
  std::vector<std::uint8_t> bytes;
  if (image == nullptr) return bytes;
  for (int y = 0; y < kHeight; ++y) {
    for (int x = 0; x < kWidth; ++x) {
      const unsigned long pixel = XGetPixel(image, x, y);
      for (const int shift : {16, 8, 0}) {
        bytes.push_back(static_cast<std::uint8_t>(pixel >> shift & 255U));
      }
    }
  }
  XDestroyImage(image);
  return bytes;
}

TEST_F(Painters, ShowOnTheScreenWhatTheProcessorPainted) {
  GLFWwindow* window = openWindow(false);
  ASSERT_NE(window, nullptr);
  {
    app::ui::Kit kit(app::ui::installedFonts(), {});
    const std::unique_ptr<Painter> painter = app::desktop::makeProcessorPainter(window);
    ASSERT_NE(painter, nullptr);
    painter->attach();
    for (const gallery::Page& page : gallery::pages()) {
      SCOPED_TRACE(page.name);
      for (int frame = 0; frame < 3; ++frame) {
        ImGui::GetIO().DisplaySize = ImVec2(kWidth, kHeight);
        ImGui::GetIO().DeltaTime = 1.0F / 60;
        // Only what lies under the pointer differs from frame to frame.
        ImGui::GetIO().MousePos = ImVec2(100.0F + 200.0F * static_cast<float>(frame), 300);
        kit.beginFrame();
        page.draw();
        kit.endFrame();
        painter->paint(app::ui::colour(app::ui::Theme::Light, app::ui::Token::Canvas));
        const bool same = shown(window) == painter->picture().bytes;
        EXPECT_TRUE(same) << "frame " << frame;
      }
    }
  }
  glfwDestroyWindow(window);
}

}  // namespace
