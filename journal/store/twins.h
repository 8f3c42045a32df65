#pragma once

#include <vector>

#include "journal/store/op_log.h"

namespace journal::store {

/// Heads without those that say again what another head says or follows. A folder that is copied
/// before everything in it was sent has its last entries in every copy, and each copy, once it has
/// an identity of its own, writes them again under it: one change then stands in the log several
/// times, under several names. Entries of one field that have the same stamp and say the same are
/// one change; of those the one with the lowest id stands for all. A function of the entries alone.
/// Ascending, as `heads`.
Result<std::vector<OpPosition>> withoutTwins(Database& log, const Devices& devices,
                                             const std::vector<OpPosition>& heads);

/// Whether `later` follows the change that `earlier` is, under whatever name.
Result<bool> follows(Database& log, const Devices& devices, OpPosition later, OpPosition earlier);

/// Whether two entries are one change under two names.
bool areTwins(const LogEntry& a, const LogEntry& b);

}  // namespace journal::store
