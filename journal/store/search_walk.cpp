#include "journal/store/search_walk.h"

#include <algorithm>

#include "journal/store/facet.h"
#include "journal/store/search_page.h"

namespace journal::store {
namespace {

bool isInARow(const SearchTerm& term) {
  return !term.excluded && term.words.size() > 1;
}

/// The index finds longer starts of words quickly: they begin few.
bool isShortStart(const SearchTerm& term) {
  constexpr std::size_t kShort = 3;
  return term.prefix && !term.excluded && term.words.back().size() <= kShort;
}

/// What a term is asked of the index and of the text.
struct Split {
  std::vector<SearchTerm> index;
  std::vector<SearchTerm> text;
};

/// The index says which rows hold the words; the text, whether they stand in a row and how an open
/// one goes on.
Split split(std::vector<SearchTerm> terms) {
  Split out;
  for (SearchTerm& term : terms) {
    if (term.excluded || (!isInARow(term) && !term.prefix)) {
      out.index.push_back(std::move(term));
      continue;
    }
    const std::size_t closed = term.words.size() - (term.prefix ? 1 : 0);
    for (std::size_t i = 0; i < closed; ++i) {
      out.index.push_back(SearchTerm{{term.words[i]}, false, false});
    }
    out.text.push_back(std::move(term));
  }
  return out;
}

Result<bool> isHit(TagTable& tags, const SearchQuery& asked, std::int64_t row) {
  if (!needsOneTag(asked.filters)) return true;
  return hasOneTag(tags, asked.filters, row);
}

}  // namespace

bool isWalked(const SearchQuery& asked, const std::vector<SearchTerm>& terms) {
  if (!asked.within || asked.order != SearchOrder::NewestFirst) return false;
  return std::any_of(terms.begin(), terms.end(), [&](const SearchTerm& term) {
    return isInARow(term) && (!asked.resume || isShortStart(term));
  });
}

Result<FoundRows> walkRows(Database& database, TagTable& tags, const SearchQuery& asked,
                           const SearchAid& aid) {
  const Split terms = split(parseSearch(asked.typed, asked.stillTyping));
  const RowRange range = rangeOf(asked);
  Page page(asked);
  Query query = database.query(
      "SELECT rowid FROM full_text WHERE full_text MATCH :match "
      "AND rowid BETWEEN :first AND :last ORDER BY rowid DESC");
  const std::string match = matchExpression(terms.index, asked.filters);
  query.bind(match).bind(range.first).bind(range.last);
  while (true) {
    J_TRY(const bool more, query.next());
    if (!more) return page.allThereIs();
    const std::int64_t row = query.integer(0);
    J_TRY(bool right, aid.check(row, terms.text));
    if (right) {
      J_TRY(right, isHit(tags, asked, row));
    }
    if (right && !page.take(row)) return page.full();
    if (aid.timeIsUp()) return page.stoppedBelow(row);
  }
}

}  // namespace journal::store
