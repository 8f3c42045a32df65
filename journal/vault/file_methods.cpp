#include "journal/vault/connection.h"
#include "journal/vault/encrypted_file.h"

namespace journal::vault {
namespace {

EncryptedFile& self(sqlite3_file* file) {
  return *reinterpret_cast<EncryptedFile*>(file);
}
sqlite3_file* lower(sqlite3_file* file) {
  return self(file).lower();
}
const sqlite3_io_methods& lowerMethods(sqlite3_file* file) {
  return *lower(file)->pMethods;
}

int closeFile(sqlite3_file* file) {
  Vfs& vfs = *self(file).vfs;
  vfs.writeBehind().settle(self(file));
  if (self(file).isWal) vfs.logPages().clear();
  const int rc = lowerMethods(file).xClose(lower(file));
  self(file).~EncryptedFile();
  vfs.fileClosed();
  return rc;
}

int readFrom(sqlite3_file* file, void* out, int amount, sqlite3_int64 offset) {
  auto* bytes = static_cast<std::uint8_t*>(out);
  return self(file).isWal ? readWal(self(file), bytes, amount, offset)
                          : readDatabase(self(file), bytes, amount, offset);
}

int writeTo(sqlite3_file* file, const void* in, int amount, sqlite3_int64 offset) {
  if (self(file).vfs->stopped()) return SQLITE_IOERR_WRITE;
  const auto* bytes = static_cast<const std::uint8_t*>(in);
  return self(file).isWal ? writeWal(self(file), bytes, amount, offset)
                          : writeDatabase(self(file), bytes, amount, offset);
}

int truncateTo(sqlite3_file* file, sqlite3_int64 size) {
  if (self(file).vfs->stopped()) return SQLITE_IOERR_TRUNCATE;
  if (const int rc = settleWrites(self(file)); rc != SQLITE_OK) return rc;
  if (self(file).isWal) {
    self(file).vfs->logPages().clear();
    return lowerMethods(file).xTruncate(lower(file), physicalWalSize(size));
  }
  if (size % kPage != 0) return SQLITE_IOERR_TRUNCATE;
  return lowerMethods(file).xTruncate(lower(file), size);
}

int syncFile(sqlite3_file* file, int flags) {
  if (self(file).vfs->stopped()) return SQLITE_IOERR_FSYNC;
  if (const int rc = settleWrites(self(file)); rc != SQLITE_OK) return rc;
  if (!self(file).isWal) self(file).vfs->logPages().clear();  // the log has been copied
  const int rc = lowerMethods(file).xSync(lower(file), flags);
  if (rc != SQLITE_OK) self(file).vfs->stopWriting();
  return rc;
}

int sizeOf(sqlite3_file* file, sqlite3_int64* size) {
  self(file).vfs->writeBehind().settle(self(file));
  sqlite3_int64 physical = 0;
  const int rc = lowerMethods(file).xFileSize(lower(file), &physical);
  *size = self(file).isWal ? logicalWalSize(physical) : physical;
  return rc;
}

int lock(sqlite3_file* file, int level) {
  return lowerMethods(file).xLock(lower(file), level);
}
int unlock(sqlite3_file* file, int level) {
  return lowerMethods(file).xUnlock(lower(file), level);
}
int checkReserved(sqlite3_file* file, int* out) {
  return lowerMethods(file).xCheckReservedLock(lower(file), out);
}

/// Rule 8: nothing that lets SQLite map the file or trust batches of writes.
int control(sqlite3_file* file, int op, void* argument) {
  switch (op) {
    case SQLITE_FCNTL_VFSNAME:
      *static_cast<char**>(argument) = sqlite3_mprintf("%s", self(file).vfs->name().c_str());
      return SQLITE_OK;
    case kWriteBehindControl:
      *static_cast<const bool*>(argument) ? self(file).vfs->writeBehind().start()
                                          : self(file).vfs->writeBehind().stop();
      return SQLITE_OK;
    case SQLITE_FCNTL_MMAP_SIZE:
    case SQLITE_FCNTL_BEGIN_ATOMIC_WRITE:
    case SQLITE_FCNTL_COMMIT_ATOMIC_WRITE:
    case SQLITE_FCNTL_ROLLBACK_ATOMIC_WRITE:
      return SQLITE_NOTFOUND;
    default:
      break;
  }
  if (self(file).isWal) return SQLITE_NOTFOUND;
  return lowerMethods(file).xFileControl(lower(file), op, argument);
}

int sectorSize(sqlite3_file* file) {
  return lowerMethods(file).xSectorSize(lower(file));
}

int characteristics(sqlite3_file* file) {
  return self(file).vfs->rules()->powersafeOnly ? SQLITE_IOCAP_POWERSAFE_OVERWRITE : 0;
}

// The wal-index in shared memory holds page numbers, checksums and salts, no content. Only a
// connection that is not exclusive uses it.

bool hasSharedMemory(sqlite3_file* file) {
  return lowerMethods(file).iVersion >= 2 && lowerMethods(file).xShmMap != nullptr;
}

int shmMap(sqlite3_file* file, int region, int size, int extend, void volatile** out) {
  if (!hasSharedMemory(file)) return SQLITE_IOERR_SHMMAP;
  return lowerMethods(file).xShmMap(lower(file), region, size, extend, out);
}
int shmLock(sqlite3_file* file, int offset, int count, int flags) {
  if (!hasSharedMemory(file)) return SQLITE_IOERR_SHMLOCK;
  return lowerMethods(file).xShmLock(lower(file), offset, count, flags);
}
void shmBarrier(sqlite3_file* file) {
  if (hasSharedMemory(file)) lowerMethods(file).xShmBarrier(lower(file));
}
int shmUnmap(sqlite3_file* file, int remove) {
  return hasSharedMemory(file) ? lowerMethods(file).xShmUnmap(lower(file), remove) : SQLITE_OK;
}

}  // namespace

const sqlite3_io_methods& fileMethods() {
  static const sqlite3_io_methods kMethods = {
      2,       closeFile,  readFrom,      writeTo, truncateTo, syncFile,        sizeOf,
      lock,    unlock,     checkReserved, control, sectorSize, characteristics, shmMap,
      shmLock, shmBarrier, shmUnmap,      nullptr, nullptr};  // no xFetch: never mapped
  return kMethods;
}

}  // namespace journal::vault
