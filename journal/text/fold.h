#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace journal::text {

/// Text without case and diacritics, and where each of its bytes came from.
struct FoldedText {
  std::string text;
  /// One entry a byte of `text` and one for its end: the offset in the original of the code point
  /// that byte came from. Ascending.
  std::vector<std::size_t> origin;
};

/// Folds as SQLite's FTS5 does with `unicode61 remove_diacritics 2`, as far as words found there
/// must be found here: lower case, base letters of canonically decomposed letters, combining marks
/// dropped ("Zoe" for "ZOË", "wroblewski" for "Wróblewski"; ł and ø stay, as they do there). Total:
/// an ill-formed part becomes U+FFFD. Linear.
FoldedText fold(std::string_view text);

/// Only the folded text.
std::string folded(std::string_view text);

}  // namespace journal::text
