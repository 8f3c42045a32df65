#include <png.h>

#include "app/desktop/raw_picture.h"

namespace app::desktop {

using journal::Result;

Result<RawPicture> readPng(std::string_view bytes) {
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  if (png_image_begin_read_from_memory(&image, bytes.data(), bytes.size()) == 0) {
    return pictureNotWhole();
  }
  if (!mayBeDecoded(image.width, image.height)) {
    png_image_free(&image);
    return pictureTooLarge();
  }
  image.format = PNG_FORMAT_RGBA;
  RawPicture picture;
  picture.width = static_cast<int>(image.width);
  picture.height = static_cast<int>(image.height);
  picture.bytes.resize(std::size_t{4} * image.width * image.height);
  // Row by row into what was taken: more than that never unfolds.
  if (png_image_finish_read(&image, nullptr, picture.bytes.data(), 0, nullptr) == 0) {
    return pictureNotWhole();
  }
  return picture;
}

}  // namespace app::desktop
