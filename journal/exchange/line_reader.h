#pragma once

#include <cstddef>
#include <istream>
#include <optional>
#include <string>

namespace journal::exchange {

/// Reads a text line by line and never holds more than one line of at most `limit` bytes, however
/// long the line is. Ends lines at LF; a CR before it and a byte order mark at the start go.
class LineReader {
 public:
  struct Line {
    std::size_t number = 0;  ///< from 1
    std::string text;        ///< empty when too long
    bool tooLong = false;
  };
  /// `in` must outlive the reader.
  LineReader(std::istream& in, std::size_t limit) : in_(in), limit_(limit) {}
  /// nullopt at the end. A last line without LF counts.
  std::optional<Line> next();

 private:
  std::istream& in_;
  std::size_t limit_;
  std::size_t number_ = 0;
};

}  // namespace journal::exchange
