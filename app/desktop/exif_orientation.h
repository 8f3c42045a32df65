#pragma once

#include <string_view>

namespace app::desktop {

/// How a JPEG says it has to be turned, 1 (as it is) to 8, as EXIF (JEITA CP-3451, tag 0x0112)
/// numbers them; 1 when it does not say, or says it in a way that cannot be read. Total: any bytes.
int exifOrientation(std::string_view jpeg);

}  // namespace app::desktop
