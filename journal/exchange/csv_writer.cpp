#include "journal/exchange/csv_writer.h"

#include <string_view>

namespace journal::exchange {
namespace {

std::string cell(std::string text) {
  constexpr std::string_view kFormula = "=+-@\t";
  if (!text.empty() && kFormula.find(text.front()) != std::string_view::npos) text.insert(0, "'");
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"') out.push_back('"');
    out.push_back(c);
  }
  return out + "\"";
}

}  // namespace

std::string csvLine(std::initializer_list<std::string> cells) {
  std::string out;
  for (const std::string& text : cells) out += (out.empty() ? "" : ",") + cell(text);
  return out + "\r\n";
}

}  // namespace journal::exchange
