#include "journal/crypto/kdf.h"

#include <algorithm>
#include <chrono>
#include <cmath>

#include <sodium.h>

namespace journal::crypto {
namespace {

constexpr double kTargetSeconds = 0.7;
constexpr std::uint32_t kMaxPasses = 64;
constexpr std::uint32_t kMinMemoryKib = 8;
constexpr std::uint32_t kMaxMemoryKib = 1024 * 1024;

/// Seconds one derivation takes here; negative when the memory is not to be had.
double secondsFor(KdfParams params) {
  const SecretString probe("a passphrase of ordinary length");
  const auto start = std::chrono::steady_clock::now();
  const auto key = deriveFromPassphrase(probe, KdfSalt{}, params);
  if (!key.ok()) return -1;
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

}  // namespace

bool acceptable(KdfParams params) {
  return params.passes >= 1 && params.passes <= kMaxPasses && params.memoryKib >= kMinMemoryKib &&
         params.memoryKib <= kMaxMemoryKib;
}

bool weaker(KdfParams params, KdfParams today) {
  return std::uint64_t{params.passes} * params.memoryKib <
             std::uint64_t{today.passes} * today.memoryKib ||
         params.memoryKib < today.memoryKib;
}

KdfParams floorOf(KdfPreset preset) {
#ifdef AFTERNOTE_TESTING
  if (preset == KdfPreset::Fast) return {1, kMinMemoryKib};
#endif
  (void)preset;
  return kStandardKdf;
}

KdfParams calibrate(KdfPreset preset) {
  KdfParams params = floorOf(preset);
  if (params != kStandardKdf) return params;
  const double seconds = secondsFor(params);
  if (seconds < 0) return kSmallMachineKdf;
  if (seconds < kTargetSeconds) {
    const double passes = std::ceil(params.passes * kTargetSeconds / std::max(seconds, 0.01));
    params.passes = std::min(kMaxPasses, static_cast<std::uint32_t>(passes));
  }
  return params;
}

Result<Secret> deriveFromPassphrase(const SecretString& passphrase, const KdfSalt& salt,
                                    KdfParams params) {
  static_assert(crypto_pwhash_SALTBYTES == sizeof(KdfSalt));
  ready();
  if (!acceptable(params)) return Error{ErrorCode::InvalidInput, "key derivation settings"};
  Secret key;
  const int rc = crypto_pwhash(key.writable().data(), Secret::kSize, passphrase.view().data(),
                               passphrase.view().size(), salt.data(), params.passes,
                               std::size_t{params.memoryKib} * 1024, crypto_pwhash_ALG_ARGON2ID13);
  if (rc != 0) {
    return Error{ErrorCode::Io, "not enough memory to derive a key",
                 "There is not enough free memory to check the passphrase. Close some programs, "
                 "then try again."};
  }
  return key;
}

}  // namespace journal::crypto
