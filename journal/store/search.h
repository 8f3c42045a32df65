#pragma once

#include <functional>
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
  std::optional<SearchResume> resume;  ///< the time was up first
};

/// Whether all the terms occur in the words of a row, as the index would have it.
using WordCheck =
    std::function<Result<bool>(std::int64_t row, const std::vector<SearchTerm>& terms)>;

/// What a search is given by its caller.
struct SearchAid {
  WordCheck check;
  std::function<bool()> timeIsUp;  ///< asked between steps when the query has a limit of time
};

/// Rows in the order asked for. Reads the index as it is: drain first. Marks without words find
/// nothing; nothing typed at all finds everything.
///
/// The start of a word can be the start of thousands of words, whose lists FTS5 joins before it
/// gives the first row (160 ms for "t" at 100,000 reflections). Newest first, such a term nearly
/// always holds of some of the newest rows, so those are looked at with `check` before the index is
/// asked.
Result<FoundRows> findRows(Database& database, TagTable& tags, const SearchQuery& query,
                           const SearchAid& aid);

}  // namespace journal::store
