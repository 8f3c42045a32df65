#include "journal/vault/early_flush.h"

#include <algorithm>

namespace journal::vault {

void EarlyFlush::wrote(std::int64_t offset, std::int64_t size) {
  constexpr std::int64_t kEnough = 512 << 10;  // for the disk to be worth starting
  begin_ = written_ == 0 ? offset : std::min(begin_, offset);
  end_ = written_ == 0 ? offset + size : std::max(end_, offset + size);
  written_ += size;
  if (written_ < kEnough) return;
  hint_.begin(begin_, end_ - begin_);
  written_ = 0;
}

}  // namespace journal::vault
