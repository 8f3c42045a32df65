#pragma once

#include "sync/storage/backend.h"
#include "sync/storage/database.h"

// Private to this folder: SQLite in a vault's encrypted file, or in memory.

namespace syncing::storage {

struct NewSqlite {
  std::unique_ptr<DatabaseBackend> backend;
  Passphrase recoveryKey;
};

journal::Result<NewSqlite> createSqlite(const std::filesystem::path& folder,
                                        const Passphrase& passphrase, KdfPreset preset);
journal::Result<std::unique_ptr<DatabaseBackend>> openSqlite(const std::filesystem::path& folder,
                                                             const Passphrase& passphrase,
                                                             KdfPreset preset);
journal::Result<std::unique_ptr<DatabaseBackend>> sqliteInMemory();

}  // namespace syncing::storage
