#pragma once

#include "app/ui/kit.h"

namespace app::ui {

/// What is drawn, asked and pressed from now on is this kit's, until another is made or named. For
/// who has several windows in one process; the program has one.
void makeCurrent(Kit& kit);

}  // namespace app::ui
