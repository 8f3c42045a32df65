#include "app/desktop/early_fonts.h"

#include <gtest/gtest.h>

namespace {

using app::desktop::EarlyFonts;

TEST(EarlyFonts, TheBookBakedWhileTheWindowOpensIsTheOneUsed) {
  EarlyFonts fonts(app::ui::installedFonts());
  fonts.start(1.0F, false);
  const auto loader = fonts.loader();
  const auto first = loader(1.0F, false);
  EXPECT_EQ(first->set.scale, 1.0F);
  EXPECT_EQ(first->set.missing, "");
  EXPECT_NE(loader(1.0F, false), first) << "baked once more when asked for again";
}

TEST(EarlyFonts, AnotherScaleThanWasExpectedIsBakedAsAsked) {
  EarlyFonts fonts(app::ui::installedFonts());
  fonts.start(1.0F, false);
  const auto book = fonts.loader()(1.2F, true);
  EXPECT_EQ(book->set.scale, 1.2F);
  EXPECT_TRUE(book->set.easyLetters);
}

}  // namespace
