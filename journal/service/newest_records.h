#pragma once

#include <utility>
#include <vector>

#include "journal/service/journal_parts.h"
#include "journal/store/record_codec.h"

// Private to this folder.

namespace journal::service {

/// What the log's entries say that a table of newest ones names.
template <class Put>
Result<std::vector<Put>> newestRecords(LocalJournal::Parts& parts, store::NewestTable& table) {
  J_TRY(const auto positions, table.all());
  std::vector<Put> found;
  for (const store::OpPosition position : positions) {
    J_TRY(const auto entry, store::readEntry(*parts.database, position));
    J_TRY(auto record, store::decodeRecord(entry.kind, entry.value));
    if (auto* put = std::get_if<Put>(&record)) found.push_back(std::move(*put));
  }
  return found;
}

}  // namespace journal::service
