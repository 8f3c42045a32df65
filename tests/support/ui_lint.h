#pragma once

#include <string>
#include <vector>

#include "tests/support/ui_driver.h"

// What is wrong with a screen as it was drawn, one sentence each (architecture.md 5.2, issue 3).
//
// From a test with a UiDriver `ui` that shows the screen, whatever its state:
//
//   EXPECT_EQ(tests::lintEverywhere(ui), "");                 // 3 windows x 3 text sizes, 3 themes
//   EXPECT_EQ(tests::joined(tests::unreachable(ui)), "");     // Tab and arrows; presses nothing
//
// lintEverywhere() draws the screen again at each size and puts size and settings back. It looks at
// the recorder (names, reasons, sizes, overlaps, what is cut off) and at the triangles of the frame
// (contrast of every letter and icon with what lies behind it, letters over letters, letters cut at
// a side).

namespace tests {

struct LintOptions {
  float scale = 1;
  app::ui::Vec2 window{1440, 900};  ///< device pixels
};

/// From the recorder alone.
std::vector<std::string> lintScreen(const std::vector<app::ui::RecordedItem>& items,
                                    const LintOptions& options);

/// From the triangles of the last frame: letters under 4.5 to 1 and icons under 3 to 1 against what
/// was drawn behind them, letters drawn over other letters, letters cut at the side of a region.
/// What lies behind a scrim, and the caret's field (it scrolls), are left out.
std::vector<std::string> lintDrawn(UiDriver& driver);

/// Both of the above for the frame the driver shows now.
std::vector<std::string> lintNow(UiDriver& driver);

/// lintNow() at 900x600, 1440x900 and 2560x1440, each at 80, 100 and 200 %, and in the other two
/// themes at 1440x900. Empty when nothing is wrong. About half a second.
std::string lintEverywhere(UiDriver& driver);

/// Paths of interactive items of the front layer that neither Tab nor arrows reach, or that stay
/// out of sight when they are.
std::vector<std::string> unreachable(UiDriver& driver);

/// One a line.
std::string joined(const std::vector<std::string>& sentences);

}  // namespace tests
