#include "journal/crypto/system_random.h"

#include <sodium.h>

#include "journal/crypto/secret.h"

namespace journal::crypto {

void SystemRandom::fill(std::span<std::uint8_t> out) {
  ready();
  randombytes_buf(out.data(), out.size());
}

}  // namespace journal::crypto
