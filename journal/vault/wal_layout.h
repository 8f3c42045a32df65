#pragma once

#include <cstddef>
#include <cstdint>

#include "journal/vault/page_cipher.h"

namespace journal::vault {

// SQLite's log is a 32-byte header and frames of a 24-byte header and a page. Ours gives each
// header a slot of its own, larger by nonce and tag, so that every write of SQLite's is one write
// below, and never has to read and rewrite a committed neighbour (security.md 1.4, rule 4):
//
//   wal   = slot(32) *frame
//   frame = slot(24) page
//   slot(n) = nonce(24) tag(16) ciphertext(n)
//   page  = ciphertext(4056) nonce(24) tag(16)

inline constexpr std::int64_t kWalHeader = 32;
inline constexpr std::int64_t kFrameHeader = 24;
inline constexpr std::int64_t kPage = std::int64_t{kPageSize};
inline constexpr std::int64_t kFrame = kFrameHeader + kPage;
inline constexpr std::int64_t kWalHeaderSlot = kWalHeader + std::int64_t{kReserve};
inline constexpr std::int64_t kFrameHeaderSlot = kFrameHeader + std::int64_t{kReserve};
inline constexpr std::int64_t kFrameSlot = kFrameHeaderSlot + kPage;

/// Every shape of access to the log that SQLite 3.40 makes, and none besides.
enum class WalShape : std::uint8_t {
  Header,          ///< 32 bytes at 0
  HeaderChecksum,  ///< 8 bytes at 24
  WholeFrame,      ///< recovery, and rewriting checksums
  FrameHeader,
  FramePage,
  FrameChecksum,  ///< 8 bytes at +16 in a frame header
  Unknown,
};

struct WalAccess {
  WalShape shape = WalShape::Unknown;
  std::uint64_t frame = 0;    ///< from 1; 0 for the header of the log
  std::int64_t physical = 0;  ///< where its slot or page begins below
};

constexpr std::int64_t framePosition(std::uint64_t frame) {
  return kWalHeaderSlot + static_cast<std::int64_t>(frame - 1) * kFrameSlot;
}

constexpr WalAccess classifyWal(std::int64_t offset, std::int64_t amount) {
  if (offset == 0 && amount == kWalHeader) return {WalShape::Header, 0, 0};
  if (offset == 24 && amount == 8) return {WalShape::HeaderChecksum, 0, 0};
  if (offset < kWalHeader) return {};
  const std::int64_t within = (offset - kWalHeader) % kFrame;
  const auto frame = static_cast<std::uint64_t>((offset - kWalHeader) / kFrame + 1);
  const std::int64_t slot = framePosition(frame);
  if (within == 0 && amount == kFrame) return {WalShape::WholeFrame, frame, slot};
  if (within == 0 && amount == kFrameHeader) return {WalShape::FrameHeader, frame, slot};
  if (within == 16 && amount == 8) return {WalShape::FrameChecksum, frame, slot};
  if (within == kFrameHeader && amount == kPage) {
    return {WalShape::FramePage, frame, slot + kFrameHeaderSlot};
  }
  return {};
}

/// The size SQLite is told: whole frames only.
constexpr std::int64_t logicalWalSize(std::int64_t physical) {
  if (physical < kWalHeaderSlot) return 0;
  return kWalHeader + (physical - kWalHeaderSlot) / kFrameSlot * kFrame;
}

/// Where to cut for a size SQLite asks for: never inside a frame.
constexpr std::int64_t physicalWalSize(std::int64_t logical) {
  if (logical <= 0) return 0;
  const std::int64_t frames =
      logical <= kWalHeader ? 0 : (logical - kWalHeader + kFrame - 1) / kFrame;
  return kWalHeaderSlot + frames * kFrameSlot;
}

}  // namespace journal::vault
