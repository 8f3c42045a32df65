#pragma once

#include <optional>
#include <string>
#include <vector>

#include "journal/domain/kept_word.h"
#include "journal/store/database.h"
#include "journal/store/op_log.h"

namespace journal::store {

/// The words the spelling was told to know.
class WordTable {
 public:
  explicit WordTable(Database& database) : database_(database) {}

  Result<void> put(const KeptWord& word, OpPosition madeBy);
  Result<void> remove(WordId id);
  Result<std::optional<OpPosition>> madeBy(WordId id);
  Result<bool> holds(const std::string& word);  ///< under whatever id
  Result<std::vector<KeptWord>> all();          ///< by word

 private:
  Database& database_;
};

}  // namespace journal::store
