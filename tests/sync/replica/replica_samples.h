#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "journal/base/random.h"
#include "journal/crypto/hash.h"
#include "sync/replica/keyring.h"
#include "sync/replica/segment_payload.h"

namespace syncing::tests {

inline Secret someSecret(journal::Random& random) {
  Secret secret;
  random.fill(secret.writable());
  return secret;
}

inline std::string someBytes(journal::SeededRandom& random, std::size_t size) {
  std::string bytes(size, '\0');
  for (char& c : bytes) c = static_cast<char>(random.next());
  return bytes;
}

inline Keyring someKeyring(journal::Random& random) {
  const auto device = wire::DeviceId::random(random);
  const auto vault = wire::VaultId::random(random);
  return {device, someSecret(random), vault, someSecret(random), someSecret(random)};
}

/// A run of entries; one in four is erased, one in three and the last are signed.
inline std::vector<TravellingEntry> someEntries(journal::SeededRandom& random, std::size_t count,
                                                std::size_t most = 2000) {
  std::vector<TravellingEntry> entries(count);
  for (TravellingEntry& entry : entries) {
    const std::string bytes = someBytes(random, 1 + random.below(most));
    entry.hash = journal::crypto::hash(journal::crypto::bytesOf(bytes));
    if (random.below(4) != 0) entry.bytes = bytes;
    if (random.below(3) == 0 || &entry == &entries.back()) random.fill(entry.signature.emplace());
  }
  return entries;
}

inline std::vector<LogEnd> someHeads(journal::SeededRandom& random, std::size_t count) {
  std::vector<LogEnd> heads(count);
  for (LogEnd& head : heads) {
    head.device = wire::DeviceId::random(random);
    head.seq = random.next();
    random.fill(head.hash);
  }
  std::sort(heads.begin(), heads.end(),
            [](const LogEnd& a, const LogEnd& b) { return a.device < b.device; });
  return heads;
}

inline std::string_view viewOf(const SecretMemory& memory) {
  return {reinterpret_cast<const char*>(memory.bytes().data()), memory.size()};
}

}  // namespace syncing::tests
