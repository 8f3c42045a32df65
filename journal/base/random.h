#pragma once

#include <cstdint>
#include <span>

namespace journal {

/// A source of random bytes. `journal/crypto/system_random.h` is the real one; tests and the corpus
/// generator use SeededRandom. Not thread-safe.
class Random {
 public:
  virtual ~Random() = default;
  virtual void fill(std::span<std::uint8_t> out) = 0;
};

/// Deterministic: the same seed gives the same bytes on every machine (SplitMix64, Steele et al.
/// 2014). Never for keys or nonces.
class SeededRandom final : public Random {
 public:
  explicit SeededRandom(std::uint64_t seed) : state_(seed) {}
  void fill(std::span<std::uint8_t> out) override;
  std::uint64_t next();
  /// Uniform enough in [0, bound); 0 when bound is 0.
  std::uint64_t below(std::uint64_t bound) { return bound == 0 ? 0 : next() % bound; }

 private:
  std::uint64_t state_;
};

}  // namespace journal
