#include "sync/wire/digest.h"

#include <array>
#include <cstdint>

#include "journal/base/id.h"
#include "journal/crypto/hash.h"

namespace syncing::wire {

std::string digest(std::initializer_list<std::string_view> parts) {
  journal::crypto::Hasher hasher;
  for (const std::string_view part : parts) {
    std::array<std::uint8_t, 8> length{};
    std::uint64_t left = part.size();
    for (auto& byte : length) {
      byte = static_cast<std::uint8_t>(left & 0xff);
      left >>= 8;
    }
    hasher.update(length);
    hasher.update(journal::crypto::bytesOf(part));
  }
  const journal::crypto::Digest result = hasher.finish();
  return journal::toHex(result);
}

}  // namespace syncing::wire
