#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <span>

#include "journal/vault/page_cipher.h"

namespace journal::vault {

/// Pages of the log as SQLite wrote them, kept while much is written: the checkpoint that follows
/// reads each of them once, and need not fetch and open what was sealed a moment ago. Measured:
/// half of a checkpoint. At most 8 MB, and nothing between a checkpoint and the next long piece of
/// work.
///
/// A page that is here is the one that was written last at its frame: whoever writes a frame either
/// keeps it or forgets it.
class LogPages {
 public:
  ~LogPages() { clear(); }
  void keep(std::uint64_t frame, std::span<const std::uint8_t, kPageSize> page);
  /// That frame and all after it are no longer known.
  void forgetFrom(std::uint64_t frame);
  /// False when it has to be read.
  bool read(std::uint64_t frame, std::span<std::uint8_t, kPageSize> page) const;
  void clear();

 private:
  static constexpr std::size_t kMost = 2048;
  using Page = std::array<std::uint8_t, kPageSize>;
  std::uint64_t first_ = 0;
  std::deque<Page> pages_;  ///< of the frames from first_ on, without a gap
};

}  // namespace journal::vault
