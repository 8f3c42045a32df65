#pragma once

#include <span>

#include "journal/base/random.h"
#include "sync/replica/keyring.h"
#include "sync/replica/segment_payload.h"
#include "sync/replica/signer.h"
#include "sync/wire/segment.h"

namespace syncing {

/// Consecutive entries of one device's log, to be sealed together. The spans must outlive it.
struct EntryRun {
  wire::DeviceId author;
  std::uint64_t first = 1;           ///< seq of the first entry
  journal::crypto::Digest before{};  ///< hash of entry first - 1; zeros when first is 1
  std::span<const TravellingEntry> entries;
  std::span<const LogEnd> heads;  ///< of other devices' logs, by device, each once
};

/// Seals under the epoch that the keyring seals with, and signs. InvalidInput when there is no
/// entry, or more than a segment holds (wire::kMostEntriesASegment, wire::kMostSealedBytes);
/// the hashes of `run` are taken as they are. `random` gives the nonce: the operating system's
/// outside tests.
journal::Result<wire::Segment> seal(const Keyring& keyring, Signer& signer, const EntryRun& run,
                                    journal::Random& random);

/// What is in a segment, after everything was checked that one segment can show: who sealed it
/// (`sealer` is the sign key of its `sealedBy`), that it opens in its place, that every entry is
/// what its hash says, and that the marks are those of the entries. Entries before the first and
/// the chain between them are for SyncPort::receive.
/// NotFound, and only then: its epoch's key is not here, so the device list must be read again.
/// Locked: it is of another journal. TooNew: sealed by a later Afternote. Corrupt: anything else.
journal::Result<SegmentPayload> open(const Keyring& keyring, const wire::PublicKey& sealer,
                                     const wire::Segment& segment);

}  // namespace syncing
