#pragma once

#include <filesystem>
#include <memory>

#include "journal/base/result.h"
#include "journal/text/identify/gazetteers.h"

namespace app {

/// The word lists of an assets folder (gazetteers/), about 90,000 words in 20 ms. NotFound or
/// InvalidInput with a sentence that says what is wrong.
journal::Result<std::unique_ptr<journal::text::Gazetteers>> loadGazetteers(
    const std::filesystem::path& assets);

}  // namespace app
