#pragma once

#include <cstdint>
#include <limits>

#include "journal/store/row_number.h"
#include "journal/store/search.h"

// What the two ways of finding rows share (search.cpp, search_walk.cpp).

namespace journal::store {

struct RowRange {
  std::int64_t first = 0;
  std::int64_t last = std::numeric_limits<std::int64_t>::max();
};

inline RowRange rangeOf(const SearchQuery& asked) {
  RowRange range;
  if (asked.filters.from) range.first = firstRowOf(*asked.filters.from);
  if (asked.filters.to) range.last = lastRowOf(*asked.filters.to);
  if (asked.resume) range.last = asked.resume->below - 1;
  return range;
}

Result<bool> hasOneTag(TagTable& tags, const SearchFilters& filters, std::int64_t row);

/// Takes hits one after another until a page is full.
class Page {
 public:
  explicit Page(const SearchQuery& asked)
      : asked_(asked), taken_(asked.resume ? asked.resume->taken : 0) {}

  /// False when the page is full and this was one more.
  bool take(std::int64_t row) {
    ++taken_;
    if (taken_ <= asked_.offset) return true;
    if (taken_ > asked_.offset + asked_.limit) {
      found_.more = true;
      return false;
    }
    found_.rows.push_back(row);
    return true;
  }
  std::size_t taken() const { return taken_; }
  std::size_t needed() const { return asked_.offset + asked_.limit + 1; }
  FoundRows full() { return std::move(found_); }
  FoundRows allThereIs() {
    found_.total = taken_;
    return std::move(found_);
  }
  /// So far; rows below this one have not been looked at.
  FoundRows stoppedBelow(std::int64_t below) {
    found_.resume = SearchResume{below, taken_};
    return std::move(found_);
  }

 private:
  const SearchQuery& asked_;
  FoundRows found_;
  std::size_t taken_;
};

}  // namespace journal::store
