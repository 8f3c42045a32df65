#include "app/paint/surface.h"

#include <imgui.h>

namespace app::paint {

std::vector<std::uint8_t> bytesOf(const Surface& surface) {
  std::vector<std::uint8_t> bytes;
  bytes.reserve(static_cast<std::size_t>(surface.width) * static_cast<std::size_t>(surface.height) *
                3);
  for (int y = 0; y < surface.height; ++y) {
    for (int x = 0; x < surface.width; ++x) {
      const std::uint32_t pixel = surface.row(y)[x];
      for (const int shift : {16, 8, 0}) {
        bytes.push_back(static_cast<std::uint8_t>(pixel >> shift & 255U));
      }
    }
  }
  return bytes;
}

Coverage coverageOf(ImFontAtlas& atlas) {
  Coverage letters;
  unsigned char* texels = nullptr;
  atlas.GetTexDataAsAlpha8(&texels, &letters.width, &letters.height);
  letters.texels = texels;
  letters.name = atlas.TexID;
  return letters;
}

}  // namespace app::paint
