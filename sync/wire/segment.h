#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "journal/base/result.h"
#include "sync/wire/ids.h"

namespace syncing::wire {

/// What stands for an entry of a device's log where nobody may know the entry: a hash of it under a
/// key that only the journal's devices have. Equal entries have equal marks, so a hub can see that
/// a run continues another without being able to test a guess at its words.
using Mark = Digest;

/// The last entry of a device that somebody holds. seq 0 and a zero mark: none.
struct Head {
  DeviceId device;
  std::uint64_t seq = 0;
  Mark mark{};
  friend bool operator==(const Head&, const Head&) = default;
};

/// A run of consecutive entries of one device's log, sealed together: what devices exchange. A hub
/// sees all of this and none of `sealed`'s meaning.
struct Segment {
  VaultId vault;
  DeviceId author;          ///< whose entries these are
  std::uint64_t first = 0;  ///< seq of the first entry, from 1
  std::uint64_t last = 0;
  Mark before{};      ///< of entry first - 1; zeros when first is 1
  Mark after{};       ///< of entry last
  DeviceId sealedBy;  ///< who signed: the author, or who sent it again with erased entries left out
  std::uint32_t erased = 0;  ///< how many of the entries are only their digests by now
  EpochId epoch;
  std::string sealed;     ///< padded before it was sealed
  Signature signature{};  ///< of sealedBy, over signedPart()
  friend bool operator==(const Segment&, const Segment&) = default;
};

/// A run is about a quarter of a mebibyte; one entry may be a text of eight.
inline constexpr std::size_t kMostSealedBytes = 9 * 1024 * 1024;
inline constexpr std::uint64_t kMostEntriesASegment = 10'000;

/// Integers little-endian:
///   segment := u8 format (1), vault 16, author 16, u64 first, u64 last, before 32, after 32,
///              sealedBy 16, u32 erased, epoch 16, u32 length, sealed, signature 64
std::string encodeSegment(const Segment& segment);
/// Total: a segment that encodes to these bytes again, or Corrupt (also for one whose numbers
/// cannot be: last < first, more than the limits, more erased than entries); TooNew for a later
/// format. Says nothing of the signature.
journal::Result<Segment> decodeSegment(std::string_view bytes);
/// What the signature covers: "afternote segment 1" and the BLAKE2b-256 of everything before the
/// signature. Ed25519 reads its message twice with the slower SHA-512: over the bytes themselves,
/// signing would cost more than everything else that is done to a segment.
std::string signedPart(const Segment& segment);
/// What ties `sealed` to its place (additional data of the seal): everything before `sealed`,
/// its length left out.
std::string sealContext(const Segment& segment);

}  // namespace syncing::wire
