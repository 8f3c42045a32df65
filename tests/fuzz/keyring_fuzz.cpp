// Any bytes are a keyring, a share of keys, or an error; what decodes is exactly what would be
// written for it. The same bytes are tried as what a device remembers of new devices. Links:
// sync_replica.

#include <cstdint>
#include <string_view>

#include "sync/replica/keyring.h"
#include "sync/replica/new_devices.h"
#include "tests/fuzz/fuzz_input.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (const auto keyring = syncing::Keyring::decode(bytes); keyring.ok()) {
    fuzz::require(keyring->encode() == bytes);
  }
  const auto joined = syncing::Keyring::join({}, syncing::Secret(), {}, bytes);
  if (joined.ok()) {
    const syncing::SecretMemory share = joined->share();
    fuzz::require(std::string_view(reinterpret_cast<const char*>(share.bytes().data()),
                                   share.size()) == bytes);
  }
  if (const auto news = syncing::NewDevices::decode(bytes); news.ok()) {
    fuzz::require(news->encode() == bytes);
  }
  return 0;
}
