#include "sync/wire/segment.h"

#include "journal/base/bytes.h"
#include "journal/crypto/hash.h"

namespace syncing::wire {
namespace {

using journal::ByteReader;
using journal::ByteWriter;
using journal::Error;
using journal::ErrorCode;

constexpr std::uint8_t kSegmentFormat = 1;

bool possible(const Segment& segment) {
  if (segment.first == 0 || segment.last < segment.first) return false;
  const std::uint64_t entries = segment.last - segment.first + 1;
  return entries <= kMostEntriesASegment && segment.erased <= entries &&
         segment.sealed.size() <= kMostSealedBytes;
}

std::string unsignedBytes(const Segment& segment) {
  std::string out = sealContext(segment);
  ByteWriter(out).putSized(segment.sealed);
  return out;
}

}  // namespace

std::string sealContext(const Segment& segment) {
  std::string out;
  ByteWriter(out)
      .put(kSegmentFormat)
      .put(segment.vault.bytes())
      .put(segment.author.bytes())
      .put(segment.first)
      .put(segment.last)
      .put(segment.before)
      .put(segment.after)
      .put(segment.sealedBy.bytes())
      .put(segment.erased)
      .put(segment.epoch.bytes());
  return out;
}

std::string signedPart(const Segment& segment) {
  std::string out = "afternote segment 1";
  ByteWriter(out).put(journal::crypto::hash(journal::crypto::bytesOf(unsignedBytes(segment))));
  return out;
}

std::string encodeSegment(const Segment& segment) {
  std::string out = unsignedBytes(segment);
  ByteWriter(out).put(segment.signature);
  return out;
}

journal::Result<Segment> decodeSegment(std::string_view bytes) {
  ByteReader in(bytes);
  const auto format = in.integer<std::uint8_t>();
  if (!in.isShort() && format > kSegmentFormat) return Error{ErrorCode::TooNew, "segment format"};
  Segment segment;
  segment.vault = in.id<VaultId>();
  segment.author = in.id<DeviceId>();
  segment.first = in.integer<std::uint64_t>();
  segment.last = in.integer<std::uint64_t>();
  segment.before = in.array<32>();
  segment.after = in.array<32>();
  segment.sealedBy = in.id<DeviceId>();
  segment.erased = in.integer<std::uint32_t>();
  segment.epoch = in.id<EpochId>();
  segment.sealed = std::string(in.sized());
  segment.signature = in.array<64>();
  if (format != kSegmentFormat || !in.whole() || !possible(segment)) {
    return Error{ErrorCode::Corrupt, "segment"};
  }
  return segment;
}

}  // namespace syncing::wire
