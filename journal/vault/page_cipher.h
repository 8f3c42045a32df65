#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "journal/crypto/secret.h"
#include "journal/vault/vfs_rules.h"

namespace journal::vault {

/// One page size and one reserve for every vault (security.md 1.4, rule 1): the last 40 bytes of a
/// page are SQLite's reserved bytes, always zero above the VFS, and hold nonce and tag below it.
inline constexpr std::size_t kPageSize = 4096;
inline constexpr std::size_t kNonceSize = 24;
inline constexpr std::size_t kTagSize = 16;
inline constexpr std::size_t kReserve = kNonceSize + kTagSize;
inline constexpr std::size_t kPageBody = kPageSize - kReserve;

/// Where a sealed piece belongs. With its index it is the additional data, so a piece opens in its
/// own place only.
enum class Place : std::uint8_t {
  DatabasePage = 'D',  ///< index: page number, from 1
  WalHeader = 'H',     ///< index: frame number, from 1; 0 is the header of the log itself
  WalPage = 'W',       ///< index: frame number
};

/// A page's place: its kind, and its page or frame number.
struct Spot {
  Place place;
  std::uint64_t index;
};

/// Random nonces, fetched from the operating system some at a time because asking costs a quarter
/// of sealing a page. One to each open file: SQLite's rule that a connection is not carried into a
/// forked process keeps them single.
class Nonces {
 public:
  explicit Nonces(VfsRules rules = {}) : rules_(rules) {}
  void next(std::span<std::uint8_t> out);

 private:
  std::array<std::uint8_t, 32 * kNonceSize> bytes_{};
  std::size_t used_ = bytes_.size();
  [[no_unique_address]] ActiveRules rules_;
};

/// XChaCha20-Poly1305 over pages and log headers, with a fresh random nonce each time (rules 2 and
/// 3). Allocates nothing. Safe from several threads.
class PageCipher {
 public:
  PageCipher(crypto::Secret databaseKey, crypto::Secret walKey, VfsRules rules);

  /// `plain` (whose reserved bytes are zero) to `sealed`, which may not overlap.
  void sealPage(Nonces& nonces, Spot spot, std::span<const std::uint8_t, kPageSize> plain,
                std::span<std::uint8_t, kPageSize> sealed) const;
  /// In place; reserved bytes become zero. False, and zeros, when it is not what was sealed there.
  bool openPage(Spot spot, std::span<std::uint8_t, kPageSize> page) const;

  /// `sealed` is nonce, tag and as many bytes as `plain`.
  void sealHeader(Nonces& nonces, std::uint64_t index, std::span<const std::uint8_t> plain,
                  std::span<std::uint8_t> sealed) const;
  bool openHeader(std::uint64_t index, std::span<const std::uint8_t> sealed,
                  std::span<std::uint8_t> plain) const;

 private:
  const crypto::Secret& keyFor(Place place) const {
    return place == Place::DatabasePage ? databaseKey_ : walKey_;
  }

  crypto::Secret databaseKey_;
  crypto::Secret walKey_;
  [[no_unique_address]] ActiveRules rules_;
};

}  // namespace journal::vault
