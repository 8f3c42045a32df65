#include "journal/base/html.h"

#include "journal/base/utf8.h"

namespace journal {
namespace {

/// Empty for a byte that stands for itself.
std::string_view entityFor(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    default:
      return {};
  }
}

bool isDropped(char c) {
  const bool control = static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
  return control && c != '\n' && c != '\t';
}

}  // namespace

std::string escapeHtml(std::string_view text) {
  const std::string clean = repairUtf8(text);
  std::string out;
  out.reserve(clean.size());
  for (const char c : clean) {
    const std::string_view entity = entityFor(c);
    if (!entity.empty()) {
      out.append(entity);
    } else if (!isDropped(c)) {
      out.push_back(c);
    }
  }
  return out;
}

}  // namespace journal
