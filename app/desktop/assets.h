#pragma once

#include <filesystem>

#include "app/model/context.h"
#include "journal/base/result.h"

namespace app::desktop {

/// Framework, prompts and, with `demo`, the invented contacts. InvalidInput with advice naming the
/// file at fault.
journal::Result<model::Library> loadLibrary(const std::filesystem::path& assets, bool demo);

}  // namespace app::desktop
