#include <gtest/gtest.h>

#include <sstream>

#include "app/ui/fonts.h"
#include "tests/app/ui/gallery_pages.h"
#include "tests/support/ui_lint.h"

namespace {

TEST(Gallery, NoScreenOverlapsHidesFadesOrForgetsAName) {
  for (const gallery::Page& page : gallery::pages()) {
    gallery::resetPages();
    tests::UiDriver driver(page.draw);
    driver.frame(2);
    // The invented screens do not fold at 200 %; the real ones do, and are looked at in
    // tests/scenario.
    std::string complaints;
    std::istringstream lines(tests::lintEverywhere(driver));
    for (std::string line; std::getline(lines, line);) {
      if (page.name == "components" || line.find(" 200 %") == std::string::npos)
        complaints += line + "\n";
    }
    EXPECT_EQ(complaints, "") << page.name;
  }
}

TEST(Gallery, EveryControlOfASmallScreenIsReachedByTheKeyboard) {
  gallery::resetPages();
  for (const gallery::Page& page : gallery::pages()) {
    if (page.name != "first-run" && page.name != "worried" && page.name != "unlock") continue;
    tests::UiDriver driver(page.draw);
    EXPECT_EQ(tests::joined(tests::unreachable(driver)), "") << page.name;
  }
}

TEST(Fonts, EveryFileWasFoundAndEveryRoleIsBaked) {
  tests::UiDriver driver([] {});
  EXPECT_EQ(driver.kit().fonts().missing, "");
  for (const ImFont* font : driver.kit().fonts().font) EXPECT_NE(font, nullptr);
}

}  // namespace
