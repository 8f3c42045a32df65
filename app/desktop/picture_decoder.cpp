#include "app/desktop/picture_decoder.h"

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "app/desktop/exif_orientation.h"
#include "app/desktop/raw_picture.h"
#include "journal/domain/attachment.h"

namespace app::desktop {

using journal::Error;
using journal::ErrorCode;
using journal::Result;

RawPicture::~RawPicture() {
  volatile std::uint8_t* byte = bytes.data();
  for (std::size_t i = 0; i < bytes.size(); ++i) byte[i] = 0;
}

Error pictureTooLarge() {
  return {
      ErrorCode::InvalidInput, "picture: too large to decode",
      "This picture is too large to show here. It is kept as it is: save a copy to look at it."};
}

Error pictureNotWhole() {
  return {
      ErrorCode::InvalidInput, "picture: not decoded",
      "This picture cannot be shown: it is damaged, or of a kind Afternote does not know. It is "
      "kept as it is."};
}

bool mayBeDecoded(std::uint32_t width, std::uint32_t height) {
  return width > 0 && height > 0 && std::max(width, height) <= kMostPictureSide &&
         std::size_t{width} * height <= kMostPicturePixels;
}

namespace {

constexpr int kChannels = 4;

Result<RawPicture> readPicture(std::string_view bytes, int longestSide) {
  const auto kind = journal::mediaKindOf(bytes);
  if (kind == journal::MediaKind::Png) return readPng(bytes);
  if (kind == journal::MediaKind::Jpeg) return readJpeg(bytes, longestSide);
  return pictureNotWhole();
}

/// The mean of the pixels in a box, on white.
std::uint32_t meanOf(const RawPicture& picture, int left, int top, int right, int bottom) {
  std::uint64_t sum[3] = {};
  for (int y = top; y < bottom; ++y) {
    const auto first = static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width) +
                       static_cast<std::size_t>(left);
    const std::uint8_t* at = picture.bytes.data() + first * kChannels;
    for (int x = left; x < right; ++x, at += kChannels) {
      const std::uint32_t white = 255U * (255U - at[3]);
      for (int c = 0; c < 3; ++c) sum[c] += at[c] * std::uint32_t{at[3]} + white;
    }
  }
  const std::uint64_t count =
      255U * static_cast<std::uint64_t>(right - left) * static_cast<std::uint64_t>(bottom - top);
  const auto channel = [&](int c) {
    return static_cast<std::uint32_t>((sum[c] + count / 2) / count);
  };
  return 0xFF000000U | channel(2) << 16 | channel(1) << 8 | channel(0);
}

struct Size {
  int width;
  int height;
};

Size fitted(int width, int height, int longestSide) {
  const int longer = std::max(width, height);
  if (longer <= longestSide) return {width, height};
  const auto part = [&](int side) {
    const std::int64_t scaled = std::int64_t{side} * longestSide / longer;
    return std::max(1, static_cast<int>(scaled));
  };
  return {part(width), part(height)};
}

/// Where a pixel of the picture as it lies comes to stand, as EXIF's table of orientations says.
std::size_t placeOf(int x, int y, Size lying, int orientation) {
  const bool onSide = orientation >= 5;
  const int across = onSide ? y : x;
  const int down = onSide ? x : y;
  const Size standing = onSide ? Size{lying.height, lying.width} : lying;
  const bool mirrored =
      orientation == 2 || orientation == 3 || orientation == 6 || orientation == 7;
  const bool flipped = orientation == 3 || orientation == 4 || orientation == 7 || orientation == 8;
  const int column = mirrored ? standing.width - 1 - across : across;
  const int row = flipped ? standing.height - 1 - down : down;
  return static_cast<std::size_t>(row) * static_cast<std::size_t>(standing.width) +
         static_cast<std::size_t>(column);
}

}  // namespace

Result<std::shared_ptr<const paint::Pixels>> decodePicture(std::string_view bytes,
                                                           int longestSide) {
  J_TRY(const RawPicture picture, readPicture(bytes, longestSide));
  const Size size = fitted(picture.width, picture.height, longestSide);
  const int orientation = exifOrientation(bytes);
  std::vector<std::uint32_t> words(static_cast<std::size_t>(size.width) *
                                   static_cast<std::size_t>(size.height));
  const auto edge = [](int at, int of, int whole) {
    return static_cast<int>(std::int64_t{at} * whole / of);
  };
  for (int y = 0; y < size.height; ++y) {
    const int top = edge(y, size.height, picture.height);
    const int bottom = edge(y + 1, size.height, picture.height);
    for (int x = 0; x < size.width; ++x) {
      words[placeOf(x, y, size, orientation)] =
          meanOf(picture, edge(x, size.width, picture.width), top,
                 edge(x + 1, size.width, picture.width), bottom);
    }
  }
  const bool onSide = orientation >= 5;
  return std::shared_ptr<const paint::Pixels>(std::make_shared<paint::Pixels>(
      onSide ? size.height : size.width, onSide ? size.width : size.height, std::move(words)));
}

}  // namespace app::desktop
