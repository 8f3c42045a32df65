#pragma once

#include <cstdint>
#include <functional>
#include <string>

namespace tests {

/// The colour of a pixel, 0xRRGGBB.
using Painting = std::function<std::uint32_t(int x, int y)>;

/// Pictures as other programs write them.
std::string pngOf(int width, int height, const Painting& painting);
/// Half of each pixel shows through.
std::string paleBlackPng(int width, int height);
std::string jpegOf(int width, int height, const Painting& painting);
/// The same with the EXIF segment of a telephone held another way up, in either order of bytes.
std::string turned(const std::string& jpeg, int orientation, bool littleEndian);
/// A PNG that says it is this large and then unfolds into `bytes` zeros.
std::string unfoldingPng(std::uint32_t width, std::uint32_t height, std::size_t bytes);

}  // namespace tests
