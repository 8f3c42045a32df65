#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "journal/base/result.h"
#include "sync/transport/folder_file.h"

namespace syncing {

// Files of a folder that other tools change at any time. Every error is Network, with advice in
// plain words: to whoever synchronises, a folder that does not answer is a hub that does not.

struct ShelfEntry {
  std::string name;
  std::uint64_t size = 0;
};
/// The files in a folder, by name; nullopt when there is no such folder.
journal::Result<std::optional<std::vector<ShelfEntry>>> filesIn(
    const std::filesystem::path& folder);

/// One file as far as it can be read now.
struct ShelfFile {
  enum class Kind : std::uint8_t { Whole, Gone, Foreign, Unfinished, TooNew };
  Kind kind = Kind::Gone;
  std::uint64_t size = 0;
  std::optional<FolderFile> content;  ///< when Whole
};
/// Reads no more of it than its head when that says that it is not ours.
ShelfFile readShelfFile(const std::filesystem::path& path);

/// Durably, under a name made from its content: writing the same again changes nothing. Makes the
/// folder when it is missing, inside `root`, which must be there.
journal::Result<ShelfEntry> writeShelfFile(const std::filesystem::path& root,
                                           const std::filesystem::path& folder,
                                           const FolderFile& file);
/// Gone already: fine.
journal::Result<void> deleteShelfFile(const std::filesystem::path& path);

/// Of a file that was not renamed.
std::string shelfName(const wire::Digest& content, std::string_view ending);
/// What a segment or a statement is known by: the digest of its own encoding.
wire::Digest contentDigest(const FolderFile& file);

journal::Error notThere(std::string_view what);

}  // namespace syncing
