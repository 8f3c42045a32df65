#pragma once

#include <optional>
#include <vector>

#include "journal/domain/tag.h"
#include "journal/store/database.h"
#include "journal/store/op_log.h"

namespace journal::store {

struct StoredTag {
  std::int64_t row = 0;  ///< of its reflection
  OpPosition madeOp = 0;
  Tag tag;
};

/// What a list shows of a tag.
struct TagMark {
  std::int64_t row = 0;
  IndicatorCode indicator;
  std::optional<Level> level;
  std::optional<NameId> youngPerson;
};

class TagTable {
 public:
  explicit TagTable(Database& database) : database_(database) {}

  Result<std::optional<StoredTag>> find(TagId id);
  /// By place in the text.
  Result<std::vector<StoredTag>> ofRow(std::int64_t row);
  Result<std::vector<TagMark>> marksOf(std::int64_t row);
  /// Tags of reflections that are neither held nor binned, oldest lesson first.
  Result<std::vector<StoredTag>> usableOf(NameId youngPerson);

  Result<void> put(std::int64_t row, const Tag& tag, OpPosition madeBy);
  Result<void> move(TagId id, Passage passage, const std::string& quote);
  Result<void> moveRow(std::int64_t from, std::int64_t to);
  Result<void> remove(TagId id);
  Result<std::size_t> count();
  Result<std::vector<TagId>> idsOf(std::int64_t row);  ///< ascending

 private:
  Database& database_;
};

}  // namespace journal::store
