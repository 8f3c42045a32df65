#include "sync/wire/room_json.h"

#include "journal/base/json_depth.h"

namespace syncing::wire::room {

std::optional<Json> parseObject(std::string_view text) {
  if (!journal::nestsWithin(text, kMostDepth)) return std::nullopt;
  Json value = Json::parse(text, nullptr, /*allow_exceptions=*/false);
  if (!value.is_object()) return std::nullopt;
  return value;
}

}  // namespace syncing::wire::room
