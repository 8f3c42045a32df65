#pragma once

#include <optional>
#include <string>
#include <vector>

#include "journal/domain/search_query.h"
#include "journal/store/projections.h"

namespace journal::store {

/// The FTS5 expression for what was typed and filtered; empty when nothing narrows but dates.
std::string matchExpression(const std::vector<SearchTerm>& terms, const SearchFilters& filters);

struct FoundRows {
  std::vector<std::int64_t> rows;
  bool more = false;
  std::optional<std::size_t> total;
};

/// Rows in the order asked for. Reads the index as it is: drain first.
Result<FoundRows> findRows(Database& database, TagTable& tags, const SearchQuery& query);

}  // namespace journal::store
