#include "app/desktop/picture_decoder.h"

#include <gtest/gtest.h>

#include <cstdlib>

#include "app/desktop/exif_orientation.h"
#include "tests/support/picture_samples.h"

namespace {

using app::desktop::decodePicture;
using app::desktop::exifOrientation;
using tests::jpegOf;
using tests::pngOf;

/// Red at the top left, green at the top right, blue below.
std::uint32_t flag(int x, int y) {
  if (y >= 16) return 0x0000FF;
  return x < 16 ? 0xFF0000 : 0x00FF00;
}

int channelOf(std::uint32_t packed, int shift) {
  return static_cast<int>(packed >> shift & 255U);
}

void expectNear(std::uint32_t packed, std::uint32_t colour, const std::string& where) {
  EXPECT_NEAR(channelOf(packed, 0), channelOf(colour, 16), 24) << where;
  EXPECT_NEAR(channelOf(packed, 8), channelOf(colour, 8), 24) << where;
  EXPECT_NEAR(channelOf(packed, 16), channelOf(colour, 0), 24) << where;
  EXPECT_EQ(channelOf(packed, 24), 255) << where;
}

TEST(PictureDecoder, APngIsShownAsItIs) {
  const auto picture = decodePicture(pngOf(40, 24, flag), 100);
  ASSERT_TRUE(picture.ok());
  ASSERT_EQ((*picture)->width(), 40);
  ASSERT_EQ((*picture)->height(), 24);
  for (int y = 0; y < 24; ++y) {
    for (int x = 0; x < 40; ++x) {
      const std::uint32_t colour = flag(x, y);
      const std::uint32_t packed =
          0xFF000000U | (colour & 0xFFU) << 16 | (colour & 0xFF00U) | (colour >> 16 & 0xFFU);
      ASSERT_EQ((*picture)->row(y)[x], packed) << x << "," << y;
    }
  }
}

TEST(PictureDecoder, ALargePictureIsMadeSmallerByTheMeanOfItsPixels) {
  const auto stripes = [](int x, int) { return x % 2 == 0 ? 0xFFFFFFU : 0x000000U; };
  const auto picture = decodePicture(pngOf(400, 100, stripes), 100);
  ASSERT_TRUE(picture.ok());
  EXPECT_EQ((*picture)->width(), 100);
  EXPECT_EQ((*picture)->height(), 25);
  for (int x = 0; x < 100; ++x) EXPECT_NEAR(channelOf((*picture)->row(7)[x], 8), 128, 1);
  EXPECT_EQ((*decodePicture(pngOf(400, 1, stripes), 16))->height(), 1) << "never less than a pixel";
}

TEST(PictureDecoder, WhatShowsThroughStandsOnWhite) {
  const auto picture = decodePicture(tests::paleBlackPng(4, 4), 100);
  ASSERT_TRUE(picture.ok());
  EXPECT_NEAR(channelOf((*picture)->row(2)[2], 0), 127, 1);
}

TEST(PictureDecoder, AJpegStandsAsTheTelephoneWasHeld) {
  // Where the red, the green and the blue of the flag come to stand: left or right, top or bottom.
  struct Held {
    int orientation;
    int red[2];
    int green[2];
  };
  const Held ways[] = {{1, {0, 0}, {1, 0}}, {2, {1, 0}, {0, 0}}, {3, {1, 1}, {0, 1}},
                       {4, {0, 1}, {1, 1}}, {5, {0, 0}, {0, 1}}, {6, {1, 0}, {1, 1}},
                       {7, {1, 1}, {1, 0}}, {8, {0, 1}, {0, 0}}};
  const std::string jpeg = jpegOf(32, 32, flag);
  for (const Held& held : ways) {
    for (const bool little : {false, true}) {
      const std::string where = std::to_string(held.orientation) + (little ? " II" : " MM");
      const std::string bytes = tests::turned(jpeg, held.orientation, little);
      EXPECT_EQ(exifOrientation(bytes), held.orientation) << where;
      const auto picture = decodePicture(bytes, 100);
      ASSERT_TRUE(picture.ok()) << where;
      const auto at = [&](const int(&corner)[2]) {
        return (*picture)->row(corner[1] * 16 + 8)[corner[0] * 16 + 8];
      };
      expectNear(at(held.red), 0xFF0000, where);
      expectNear(at(held.green), 0x00FF00, where);
    }
  }
  const auto tall = decodePicture(tests::turned(jpegOf(64, 32, flag), 6, true), 32);
  ASSERT_TRUE(tall.ok());
  EXPECT_EQ((*tall)->width(), 16);
  EXPECT_EQ((*tall)->height(), 32);
}

TEST(PictureDecoder, AnOrientationNobodyKnowsIsNone) {
  const std::string jpeg = jpegOf(8, 8, flag);
  EXPECT_EQ(exifOrientation(tests::turned(jpeg, 9, true)), 1);
  EXPECT_EQ(exifOrientation(tests::turned(jpeg, 0, false)), 1);
  EXPECT_EQ(exifOrientation(jpeg), 1);
  EXPECT_EQ(exifOrientation(""), 1);
  const std::string whole = tests::turned(jpeg, 6, true);
  for (std::size_t cut = 0; cut < 60; ++cut) {
    EXPECT_LE(exifOrientation(std::string_view(whole).substr(0, cut)), 8);
  }
}

TEST(PictureDecoder, HalfAPictureIsASentence) {
  const std::string png = pngOf(40, 24, flag);
  for (std::size_t cut = 0; cut + 20 < png.size(); ++cut) {
    const auto picture = decodePicture(std::string_view(png).substr(0, cut), 100);
    ASSERT_FALSE(picture.ok()) << cut;
    EXPECT_FALSE(picture.error().advice.empty());
  }
}

TEST(PictureDecoder, OneThatSaysItIsHugeIsNotDecoded) {
  using tests::unfoldingPng;
  const auto tooMany = decodePicture(unfoldingPng(16000, 16000, 1000), 100);
  ASSERT_FALSE(tooMany.ok());
  EXPECT_NE(tooMany.error().advice.find("too large to show"), std::string::npos);
  EXPECT_FALSE(decodePicture(unfoldingPng(4'000'000'000U, 1, 1000), 100).ok());
  EXPECT_FALSE(decodePicture(unfoldingPng(0, 0, 1000), 100).ok());
}

TEST(PictureDecoder, OneThatUnfoldsIntoMoreThanItsSizeIsShownAsItsSize) {
  const auto picture = decodePicture(tests::unfoldingPng(1, 1, std::size_t{40} * 1024 * 1024), 100);
  if (!picture.ok()) return;  // refused is as good
  EXPECT_EQ((*picture)->width(), 1);
  EXPECT_EQ((*picture)->height(), 1);
}

}  // namespace
