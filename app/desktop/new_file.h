#pragma once

#include <filesystem>
#include <string_view>

#include "journal/base/result.h"

namespace app::desktop {

/// Writes a file that is not there yet, readable by this account only, to the disk. Conflict with
/// advice when something of that name is there, Io when it cannot be written; both leave nothing
/// behind. Any thread.
journal::Result<void> writeNewFile(const std::filesystem::path& path, std::string_view bytes);

/// All of it into an open file or pipe.
bool writeAll(int file, std::string_view bytes);

}  // namespace app::desktop
