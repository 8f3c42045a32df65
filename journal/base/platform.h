#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "journal/base/result.h"

// The only operating-system calls in journal/ (the vault's VFS apart, which goes through SQLite's
// own VFS).

namespace journal {

/// Whole file, at most `limit` bytes. NotFound, Io, or InvalidInput when it is larger than `limit`.
Result<std::string> readFile(const std::filesystem::path& path, std::size_t limit);

/// Replaces `path` so that after a crash it holds either the old bytes or all the new ones:
/// temporary beside it (mode 0600), fsync, rename, fsync of the folder (Pillai et al., OSDI 2014).
/// On failure the old file is untouched.
Result<void> replaceFileAtomically(const std::filesystem::path& path,
                                   std::span<const std::uint8_t> bytes);
Result<void> replaceFileAtomically(const std::filesystem::path& path, std::string_view bytes);

/// Makes renames and new files in `folder` durable.
Result<void> syncFolder(const std::filesystem::path& folder);

/// Moves `from` to `to` on one file system and makes it durable. Refuses (Conflict) when `to`
/// exists.
Result<void> renameDurably(const std::filesystem::path& from, const std::filesystem::path& to);

/// An exclusive advisory lock on a file, held until destroyed; released by the system if the
/// process dies.
class FileLock {
 public:
  /// Creates the file if needed. Locked when another process (or another FileLock here) holds it;
  /// Io otherwise.
  static Result<std::unique_ptr<FileLock>> acquire(const std::filesystem::path& path);
  ~FileLock();
  FileLock(const FileLock&) = delete;
  FileLock& operator=(const FileLock&) = delete;

 private:
  explicit FileLock(int descriptor) : descriptor_(descriptor) {}
  int descriptor_;
};

/// Asks the system to begin carrying parts of a file to the disk, without waiting. A hint and
/// nothing more: what may be relied on is what a sync said, and a system or a file that does not
/// know the hint does without.
class WritebackHint {
 public:
  WritebackHint() = default;
  ~WritebackHint();
  WritebackHint(const WritebackHint&) = delete;
  WritebackHint& operator=(const WritebackHint&) = delete;
  /// Opens the file once more, for as long as this lives. Closing any handle of a file gives up the
  /// process's POSIX locks on it, so this has to outlive whoever relies on one. Without it, or when
  /// the file cannot be opened, `begin` does nothing.
  void open(const char* path);
  void begin(std::int64_t offset, std::int64_t size) const;

 private:
  int descriptor_ = -1;
};

/// Keeps this process's memory out of core files and other users' debuggers, where the system
/// allows it.
void hardenProcess();

/// Where a person's own data belongs ($XDG_DATA_HOME/afternote, or ~/.local/share/afternote). Not
/// created.
std::filesystem::path userDataFolder();

}  // namespace journal
