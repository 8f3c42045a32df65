#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "journal/base/platform.h"
#include "journal/base/result.h"
#include "journal/crypto/kdf.h"
#include "journal/crypto/recovery_key.h"
#include "journal/crypto/secret.h"
#include "journal/crypto/sub_key.h"
#include "journal/vault/connection.h"

struct sqlite3;

namespace journal::vault {

class OpenHeader;
class Vfs;
struct NewVault;

/// An unlocked vault: a folder holding an encrypted SQLite database, its write-ahead log, two
/// copies of the header that wraps its key, and a lock. Owns the lock, the keys and the VFS that
/// encrypts; open the database with
///
///   SQLite::Database db(vault->databasePath().string(), SQLite::OPEN_READWRITE, 0,
///   vault->vfsName()); J_CHECK(vault::prepareConnection(db.getHandle(), {}));
///
/// and close every connection before destroying the Vault (checked: the program ends otherwise).
/// Any thread, one at a time. Nothing here ever recreates, truncates or replaces a database that
/// does not open (security.md 0.5).
///
/// Errors of unlocking, each with `advice` for the person and nothing on disk changed:
///   WrongPassphrase  no slot opens with what was typed
///   Corrupt          neither header copy is whole, or the database is empty
///   TooNew           written by a newer Afternote
///   NotFound         there is no vault here, or its database or header is missing
///   Locked           open in another program (or elsewhere in this one)
///   Io               the folder cannot be read or written
class Vault {
 public:
  /// Makes a vault at `folder`, which must not exist or be an empty folder (else Conflict). Made
  /// complete under a temporary name beside it, then renamed, so a crash leaves either nothing or a
  /// whole vault. InvalidInput for an empty passphrase; rules for good ones belong to the program.
  /// About 1.5 s with Standard.
  static Result<NewVault> create(const std::filesystem::path& folder,
                                 const crypto::SecretString& passphrase,
                                 crypto::KdfPreset preset = crypto::KdfPreset::Standard);

  /// About 0.7 s with Standard. A header copy that was damaged or left behind is repaired from the
  /// good one, and a passphrase slot weaker than `preset` is wrapped anew (quietly left alone when
  /// that cannot be done).
  static Result<std::unique_ptr<Vault>> unlock(
      const std::filesystem::path& folder, const crypto::SecretString& passphrase,
      crypto::KdfPreset preset = crypto::KdfPreset::Standard);

  /// Case, spaces and dashes do not matter, and O, I and L are read as 0, 1 and 1. InvalidInput
  /// when the check group shows a typing slip; WrongPassphrase when it is a recovery key, but not
  /// of this vault.
  static Result<std::unique_ptr<Vault>> unlockWithRecoveryKey(
      const std::filesystem::path& folder, const crypto::SecretString& recoveryKey);

  ~Vault();
  Vault(const Vault&) = delete;
  Vault& operator=(const Vault&) = delete;

  /// WrongPassphrase when this is not the passphrase. Nothing is written. About 0.7 s.
  Result<void> checkPassphrase(const crypto::SecretString& passphrase) const;
  /// Wraps the vault key anew; no page is touched. WrongPassphrase when `current` is not the
  /// passphrase.
  Result<void> changePassphrase(const crypto::SecretString& current,
                                const crypto::SecretString& next,
                                crypto::KdfPreset preset = crypto::KdfPreset::Standard);
  /// The same without the current one, for somebody who came in by recovery key.
  Result<void> setPassphrase(const crypto::SecretString& next,
                             crypto::KdfPreset preset = crypto::KdfPreset::Standard);
  /// Makes a new recovery key; the old one stops working.
  Result<crypto::SecretString> replaceRecoveryKey();
  /// What is on the paper, if it is this vault's. InvalidInput and WrongPassphrase as
  /// unlockWithRecoveryKey.
  Result<crypto::RecoveryBytes> recognise(const crypto::SecretString& recoveryKey) const;

  const std::filesystem::path& folder() const { return folder_; }
  std::filesystem::path databasePath() const;
  const std::string& vfsName() const;
  /// A key derived from the vault key; the same at every unlock and in every backup.
  crypto::Secret subKey(crypto::SubKey purpose) const;

  /// Copies the open database `source` (a connection of this vault, prepared) page by page into a
  /// new vault folder with the same keys, passphrase and recovery key, then opens the copy and
  /// checks it. `folder` as for `create`. Blocks writers meanwhile; about 1 s per 100 MB.
  Result<void> copyTo(sqlite3* source, const std::filesystem::path& folder) const;

 private:
  Vault(std::filesystem::path folder, std::unique_ptr<FileLock> lock,
        std::unique_ptr<OpenHeader> header);
  static Result<std::unique_ptr<Vault>> assemble(const std::filesystem::path& folder,
                                                 std::unique_ptr<FileLock> lock,
                                                 std::unique_ptr<OpenHeader> header);

  std::filesystem::path folder_;
  std::unique_ptr<FileLock> lock_;
  std::unique_ptr<OpenHeader> header_;
  std::unique_ptr<Vfs> vfs_;
};

struct NewVault {
  std::unique_ptr<Vault> vault;
  crypto::SecretString recoveryKey;  ///< as printed: nine groups of four, the last a check group
};

/// True when `folder` holds any file of a vault, whole or not: a reason not to offer to make one
/// there.
bool looksLikeVault(const std::filesystem::path& folder);

}  // namespace journal::vault
