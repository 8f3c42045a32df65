#pragma once

#include <array>
#include <cstdint>

#include "journal/base/result.h"
#include "journal/crypto/secret.h"

namespace journal::crypto {

/// How costly guessing a passphrase is made (security.md 2.3).
enum class KdfPreset : std::uint8_t {
  Standard,  ///< 256 MiB, four passes or as many more as take 0.7 s here; 64 MiB and three where
             ///< memory is short
#ifdef AFTERNOTE_TESTING
  Fast,  ///< 8 KiB and one pass: worthless, for tests only
#endif
};

/// Argon2id (RFC 9106) settings as they stand in a header.
struct KdfParams {
  std::uint32_t passes = 0;
  std::uint32_t memoryKib = 0;
  friend bool operator==(const KdfParams&, const KdfParams&) = default;
};

using KdfSalt = std::array<std::uint8_t, 16>;

inline constexpr KdfParams kStandardKdf{4, 256 * 1024};
inline constexpr KdfParams kSmallMachineKdf{3, 64 * 1024};

/// What this machine can be asked for, so that a hostile header cannot exhaust it: 8 KiB to 1 GiB,
/// 1 to 64 passes.
bool acceptable(KdfParams params);
/// Less work for somebody guessing than `today`.
bool weaker(KdfParams params, KdfParams today);

/// The settings a new passphrase slot gets. Standard measures this machine: about a second, once
/// per vault.
KdfParams calibrate(KdfPreset preset);
/// The least that `preset` stands for today; a slot weaker than this is wrapped anew when it next
/// opens.
KdfParams floorOf(KdfPreset preset);

/// The key for a passphrase slot. Takes as long and as much memory as `params` say. Io when memory
/// is short, InvalidInput when `params` are not acceptable.
Result<Secret> deriveFromPassphrase(const SecretString& passphrase, const KdfSalt& salt,
                                    KdfParams params);

}  // namespace journal::crypto
