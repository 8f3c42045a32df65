#pragma once

#include <string_view>

#include "app/paint/pixels.h"
#include "app/ui/kit.h"

namespace app::ui {

/// A picture in the flow, whole, as large as it fits into `room` (pixels at 100 %) but no larger
/// than its own pixels. `name` is what is read of it. It must outlive the frame. Static.
void picture(std::string_view key, const paint::Pixels& pixels, Vec2 room, std::string_view name);

}  // namespace app::ui
