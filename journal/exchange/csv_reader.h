#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace journal::exchange {

/// Rows of a table of text (RFC 4180: quotes, doubled quotes, line ends inside quotes). Total.
class CsvReader {
 public:
  /// `separator` is found by looking at the first line.
  explicit CsvReader(std::string_view text);
  struct Row {
    std::size_t line = 0;  ///< from 1, where it begins
    std::vector<std::string> cells;
    bool brokenQuotes = false;  ///< a quote was opened and never closed
  };
  std::optional<Row> next();
  char separator() const { return separator_; }

 private:
  std::string cell(bool& broken);

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
  char separator_ = ',';
};

}  // namespace journal::exchange
