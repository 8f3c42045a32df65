// Any bytes are a theme or an Error; a theme has exactly one spelling.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "journal/exchange/theme_json.h"

using namespace journal;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto decoded = exchange::decodeTheme(bytes);
  if (decoded.ok()) {
    J_ASSERT(exchange::encodeTheme(*decoded) == bytes);
  } else {
    J_ASSERT(!decoded.error().advice.empty());
  }
  return 0;
}
