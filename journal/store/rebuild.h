#pragma once

#include "journal/store/projections.h"

namespace journal::store {

/// Empties every table that the log can rebuild, the full-text index included, and applies the log
/// again; then takes the words out of entries about something erased whose kind was not known when
/// it was erased. In the caller's transaction. For a change of what the entries are called here, or
/// of what we know of them; costs about 40 us an entry.
Result<void> rebuild(Database& database, Projections& projections, const Devices& devices);

/// Whether entries were kept that we did not know then, and know now.
Result<bool> knowsMoreNow(Database& database, const Projections& projections);

/// Gives the newest own entries, those after number `lastShared`, to a new identity of this device,
/// because another copy of the journal wrote under the old one too. In the caller's transaction;
/// afterwards the log must be opened again.
Result<void> moveToNewIdentity(Database& database, const Devices& devices, std::uint64_t lastShared,
                               const KnownDevice& next, const crypto::SigningKey& key,
                               const std::vector<std::uint8_t>& sealedSeed);

}  // namespace journal::store
