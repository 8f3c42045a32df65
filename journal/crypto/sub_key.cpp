#include "journal/crypto/sub_key.h"

#include <sodium.h>

namespace journal::crypto {

Secret deriveSubKey(const Secret& master, SubKey purpose) {
  static_assert(crypto_kdf_KEYBYTES == Secret::kSize && crypto_kdf_CONTEXTBYTES == 8);
  Secret key;
  crypto_kdf_derive_from_key(key.writable().data(), Secret::kSize,
                             static_cast<std::uint64_t>(purpose), "aftrnote",
                             master.bytes().data());
  return key;
}

}  // namespace journal::crypto
