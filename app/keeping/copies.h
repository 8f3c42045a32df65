#pragma once

#include <filesystem>

#include "journal/base/result.h"
#include "journal/exchange/access_copy.h"

// A copy for somebody, as files: written only after whoever hands it over has read it through.

namespace app {

/// Conflict when the page, or the JSON that goes beside it under the same name, is there already;
/// InvalidInput when the two would be one file.
journal::Result<void> requireRoomForCopies(const std::filesystem::path& page);
/// Writes the copy as a page, and beside it as JSON. Readable by their owner only.
journal::Result<void> writeCopies(const std::filesystem::path& page,
                                  const journal::exchange::AccessCopy& copy);

/// Conflict with advice when `copy` is not the very one that `approved` (approvalOf) names.
journal::Result<void> requireApproved(const journal::exchange::AccessCopy& copy,
                                      const std::string& approved);

}  // namespace app
