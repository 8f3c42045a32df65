#include "journal/exchange/csv_reader.h"

#include <algorithm>

namespace journal::exchange {
namespace {
constexpr std::size_t kMaxCells = 1000;
}

CsvReader::CsvReader(std::string_view text) : text_(text) {
  const std::string_view first = text_.substr(0, text_.find_first_of("\r\n"));
  std::size_t most = 0;
  for (const char candidate : {',', ';', '\t'}) {
    const auto count = static_cast<std::size_t>(std::count(first.begin(), first.end(), candidate));
    if (count > most) {
      most = count;
      separator_ = candidate;
    }
  }
}

std::string CsvReader::cell(bool& broken) {
  std::string out;
  if (at_ < text_.size() && text_[at_] == '"') {
    for (++at_; at_ < text_.size(); ++at_) {
      if (text_[at_] == '\n') ++line_;
      if (text_[at_] == '"') {
        if (at_ + 1 >= text_.size() || text_[at_ + 1] != '"') break;
        ++at_;
      }
      out.push_back(text_[at_]);
    }
    if (at_ >= text_.size()) {
      broken = true;
    } else {
      ++at_;
    }
  }
  while (at_ < text_.size() && text_[at_] != separator_ && text_[at_] != '\n' &&
         text_[at_] != '\r') {
    out.push_back(text_[at_++]);
  }
  return out;
}

std::optional<CsvReader::Row> CsvReader::next() {
  if (at_ >= text_.size()) return std::nullopt;
  Row row;
  row.line = line_;
  while (true) {
    std::string text = cell(row.brokenQuotes);
    if (row.cells.size() < kMaxCells) row.cells.push_back(std::move(text));
    if (at_ >= text_.size() || text_[at_] != separator_) break;
    ++at_;
  }
  if (at_ < text_.size() && text_[at_] == '\r') ++at_;
  if (at_ < text_.size() && text_[at_] == '\n') ++at_;
  ++line_;
  return row;
}

}  // namespace journal::exchange
