#pragma once

#include "app/model/keeping_model.h"

namespace app::view {

/// A copy exactly as it would leave, to be read before it does.
void drawCopyPaper(const model::CopyToRead& copy);

}  // namespace app::view
