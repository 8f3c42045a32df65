#pragma once

#include <chrono>
#include <limits>
#include <optional>
#include <string>

#include "journal/base/time.h"
#include "journal/domain/mention.h"
#include "journal/exchange/json_value.h"

// Private to journal/exchange: fields that several nouns have, as JSON and back.

namespace journal::exchange {

template <class IdType>
Json optionalId(const std::optional<IdType>& id) {
  return id ? Json(id->hex()) : Json(nullptr);
}

template <class IdType>
std::optional<IdType> idOf(const Json& json, const char* key) {
  return IdType::fromHex(textOf(json, key).value_or(""));
}

/// Text that is shown as it is: no tokens, well-formed.
inline std::string plainOf(const Json& json, const char* key) {
  return sanitisePlain(textOf(json, key).value_or(""));
}
inline std::string storedOf(const Json& json, const char* key) {
  return sanitiseStored(textOf(json, key).value_or(""));
}
inline Json millis(UtcTime time) {
  return time.time_since_epoch().count();
}
inline UtcTime timeOf(const Json& json, const char* key) {
  return UtcTime(std::chrono::milliseconds(wholeOf(json, key).value_or(0)));
}

inline std::int32_t countOf(const Json& json, const char* key) {
  constexpr std::int64_t kMost = std::numeric_limits<std::int32_t>::max();
  const std::int64_t count = wholeOf(json, key).value_or(0);
  return count < 0 || count > kMost ? 0 : static_cast<std::int32_t>(count);
}

}  // namespace journal::exchange
