// Any bytes are a picture of the size that was asked for, or a sentence.

#include <cstdint>

#include "app/desktop/exif_orientation.h"
#include "app/desktop/picture_decoder.h"
#include "tests/fuzz/fuzz_input.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  constexpr int kSide = 64;
  const int orientation = app::desktop::exifOrientation(bytes);
  fuzz::require(orientation >= 1 && orientation <= 8);
  const auto picture = app::desktop::decodePicture(bytes, kSide);
  if (!picture.ok()) {
    fuzz::require(!picture.error().advice.empty());
    return 0;
  }
  fuzz::require((*picture)->width() >= 1 && (*picture)->width() <= kSide);
  fuzz::require((*picture)->height() >= 1 && (*picture)->height() <= kSide);
  for (int y = 0; y < (*picture)->height(); ++y) {
    for (int x = 0; x < (*picture)->width(); ++x) {
      fuzz::require((*picture)->row(y)[x] >> 24 == 255);
    }
  }
  return 0;
}
