#include "journal/vault/early_flush.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>

namespace journal::vault {
namespace {

/// Enough for the disk to be worth starting.
constexpr std::int64_t kEnough = 1 << 19;

}  // namespace

EarlyFlush::~EarlyFlush() {
  if (handle_ >= 0) ::close(handle_);
}

void EarlyFlush::open(const char* path) {
  handle_ = ::open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
}

void EarlyFlush::wrote(std::int64_t offset, std::int64_t size) {
  begin_ = written_ == 0 ? offset : std::min(begin_, offset);
  end_ = written_ == 0 ? offset + size : std::max(end_, offset + size);
  written_ += size;
  if (handle_ < 0 || written_ < kEnough) return;
#ifdef __linux__
  ::sync_file_range(handle_, begin_, end_ - begin_, SYNC_FILE_RANGE_WRITE);
#endif
  written_ = 0;
}

}  // namespace journal::vault
