#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include <sqlite3.h>

#include "journal/base/random.h"

namespace journal::vault {

/// A change to a file that the disk has been told of but not yet been made to keep.
struct PendingChange {
  bool truncation = false;
  std::uint64_t at = 0;  ///< offset, or the new size
  std::vector<std::uint8_t> bytes = {};
};

struct SimFile {
  std::vector<std::uint8_t> now;      ///< what reads see
  std::vector<std::uint8_t> durable;  ///< what is certain to be there after a power cut
  std::vector<PendingChange> pending;
  bool nameIsDurable = false;
};

enum class SimCall : std::uint8_t { Read, Write, Sync, Open, Truncate, Delete };

/// An in-memory disk below the encrypting VFS. It remembers what has not been synced, so that it
/// can say what a power cut might leave; it can also fill up, lie about syncing, and go wrong at a
/// chosen call. For one connection at a time, which may write from a second thread; no shared
/// memory, so only for exclusive locking.
class SimDisk {
 public:
  explicit SimDisk(std::uint64_t seed);
  ~SimDisk();
  SimDisk(const SimDisk&) = delete;
  SimDisk& operator=(const SimDisk&) = delete;

  /// To be given as the lower VFS. Not registered with SQLite.
  sqlite3_vfs* vfs() { return &vfs_; }

  /// From the n-th change or sync from now on everything goes wrong, as if the machine had stopped.
  /// 0: never.
  void cutPowerAfter(std::uint64_t changes);
  bool powerIsOff() const {
    const Lock lock(mutex_);
    return powerOff_;
  }
  /// What is left once the power is back: every unsynced change kept, dropped, torn by 512-byte
  /// sectors, or noise past the old end of the file. Replaces the contents of this disk; no file
  /// may be open.
  void restart();

  /// The n-th call of a kind from now on goes wrong: once, or every one from it.
  void failAt(SimCall call, std::uint64_t n, bool forEver);
  void failNothing();
  bool hasFailed() const {
    const Lock lock(mutex_);
    return failed_;
  }

  void lieAboutSync(bool lie) {
    const Lock lock(mutex_);
    lying_ = lie;
  }
  void setCapacity(std::uint64_t bytes) {
    const Lock lock(mutex_);
    capacity_ = bytes;
  }
  std::uint64_t used() const;

  std::map<std::string, std::shared_ptr<SimFile>>& files() { return files_; }
  /// Copies another disk's contents, which become durable.
  void copyFrom(const SimDisk& other);

  // For the VFS methods, which hold the lock.
  using Lock = std::lock_guard<std::recursive_mutex>;
  std::recursive_mutex& mutex() { return mutex_; }
  bool goesWrong(SimCall call);
  int open(const std::string& name, int flags, std::shared_ptr<SimFile>& out);
  int write(SimFile& file, const std::uint8_t* bytes, std::uint64_t size, std::uint64_t at);
  int truncate(SimFile& file, std::uint64_t size);
  int sync(SimFile& file);
  int remove(const std::string& name, bool durably);

 private:
  std::vector<std::uint8_t> afterPowerCut(const SimFile& file, std::uint64_t keepPercent);

  mutable std::recursive_mutex mutex_;
  SeededRandom random_;
  sqlite3_vfs vfs_{};
  std::map<std::string, std::shared_ptr<SimFile>> files_;
  std::map<std::string, std::shared_ptr<SimFile>> deleted_;  ///< deletions that may not last
  std::uint64_t changesLeft_ = 0;
  bool cutting_ = false;
  bool powerOff_ = false;
  bool lying_ = false;
  bool failed_ = false;
  bool failForEver_ = false;
  std::uint64_t failIn_ = 0;
  SimCall failCall_ = SimCall::Read;
  std::uint64_t capacity_ = UINT64_MAX;
};

}  // namespace journal::vault
