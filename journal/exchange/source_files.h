#pragma once

#include <filesystem>

#include "journal/exchange/formats.h"
#include "journal/exchange/import_run.h"

namespace journal::exchange {

/// Which files of a folder or an archive an importer reads.
struct SourceFiles {
  std::filesystem::path path;
  std::function<bool(std::string_view name)> wants;  ///< of its path below the folder
  std::size_t limit = kMaxReflectionBytes;           ///< of one file
  /// `changed` is when the file says it was changed; nothing inside archives.
  std::function<Result<void>(const ArchiveItem& file, std::optional<UtcTime> changed)> take;
};

/// Hands over each wanted file of a folder (in order of path; links are neither read nor entered),
/// of an archive (in its order), or the one file itself, until the run is stopped. What cannot be
/// read, is too long or was passed over is reported. Returns the Error of `take`.
Result<void> readSourceFiles(const SourceFiles& files, ImportRun& run);

/// The part of a name after its last dot, in small letters; empty when there is none.
std::string extensionOf(std::string_view name);
bool isArchive(std::string_view firstBytes);

}  // namespace journal::exchange
