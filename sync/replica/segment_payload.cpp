#include "sync/replica/segment_payload.h"

#include <algorithm>

#include "journal/base/bytes.h"
#include "journal/crypto/envelope.h"
#include "journal/crypto/hash.h"

namespace syncing {
namespace {

using journal::ByteReader;
using journal::ByteWriter;
using journal::Error;
using journal::ErrorCode;
using journal::Result;

constexpr std::uint8_t kPayloadFormat = 1;
constexpr std::size_t kPayloadHeader = 5;
constexpr std::size_t kPadStep = 64 * 1024;
constexpr std::uint8_t kErased = 1;
constexpr std::uint8_t kSigned = 2;
constexpr std::size_t kHeadBytes = 56;

std::size_t contentSize(std::span<const LogEnd> heads, std::span<const TravellingEntry> entries) {
  std::size_t size = 2 + heads.size() * kHeadBytes;
  for (const TravellingEntry& entry : entries) {
    size += 1 + (entry.bytes.empty() ? 32 : 4 + entry.bytes.size()) + (entry.signature ? 64 : 0);
  }
  return size;
}

TravellingEntry readEntry(ByteReader& in, bool& known) {
  TravellingEntry entry;
  const auto flags = in.integer<std::uint8_t>();
  known = known && (flags & ~(kErased | kSigned)) == 0;
  if ((flags & kErased) != 0) {
    entry.hash = in.array<32>();
  } else {
    entry.bytes = std::string(in.sized());
    known = known && !entry.bytes.empty();
    entry.hash = journal::crypto::hash(journal::crypto::bytesOf(entry.bytes));
  }
  if ((flags & kSigned) != 0) entry.signature = in.array<64>();
  return entry;
}

Result<SegmentPayload> decodeContent(std::string_view bytes, std::size_t entries) {
  const Error corrupt{ErrorCode::Corrupt, "segment payload"};
  ByteReader in(bytes);
  SegmentPayload payload;
  const auto heads = in.integer<std::uint16_t>();
  if (heads > kMostHeads) return corrupt;
  for (int i = 0; i < heads && !in.isShort(); ++i) {
    LogEnd head{in.id<journal::DeviceId>(), in.integer<std::uint64_t>(), in.array<32>()};
    if (!payload.heads.empty() && payload.heads.back().device >= head.device) return corrupt;
    payload.heads.push_back(head);
  }
  bool known = true;
  payload.entries.reserve(std::min(entries, in.left()));
  for (std::size_t i = 0; i < entries && known && !in.isShort(); ++i) {
    payload.entries.push_back(readEntry(in, known));
  }
  if (!known || !in.whole()) return corrupt;
  return payload;
}

}  // namespace

std::size_t sealedSizeFor(std::size_t content) {
  const std::size_t least = kPayloadHeader + content + journal::crypto::kEnvelopeOverhead;
  for (const std::size_t size : {256U, 1024U, 4U * 1024, 16U * 1024}) {
    if (least <= size) return size;
  }
  return (least + kPadStep - 1) / kPadStep * kPadStep;
}

std::string encodePayload(std::span<const LogEnd> heads, std::span<const TravellingEntry> entries) {
  const std::size_t content = contentSize(heads, entries);
  const std::size_t padded = sealedSizeFor(content) - journal::crypto::kEnvelopeOverhead;
  std::string out;
  out.reserve(padded);
  ByteWriter write(out);
  write.put(kPayloadFormat).put(static_cast<std::uint32_t>(content));
  write.put(static_cast<std::uint16_t>(heads.size()));
  for (const LogEnd& head : heads) write.put(head.device.bytes()).put(head.seq).put(head.hash);
  for (const TravellingEntry& entry : entries) {
    const bool erased = entry.bytes.empty();
    write.put(static_cast<std::uint8_t>((erased ? kErased : 0) | (entry.signature ? kSigned : 0)));
    if (erased) {
      write.put(entry.hash);
    } else {
      write.putSized(entry.bytes);
    }
    if (entry.signature) write.put(*entry.signature);
  }
  out.resize(padded);
  return out;
}

Result<SegmentPayload> decodePayload(std::string_view bytes, std::size_t entries) {
  const Error corrupt{ErrorCode::Corrupt, "segment payload"};
  ByteReader in(bytes);
  const auto format = in.integer<std::uint8_t>();
  if (!in.isShort() && format > kPayloadFormat) return Error{ErrorCode::TooNew, "segment payload"};
  const std::string_view content = in.sized();
  if (format != kPayloadFormat || in.isShort() ||
      bytes.size() + journal::crypto::kEnvelopeOverhead != sealedSizeFor(content.size()) ||
      in.raw(in.left()).find_first_not_of('\0') != std::string_view::npos) {
    return corrupt;
  }
  return decodeContent(content, entries);
}

}  // namespace syncing
