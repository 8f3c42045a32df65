#include "journal/exchange/json_value.h"

#include <limits>

#include "journal/base/json_depth.h"

namespace journal::exchange {

std::optional<Json> parseJson(std::string_view text) {
  if (!nestsWithin(text, kMaxJsonDepth)) return std::nullopt;
  Json value = Json::parse(text, nullptr, /*allow_exceptions=*/false);
  if (value.is_discarded()) return std::nullopt;
  return value;
}

std::string dumpJson(const Json& value) {
  return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

const Json* member(const Json& object, const char* key) {
  if (!object.is_object()) return nullptr;
  const auto found = object.find(key);
  return found == object.end() || found->is_null() ? nullptr : &*found;
}

std::optional<std::string> textOf(const Json& object, const char* key) {
  const Json* value = member(object, key);
  if (value == nullptr || !value->is_string()) return std::nullopt;
  return value->get<std::string>();
}

std::optional<std::int64_t> wholeOf(const Json& object, const char* key) {
  const Json* value = member(object, key);
  if (value == nullptr || !value->is_number_integer()) return std::nullopt;
  if (value->is_number_unsigned() &&
      value->get<std::uint64_t>() >
          static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())) {
    return std::nullopt;
  }
  return value->get<std::int64_t>();
}

std::optional<bool> flagOf(const Json& object, const char* key) {
  const Json* value = member(object, key);
  if (value == nullptr || !value->is_boolean()) return std::nullopt;
  return value->get<bool>();
}

const Json& listOf(const Json& object, const char* key) {
  static const Json empty = Json::array();
  const Json* value = member(object, key);
  return value != nullptr && value->is_array() ? *value : empty;
}

std::string asText(const Json& value) {
  return value.is_string() ? value.get<std::string>() : std::string();
}

}  // namespace journal::exchange
