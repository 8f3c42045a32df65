#pragma once

#include <memory>
#include <string_view>

#include "app/paint/pixels.h"
#include "journal/base/result.h"

namespace app::desktop {

/// A PNG or JPEG as somebody looks at it: turned as it says, on white, and made smaller until its
/// longer side is at most `longestSide` (1 or more). Total and bounded as raw_picture.h says;
/// nothing is written to the disk. Any thread but the UI's.
journal::Result<std::shared_ptr<const paint::Pixels>> decodePicture(std::string_view bytes,
                                                                    int longestSide);

}  // namespace app::desktop
