#include "tests/support/ui_pictures.h"

#include <gtest/gtest.h>
#include <imgui.h>
#define STB_IMAGE_WRITE_IMPLEMENTATION
#include <stb_image_write.h>

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <vector>

#include "app/paint/canvas.h"
#include "app/ui/theme.h"

namespace tests {
namespace {

std::vector<std::uint8_t> painted(UiDriver& driver, int width, int height) {
  const auto count = static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
  std::vector<std::uint32_t> pixels(count);
  app::paint::Canvas canvas;
  canvas.setAtlas(app::paint::coverageOf(*ImGui::GetIO().Fonts));
  const app::ui::Colour ground =
      app::ui::colour(driver.kit().settings().theme, app::ui::Token::Canvas);
  const app::paint::Surface surface{pixels.data(), width, height, width};
  canvas.paint(*ImGui::GetDrawData(), app::paint::pixelOf(ground.r, ground.g, ground.b), surface);
  return app::paint::bytesOf(surface);
}

}  // namespace

void keepPicture(UiDriver& driver, const std::string& looks) {
  const char* const folder = std::getenv("AFTERNOTE_PICTURES");
  const testing::TestInfo* test = testing::UnitTest::GetInstance()->current_test_info();
  if (folder == nullptr || test == nullptr) return;
  static std::map<std::string, int> taken;
  const std::string name = std::string(test->test_suite_name()) + "." + test->name();
  const std::string number = std::to_string(++taken[name + looks]);
  std::filesystem::create_directories(folder);
  const std::filesystem::path file =
      std::filesystem::path(folder) / (name + "-" + number + "-" + looks + ".png");
  const int width = static_cast<int>(ImGui::GetIO().DisplaySize.x);
  const int height = static_cast<int>(ImGui::GetIO().DisplaySize.y);
  const std::vector<std::uint8_t> bytes = painted(driver, width, height);
  EXPECT_NE(stbi_write_png(file.c_str(), width, height, 3, bytes.data(), width * 3), 0) << file;
}

}  // namespace tests
