#pragma once

#include <cstdint>

#include "journal/crypto/secret.h"

namespace journal::crypto {

/// What a key made from the vault key is for. The numbers are part of the file format: never reuse
/// or change one.
enum class SubKey : std::uint64_t {
  PageDb = 1,         ///< pages of the database file
  PageWal = 2,        ///< frames of the write-ahead log
  Names = 3,          ///< real names of people, inside the database
  DeviceSecrets = 4,  ///< this device's signing seed and the like
  Backup = 5,
  HeaderMac = 6,  ///< authenticates the whole vault header
};

/// crypto_kdf (BLAKE2b) with the context "aftrnote". Knowing one sub-key tells nothing of another
/// or of `master`.
Secret deriveSubKey(const Secret& master, SubKey purpose);

}  // namespace journal::crypto
