#pragma once

#include <array>

namespace journal::vault {

// What stands in a vault's folder. SQLite adds "-wal" to the database's name.
inline constexpr const char* kDatabaseFile = "vault.db";
inline constexpr std::array<const char*, 2> kHeaderFiles = {"vault.hdr.a", "vault.hdr.b"};
inline constexpr const char* kLockFile = "vault.lock";

}  // namespace journal::vault
