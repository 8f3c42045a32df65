#pragma once

#include <atomic>
#include <memory>
#include <string>
#include <string_view>

#include "journal/base/result.h"
#include "journal/crypto/secret.h"
#include "journal/vault/log_pages.h"
#include "journal/vault/page_cipher.h"
#include "journal/vault/vfs_rules.h"
#include "journal/vault/write_behind.h"

struct sqlite3_vfs;

namespace journal::vault {

/// What a Vfs may do to the database file.
enum class VfsMode : std::uint8_t {
  Existing,  ///< the file must exist and hold a page; it stays in WAL for ever
  Creating,  ///< a new file, not yet in WAL
};

struct VfsConfig {
  std::string databasePath;
  VfsMode mode = VfsMode::Existing;
  sqlite3_vfs* lower = nullptr;  ///< null: the system's
  VfsRules rules = {};           ///< ignored by the shipped program
};

/// One registration with SQLite of the encrypting VFS, for one database file and its log
/// (security.md 1.4). Every other file, and every other name, is refused. Thread-safe as SQLite's
/// own VFS is. Precondition of the destructor: no file is open through it.
class Vfs {
 public:
  /// Keys are the PageDb and PageWal sub-keys.
  static Result<std::unique_ptr<Vfs>> create(const VfsConfig& config, PageCipher cipher);
  ~Vfs();
  Vfs(const Vfs&) = delete;
  Vfs& operator=(const Vfs&) = delete;

  /// The name to open connections with.
  const std::string& name() const { return name_; }

  // For the VFS methods, and for tests.
  sqlite3_vfs& lower() const { return *lower_; }
  /// False over a simulated disk.
  bool onSystemFiles() const { return onSystemFiles_; }
  const PageCipher& cipher() const { return cipher_; }
  const ActiveRules& rules() const { return rules_; }
  WriteBehind& writeBehind() { return writeBehind_; }
  LogPages& logPages() { return logPages_; }
  VfsRules configuredRules() const { return *rules_.operator->(); }
  VfsMode mode() const { return mode_; }
  /// True for the database itself (`suffix` "") or its log ("-wal").
  bool owns(const char* path, const char* suffix) const;

  void fileOpened() { ++openFiles_; }
  void fileClosed();
  /// After a sync went wrong nobody knows what reached the disk: nothing more is written until
  /// every file is closed and opened again, which reads back what is really there (PostgreSQL's
  /// lesson of 2018).
  void stopWriting() { stopped_ = true; }
  bool stopped() const { return stopped_; }
  /// Whether page 1 did not open when it was last looked at, so that the log has to have it.
  void setPageOneTorn(bool torn) { pageOneTorn_ = torn; }
  bool pageOneTorn() const { return pageOneTorn_; }
  /// Counts what rule 11 refused; should stay 0 with a SQLite whose shapes we know.
  void countRefusal() { ++refusals_; }
  int refusals() const { return refusals_; }

 private:
  Vfs(const VfsConfig& config, PageCipher cipher, sqlite3_vfs* lower);

  std::string name_;
  std::string databasePath_;
  VfsMode mode_;
  sqlite3_vfs* lower_;
  bool onSystemFiles_;
  PageCipher cipher_;
  [[no_unique_address]] ActiveRules rules_;
  WriteBehind writeBehind_;
  LogPages logPages_;  ///< of the thread that owns the connection
  std::unique_ptr<sqlite3_vfs> vfs_;
  std::atomic<int> openFiles_ = 0;
  std::atomic<int> refusals_ = 0;
  std::atomic<bool> stopped_ = false;
  std::atomic<bool> pageOneTorn_ = false;
};

/// True for a name that Vfs gives.
bool isVaultVfs(std::string_view name);

}  // namespace journal::vault
