#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "journal/base/result.h"

struct sqlite3;

namespace journal::vault {

/// What a caller may choose about a connection; everything else is fixed by security.md 1.4.
struct ConnectionOptions {
  /// Plaintext pages kept in memory, the main lever on read speed: a miss costs a read and a
  /// decryption.
  int cacheKib = 16 * 1024;
  /// One connection owns the file and the wal-index lives in its heap (no -shm). False for a hub
  /// with readers.
  bool exclusive = true;
  /// Checkpoint inside a commit once the log has this many pages; 0 leaves it to whoever calls
  /// sqlite3_wal_checkpoint_v2 off the save path.
  int autoCheckpointPages = 1000;
  int busyTimeoutMs = 0;
};

/// Sets up a connection just opened through a vault's VFS and proves that the database can be read:
/// reserved bytes, exclusive locking before the log is touched, WAL, synchronous=FULL, temporary
/// tables in memory, no mmap, cell_size_check, secure_delete, foreign keys, defensive mode,
/// untrusted schema. Once, before anything else. Corrupt when a page is not what was written or the
/// key is another's; InvalidInput when the connection does not go through an encrypting VFS.
Result<void> prepareConnection(sqlite3* db, const ConnectionOptions& options = {});

/// While one of these lives, a second thread seals and writes what the connection writes
/// (write_behind.h). For imports and checkpoints; one save is over before a thread would be awake.
/// The connection must be its file's only one.
class WritingMuch {
 public:
  explicit WritingMuch(sqlite3* db);
  ~WritingMuch();
  WritingMuch(const WritingMuch&) = delete;
  WritingMuch& operator=(const WritingMuch&) = delete;

 private:
  sqlite3* db_;
};

/// What WritingMuch asks the VFS by sqlite3_file_control; above the codes SQLite keeps for itself.
inline constexpr int kWriteBehindControl = 0x41460001;

/// The Error for a SQLite result code (extended or not): Corrupt for damaged or foreign bytes,
/// Locked for busy, Io for disk and permission trouble with advice for the person, Conflict for
/// constraints, Internal for the rest. `what` names the step and may be logged: no text from the
/// journal, and never SQLite's own message, which quotes.
Error errorFromSqlite(int code, std::string_view what);

}  // namespace journal::vault
