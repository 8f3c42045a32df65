#pragma once

#include <filesystem>

#include "journal/service/theme_list.h"

namespace app {

/// Finds what could identify somebody in words that are to leave a group, by the lists of an assets
/// folder, which are read when they are first needed. One thread at a time.
journal::service::ThemeMarker themeMarker(std::filesystem::path assets);

}  // namespace app
