#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace journal::text {

/// A sentence, bytes, end exclusive. Blanks around it are left out.
struct Sentence {
  std::size_t begin = 0;
  std::size_t end = 0;
  friend bool operator==(const Sentence&, const Sentence&) = default;
};

/// The sentences of plain text, in order. One ends at . ! ? or … (with closing quotes and brackets)
/// before a blank and something that does not begin in lower case, and at every line end.
/// Titles and the like ("Mrs.", "e.g.", a single initial) do not end one. Linear.
std::vector<Sentence> sentences(std::string_view text);

}  // namespace journal::text
