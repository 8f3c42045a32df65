#include "app/desktop/exif_orientation.h"

#include <cstddef>
#include <cstdint>
#include <optional>

namespace app::desktop {
namespace {

using namespace std::string_view_literals;

constexpr int kAsItIs = 1;

/// Numbers out of bytes that may end anywhere.
class Reader {
 public:
  explicit Reader(std::string_view bytes, bool littleEndian = false)
      : bytes_(bytes), little_(littleEndian) {}
  std::optional<std::uint32_t> number(std::size_t at, std::size_t size) const {
    if (at > bytes_.size() || bytes_.size() - at < size) return std::nullopt;
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < size; ++i) {
      const std::size_t from = little_ ? at + size - 1 - i : at + i;
      value = value << 8 | static_cast<unsigned char>(bytes_[from]);
    }
    return value;
  }

 private:
  std::string_view bytes_;
  bool little_;
};

/// The TIFF block of the first EXIF segment before the picture itself begins.
std::optional<std::string_view> exifBlock(std::string_view jpeg) {
  const Reader reader(jpeg);
  constexpr std::uint32_t kExifSegment = 0xFFE1;
  constexpr std::uint32_t kScan = 0xFFDA;
  constexpr std::string_view kName = "Exif\0\0"sv;
  for (std::size_t at = 2;;) {
    const auto marker = reader.number(at, 2);
    const auto length = reader.number(at + 2, 2);
    if (!marker || !length || *marker <= 0xFF00 || *marker == kScan || *length < 2) {
      return std::nullopt;
    }
    const std::string_view body = jpeg.substr(at + 4, *length - 2);
    if (*marker == kExifSegment && body.substr(0, kName.size()) == kName) {
      return body.substr(kName.size());
    }
    at += 2 + std::size_t{*length};
  }
}

}  // namespace

int exifOrientation(std::string_view jpeg) {
  const auto tiff = exifBlock(jpeg);
  if (!tiff) return kAsItIs;
  const bool little = tiff->substr(0, 2) == "II";
  if (!little && tiff->substr(0, 2) != "MM") return kAsItIs;
  const Reader reader(*tiff, little);
  const auto first = reader.number(4, 4);
  const auto count = first ? reader.number(*first, 2) : std::nullopt;
  if (!count) return kAsItIs;
  constexpr std::uint32_t kOrientation = 0x0112;
  constexpr std::size_t kEntry = 12;
  for (std::size_t i = 0; i < *count; ++i) {
    const std::size_t at = *first + std::size_t{2} + i * kEntry;
    const auto tag = reader.number(at, 2);
    if (!tag) return kAsItIs;
    if (*tag != kOrientation) continue;
    const auto value = reader.number(at + 8, 2);
    const bool known = value && *value >= 1 && *value <= 8;
    return known ? static_cast<int>(*value) : kAsItIs;
  }
  return kAsItIs;
}

}  // namespace app::desktop
