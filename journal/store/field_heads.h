#pragma once

#include <optional>
#include <vector>

#include "journal/store/database.h"
#include "journal/store/op_log.h"

namespace journal::store {

/// Which entries hold the present value of each field: what a new change names as its parents. More
/// than one only after changes that did not see each other.
class FieldHeads {
 public:
  explicit FieldHeads(Database& database) : database_(database) {}

  /// Ascending. `madeBy` is the entry that made the entity: the head of every field never set
  /// since; none for an entity that is not there (never, or taken out again: then what took it out
  /// is the head).
  Result<std::vector<OpPosition>> of(const EntityId& entity, Field field,
                                     std::optional<OpPosition> madeBy);
  /// `position` replaces those of the present heads that it names as parents. Returns the heads
  /// from now on, ascending. One that is a head already stays one. The first entry of an entity is
  /// its head without being written down.
  Result<std::vector<OpPosition>> advance(const EntityId& entity, Field field,
                                          std::optional<OpPosition> madeBy,
                                          const std::vector<OpPosition>& parents,
                                          OpPosition position);
  Result<void> forget(const EntityId& entity);

 private:
  Result<void> add(const EntityId& entity, Field field, OpPosition position);
  Database& database_;
};

}  // namespace journal::store
