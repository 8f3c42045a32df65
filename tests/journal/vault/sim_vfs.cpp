// The SQLite side of SimDisk: files and names passed on to it.

#include <algorithm>
#include <new>

#include "tests/journal/vault/sim_disk.h"

namespace journal::vault {
namespace {

struct OpenSimFile {
  sqlite3_file base{};
  SimDisk* disk = nullptr;
  std::shared_ptr<SimFile> file;
};

OpenSimFile& self(sqlite3_file* file) {
  return *reinterpret_cast<OpenSimFile*>(file);
}
SimDisk& diskOf(sqlite3_vfs* vfs) {
  return *static_cast<SimDisk*>(vfs->pAppData);
}

int closeFile(sqlite3_file* file) {
  self(file).~OpenSimFile();
  return SQLITE_OK;
}

int readFrom(sqlite3_file* file, void* out, int amount, sqlite3_int64 offset) {
  const SimDisk::Lock lock(self(file).disk->mutex());
  if (self(file).disk->goesWrong(SimCall::Read)) return SQLITE_IOERR_READ;
  const auto& content = self(file).file->now;
  const auto at = std::min<std::size_t>(static_cast<std::size_t>(offset), content.size());
  const auto there = std::min<std::size_t>(static_cast<std::size_t>(amount), content.size() - at);
  auto* bytes = static_cast<std::uint8_t*>(out);
  std::copy_n(content.begin() + static_cast<std::ptrdiff_t>(at), there, bytes);
  std::fill(bytes + there, bytes + amount, std::uint8_t{0});
  return there == static_cast<std::size_t>(amount) ? SQLITE_OK : SQLITE_IOERR_SHORT_READ;
}

int writeTo(sqlite3_file* file, const void* in, int amount, sqlite3_int64 offset) {
  const SimDisk::Lock lock(self(file).disk->mutex());
  return self(file).disk->write(*self(file).file, static_cast<const std::uint8_t*>(in),
                                static_cast<std::uint64_t>(amount),
                                static_cast<std::uint64_t>(offset));
}

int truncateTo(sqlite3_file* file, sqlite3_int64 size) {
  const SimDisk::Lock lock(self(file).disk->mutex());
  return self(file).disk->truncate(*self(file).file, static_cast<std::uint64_t>(size));
}

int syncFile(sqlite3_file* file, int) {
  const SimDisk::Lock lock(self(file).disk->mutex());
  return self(file).disk->sync(*self(file).file);
}

int sizeOf(sqlite3_file* file, sqlite3_int64* size) {
  const SimDisk::Lock lock(self(file).disk->mutex());
  *size = static_cast<sqlite3_int64>(self(file).file->now.size());
  return SQLITE_OK;
}

int lockFile(sqlite3_file*, int) {
  return SQLITE_OK;
}
int checkReserved(sqlite3_file*, int* out) {
  *out = 0;
  return SQLITE_OK;
}
int control(sqlite3_file*, int, void*) {
  return SQLITE_NOTFOUND;
}
int sectorSize(sqlite3_file*) {
  return 512;
}
int characteristics(sqlite3_file*) {
  return 0;
}

constexpr sqlite3_io_methods kMethods = {
    1,        closeFile, readFrom,      writeTo, truncateTo, syncFile,        sizeOf,
    lockFile, lockFile,  checkReserved, control, sectorSize, characteristics, nullptr,
    nullptr,  nullptr,   nullptr,       nullptr, nullptr};

int openFile(sqlite3_vfs* vfs, const char* name, sqlite3_file* out, int flags, int* outFlags) {
  const SimDisk::Lock lock(diskOf(vfs).mutex());
  out->pMethods = nullptr;
  std::shared_ptr<SimFile> file;
  const int rc = diskOf(vfs).open(name, flags, file);
  if (rc != SQLITE_OK) return rc;
  auto* opened = new (out) OpenSimFile;
  opened->disk = &diskOf(vfs);
  opened->file = std::move(file);
  opened->base.pMethods = &kMethods;
  if (outFlags != nullptr) *outFlags = flags;
  return SQLITE_OK;
}

int deleteFile(sqlite3_vfs* vfs, const char* name, int syncDir) {
  const SimDisk::Lock lock(diskOf(vfs).mutex());
  return diskOf(vfs).remove(name, syncDir != 0);
}

int accessFile(sqlite3_vfs* vfs, const char* name, int, int* out) {
  const SimDisk::Lock lock(diskOf(vfs).mutex());
  *out = diskOf(vfs).files().count(name) > 0 ? 1 : 0;
  return SQLITE_OK;
}

int fullPathname(sqlite3_vfs*, const char* name, int size, char* out) {
  sqlite3_snprintf(size, out, "%s", name);
  return SQLITE_OK;
}

int sleepFor(sqlite3_vfs*, int microseconds) {
  return microseconds;
}

int randomness(sqlite3_vfs*, int size, char* out) {
  std::fill_n(out, size, '\x2a');
  return size;
}

int currentTime64(sqlite3_vfs*, sqlite3_int64* out) {
  *out = 0;
  return SQLITE_OK;
}
int currentTime(sqlite3_vfs*, double* out) {
  *out = 0;
  return SQLITE_OK;
}

}  // namespace

SimDisk::SimDisk(std::uint64_t seed) : random_(seed) {
  vfs_.iVersion = 2;
  vfs_.szOsFile = sizeof(OpenSimFile);
  vfs_.mxPathname = 512;
  vfs_.zName = "sim";
  vfs_.pAppData = this;
  vfs_.xOpen = openFile;
  vfs_.xDelete = deleteFile;
  vfs_.xAccess = accessFile;
  vfs_.xFullPathname = fullPathname;
  vfs_.xRandomness = randomness;
  vfs_.xSleep = sleepFor;
  vfs_.xCurrentTime = currentTime;
  vfs_.xCurrentTimeInt64 = currentTime64;
}

SimDisk::~SimDisk() = default;

}  // namespace journal::vault
