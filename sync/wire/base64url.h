#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace syncing::wire {

/// Bytes as RFC 4648's base64url without padding, as JSON and browsers carry them.
std::string toBase64url(std::string_view bytes);
/// Nullopt for anything that toBase64url() does not write: padding, other signs, spare bits that
/// are set. Total.
std::optional<std::string> fromBase64url(std::string_view text);

}  // namespace syncing::wire
