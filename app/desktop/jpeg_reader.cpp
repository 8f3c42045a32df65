#include <algorithm>
#include <csetjmp>
#include <cstdint>
#include <cstdio>

// After cstdio, which it needs.
#include <jpeglib.h>

#include "app/desktop/raw_picture.h"

namespace app::desktop {
namespace {

using journal::Result;

constexpr int kJpegChannels = 4;
/// Telephones write about ten passes; a file of a few hundred bytes can ask for thousands.
constexpr int kMostPasses = 60;

/// The library's way out of an error is a jump: between setjmp and the end of decode() nothing may
/// be made that has a destructor.
struct Jpeg {
  jpeg_decompress_struct decoder;
  jpeg_error_mgr errors;
  jpeg_progress_mgr passes;
  std::jmp_buf out;
};

void leaveDecoder(j_common_ptr decoder) {
  std::longjmp(static_cast<Jpeg*>(decoder->client_data)->out, 1);
}

void countPasses(j_common_ptr decoder) {
  const auto* const jpeg = static_cast<const Jpeg*>(decoder->client_data);
  if (jpeg->decoder.input_scan_number > kMostPasses) leaveDecoder(decoder);
}

/// As much smaller as keeps it `longestSide` at least.
unsigned int shareOf(unsigned int longer, int longestSide) {
  unsigned int share = 1;
  while (share < 8 && longer / (share * 2) >= static_cast<unsigned int>(longestSide)) share *= 2;
  return share;
}

enum class Outcome : std::uint8_t { Whole, TooLarge, NotWhole };

Outcome decode(Jpeg& jpeg, std::string_view bytes, int longestSide, RawPicture& picture) {
  if (setjmp(jpeg.out) != 0) return Outcome::NotWhole;
  jpeg_decompress_struct& decoder = jpeg.decoder;
  jpeg_create_decompress(&decoder);
  decoder.client_data = &jpeg;
  decoder.progress = &jpeg.passes;
  jpeg_mem_src(&decoder, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  jpeg_read_header(&decoder, TRUE);
  if (!mayBeDecoded(decoder.image_width, decoder.image_height)) return Outcome::TooLarge;
  decoder.out_color_space = JCS_EXT_RGBA;
  decoder.scale_num = 1;
  decoder.scale_denom = shareOf(std::max(decoder.image_width, decoder.image_height), longestSide);
  jpeg_start_decompress(&decoder);
  picture.width = static_cast<int>(decoder.output_width);
  picture.height = static_cast<int>(decoder.output_height);
  const std::size_t row = std::size_t{kJpegChannels} * decoder.output_width;
  picture.bytes.assign(row * decoder.output_height, 0xFF);
  while (decoder.output_scanline < decoder.output_height) {
    JSAMPROW at = picture.bytes.data() + row * decoder.output_scanline;
    jpeg_read_scanlines(&decoder, &at, 1);
  }
  return Outcome::Whole;
}

}  // namespace

Result<RawPicture> readJpeg(std::string_view bytes, int longestSide) {
  Jpeg jpeg{};
  jpeg.decoder.err = jpeg_std_error(&jpeg.errors);
  jpeg.decoder.client_data = &jpeg;
  jpeg.errors.error_exit = leaveDecoder;
  jpeg.errors.output_message = [](j_common_ptr) {};  // nothing on any stream
  jpeg.passes.progress_monitor = countPasses;
  RawPicture picture;
  const Outcome outcome = decode(jpeg, bytes, longestSide, picture);
  jpeg_destroy_decompress(&jpeg.decoder);
  switch (outcome) {
    case Outcome::TooLarge:
      return pictureTooLarge();
    case Outcome::NotWhole:
      return pictureNotWhole();
    case Outcome::Whole:
      break;
  }
  return picture;
}

}  // namespace app::desktop
