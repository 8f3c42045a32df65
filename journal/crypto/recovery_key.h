#pragma once

#include <array>
#include <cstdint>

#include "journal/base/result.h"
#include "journal/crypto/secret.h"

namespace journal::crypto {

/// The printed way back in when a passphrase is forgotten: 160 random bits (security.md 2.3).
/// Written as eight groups of four Crockford base32 characters and a ninth that checks the others:
///
///   recovery-key = group 8( "-" group )        ; the ninth is the first 20 bits of BLAKE2b-256 of
///   the 20 bytes group        = 4( "0".."9" / "A".."Z" without I L O U )
using RecoveryBytes = SecretBytes<20>;

RecoveryBytes randomRecoveryBytes();
SecretString formatRecoveryKey(const RecoveryBytes& bytes);

/// Reads what a person typed: any case, spaces and dashes anywhere, O as 0, I and L as 1.
/// InvalidInput with advice when the length, a character or the check group is wrong; it does not
/// say which character.
Result<RecoveryBytes> parseRecoveryKey(const SecretString& typed);

/// The key for a recovery slot. No slow derivation is needed over 160 random bits.
Secret deriveFromRecovery(const RecoveryBytes& bytes, const std::array<std::uint8_t, 16>& salt);

}  // namespace journal::crypto
