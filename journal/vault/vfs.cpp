#include "journal/vault/vfs.h"

#include <cstring>
#include <new>
#include <string_view>
#include <utility>

#include <fmt/format.h>
#include <sqlite3.h>

#include "journal/vault/encrypted_file.h"

namespace journal::vault {
namespace {

// Statement journals stay in memory, however long (rule 9). Has to be said before SQLite starts.
const int kSpillConfigured = sqlite3_config(SQLITE_CONFIG_STMTJRNL_SPILL, -1);
// Nobody reads SQLite's memory statistics; keeping them takes a lock at every allocation.
const int kStatisticsConfigured = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);

Vfs& self(sqlite3_vfs* vfs) {
  return *static_cast<Vfs*>(vfs->pAppData);
}

bool endsWith(const char* path, std::string_view suffix) {
  const std::string_view view(path);
  return view.size() >= suffix.size() && view.substr(view.size() - suffix.size()) == suffix;
}

/// An existing vault's file of no pages would make SQLite drop the log and begin afresh.
int refuseEmpty(EncryptedFile& file) {
  sqlite3_file* lower = file.lower();
  sqlite3_int64 size = 0;
  int rc = lower->pMethods->xFileSize(lower, &size);
  if (rc == SQLITE_OK && size < kPage) rc = SQLITE_NOTADB;
  if (rc != SQLITE_OK) lower->pMethods->xClose(lower);
  return rc;
}

/// Rule 9: the database and its log, by their own names, and nothing else.
bool mayOpen(const Vfs& vfs, const char* name, int flags) {
  if (name == nullptr) return false;
  if (!vfs.rules()->refuseOtherFiles) return true;
  if ((flags & SQLITE_OPEN_MAIN_DB) != 0) return vfs.owns(name, "");
  return (flags & SQLITE_OPEN_WAL) != 0 && vfs.owns(name, "-wal");
}

int openFile(sqlite3_vfs* vfs, const char* name, sqlite3_file* out, int flags, int* outFlags) {
  out->pMethods = nullptr;
  Vfs& owner = self(vfs);
  if (!mayOpen(owner, name, flags)) return SQLITE_CANTOPEN;
  auto* file = new (out) EncryptedFile(owner);
  file->isWal = (flags & SQLITE_OPEN_WAL) != 0;
  const bool existing = !file->isWal && owner.mode() == VfsMode::Existing;
  if (existing) flags &= ~SQLITE_OPEN_CREATE;
  int rc = owner.lower().xOpen(&owner.lower(), name, file->lower(), flags, outFlags);
  if (rc == SQLITE_OK && existing) rc = refuseEmpty(*file);
  if (rc != SQLITE_OK) return rc;
  if (owner.onSystemFiles()) file->early.open(name);
  file->base.pMethods = &fileMethods();
  owner.fileOpened();
  return SQLITE_OK;
}

int deleteFile(sqlite3_vfs* vfs, const char* name, int syncDir) {
  Vfs& owner = self(vfs);
  if (owner.rules()->refuseOtherFiles) {
    if (endsWith(name, "-journal")) return SQLITE_IOERR_DELETE_NOENT;
    if (!owner.owns(name, "-wal")) return SQLITE_IOERR_DELETE;
  }
  if (owner.stopped()) return SQLITE_IOERR_DELETE;
  return owner.lower().xDelete(&owner.lower(), name, syncDir);
}

int accessFile(sqlite3_vfs* vfs, const char* name, int flags, int* out) {
  Vfs& owner = self(vfs);
  *out = 0;
  if (owner.rules()->denyJournal && !owner.owns(name, "") && !owner.owns(name, "-wal")) {
    return SQLITE_OK;
  }
  return owner.lower().xAccess(&owner.lower(), name, flags, out);
}

int fullPathname(sqlite3_vfs* vfs, const char* name, int size, char* out) {
  sqlite3_vfs& lower = self(vfs).lower();
  return lower.xFullPathname(&lower, name, size, out);
}

void* openLibrary(sqlite3_vfs*, const char*) {
  return nullptr;
}
void libraryError(sqlite3_vfs*, int size, char* out) {
  if (size > 0) *out = '\0';
}
void (*librarySymbol(sqlite3_vfs*, void*, const char*))() {
  return nullptr;
}
void closeLibrary(sqlite3_vfs*, void*) {}

int randomness(sqlite3_vfs* vfs, int size, char* out) {
  sqlite3_vfs& lower = self(vfs).lower();
  return lower.xRandomness(&lower, size, out);
}
int sleepFor(sqlite3_vfs* vfs, int microseconds) {
  sqlite3_vfs& lower = self(vfs).lower();
  return lower.xSleep(&lower, microseconds);
}
int currentTime(sqlite3_vfs* vfs, double* out) {
  sqlite3_vfs& lower = self(vfs).lower();
  return lower.xCurrentTime(&lower, out);
}
int currentTime64(sqlite3_vfs* vfs, sqlite3_int64* out) {
  sqlite3_vfs& lower = self(vfs).lower();
  return lower.xCurrentTimeInt64(&lower, out);
}
int lastError(sqlite3_vfs* vfs, int size, char* out) {
  sqlite3_vfs& lower = self(vfs).lower();
  return lower.xGetLastError == nullptr ? 0 : lower.xGetLastError(&lower, size, out);
}

std::unique_ptr<sqlite3_vfs> methodsFor(Vfs& owner) {
  auto vfs = std::make_unique<sqlite3_vfs>();
  vfs->iVersion = 2;
  vfs->szOsFile = static_cast<int>(sizeof(EncryptedFile)) + owner.lower().szOsFile;
  vfs->mxPathname = owner.lower().mxPathname;
  vfs->zName = owner.name().c_str();
  vfs->pAppData = &owner;
  vfs->xOpen = openFile;
  vfs->xDelete = deleteFile;
  vfs->xAccess = accessFile;
  vfs->xFullPathname = fullPathname;
  vfs->xDlOpen = openLibrary;
  vfs->xDlError = libraryError;
  vfs->xDlSym = librarySymbol;
  vfs->xDlClose = closeLibrary;
  vfs->xRandomness = randomness;
  vfs->xSleep = sleepFor;
  vfs->xCurrentTime = currentTime;
  vfs->xGetLastError = lastError;
  vfs->xCurrentTimeInt64 = currentTime64;
  return vfs;
}

constexpr std::string_view kNamePrefix = "afternote-";

std::string nextName() {
  static std::atomic<unsigned> count = 0;
  return fmt::format("{}{}", kNamePrefix, ++count);
}

}  // namespace

Result<std::unique_ptr<Vfs>> Vfs::create(const VfsConfig& config, PageCipher cipher) {
  if (kSpillConfigured != SQLITE_OK) {
    return Error{ErrorCode::Internal, "SQLite was started before the vault could configure it"};
  }
  sqlite3_vfs* lower = config.lower != nullptr ? config.lower : sqlite3_vfs_find(nullptr);
  if (lower == nullptr) return Error{ErrorCode::Internal, "SQLite has no VFS"};
  std::unique_ptr<Vfs> vfs(new Vfs(config, std::move(cipher), lower));
  std::string full(static_cast<std::size_t>(lower->mxPathname) + 1, '\0');
  const int rc = lower->xFullPathname(lower, config.databasePath.c_str(),
                                      static_cast<int>(full.size()), full.data());
  if (rc != SQLITE_OK && rc != SQLITE_OK_SYMLINK) return Error{ErrorCode::Io, "path of database"};
  vfs->databasePath_ = full.c_str();
  if (sqlite3_vfs_register(vfs->vfs_.get(), 0) != SQLITE_OK) {
    return Error{ErrorCode::Internal, "VFS not registered"};
  }
  return vfs;
}

Vfs::Vfs(const VfsConfig& config, PageCipher cipher, sqlite3_vfs* lower)
    : name_(nextName()),
      databasePath_(config.databasePath),
      mode_(config.mode),
      lower_(lower),
      onSystemFiles_(config.lower == nullptr),
      cipher_(std::move(cipher)),
      rules_(config.rules),
      writeBehind_(config.rules),
      vfs_(methodsFor(*this)) {}

Vfs::~Vfs() {
  J_ASSERT(openFiles_ == 0);
  sqlite3_vfs_unregister(vfs_.get());
}

bool Vfs::owns(const char* path, const char* suffix) const {
  const std::string_view view(path);
  return view.size() == databasePath_.size() + std::strlen(suffix) &&
         view.substr(0, databasePath_.size()) == databasePath_ &&
         view.substr(databasePath_.size()) == suffix;
}

bool isVaultVfs(std::string_view name) {
  return name.substr(0, kNamePrefix.size()) == kNamePrefix;
}

void Vfs::fileClosed() {
  if (--openFiles_ == 0) stopped_ = false;
}

}  // namespace journal::vault
