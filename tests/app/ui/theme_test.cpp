#include "app/ui/theme.h"

#include <gtest/gtest.h>

#include "app/ui/layout.h"

namespace {

using app::ui::Breakpoint;
using app::ui::breakpointFor;
using app::ui::colour;
using app::ui::contrastRatio;
using app::ui::shellMetrics;
using app::ui::Theme;
using app::ui::Token;

struct Pair {
  const char* name;
  Token front;
  Token back;
  double needs;
};

// DESIGN.md 3 and ADDENDUM 10, with what each pair needs.
constexpr Pair kPairs[] = {
    {"ink on paper", Token::Ink, Token::Paper, 7},
    {"ink on canvas", Token::Ink, Token::Canvas, 7},
    {"ink2 on paper", Token::Ink2, Token::Paper, 7},
    {"ink2 on canvas", Token::Ink2, Token::Canvas, 7},
    {"ink2 on side", Token::Ink2, Token::Side, 7},
    {"ink3 on paper", Token::Ink3, Token::Paper, 4.5},
    {"ink3 on canvas", Token::Ink3, Token::Canvas, 4.5},
    {"heather-ink on paper", Token::HeatherInk, Token::Paper, 7},
    {"heather-ink on canvas", Token::HeatherInk, Token::Canvas, 7},
    {"heather-ink on tint2", Token::HeatherInk, Token::Tint2, 7},
    {"accent on tint", Token::Accent, Token::Tint, 7},
    {"on-accent on accent", Token::OnAccent, Token::Accent, 7},
    {"att on paper", Token::Att, Token::Paper, 7},
    {"att on att-tint", Token::Att, Token::AttTint, 4.5},
    {"att-mark on paper", Token::AttMark, Token::Paper, 3},
    {"ink on m-tint", Token::Ink, Token::MTint, 7},
    {"ink on p-tint", Token::Ink, Token::PTint, 7},
    {"ink on s-tint", Token::Ink, Token::STint, 7},
    {"m-ink on m-tint", Token::MInk, Token::MTint, 7},
    {"p-ink on p-tint", Token::PInk, Token::PTint, 7},
    {"s-ink on s-tint", Token::SInk, Token::STint, 7},
    {"line2 on paper", Token::Line2, Token::Paper, 3},
    {"line2 on canvas", Token::Line2, Token::Canvas, 3},
    {"heather on paper", Token::Heather, Token::Paper, 3},
    {"m on paper", Token::M, Token::Paper, 3},
    {"p on paper", Token::P, Token::Paper, 3},
    {"s on paper", Token::S, Token::Paper, 3},
};

TEST(Theme, EveryPairOfTheDesignReachesItsContrastInEveryTheme) {
  for (const Theme theme : {Theme::Light, Theme::Dark, Theme::HighContrast}) {
    for (const Pair& pair : kPairs) {
      const double ratio = contrastRatio(colour(theme, pair.front), colour(theme, pair.back));
      EXPECT_GE(ratio, pair.needs) << pair.name << " in theme " << static_cast<int>(theme);
    }
  }
}

TEST(Theme, WordsOnSelectionAndFoundAreReadable) {
  constexpr app::ui::Colour kBlack{0, 0, 0};
  for (const Theme theme : {Theme::Light, Theme::Dark}) {
    EXPECT_GE(contrastRatio(colour(theme, Token::Ink), colour(theme, Token::Sel)), 7);
    EXPECT_GE(contrastRatio(colour(theme, Token::Ink), colour(theme, Token::Hl)), 7);
  }
  EXPECT_GE(contrastRatio(kBlack, colour(Theme::HighContrast, Token::Sel)), 7);
  EXPECT_GE(contrastRatio(kBlack, colour(Theme::HighContrast, Token::Hl)), 7);
}

TEST(Theme, ContrastFormulaAgreesWithKnownValues) {
  EXPECT_NEAR(contrastRatio({0, 0, 0}, {255, 255, 255}), 21.0, 0.001);
  EXPECT_NEAR(contrastRatio({255, 255, 255}, {255, 255, 255}), 1.0, 0.001);
  EXPECT_NEAR(contrastRatio({0x77, 0x77, 0x77}, {255, 255, 255}), 4.48, 0.01);
}

TEST(Shell, BreakpointsFollowTheEffectiveWidth) {
  EXPECT_EQ(breakpointFor(699), Breakpoint::XS);
  EXPECT_EQ(breakpointFor(700), Breakpoint::S);
  EXPECT_EQ(breakpointFor(1079), Breakpoint::S);
  EXPECT_EQ(breakpointFor(1080), Breakpoint::M);
  EXPECT_EQ(breakpointFor(1600), Breakpoint::L);
  EXPECT_EQ(breakpointFor(2080), Breakpoint::XL);
}

TEST(Shell, ContentNeverLeavesTheWindowAndNeverPasses1680) {
  for (float width = 300; width < 3000; width += 37) {
    for (const float height : {400.0F, 600.0F, 900.0F, 1440.0F}) {
      const auto m = shellMetrics({width, height});
      EXPECT_GE(m.content.x, m.sidebar);
      EXPECT_LE(m.content.right(), width + 0.5F);
      EXPECT_LE(m.content.w, 1680);
      EXPECT_EQ(m.shortWindow, height < 640);
    }
  }
}

}  // namespace
