#pragma once

#include <memory>
#include <string>

#include "journal/base/random.h"
#include "journal/vault/connection.h"
#include "journal/vault/sql.h"
#include "journal/vault/vfs.h"
#include "tests/journal/vault/sim_disk.h"

namespace journal::vault {

inline constexpr const char* kSimDatabase = "/vault.db";
inline constexpr const char* kSimWal = "/vault.db-wal";

/// The same keys in every test, so that a disk image can be carried from one Vfs to the next.
PageCipher simCipher(VfsRules rules = {}, std::uint8_t key = 1);

/// One connection through the encrypting VFS to a database on a simulated disk.
class SimConnection {
 public:
  /// Null with `why` when it does not open.
  static std::unique_ptr<SimConnection> open(SimDisk& disk, std::string* why = nullptr,
                                             VfsRules rules = {},
                                             const ConnectionOptions& options = smallOptions());
  /// A new empty database in WAL, closed again.
  static void makeDatabase(SimDisk& disk, VfsRules rules = {});
  /// A cache of ten pages and frequent checkpoints, so that little work makes SQLite do everything
  /// it can.
  static ConnectionOptions smallOptions();

  sqlite3* db() const { return db_.get(); }
  Vfs& vfs() const { return *vfs_; }
  bool run(const std::string& sql) { return execute(db_.get(), sql).ok(); }
  /// Result code of the statement.
  int code(const std::string& sql);

 private:
  std::unique_ptr<Vfs> vfs_;
  Connection db_;  // after vfs_: closed first
};

}  // namespace journal::vault
