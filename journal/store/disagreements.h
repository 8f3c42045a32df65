#pragma once

#include <string>
#include <vector>

#include "journal/store/text_heads.h"

namespace journal::store {

/// Where devices said different things about one field, until a person has decided.
struct Disagreement {
  EntityId entity;
  Field field = Field::Whole;
  std::vector<OpId> heads;  ///< ascending
  friend bool operator==(const Disagreement&, const Disagreement&) = default;
};

class Disagreements {
 public:
  explicit Disagreements(Database& database) : database_(database) {}

  /// The heads as they are now; `differ` when a person should look.
  Result<void> setPresent(const EntityId& entity, Field field, const std::vector<OpId>& heads,
                          bool differ);
  /// Heads that somebody wrote on without deciding: the badge stays.
  Result<void> keep(const EntityId& entity, Field field, const std::vector<OpId>& heads);
  Result<void> settle(const EntityId& entity, Field field, const std::vector<OpId>& heads);
  Result<void> forget(const EntityId& entity);

  Result<bool> any(const EntityId& entity, Field field);
  /// Those not settled, by entity and field.
  Result<std::vector<Disagreement>> open();

 private:
  Result<void> add(const EntityId& entity, Field field, const std::vector<OpId>& heads,
                   bool present);
  Database& database_;
};

}  // namespace journal::store
