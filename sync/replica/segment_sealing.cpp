#include "sync/replica/segment_sealing.h"

#include <algorithm>
#include <string>

#include "journal/crypto/envelope.h"

namespace syncing {
namespace {

using journal::Error;
using journal::ErrorCode;
using journal::Result;
using journal::crypto::bytesOf;

std::string_view textOfSealed(const std::vector<std::uint8_t>& bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

std::uint32_t erasedOf(std::span<const TravellingEntry> entries) {
  return static_cast<std::uint32_t>(
      std::count_if(entries.begin(), entries.end(),
                    [](const TravellingEntry& entry) { return entry.bytes.empty(); }));
}

bool marksHold(const Keyring& keyring, const wire::Segment& segment,
               const std::vector<TravellingEntry>& entries) {
  if (entries.empty()) return false;
  const bool beginsRight = segment.first != 1 || segment.before == wire::Mark{};
  return beginsRight && segment.after == keyring.mark(entries.back().hash);
}

}  // namespace

Result<wire::Segment> seal(const Keyring& keyring, Signer& signer, const EntryRun& run,
                           journal::Random& random) {
  if (run.entries.empty() || run.entries.size() > wire::kMostEntriesASegment || run.first == 0) {
    return Error{ErrorCode::InvalidInput, "not a run of entries"};
  }
  wire::Segment segment;
  segment.vault = keyring.vault();
  segment.author = run.author;
  segment.first = run.first;
  segment.last = run.first + run.entries.size() - 1;
  if (run.first > 1) segment.before = keyring.mark(run.before);
  segment.after = keyring.mark(run.entries.back().hash);
  segment.sealedBy = signer.device();
  segment.erased = erasedOf(run.entries);
  segment.epoch = keyring.sealing();
  const std::string payload = encodePayload(run.heads, run.entries);
  if (payload.size() + journal::crypto::kEnvelopeOverhead > wire::kMostSealedBytes) {
    return Error{ErrorCode::InvalidInput, "a run too large for a segment"};
  }
  const std::string context = sealContext(segment);
  segment.sealed = std::string(textOfSealed(journal::crypto::seal(
      *keyring.epochKey(segment.epoch), bytesOf(payload), bytesOf(context), random)));
  segment.signature = signer.sign(signedPart(segment));
  return segment;
}

Result<SegmentPayload> open(const Keyring& keyring, const wire::PublicKey& sealer,
                            const wire::Segment& segment) {
  if (segment.vault != keyring.vault()) {
    return Error{ErrorCode::Locked, "segment of another journal"};
  }
  const std::uint64_t more = segment.last - segment.first;
  if (segment.first == 0 || more >= wire::kMostEntriesASegment) {
    return Error{ErrorCode::Corrupt, "segment numbers"};
  }
  const std::string covered = signedPart(segment);
  if (!journal::crypto::verify(sealer, bytesOf(covered), segment.signature)) {
    return Error{ErrorCode::Corrupt, "segment signature"};
  }
  const Secret* key = keyring.epochKey(segment.epoch);
  if (key == nullptr) return Error{ErrorCode::NotFound, "epoch " + segment.epoch.hex()};
  const std::string context = sealContext(segment);
  J_TRY(const std::vector<std::uint8_t> plain,
        journal::crypto::open(*key, bytesOf(segment.sealed), bytesOf(context)));
  J_TRY(SegmentPayload payload,
        decodePayload(textOfSealed(plain), static_cast<std::size_t>(more + 1)));
  if (erasedOf(payload.entries) != segment.erased ||
      !marksHold(keyring, segment, payload.entries)) {
    return Error{ErrorCode::Corrupt, "segment entries"};
  }
  return payload;
}

}  // namespace syncing
