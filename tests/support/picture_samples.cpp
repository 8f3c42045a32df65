#include "tests/support/picture_samples.h"

#include <vector>

#define STB_IMAGE_WRITE_STATIC
#define STB_IMAGE_WRITE_IMPLEMENTATION
#include <stb_image_write.h>

namespace tests {
namespace {

using namespace std::string_literals;

void append(void* to, void* bytes, int size) {
  static_cast<std::string*>(to)->append(static_cast<const char*>(bytes),
                                        static_cast<std::size_t>(size));
}

std::vector<std::uint8_t> bytesOf(int width, int height, const Painting& painting) {
  std::vector<std::uint8_t> bytes;
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      const std::uint32_t colour = painting(x, y);
      for (const int shift : {16, 8, 0})
        bytes.push_back(static_cast<std::uint8_t>(colour >> shift));
    }
  }
  return bytes;
}

std::string bigEndian(std::uint32_t value) {
  std::string bytes;
  for (const int shift : {24, 16, 8, 0}) bytes += static_cast<char>(value >> shift & 255U);
  return bytes;
}

/// As the PNG specification says, annex D.
std::uint32_t checkOf(const std::string& bytes) {
  std::uint32_t check = 0xFFFFFFFFU;
  for (const char c : bytes) {
    check ^= static_cast<std::uint8_t>(c);
    for (int bit = 0; bit < 8; ++bit)
      check = (check & 1U) != 0 ? 0xEDB88320U ^ check >> 1 : check >> 1;
  }
  return ~check;
}

/// Of a PNG.
std::string chunk(const std::string& name, const std::string& body) {
  return bigEndian(static_cast<std::uint32_t>(body.size())) + name + body +
         bigEndian(checkOf(name + body));
}

}  // namespace

std::string pngOf(int width, int height, const Painting& painting) {
  const auto bytes = bytesOf(width, height, painting);
  std::string png;
  stbi_write_png_to_func(append, &png, width, height, 3, bytes.data(), width * 3);
  return png;
}

std::string paleBlackPng(int width, int height) {
  std::vector<std::uint8_t> bytes;
  for (int i = 0; i < width * height; ++i) bytes.insert(bytes.end(), {0, 0, 0, 128});
  std::string png;
  stbi_write_png_to_func(append, &png, width, height, 4, bytes.data(), width * 4);
  return png;
}

std::string jpegOf(int width, int height, const Painting& painting) {
  const auto bytes = bytesOf(width, height, painting);
  std::string jpeg;
  stbi_write_jpg_to_func(append, &jpeg, width, height, 3, bytes.data(), 95);
  return jpeg;
}

std::string turned(const std::string& jpeg, int orientation, bool littleEndian) {
  const auto value = static_cast<char>(orientation);
  const std::string tiff =
      littleEndian
          ? "II\x2a\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0"s + value + "\0\0\0\0\0\0\0"s
          : "MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0"s + value + "\0\0\0\0\0\0"s;
  const std::string body = "Exif\0\0"s + tiff;
  const auto length = static_cast<char>(body.size() + 2);
  return jpeg.substr(0, 2) + "\xff\xe1\0"s + length + body + jpeg.substr(2);
}

std::string unfoldingPng(std::uint32_t width, std::uint32_t height, std::size_t bytes) {
  std::vector<unsigned char> zeros(bytes);
  int size = 0;
  unsigned char* packed = stbi_zlib_compress(zeros.data(), static_cast<int>(bytes), &size, 8);
  const std::string data(reinterpret_cast<const char*>(packed), static_cast<std::size_t>(size));
  STBIW_FREE(packed);
  const std::string head = bigEndian(width) + bigEndian(height) + "\x08\x02\0\0\0"s;
  return "\x89PNG\r\n\x1a\n"s + chunk("IHDR", head) + chunk("IDAT", data) + chunk("IEND", "");
}

}  // namespace tests
