#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "journal/base/result.h"

// Private to journal/exchange: included by its .cpp files only, so that nlohmann/json stays here.

namespace journal::exchange {

using Json = nlohmann::json;

/// How deep arrays and objects may nest in anything we read. Ours nest five deep; a file that goes
/// further was made to hurt.
inline constexpr std::size_t kMaxJsonDepth = 32;

/// Total: nullopt when it is not JSON, or nests too deep. Never throws, never recurses.
std::optional<Json> parseJson(std::string_view text);

/// Compact, keys sorted, UTF-8 kept as it is; ill-formed parts become U+FFFD. The same value always
/// gives the same bytes.
std::string dumpJson(const Json& value);

// Members of an object by name; absence, null and the wrong kind all read as "not there".
const Json* member(const Json& object, const char* key);
std::optional<std::string> textOf(const Json& object, const char* key);
std::optional<std::int64_t> wholeOf(const Json& object, const char* key);
std::optional<bool> flagOf(const Json& object, const char* key);
/// The member as an array, or an empty one that lives for ever.
const Json& listOf(const Json& object, const char* key);
/// A string's text; empty for anything else.
std::string asText(const Json& value);

}  // namespace journal::exchange
