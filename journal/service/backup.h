#pragma once

#include <filesystem>

#include "journal/service/local_journal.h"

namespace journal::service {

/// What a backup was found to hold when it was opened again.
struct BackupReport {
  Counts counts;
  std::vector<std::string> problems;  ///< empty when the backup is proven to open and is whole
};

/// Copies the whole journal into a new vault folder (same passphrase, same recovery key). `folder`
/// must not exist or be empty (else Conflict). Blocks meanwhile; about 1 s per 100 MB.
Result<void> backUp(LocalJournal& journal, const std::filesystem::path& folder);

/// The restore drill: opens the backup with its passphrase, checks pages, chain and projections.
/// Errors: those of LocalJournal::unlock. Changes nothing a person wrote.
Result<BackupReport> restoreDrill(const std::filesystem::path& backup,
                                  const crypto::SecretString& passphrase,
                                  const Surroundings& surroundings);

/// Puts a backup back as the journal at `folder`, which must not exist or be empty: a journal is
/// never overwritten. The drill runs first; Corrupt when it finds anything.
Result<BackupReport> restore(const std::filesystem::path& backup,
                             const std::filesystem::path& folder,
                             const crypto::SecretString& passphrase,
                             const Surroundings& surroundings);

}  // namespace journal::service
