#pragma once

#include <optional>
#include <vector>

#include "journal/domain/profile.h"
#include "journal/store/database.h"
#include "journal/store/op_log.h"

namespace journal::store {

/// What is planned with each young person, as it is now; earlier states are in the log.
class ProfileTable {
 public:
  explicit ProfileTable(Database& database) : database_(database) {}

  Result<void> put(const Profile& profile, OpPosition madeBy);
  /// An empty one of that person when nothing was planned yet.
  Result<Profile> of(NameId youngPerson);
  /// The entry that says how it is now.
  Result<std::optional<OpPosition>> setBy(NameId youngPerson);
  Result<std::vector<NameId>> everybody();

 private:
  Result<void> putGoals(const Profile& profile);
  Database& database_;
};

}  // namespace journal::store
