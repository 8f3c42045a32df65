#pragma once

#include "journal/base/result.h"
#include "journal/crypto/recovery_key.h"
#include "journal/crypto/vault_header.h"

namespace journal::crypto {

/// A header with no slots yet: generation 1 and a random id.
VaultHeader newHeader();

/// Puts the vault key behind a passphrase, replacing the passphrase slot if there is one. Takes as
/// long as `kdf` says. `sign` afterwards.
Result<void> wrapForPassphrase(VaultHeader& header, const Secret& vaultKey,
                               const SecretString& passphrase, KdfParams kdf);
/// The same for a recovery key.
void wrapForRecovery(VaultHeader& header, const Secret& vaultKey, const RecoveryBytes& recovery);

/// Authenticates the header as it now stands under the vault key.
void sign(VaultHeader& header, const Secret& vaultKey);

/// The vault key. WrongPassphrase when no passphrase slot opens; Corrupt when one does but the
/// header is not the one that was signed with that key.
Result<Secret> unwrapWithPassphrase(const VaultHeader& header, const SecretString& passphrase);
Result<Secret> unwrapWithRecovery(const VaultHeader& header, const RecoveryBytes& recovery);

}  // namespace journal::crypto
