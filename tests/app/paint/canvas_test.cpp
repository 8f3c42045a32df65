#include "app/paint/canvas.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>
#include <utility>
#include <vector>

#include "tests/app/paint/reference.h"
#include "tests/app/paint/scene.h"

namespace {

using app::paint::Box;
using app::paint::Canvas;
using tests::Scene;
using tests::Sheet;
using tests::SmallAtlas;

constexpr int kWidth = 200;
constexpr int kHeight = 150;
constexpr std::uint32_t kPaper = 0xF5F0EDU;

class Dice {
 public:
  explicit Dice(std::uint32_t seed) : engine_(seed) {}
  int upTo(int most) { return std::uniform_int_distribution<int>(0, most)(engine_); }
  float between(float least, float most) {
    return std::uniform_real_distribution<float>(least, most)(engine_);
  }
  ImU32 colour() { return static_cast<ImU32>(engine_()) | (upTo(2) == 0 ? 0xFF000000U : 0U); }
  ImVec2 point() { return {between(-30, kWidth + 30), between(-30, kHeight + 30)}; }

 private:
  std::mt19937 engine_;
};

void addShape(Scene& scene, const SmallAtlas& atlas, Dice& dice) {
  const ImVec2 from = dice.point();
  switch (dice.upTo(3)) {
    case 0:
      scene.rectangle(from, {from.x + dice.between(0, 90), from.y + dice.between(0, 60)},
                      dice.colour());
      break;
    case 1: {
      // As letters are: about as many pixels as texels, or half as many where they were
      // oversampled.
      const float wide = dice.upTo(1) == 0 ? 16.0F : 8.0F;
      const ImVec2 whole(std::floor(from.x), std::floor(from.y));
      const ImVec2 at = dice.upTo(1) == 0 ? whole : from;
      scene.letter(at, {at.x + wide, at.y + 16}, atlas.at(40, 32), atlas.at(56, 48), dice.colour());
      break;
    }
    case 2: {
      const ImU32 one = dice.colour();
      scene.triangle(from, dice.point(), dice.point(), one, one, one & 0x00FFFFFFU);
      break;
    }
    default:
      scene.triangle(from, dice.point(), dice.point(), dice.colour(), dice.colour(), dice.colour());
  }
}

void addShapes(Scene& scene, const SmallAtlas& atlas, Dice& dice) {
  for (int i = 0; i < 12; ++i) {
    if (dice.upTo(4) == 0) {
      const ImVec2 from = dice.point();
      scene.clip(from.x, from.y, from.x + dice.between(0, 120), from.y + dice.between(0, 90));
    }
    addShape(scene, atlas, dice);
  }
}

double farthest(std::uint32_t painted, const tests::ExactPixel& exact) {
  return std::max({std::abs((painted >> 16 & 255U) - exact.red),
                   std::abs((painted >> 8 & 255U) - exact.green),
                   std::abs((painted & 255U) - exact.blue)});
}

TEST(Canvas, PaintsEveryPixelWithinTwoStepsAShapeOfExactArithmetic) {
  const SmallAtlas atlas;
  int compared = 0;
  for (std::uint32_t seed = 1; seed <= 40; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    Dice dice(seed);
    Scene scene(atlas);
    addShapes(scene, atlas, dice);
    Sheet sheet(kWidth, kHeight);
    Canvas canvas;
    canvas.setAtlas(atlas.coverage());
    canvas.paint(scene.data(), kPaper, sheet.surface());
    for (int y = 0; y < kHeight; ++y) {
      for (int x = 0; x < kWidth; ++x) {
        const auto exact = tests::exactPixel(scene.data(), atlas.coverage(), kPaper, x, y);
        if (!exact) continue;
        ++compared;
        ASSERT_LE(farthest(sheet.at(x, y), *exact), 2.0 * exact->shapes) << x << "," << y;
      }
    }
  }
  EXPECT_GT(compared, 40 * kWidth * kHeight * 9 / 10);
}

TEST(Canvas, PaintsShapesThatShareEdgesOnceAPixel) {
  const SmallAtlas atlas;
  constexpr ImU32 kHalf = 0x80000000U;
  for (std::uint32_t seed = 1; seed <= 60; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    Dice dice(seed);
    // A net over the whole sheet, with knots anywhere.
    constexpr int kKnots = 6;
    std::vector<ImVec2> knots;
    for (int y = 0; y <= kKnots; ++y) {
      for (int x = 0; x <= kKnots; ++x) {
        const float cellX = static_cast<float>(kWidth) / kKnots;
        const float cellY = static_cast<float>(kHeight) / kKnots;
        const bool rim = x == 0 || y == 0 || x == kKnots || y == kKnots;
        const float shift = rim ? 0.0F : 0.3F;
        knots.push_back({cellX * (static_cast<float>(x) + dice.between(-shift, shift)),
                         cellY * (static_cast<float>(y) + dice.between(-shift, shift))});
      }
    }
    Scene scene(atlas);
    for (std::size_t y = 0; y < kKnots; ++y) {
      for (std::size_t x = 0; x < kKnots; ++x) {
        const std::size_t at = y * (kKnots + 1) + x;
        const std::size_t below = at + kKnots + 1;
        scene.triangle(knots[at], knots[at + 1], knots[below], kHalf, kHalf, kHalf);
        scene.triangle(knots[below + 1], knots[below], knots[at + 1], kHalf, kHalf, kHalf);
      }
    }
    Sheet sheet(kWidth, kHeight);
    Canvas canvas;
    canvas.setAtlas(atlas.coverage());
    canvas.paint(scene.data(), 0xFFFFFFU, sheet.surface());
    const std::uint32_t once = sheet.at(0, 0);
    EXPECT_NE(once, 0xFFFFFFU);
    for (const std::uint32_t pixel : sheet.pixels()) ASSERT_EQ(pixel, once);
  }
}

TEST(Canvas, LeavesWhatIsAllPaintedAgainWouldLeave) {
  const SmallAtlas atlas;
  for (std::uint32_t seed = 1; seed <= 25; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    Dice dice(seed);
    Sheet kept(kWidth, kHeight);
    Canvas keeps;
    keeps.setAtlas(atlas.coverage());
    for (int frame = 0; frame < 12; ++frame) {
      // Most shapes stay from frame to frame, and some change.
      Dice same(seed);
      Scene scene(atlas);
      addShapes(scene, atlas, same);
      Dice other = dice.upTo(1) == 0 ? Dice(seed) : Dice(seed * 100 + static_cast<unsigned>(frame));
      addShape(scene, atlas, other);
      const std::uint32_t paper = frame == 7 ? 0x202020U : kPaper;
      keeps.paint(scene.data(), paper, kept.surface());
      Sheet anew(kWidth, kHeight);
      Canvas fresh;
      fresh.setAtlas(atlas.coverage());
      fresh.paint(scene.data(), paper, anew.surface());
      ASSERT_EQ(kept.pixels(), anew.pixels()) << "frame " << frame;
    }
  }
}

TEST(Canvas, PaintsNothingWhenNothingDiffers) {
  const SmallAtlas atlas;
  Sheet sheet(kWidth, kHeight);
  Canvas canvas;
  canvas.setAtlas(atlas.coverage());
  for (int frame = 0; frame < 3; ++frame) {
    Dice dice(5);
    Scene scene(atlas);
    addShapes(scene, atlas, dice);
    EXPECT_EQ(canvas.paint(scene.data(), kPaper, sheet.surface()).empty(), frame > 0);
  }
}

TEST(Canvas, PaintsOnlyAroundWhatChanged) {
  const SmallAtlas atlas;
  Sheet sheet(kWidth, kHeight);
  Canvas canvas;
  canvas.setAtlas(atlas.coverage());
  Scene without(atlas);
  without.rectangle({0, 0}, {kWidth, kHeight}, 0xFF808080U);
  canvas.paint(without.data(), kPaper, sheet.surface());
  Scene caret(atlas);
  caret.rectangle({0, 0}, {kWidth, kHeight}, 0xFF808080U);
  caret.rectangle({70, 40}, {72, 60}, 0xFF0000FFU);
  const std::vector<Box>& painted = canvas.paint(caret.data(), kPaper, sheet.surface());
  ASSERT_EQ(painted.size(), 1U);
  EXPECT_EQ(painted[0], (Box{64, 32, 128, 64}));
  EXPECT_EQ(sheet.at(71, 50), 0xFF0000U);
  EXPECT_EQ(sheet.at(72, 50), 0x808080U);
}

TEST(Canvas, PaintsAgainWhereOnlyTheClipDiffers) {
  const SmallAtlas atlas;
  Sheet sheet(kWidth, kHeight);
  Canvas canvas;
  canvas.setAtlas(atlas.coverage());
  for (const float right : {40.0F, 30.0F}) {
    Scene scene(atlas);
    scene.clip(0, 0, right, 50);
    scene.rectangle({10, 10}, {60, 20}, 0xFF000000U);
    canvas.paint(scene.data(), kPaper, sheet.surface());
  }
  EXPECT_EQ(sheet.at(29, 15), 0U);
  EXPECT_EQ(sheet.at(30, 15), kPaper);
}

TEST(Canvas, PaintsAllOfItAgainForNewLettersOrNewMemory) {
  const SmallAtlas atlas;
  Scene scene(atlas);
  scene.rectangle({10, 10}, {20, 20}, 0xFF000000U);
  Sheet first(kWidth, kHeight);
  Sheet second(kWidth, kHeight);
  Canvas canvas;
  canvas.setAtlas(atlas.coverage());
  canvas.paint(scene.data(), kPaper, first.surface());
  canvas.paint(scene.data(), kPaper, second.surface());
  EXPECT_EQ(first.pixels(), second.pixels());
  canvas.setAtlas(atlas.coverage());
  EXPECT_FALSE(canvas.paint(scene.data(), kPaper, second.surface()).empty());
}

TEST(Canvas, PaintsALetterThatLiesOnItsTexelsExactly) {
  const SmallAtlas atlas;
  Scene scene(atlas);
  scene.letter({10, 20}, {42, 36}, atlas.at(0, 8), atlas.at(32, 24), 0xFF000000U);
  Sheet sheet(kWidth, kHeight);
  Canvas canvas;
  canvas.setAtlas(atlas.coverage());
  canvas.paint(scene.data(), 0xFFFFFFU, sheet.surface());
  for (int x = 0; x < 32; ++x) {
    const auto shown = static_cast<int>(sheet.at(10 + x, 25) & 255U);
    EXPECT_NEAR(shown, 255 - x * 8, 1) << x;
  }
}

/// Nothing like a letter: no two of its corners are alike.
app::paint::Pixels photograph(int width, int height, std::uint32_t blue) {
  std::vector<std::uint32_t> words;
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      const auto red = static_cast<std::uint32_t>(x * 255 / (width - 1));
      const auto green = static_cast<std::uint32_t>(y * 255 / (height - 1));
      words.push_back(0xFF000000U | blue << 16 | green << 8 | red);
    }
  }
  return {width, height, std::move(words)};
}

TEST(Canvas, PaintsAPictureThatLiesOnItsPixelsExactly) {
  const SmallAtlas atlas;
  const app::paint::Pixels pixels = photograph(32, 16, 90);
  Scene scene(atlas);
  scene.picture({10, 20}, {42, 36}, pixels, 0xFFFFFFFFU);
  Sheet sheet(kWidth, kHeight);
  Canvas canvas;
  canvas.setAtlas(atlas.coverage());
  canvas.paint(scene.data(), kPaper, sheet.surface());
  for (int y = 0; y < 16; ++y) {
    for (int x = 0; x < 32; ++x) {
      const std::uint32_t colour = static_cast<std::uint32_t>(x * 255 / 31) << 16 |
                                   static_cast<std::uint32_t>(y * 255 / 15) << 8 | 90U;
      ASSERT_EQ(sheet.at(10 + x, 20 + y) & 0xFFFFFFU, colour) << x << "," << y;
    }
  }
  EXPECT_EQ(sheet.at(9, 25), kPaper);
  EXPECT_EQ(sheet.at(42, 25), kPaper);
}

TEST(Canvas, PaintsAStretchedPictureBetweenItsPixels) {
  const SmallAtlas atlas;
  const app::paint::Pixels pixels = photograph(18, 18, 0);
  Scene scene(atlas);
  scene.clip(0, 0, 100, 100);
  scene.picture({10, 10}, {146, 146}, pixels, 0xFFFFFFFFU);
  Sheet sheet(kWidth, kHeight);
  Canvas canvas;
  canvas.setAtlas(atlas.coverage());
  canvas.paint(scene.data(), kPaper, sheet.surface());
  for (int x = 20; x < 100; ++x) {
    const double texel = (x + 0.5 - 10) * 18 / 136 - 0.5;
    EXPECT_NEAR(sheet.at(x, 40) >> 16 & 255U, texel * 15, 2.0) << x;
  }
  EXPECT_EQ(sheet.at(100, 40), kPaper) << "outside its clip";
}

TEST(Canvas, PaintsAgainWhereAnotherPictureStandsInTheSamePlace) {
  const SmallAtlas atlas;
  Sheet sheet(kWidth, kHeight);
  Canvas canvas;
  canvas.setAtlas(atlas.coverage());
  for (const std::uint32_t blue : {10U, 200U}) {
    const app::paint::Pixels pixels = photograph(8, 8, blue);
    Scene scene(atlas);
    scene.picture({10, 10}, {18, 18}, pixels, 0xFFFFFFFFU);
    EXPECT_FALSE(canvas.paint(scene.data(), kPaper, sheet.surface()).empty());
    EXPECT_TRUE(canvas.paint(scene.data(), kPaper, sheet.surface()).empty());
    EXPECT_EQ(sheet.at(12, 12) & 255U, blue);
  }
}

TEST(Canvas, OutlivesNumbersThatAreNone) {
  const SmallAtlas atlas;
  const float none = std::numeric_limits<float>::quiet_NaN();
  const float endless = std::numeric_limits<float>::infinity();
  const ImU32 black = 0xFF000000U;
  const app::paint::Pixels pixels = photograph(8, 8, 0);
  Scene scene(atlas);
  for (const float odd : {none, endless, -endless, 3e38F, -3e38F, 1e-40F}) {
    scene.rectangle({odd, 3}, {40, odd}, black);
    scene.triangle({odd, odd}, {50, 3}, {3, 60}, black, 0x80FFFFFFU, 0x00FF00FFU);
    scene.triangle({5, 5}, {odd, 3}, {3, odd}, black, black, black);
    scene.letter({odd, 4}, {60, 50}, {odd, 0}, {1, odd}, black);
    scene.picture({odd, 4}, {60, odd}, pixels, black);
    scene.clip(odd, 0, 90, 90);
  }
  Sheet sheet(kWidth, kHeight);
  Canvas canvas;
  canvas.setAtlas(atlas.coverage());
  canvas.paint(scene.data(), kPaper, sheet.surface());
  // What lies beyond every one of them is as it should be.
  EXPECT_EQ(sheet.at(kWidth - 1, kHeight - 1), kPaper);
}

}  // namespace
