#include "journal/vault/log_pages.h"

#include <algorithm>

#include "journal/crypto/secret.h"

namespace journal::vault {

void LogPages::keep(std::uint64_t frame, std::span<const std::uint8_t, kPageSize> page) {
  if (frame < first_) clear();  // the log began anew
  if (pages_.empty()) first_ = frame;
  const std::uint64_t place = frame - first_;
  if (place == pages_.size() && place < kMost) pages_.emplace_back();
  // A gap or a full house: not kept, and nothing older is there in its place.
  if (place < pages_.size()) std::copy(page.begin(), page.end(), pages_[place].begin());
}

void LogPages::forgetFrom(std::uint64_t frame) {
  while (!pages_.empty() && first_ + pages_.size() > frame) {
    crypto::wipe(pages_.back());
    pages_.pop_back();
  }
}

bool LogPages::read(std::uint64_t frame, std::span<std::uint8_t, kPageSize> page) const {
  if (frame < first_ || frame - first_ >= pages_.size()) return false;
  const Page& kept = pages_[frame - first_];
  std::copy(kept.begin(), kept.end(), page.begin());
  return true;
}

void LogPages::clear() {
  forgetFrom(0);
  pages_.shrink_to_fit();
}

}  // namespace journal::vault
