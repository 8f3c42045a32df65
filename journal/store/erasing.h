#pragma once

#include <set>
#include <vector>

#include "journal/store/projections.h"

// Erasing for good: what an entry of the log is about, and leaving only its hash once that is gone.

namespace journal::store {

/// What goes with what: an entry goes when any of these was erased. The entity itself; of a tag, an
/// intention or an attachment its reflection; of a claim its case study; of an answer its young
/// person.
std::vector<EntityId> subjectsOf(const EntityId& entity, const Record& record);
/// The same of an entry that has not been decoded; nothing but the entity when it cannot be, or is
/// of a kind that `reader` does not know.
std::vector<EntityId> subjectsOf(const LogEntry& entry, const Projections& reader);

/// Leaves only the hashes of every entry about any of `gone`, but those that say so (Erased).
/// Reads the whole log once: about 2 s for 100,000 entries.
Result<void> eraseEntries(Database& database, const Projections& reader,
                          const std::set<EntityId>& gone);
/// The same for everything that `projections` says is erased, once more is known of what entries
/// are about.
Result<void> eraseAgain(Database& database, Projections& projections);

/// Case studies of which any entry of the log, past or present, links a tag of these reflections.
/// Reads the whole log once.
Result<std::set<EntityId>> studiesQuoting(Database& database,
                                          const std::set<EntityId>& reflections);

}  // namespace journal::store
