#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "journal/base/result.h"
#include "journal/service/sync_port.h"

namespace syncing {

using journal::service::LogEnd;
using journal::service::TravellingEntry;

/// What is inside a segment's seal.
struct SegmentPayload {
  /// How far the sealer had every other device's log: two devices that talk so notice a hub that
  /// leaves out, forks or rolls back. By device, each once.
  std::vector<LogEnd> heads;
  std::vector<TravellingEntry> entries;
  friend bool operator==(const SegmentPayload&, const SegmentPayload&) = default;
};

inline constexpr std::size_t kMostHeads = 1024;

/// What a seal over `content` bytes of payload measures in the end: 256 bytes, 1, 4, 16 or 64 KiB,
/// then steps of 64 KiB. So a size tells little of what was written.
std::size_t sealedSizeFor(std::size_t content);

/// Integers little-endian:
///   payload := u8 format (1), u32 size, content (size bytes), zeros up to the padded size
///   content := u16 n, head*n, entry*
///   head    := device 16, u64 seq, hash 32
///   entry   := u8 flags (1 erased, 2 signed), hash 32 when erased or u32 length and the bytes,
///              signature 64 when signed
std::string encodePayload(std::span<const LogEnd> heads, std::span<const TravellingEntry> entries);
/// Total: a payload of `entries` entries that encodes to these bytes again, or Corrupt; TooNew for
/// a later format. Hashes of entries that are here whole are computed, not read.
journal::Result<SegmentPayload> decodePayload(std::string_view bytes, std::size_t entries);

}  // namespace syncing
