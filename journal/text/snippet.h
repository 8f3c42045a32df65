#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "journal/domain/search_query.h"

namespace journal::text {

/// Bytes, end exclusive.
struct FoundRange {
  std::size_t begin = 0;
  std::size_t end = 0;
  friend bool operator==(const FoundRange&, const FoundRange&) = default;
};

/// The part of a text worth showing for a search. All offsets are in the text given.
struct Snippet {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool cutBefore = false;         ///< words of the same paragraph stand before: show an ellipsis
  bool cutAfter = false;          ///< and after
  std::vector<FoundRange> found;  ///< ascending, not overlapping, within begin..end
};

/// Where any of the terms that are not excluded occur, ascending and not overlapping. Words match
/// as full text matches them: whole, whatever their case and accents; words in a row with nothing
/// but marks and blanks between them; the last word of a prefix term may go on.
std::vector<FoundRange> findTerms(std::string_view text, const std::vector<SearchTerm>& terms);

inline constexpr std::size_t kSnippetBytes = 220;

/// About two sentences around the place where most different terms stand together (the first such
/// place), at most `maxBytes`, cut between words and never inside a code point. The start of the
/// text when nothing is found. Pure.
Snippet makeSnippet(std::string_view text, const std::vector<SearchTerm>& terms,
                    std::size_t maxBytes = kSnippetBytes);

}  // namespace journal::text
