#pragma once

#include <optional>
#include <string>

#include "journal/domain/own_prompts.h"
#include "journal/store/database.h"
#include "journal/store/op_log.h"

namespace journal::store {

/// Prompt sets of one's own, every version of each, and which sets Write does not offer.
class PromptTable {
 public:
  explicit PromptTable(Database& database) : database_(database) {}

  /// Another version beside those that are there.
  Result<void> add(const OwnPromptSet& set, OpPosition madeBy);
  Result<void> setWithheld(const std::string& code, bool withheld, OpPosition madeBy);
  /// The entry that made the first version of the set.
  Result<std::optional<OpPosition>> madeBy(PromptSetId id);
  /// The entries that made one version, and that withheld a set, if any did.
  Result<std::optional<OpPosition>> setBy(PromptSetId id, int version);
  Result<std::optional<OpPosition>> withheldBy(const std::string& code);
  /// Makes room for the version that is to be there instead.
  Result<void> remove(PromptSetId id, int version);
  Result<std::optional<OwnPromptSet>> find(PromptSetId id, int version);
  Result<OwnPrompts> all();

 private:
  Result<void> readQuestions(OwnPromptSet& set);
  Database& database_;
};

}  // namespace journal::store
