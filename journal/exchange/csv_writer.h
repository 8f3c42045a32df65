#pragma once

#include <initializer_list>
#include <string>

// Private to journal/exchange: a table of comma-separated values as RFC 4180 says.

namespace journal::exchange {

/// A row, each cell in quotes. One that a spreadsheet would take for a formula begins with an
/// apostrophe.
std::string csvLine(std::initializer_list<std::string> cells);
/// The mark that tells Excel it is UTF-8; before the first line.
inline constexpr const char* kUtf8Mark = "\xef\xbb\xbf";

}  // namespace journal::exchange
