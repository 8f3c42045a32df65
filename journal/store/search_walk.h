#pragma once

#include "journal/store/search.h"

namespace journal::store {

/// Words in a row are what the index is slowest at: it weighs every place of every one of them
/// (30 ms for "the the" at 100,000 reflections, 900 ms for "team t") and cannot be stopped. So
/// while somebody types, the newest rows that hold the words are looked at one by one until the
/// time is up. What is left after that is one question to the index, unless a short open word makes
/// the index the slower of the two.
///
/// Whether this query is walked: newest first, with a limit of time, and with words in a row.
bool isWalked(const SearchQuery& asked, const std::vector<SearchTerm>& terms);

/// The next rows of the page, and where to go on when the time was up first. Gets on by at least
/// one row a call.
Result<FoundRows> walkRows(Database& database, TagTable& tags, const SearchQuery& asked,
                           const SearchAid& aid);

}  // namespace journal::store
