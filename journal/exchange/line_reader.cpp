#include "journal/exchange/line_reader.h"

#include <streambuf>

namespace journal::exchange {

std::optional<LineReader::Line> LineReader::next() {
  using Traits = std::istream::traits_type;
  std::streambuf* buffer = in_.rdbuf();
  if (buffer == nullptr || Traits::eq_int_type(buffer->sgetc(), Traits::eof())) return std::nullopt;
  Line line;
  line.number = ++number_;
  for (auto c = buffer->sbumpc(); !Traits::eq_int_type(c, Traits::eof()); c = buffer->sbumpc()) {
    const char byte = Traits::to_char_type(c);
    if (byte == '\n') break;
    if (line.text.size() >= limit_) {
      line.tooLong = true;
    } else {
      line.text.push_back(byte);
    }
  }
  if (line.tooLong) {
    line.text = std::string();
    return line;
  }
  if (!line.text.empty() && line.text.back() == '\r') line.text.pop_back();
  if (number_ == 1 && line.text.compare(0, 3, "\xef\xbb\xbf") == 0) line.text.erase(0, 3);
  return line;
}

}  // namespace journal::exchange
