#include "journal/store/search.h"

#include <algorithm>
#include <limits>

#include "journal/store/facet.h"
#include "journal/store/row_number.h"

namespace journal::store {
namespace {

/// A string of FTS5's query language; whatever is in it is only words.
std::string ftsString(std::string_view words) {
  std::string out = "\"";
  for (char c : words) {
    if (c == '\0') continue;
    if (c == '"') out.push_back('"');
    out.push_back(c);
  }
  out.push_back('"');
  return out;
}

std::string expressionOf(const SearchTerm& term) {
  std::string words;
  for (const std::string& word : term.words) {
    if (!words.empty()) words.push_back(' ');
    words.append(word);
  }
  return ftsString(words) + (term.prefix ? " *" : "");
}

std::string joined(const std::vector<std::string>& parts, std::string_view with) {
  std::string out;
  for (const std::string& part : parts) {
    if (!out.empty()) out.append(with);
    out.append(part);
  }
  return out;
}

/// Every document has one setting.
std::string everything() {
  std::vector<std::string> settings;
  for (int i = 0; i < kSettingCount; ++i) {
    settings.push_back(ftsString(settingFacet(static_cast<Setting>(i))));
  }
  return "(" + joined(settings, " OR ") + ")";
}

struct RowRange {
  std::int64_t first = 0;
  std::int64_t last = std::numeric_limits<std::int64_t>::max();
};

RowRange rangeOf(const SearchFilters& filters) {
  RowRange range;
  if (filters.from) range.first = firstRowOf(*filters.from);
  if (filters.to) range.last = lastRowOf(*filters.to);
  return range;
}

/// The statement whose rows are the hits, in order.
Query hits(Database& database, const std::string& match, const SearchQuery& asked) {
  const RowRange range = rangeOf(asked.filters);
  if (match.empty()) {
    Query query = database.query(
        "SELECT row FROM reflection WHERE row BETWEEN :first AND :last "
        "AND held = 0 AND binned = 0 ORDER BY row DESC");
    query.bind(range.first).bind(range.last);
    return query;
  }
  // Newest first walks the lists of the index backwards and stops when the page is full; best first
  // must weigh every hit. Facets weigh nothing.
  const bool newest = asked.order == SearchOrder::NewestFirst;
  Query query = newest ? database.query(
                             "SELECT rowid FROM full_text WHERE full_text MATCH :match "
                             "AND rowid BETWEEN :first AND :last ORDER BY rowid DESC")
                       : database.query(
                             "SELECT rowid FROM full_text WHERE full_text MATCH :match "
                             "AND rowid BETWEEN :first AND :last "
                             "ORDER BY bm25(full_text, 1.0, 1.0, 0.0), rowid DESC LIMIT :most");
  query.bind(match).bind(range.first).bind(range.last);
  if (!newest) {
    // With a check of every hit by its tags, how many are needed is not known beforehand.
    const bool all = needsOneTag(asked.filters);
    query.bind(all ? std::int64_t{-1} : static_cast<std::int64_t>(asked.offset + asked.limit + 1));
  }
  return query;
}

Result<bool> hasOneTag(TagTable& tags, const SearchFilters& filters, std::int64_t row) {
  J_TRY(const auto all, tags.ofRow(row));
  return std::any_of(all.begin(), all.end(),
                     [&](const StoredTag& stored) { return matches(filters, stored.tag); });
}

}  // namespace

std::string matchExpression(const std::vector<SearchTerm>& terms, const SearchFilters& filters) {
  std::vector<std::string> wanted;
  std::vector<std::string> unwanted;
  for (const SearchTerm& term : terms) {
    (term.excluded ? unwanted : wanted).push_back(expressionOf(term));
  }
  for (const std::string& facet : facetsOf(filters)) wanted.push_back(ftsString(facet));
  if (wanted.empty() && unwanted.empty()) return {};
  std::string expression = wanted.empty() ? everything() : joined(wanted, " AND ");
  if (!unwanted.empty()) {
    expression = "(" + expression + ") NOT (" + joined(unwanted, " OR ") + ")";
  }
  return expression;
}

Result<FoundRows> findRows(Database& database, TagTable& tags, const SearchQuery& asked) {
  const std::string match =
      matchExpression(parseSearch(asked.typed, asked.stillTyping), asked.filters);
  const bool verify = needsOneTag(asked.filters);
  FoundRows found;
  std::size_t skipped = 0;
  Query query = hits(database, match, asked);
  while (true) {
    J_TRY(const bool more, query.next());
    if (!more) {
      found.total = skipped + found.rows.size();
      return found;
    }
    const std::int64_t row = query.integer(0);
    if (verify) {
      J_TRY(const bool right, hasOneTag(tags, asked.filters, row));
      if (!right) continue;
    }
    if (skipped < asked.offset) {
      ++skipped;
      continue;
    }
    if (found.rows.size() == asked.limit) {
      found.more = true;
      return found;
    }
    found.rows.push_back(row);
  }
}

}  // namespace journal::store
