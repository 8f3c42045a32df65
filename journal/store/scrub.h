#pragma once

#include <functional>
#include <stop_token>
#include <string>
#include <vector>

#include "journal/store/projections.h"

namespace journal::store {

struct ScrubReport {
  std::size_t rowsCompared = 0;
  std::vector<std::string> problems;  ///< tables, rows and counts, never text
};

/// Compares every projection with what replaying the log gives, row by row. This finds what the
/// cipher cannot: an old page put back (security.md 1.4).
Result<ScrubReport> scrubProjections(Database& database, Database& replayed, std::stop_token stop);

/// Compares the full-text index with the words it should hold, by the number of documents and
/// occurrences of every word. Pending reflections must have been drained.
Result<ScrubReport> scrubIndex(Database& database, Projections& projections, std::stop_token stop);

/// Every page of the file: SQLite's integrity check, which reads and so authenticates each. The
/// number of pages is in `rowsCompared`.
Result<ScrubReport> checkPages(Database& database);

}  // namespace journal::store
