#include <gtest/gtest.h>

#include "app/ui/fonts.h"
#include "tests/app/ui/gallery_pages.h"
#include "tests/support/ui_driver.h"

namespace {

std::string joined(const std::vector<std::string>& lines) {
  std::string out;
  for (const std::string& line : lines) out += line + "\n";
  return out;
}

TEST(Gallery, NoScreenOverlapsHidesOrForgetsAName) {
  for (const gallery::Page& page : gallery::pages()) {
    for (const app::ui::Vec2 size :
         {app::ui::Vec2{1440, 900}, app::ui::Vec2{1024, 700}, app::ui::Vec2{1920, 1080}}) {
      gallery::resetPages();
      tests::UiOptions options;
      options.size = size;
      tests::UiDriver driver(page.draw, options);
      driver.frame(2);
      EXPECT_EQ(joined(tests::lintScreen(driver.items(), {1, size})), "")
          << page.name << " at " << size.x;
    }
  }
}

TEST(Gallery, EveryControlOfASmallScreenIsReachedByTheKeyboard) {
  gallery::resetPages();
  for (const gallery::Page& page : gallery::pages()) {
    if (page.name != "first-run" && page.name != "worried" && page.name != "unlock") continue;
    tests::UiDriver driver(page.draw);
    EXPECT_EQ(joined(tests::unreachable(driver)), "") << page.name;
  }
}

TEST(Fonts, EveryFileWasFoundAndEveryRoleIsBaked) {
  tests::UiDriver driver([] {});
  EXPECT_EQ(driver.kit().fonts().missing, "");
  for (const ImFont* font : driver.kit().fonts().font) EXPECT_NE(font, nullptr);
}

}  // namespace
