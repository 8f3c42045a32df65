#pragma once

#include "journal/base/random.h"

namespace journal::crypto {

/// The operating system's generator. Safe from any thread. Never fails (ends the program if the
/// system has none).
class SystemRandom final : public Random {
 public:
  void fill(std::span<std::uint8_t> out) override;
};

}  // namespace journal::crypto
