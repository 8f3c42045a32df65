#pragma once

#include <array>
#include <cstdint>
#include <unordered_set>

namespace syncing::hub {

/// Which nonces were used lately, in bounded memory. One thread.
class NonceMemory {
 public:
  using Nonce = std::array<std::uint8_t, 16>;

  /// Remembers each for `keepMs` at least and twice that at most; `most` at a time.
  NonceMemory(std::int64_t keepMs, std::size_t most) : keepMs_(keepMs), most_(most) {}

  enum class Answer { Fresh, Used, Full };
  /// Full: nothing is remembered, so nothing may be done with it.
  Answer use(const Nonce& nonce, std::int64_t nowMs);
  std::size_t size() const { return recent_.size() + older_.size(); }

 private:
  struct Hash {
    std::size_t operator()(const Nonce& nonce) const;
  };
  using Set = std::unordered_set<Nonce, Hash>;

  std::int64_t keepMs_;
  std::size_t most_;
  Set recent_;
  Set older_;
  std::int64_t turnedMs_ = 0;
};

}  // namespace syncing::hub
