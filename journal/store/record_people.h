#pragma once

#include <set>

#include "journal/domain/mention.h"
#include "journal/store/projections.h"

namespace journal::store {

/// Adds everybody whom a record of the log is about or names, by id or in its words. Of a name it
/// adds nobody but itself. What left (DepartureRecorded) is not read.
void addPeopleIn(const Record& record, const Mentioner& mention, std::set<NameId>& people);

/// Everybody whom any entry of the log about any of these names or ever named (erasing.h): of a
/// reflection its words in every version, its lessons, its tags, what was meant for next time in
/// it. Reads the whole log.
Result<std::set<NameId>> peopleEverIn(Database& database, const Projections& reader,
                                      const std::set<EntityId>& subjects, const Mentioner& mention);

}  // namespace journal::store
