#include "journal/store/search.h"

#include <algorithm>

#include "journal/store/facet.h"
#include "journal/store/search_page.h"
#include "journal/store/search_walk.h"

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
  settings.reserve(kSettingCount);
  for (int i = 0; i < kSettingCount; ++i) {
    settings.push_back(ftsString(settingFacet(static_cast<Setting>(i))));
  }
  return "(" + joined(settings, " OR ") + ")";
}

/// The statement whose rows are the hits, in order.
Query hits(Database& database, const std::string& match, const SearchQuery& asked) {
  const RowRange range = rangeOf(asked);
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

/// A look at the newest rows that the rest of the query allows. Empty when it did not fill the page
/// soon enough: then the index must be asked.
class NewestLook {
 public:
  NewestLook(Database& database, TagTable& tags, const SearchQuery& asked, const WordCheck& check)
      : database_(database), tags_(tags), asked_(asked), check_(check), page_(asked) {}

  Result<std::optional<FoundRows>> look(const std::vector<SearchTerm>& terms) {
    std::vector<SearchTerm> others;
    for (const SearchTerm& term : terms) {
      const bool open = term.prefix && !term.excluded;
      (open ? open_ : others).push_back(term);
      if (!open || term.words.size() < 2) continue;
      // What stands before the open word in a phrase is certain already.
      if (term.words.back().size() <= kShortStart) most_ = kMostPhraseLooks;
      SearchTerm certain = term;
      certain.prefix = false;
      certain.words.pop_back();
      others.push_back(std::move(certain));
    }
    if (open_.empty() || asked_.order != SearchOrder::NewestFirst || page_.needed() > most_) {
      return std::optional<FoundRows>();
    }
    Query query = hits(database_, matchExpression(others, asked_.filters), asked_);
    for (std::size_t looked = 0; looked < most_; ++looked) {
      if (looked == kFirstLooks && page_.taken() * most_ < page_.needed() * looked) break;
      J_TRY(const bool more, query.next());
      if (!more) return std::optional<FoundRows>(page_.allThereIs());
      J_TRY(const bool right, isHit(query.integer(0)));
      if (right && !page_.take(query.integer(0))) return std::optional<FoundRows>(page_.full());
    }
    return std::optional<FoundRows>();
  }

 private:
  /// A term that holds of one row in ten fills a page of 20 in this many.
  static constexpr std::size_t kMostLooks = 200;
  /// For words in a row of which the last may go on, the index is dearer still: it joins the lists
  /// of every word that begins so before it looks at the others.
  static constexpr std::size_t kMostPhraseLooks = 4000;
  /// Longer starts than this begin few words.
  static constexpr std::size_t kShortStart = 3;
  /// After this many it is plain whether it will.
  static constexpr std::size_t kFirstLooks = 48;

  Result<bool> isHit(std::int64_t row) {
    J_TRY(const bool words, check_(row, open_));
    if (!words || !needsOneTag(asked_.filters)) return words;
    return hasOneTag(tags_, asked_.filters, row);
  }

  Database& database_;
  TagTable& tags_;
  const SearchQuery& asked_;
  const WordCheck& check_;
  Page page_;
  std::vector<SearchTerm> open_;
  std::size_t most_ = kMostLooks;
};

/// Anything but blanks, when it makes no terms. While typing, a quote or a minus is how a term
/// begins.
bool isOnlyMarks(const SearchQuery& asked) {
  constexpr std::string_view kBlanks = " \t\r\n";
  const std::size_t first = asked.typed.find_first_not_of(kBlanks);
  if (first == std::string::npos) return false;
  const bool one = asked.typed.find_last_not_of(kBlanks) == first;
  return !(asked.stillTyping && one && (asked.typed[first] == '"' || asked.typed[first] == '-'));
}

}  // namespace

Result<bool> hasOneTag(TagTable& tags, const SearchFilters& filters, std::int64_t row) {
  J_TRY(const auto all, tags.ofRow(row));
  return std::any_of(all.begin(), all.end(),
                     [&](const StoredTag& stored) { return matches(filters, stored.tag); });
}

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

Result<FoundRows> findRows(Database& database, TagTable& tags, const SearchQuery& asked,
                           const SearchAid& aid) {
  const auto terms = parseSearch(asked.typed, asked.stillTyping);
  if (terms.empty() && isOnlyMarks(asked)) return Page(asked).allThereIs();
  if (isWalked(asked, terms)) return walkRows(database, tags, asked, aid);
  J_TRY(auto looked, NewestLook(database, tags, asked, aid.check).look(terms));
  if (looked) return std::move(*looked);
  const bool verify = needsOneTag(asked.filters);
  Page page(asked);
  Query query = hits(database, matchExpression(terms, asked.filters), asked);
  while (true) {
    J_TRY(const bool more, query.next());
    if (!more) return page.allThereIs();
    const std::int64_t row = query.integer(0);
    if (verify) {
      J_TRY(const bool right, hasOneTag(tags, asked.filters, row));
      if (!right) continue;
    }
    if (!page.take(row)) return page.full();
  }
}

}  // namespace journal::store
