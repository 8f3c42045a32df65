#include <gtest/gtest.h>
#include <imgui.h>

#include "app/paint/canvas.h"
#include "tests/app/paint/scene.h"
#include "tests/app/ui/gallery_pages.h"
#include "tests/support/ui_driver.h"

namespace {

using app::paint::Canvas;
using app::paint::Coverage;
using tests::Sheet;

constexpr int kScreenWidth = 1200;
constexpr int kScreenHeight = 800;

Coverage letters() {
  return app::paint::coverageOf(*ImGui::GetIO().Fonts);
}

/// Paints each frame as the program does and once from nothing, and compares.
class TwoSheets {
 public:
  TwoSheets() : kept_(kScreenWidth, kScreenHeight) { keeps_.setAtlas(letters()); }

  std::size_t compare() {
    const std::size_t boxes = keeps_.paint(*ImGui::GetDrawData(), kGround, kept_.surface()).size();
    Sheet anew(kScreenWidth, kScreenHeight);
    Canvas fresh;
    fresh.setAtlas(letters());
    fresh.paint(*ImGui::GetDrawData(), kGround, anew.surface());
    EXPECT_EQ(kept_.pixels(), anew.pixels());
    return boxes;
  }

 private:
  static constexpr std::uint32_t kGround = 0xF5F0EDU;
  Sheet kept_;
  Canvas keeps_;
};

TEST(RealFrames, AreTheSameWhetherPaintedInPartsOrWhole) {
  for (const gallery::Page& page : gallery::pages()) {
    SCOPED_TRACE(page.name);
    gallery::resetPages();
    tests::UiDriver ui(page.draw, {.size = {kScreenWidth, kScreenHeight}});
    TwoSheets sheets;
    EXPECT_GT(sheets.compare(), 0U);
    for (int step = 0; step < 6; ++step) {
      ui.key(app::ui::Key::Tab);
      sheets.compare();
      ui.type("e");
      sheets.compare();
      ui.moveTo({static_cast<float>(100 + step * 150), static_cast<float>(120 + step * 90)});
      sheets.compare();
      ui.wheel({600, 400}, -1);
      sheets.compare();
    }
  }
}

}  // namespace
