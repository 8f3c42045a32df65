#include "sync/wire/room_json.h"

namespace syncing::wire::room {
namespace {

/// Counts brackets outside strings before any parser sees the bytes.
bool nestsWithinDepth(std::string_view text, std::size_t most) {
  std::size_t open = 0;
  bool inString = false;
  bool escaped = false;
  for (const char c : text) {
    if (inString) {
      inString = escaped || c != '"';
      escaped = !escaped && c == '\\';
    } else if (c == '"') {
      inString = true;
    } else if (c == '[' || c == '{') {
      if (++open > most) return false;
    } else if ((c == ']' || c == '}') && open > 0) {
      --open;
    }
  }
  return true;
}

}  // namespace

std::optional<Json> parseObject(std::string_view text) {
  if (!nestsWithinDepth(text, kMostDepth)) return std::nullopt;
  Json value = Json::parse(text, nullptr, /*allow_exceptions=*/false);
  if (!value.is_object()) return std::nullopt;
  return value;
}

}  // namespace syncing::wire::room
