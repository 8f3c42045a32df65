#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "journal/base/result.h"

namespace app::desktop {

/// More than telephones make; a picture of as many takes about half a second.
inline constexpr std::size_t kMostPicturePixels = 25'000'000;
inline constexpr std::uint32_t kMostPictureSide = 16'384;

/// A picture as it lies in its file. Overwritten before it is let go.
struct RawPicture {
  int width = 0;
  int height = 0;
  std::vector<std::uint8_t> bytes;  ///< red, green, blue, alpha; top row first

  RawPicture() = default;
  RawPicture(RawPicture&&) = default;
  RawPicture& operator=(RawPicture&&) = default;
  ~RawPicture();
};

// Each is total: any bytes are a picture, or InvalidInput with advice. How large it is is looked at
// before anything is decoded, and bounds the memory that is taken. Any thread.
journal::Result<RawPicture> readPng(std::string_view bytes);
/// Made smaller by up to 8 while it is decoded, as long as its longer side stays `longestSide`.
journal::Result<RawPicture> readJpeg(std::string_view bytes, int longestSide);

/// Why not; `notWhole` also for kinds that are not known.
journal::Error pictureTooLarge();
journal::Error pictureNotWhole();
/// Whether one of this size is decoded at all.
bool mayBeDecoded(std::uint32_t width, std::uint32_t height);

}  // namespace app::desktop
