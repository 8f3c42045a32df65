#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <stop_token>
#include <string>

#include "journal/base/result.h"

namespace app {

/// How reading is watched and stopped, between two parts of the file.
struct ReadingWatch {
  std::stop_token stop = {};
  std::function<void(std::uint64_t done, std::uint64_t total)> part = {};  ///< in bytes
};

/// All of a file that is to be kept with a reflection; what it is, the journal finds out. Any
/// thread. Errors with advice: NotFound; InvalidInput for what is no file (a folder, or something
/// that would have no end or wait for somebody to write into it) and for one that is too large,
/// before it is read; Io when it cannot be read; Cancelled.
journal::Result<std::string> fileToAttach(const std::filesystem::path& file,
                                          const ReadingWatch& watch = {});

/// Whether it begins like a picture or a recording. False as well when it cannot be read.
bool beginsLikeAnAttachment(const std::filesystem::path& file);

}  // namespace app
