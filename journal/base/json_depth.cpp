#include "journal/base/json_depth.h"

namespace journal {

bool nestsWithin(std::string_view json, std::size_t depth) {
  std::size_t open = 0;
  bool inString = false;
  bool escaped = false;
  for (const char c : json) {
    if (inString) {
      inString = escaped || c != '"';
      escaped = !escaped && c == '\\';
    } else if (c == '"') {
      inString = true;
    } else if (c == '[' || c == '{') {
      if (++open > depth) return false;
    } else if ((c == ']' || c == '}') && open > 0) {
      --open;
    }
  }
  return true;
}

}  // namespace journal
