#include "sync/hub/nonce_memory.h"

#include <cstring>
#include <utility>

namespace syncing::hub {

std::size_t NonceMemory::Hash::operator()(const Nonce& nonce) const {
  // Signed for by a known device, which gains nothing by choosing them alike but slowness; folded,
  // so that one half alone does not decide.
  std::uint64_t halves[2];
  std::memcpy(halves, nonce.data(), sizeof halves);
  return halves[0] ^ (halves[1] * 0x9E3779B97F4A7C15U);
}

NonceMemory::Answer NonceMemory::use(const Nonce& nonce, std::int64_t nowMs) {
  if (nowMs - turnedMs_ >= keepMs_ || nowMs < turnedMs_) {
    // After twice the time, or a clock set back, the older ones say nothing either.
    older_ = nowMs - turnedMs_ >= 2 * keepMs_ ? Set{} : std::exchange(recent_, {});
    recent_.clear();
    turnedMs_ = nowMs;
  }
  if (recent_.count(nonce) != 0 || older_.count(nonce) != 0) return Answer::Used;
  if (size() >= most_) return Answer::Full;
  recent_.insert(nonce);
  return Answer::Fresh;
}

}  // namespace syncing::hub
