#include "journal/base/platform.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>

#include <fmt/format.h>

namespace journal {
namespace {

Error systemError(const char* what) {
  const int number = errno;
  Error error{ErrorCode::Io, fmt::format("{}: errno {}", what, number)};
  if (number == ENOENT) error.code = ErrorCode::NotFound;
  if (number == ENOSPC || number == EDQUOT)
    error.advice = "The disk is full. Free some space, then try again.";
  if (number == EROFS || number == EACCES || number == EPERM) {
    error.advice =
        "This folder cannot be written to. Choose another place, or ask for permission to write "
        "there.";
  }
  return error;
}

/// Closes on scope exit; `release` hands the descriptor on.
class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const { return fd_; }
  bool open() const { return fd_ >= 0; }
  int release() { return std::exchange(fd_, -1); }

 private:
  int fd_;
};

Result<void> writeAll(int fd, std::span<const std::uint8_t> bytes) {
  while (!bytes.empty()) {
    const ssize_t wrote = ::write(fd, bytes.data(), bytes.size());
    if (wrote < 0 && errno == EINTR) continue;
    if (wrote < 0) return systemError("write");
    bytes = bytes.subspan(static_cast<std::size_t>(wrote));
  }
  if (::fsync(fd) != 0) return systemError("fsync");
  return {};
}

}  // namespace

Result<std::string> readFile(const std::filesystem::path& path, std::size_t limit) {
  Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file.open()) return systemError("open");
  struct stat info {};
  if (::fstat(file.get(), &info) != 0) return systemError("stat");
  if (S_ISDIR(info.st_mode)) return Error{ErrorCode::InvalidInput, "a folder, not a file"};
  std::string bytes;
  bytes.reserve(std::min(limit, static_cast<std::size_t>(info.st_size)));
  char buffer[65536];
  while (true) {
    const ssize_t got = ::read(file.get(), buffer, sizeof buffer);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return systemError("read");
    if (got == 0) return bytes;
    if (bytes.size() + static_cast<std::size_t>(got) > limit) {
      return Error{ErrorCode::InvalidInput, fmt::format("file larger than {} bytes", limit)};
    }
    bytes.append(buffer, static_cast<std::size_t>(got));
  }
}

Result<void> syncFolder(const std::filesystem::path& folder) {
  Descriptor handle(
      ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!handle.open()) return systemError("open folder");
  if (::fsync(handle.get()) != 0) return systemError("fsync folder");
  return {};
}

Result<void> replaceFileAtomically(const std::filesystem::path& path,
                                   std::span<const std::uint8_t> bytes) {
  std::filesystem::path temporary = path;
  temporary += ".new";
  {
    Descriptor file(::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
    if (!file.open()) return systemError("create");
    if (auto wrote = writeAll(file.get(), bytes); !wrote.ok()) {
      ::unlink(temporary.c_str());
      return wrote.error();
    }
  }
  if (::rename(temporary.c_str(), path.c_str()) != 0) return systemError("rename");
  return syncFolder(path.parent_path());
}

Result<void> replaceFileAtomically(const std::filesystem::path& path, std::string_view bytes) {
  return replaceFileAtomically(
      path, std::span(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()));
}

Result<void> renameDurably(const std::filesystem::path& from, const std::filesystem::path& to) {
  if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) != 0) {
    if (errno == EEXIST) return Error{ErrorCode::Conflict, "target exists"};
    return systemError("rename");
  }
  return syncFolder(to.parent_path());
}

Result<std::unique_ptr<FileLock>> FileLock::acquire(const std::filesystem::path& path) {
  Descriptor file(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
  if (!file.open()) return systemError("open lock");
  if (::flock(file.get(), LOCK_EX | LOCK_NB) != 0) {
    if (errno == EWOULDBLOCK) return Error{ErrorCode::Locked, "held by another process"};
    return systemError("lock");
  }
  return std::unique_ptr<FileLock>(new FileLock(file.release()));
}

FileLock::~FileLock() {
  ::close(descriptor_);
}

WritebackHint::~WritebackHint() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

void WritebackHint::open(const char* path) {
  descriptor_ = ::open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
}

void WritebackHint::begin(std::int64_t offset, std::int64_t size) const {
#ifdef __linux__
  if (descriptor_ >= 0) ::sync_file_range(descriptor_, offset, size, SYNC_FILE_RANGE_WRITE);
#else
  (void)offset, (void)size;
#endif
}

void hardenProcess() {
  const rlimit none{0, 0};
  ::setrlimit(RLIMIT_CORE, &none);
  ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
}

std::filesystem::path userDataFolder() {
  if (const char* data = std::getenv("XDG_DATA_HOME"); data != nullptr && *data != '\0') {
    return std::filesystem::path(data) / "afternote";
  }
  const char* home = std::getenv("HOME");
  return std::filesystem::path(home != nullptr ? home : ".") / ".local" / "share" / "afternote";
}

}  // namespace journal
