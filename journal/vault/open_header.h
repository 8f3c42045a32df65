#pragma once

#include <filesystem>
#include <functional>
#include <memory>

#include "journal/base/result.h"
#include "journal/crypto/key_slots.h"

namespace journal::vault {

/// The header of an unlocked vault: its two files, and the vault key they wrap.
class OpenHeader {
 public:
  /// Finds the vault key in a header, or says why not.
  using KeyFinder = std::function<Result<crypto::Secret>(const crypto::VaultHeader&)>;

  /// A new key behind `passphrase` and `recovery`, not yet written.
  static Result<std::unique_ptr<OpenHeader>> create(const crypto::SecretString& passphrase,
                                                    const crypto::RecoveryBytes& recovery,
                                                    crypto::KdfPreset preset);

  /// Reads both copies in `folder`, unlocks the newer whole one, and writes it over a copy that is
  /// missing, damaged or older. NotFound when there is neither copy; Corrupt, TooNew, or what
  /// `find` says.
  static Result<std::unique_ptr<OpenHeader>> open(const std::filesystem::path& folder,
                                                  const KeyFinder& find);

  /// Changes slots through `change`, then writes both copies under the next generation. When
  /// anything goes wrong the header stays as it was, here and, but for a copy that may be one
  /// generation ahead, on disk.
  Result<void> rewrite(const std::filesystem::path& folder,
                       const std::function<Result<void>(crypto::VaultHeader&)>& change);
  /// Writes both copies as they are.
  Result<void> write(const std::filesystem::path& folder) const;

  const crypto::VaultHeader& header() const { return header_; }
  const crypto::Secret& vaultKey() const { return vaultKey_; }

 private:
  OpenHeader(crypto::VaultHeader header, crypto::Secret vaultKey)
      : header_(std::move(header)), vaultKey_(std::move(vaultKey)) {}

  crypto::VaultHeader header_;
  crypto::Secret vaultKey_;
};

}  // namespace journal::vault
